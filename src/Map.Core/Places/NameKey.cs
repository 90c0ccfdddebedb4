using System.Text;

namespace Map.Core.Places;

/// <summary>
/// One key for all spellings of a name, in Latin and in Arabic letters: Idlib, Idleb and إدلب meet. A key is the name's consonants
/// without vowels, articles and doubled letters; a vowel, alif or ʿayn that opens a word is kept as ǝ, an opening w or y as ŵ or ŷ, and
/// a vowel that closes the name as ʌ (ŷʌ for -iya). Different names may share a key: order what it finds with <see cref="NameMatch"/>.
/// </summary>
public static class NameKey
{
    private static readonly HashSet<string> Articles = ["al", "el", "ul", "il", "ال"];

    private static readonly HashSet<string> JoinedArticles =
        ["an", "en", "un", "ar", "er", "ur", "as", "es", "us", "ash", "esh", "ush", "at", "et", "ut", "ath", "ad", "ed", "ud", "adh", "az", "ez", "uz", "al", "el"];

    /// <summary>The key of a whole name. Never throws; "" where nothing is left to compare. The key of a key is itself.</summary>
    public static string Of(string? name)
    {
        var words = Named(name);
        var key = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            NameSkeleton.Append(key, words[i], followed: i < words.Count - 1);
        }

        if (words.Count > 0)
        {
            NameSkeleton.AppendEnding(key, words[^1]);
        }

        return key.ToString();
    }

    /// <summary>The key of a name's beginning, as somebody types it: what its last word ends in is left open, for more may follow.</summary>
    public static string OfStart(string? typed)
    {
        var words = Named(typed);
        var key = new StringBuilder();
        foreach (var word in words)
        {
            NameSkeleton.Append(key, word, followed: true);
        }

        return key.ToString();
    }

    /// <summary>The spelling without case, diacritics, apostrophes, hyphens, articles and Arabic letter variants. Vowels stay.</summary>
    public static string Fold(string? name) =>
        string.Join(' ', Named(name).Select(Folded));

    /// <summary>The words that name: articles fall away, "al" before anything and "ash" before "Shughur" alike.</summary>
    private static List<string> Named(string? name)
    {
        var words = PlainLetters.Words(name ?? "");
        var named = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (i == words.Count - 1 || !IsArticle(words[i], words[i + 1]))
            {
                named.Add(WithoutArticle(words[i]));
            }
        }

        return named;
    }

    private static bool IsArticle(string word, string next)
    {
        var folded = Folded(word);
        return Articles.Contains(folded) || (JoinedArticles.Contains(folded) && Folded(next).StartsWith(folded[1..], StringComparison.Ordinal));
    }

    private static string WithoutArticle(string word) => word switch
    {
        "الله" => "لا",
        "allah" or "ullah" => "la",
        ['ا', 'ل', _, _, ..] => word[2..],
        _ => word,
    };

    private static string Folded(string word) => string.Concat(word.Select(PlainLetters.Fold));
}
