using Map.Core.Places;

namespace Map.Core.Reading.Naming;

/// <summary>A sentence cut for names.</summary>
internal sealed class NameSentence
{
    private static readonly HashSet<string> Articles =
        ["al", "el", "ul", "il", "an", "ar", "as", "ash", "at", "ath", "ad", "adh", "az", "ez", "es", "er", "ed", "ud", "ur", "ush", "esh", "eş", "us", "uz", "ut", "et", "it"];

    private static readonly HashSet<string> Joints = ["bin", "ibn", "bint", "ben", "wal", "wa", "fi", "ould", "van", "von", "de", "der", "den", "di", "da", "al", "el", "ul", "ud", "abu"];

    private static readonly HashSet<string> Inside = ["of", "for", "and", "the", "on", "in", "to", "against", "a"];

    private readonly Dictionary<(int, int), string> solids = [];
    private readonly Dictionary<(int, int), string> keys = [];
    private readonly Dictionary<(int, int), string> softs = [];

    public NameSentence(ArticleText article, Sentence sentence)
    {
        Source = sentence;
        Text = article.Text;
        Tokens = Naming.Tokens.In(article.Text, sentence.Start, sentence.End);
        IsHeadline = LooksLikeHeadline();
    }

    public Sentence Source { get; }

    public string Text { get; }

    public List<Token> Tokens { get; }

    /// <summary>True where nearly every word has a capital, so that a capital says nothing.</summary>
    public bool IsHeadline { get; }

    /// <summary>The words from one token to another, as written.</summary>
    public string Between(int first, int last) => Text[Tokens[first].Start..Tokens[last].End];

    /// <summary>The spelling of some tokens as an index compares it.</summary>
    public string Solid(int first, int last)
    {
        if (!solids.TryGetValue((first, last), out var solid))
        {
            solids[(first, last)] = solid = NameIndex<object>.Solid(Between(first, last));
        }

        return solid;
    }

    /// <summary>Their spelling with the vowels that spellings exchange made one.</summary>
    public string Soft(int first, int last)
    {
        if (!softs.TryGetValue((first, last), out var soft))
        {
            softs[(first, last)] = soft = NameIndex<object>.Soft(Solid(first, last));
        }

        return soft;
    }

    /// <summary>The consonants of some tokens.</summary>
    public string Key(int first, int last)
    {
        if (!keys.TryGetValue((first, last), out var key))
        {
            keys[(first, last)] = key = NameKey.Of(Between(first, last));
        }

        return key;
    }

    /// <summary>What was looked up at a token, kept so that it is looked up once.</summary>
    public Dictionary<int, (int Last, IReadOnlyList<NameHit<KnownPlace>> Hits)?> PlacesAt { get; } = [];

    /// <summary>True for a word that may stand inside a name: no verb or noun written small but those that names have.</summary>
    public bool MayName(int at) => Tokens[at] is { } token
        && (token.IsCapital || token.IsArabic || token.IsNumber || Articles.Contains(token.Low) || Joints.Contains(token.Low) || Inside.Contains(token.Low) || GroupWords.IsHead(token.Low) || PlaceWords.IsKind(token.Low)
            || GroupWords.IsSmall(token.Low));

    /// <summary>The token's plain word; "" for signs and beyond the ends.</summary>
    public string Low(int at) => at >= 0 && at < Tokens.Count && Tokens[at].IsWord ? Tokens[at].Low : "";

    public bool Is(int at, string sign) => at >= 0 && at < Tokens.Count && Tokens[at].Is(sign);

    /// <summary>True for "al" and its like where a name goes on behind it.</summary>
    public bool IsArticle(int at) =>
        at >= 0 && at + 1 < Tokens.Count && Articles.Contains(Low(at)) && !Tokens[at].IsAcronym && Tokens[at + 1].IsWord && (Tokens[at + 1].Joined || (Tokens[at + 1].IsCapital && Low(at) is "al" or "el"));

    /// <summary>True for small words inside a name: al, bin, wal.</summary>
    public bool IsJoint(int at) =>
        IsArticle(at) || (at >= 0 && at + 1 < Tokens.Count && Joints.Contains(Low(at)) && !Tokens[at].IsCapital && (Tokens[at + 1].IsCapital || IsArticle(at + 1)));

    /// <summary>True for a word that names by its capital, articles and numbers aside.</summary>
    public bool IsNaming(int at) => at >= 0 && at < Tokens.Count && Tokens[at].IsCapital && !IsArticle(at);

    /// <summary>True where a sentence, a quotation or a line of a list begins, and a capital says little.</summary>
    public bool IsOpening(int at)
    {
        var before = at - 1;
        while (before >= 0 && !Tokens[before].IsWord && !Tokens[before].Is(",") && !Tokens[before].Is("("))
        {
            before--;
        }

        return before < 0 || (before < at - 1 && Tokens[at - 1] is { IsWord: false, Text: "“" or "\"" or ":" or "." or "?" or "!" or "‘" });
    }

    private bool LooksLikeHeadline()
    {
        if (Tokens.Count == 0 || Tokens[^1] is { IsWord: false, Text: "." })
        {
            return false;
        }

        var words = Tokens.Skip(1).Where(token => token.IsWord && !token.IsNumber && !token.IsArabic && !token.Joined && token.Text.Length >= 4).ToList();
        return words.Count >= 4 && words.Count(word => word.IsCapital) >= 0.7 * words.Count && words.Exists(word => WordLists.IsOrdinary(word.Low) || WordLists.LooksOrdinary(word.Low));
    }
}
