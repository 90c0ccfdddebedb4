using Map.Core.Places;

namespace Map.Core.Reading.Naming;

/// <summary>A known name that words of a sentence answer to.</summary>
/// <param name="Known">What bears the name.</param>
/// <param name="Name">The spelling that was met.</param>
/// <param name="IsSpelt">True where the words are that spelling, articles, hyphens and case aside; false where only the consonants agree.</param>
internal sealed record NameHit<T>(T Known, string Name, bool IsSpelt);

/// <summary>Names by their spelling and by their consonants, so that words of a text are looked up and never compared with all names.</summary>
/// <param name="together">True to list those whose consonants agree also where others are spelt so.</param>
internal sealed class NameIndex<T>(bool together = false)
{
    /// <summary>Fewer consonants say too little to trust them alone.</summary>
    private const int FewestSounds = 3;

    private const int MostTokens = 10;

    /// <summary>Shorter names are too many for vowels not to matter.</summary>
    private const int ShortestSoft = 4;

    private readonly Dictionary<string, List<(T Known, string Name)>> spelt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(T Known, string Name)>> sounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(T Known, string Name)>> soft = new(StringComparer.Ordinal);
    private int longest = 1;

    /// <param name="bySound">False where only its letters may be met.</param>
    public void Add(T known, string name, bool bySound = true)
    {
        var fold = Solid(name);
        if (fold.Length == 0)
        {
            return;
        }

        Put(spelt, fold, known, name);
        var key = NameKey.Of(name);
        if (bySound && key.Count(letter => letter is not ('ǝ' or 'ʌ')) >= FewestSounds && !IsAcronym(name))
        {
            Put(sounds, key, known, name);
        }

        if (bySound && fold.Length >= ShortestSoft && !IsAcronym(name))
        {
            Put(soft, Soft(fold), known, name);
        }

        longest = Math.Min(MostTokens, Math.Max(longest, name.Count(letter => letter is ' ' or '-' or '/') + 2));
    }

    /// <summary>Spelling without case, marks, articles and blanks: "Deir ez-Zor" and "deirzor" meet.</summary>
    public static string Solid(string name) => string.Concat(NameKey.Fold(name).Split(' ').Select((word, at) => at > 0 ? WithoutFused(word) : word))
        .Replace("defense", "defence", StringComparison.Ordinal).Replace("organiz", "organis", StringComparison.Ordinal).Replace("center", "centre", StringComparison.Ordinal);

    /// <summary>An article fused with its name, as in "Deir Ezzor", falls away like one apart.</summary>
    private static string WithoutFused(string word) => word.Length >= 5 && word[0] is 'a' or 'e' or 'u' && word[1] == word[2] && word[1] is 'z' or 's' or 'n' or 'r' or 'd' or 't' ? word[2..] : word;

    /// <summary>All that bear exactly this name.</summary>
    public IEnumerable<T> Called(string name) => spelt.GetValueOrDefault(Solid(name))?.Select(entry => entry.Known).Distinct() ?? [];

    /// <summary>The longest run of tokens from one on that is a known name, and who bears it; null where none is.</summary>
    /// <param name="fits">Whether a run may be a name as far as its letters go.</param>
    public (int Last, IReadOnlyList<NameHit<T>> Hits)? LongestAt(NameSentence sentence, int first, Func<int, int, string, bool> fits)
    {
        for (var last = Math.Min(sentence.Tokens.Count - 1, EndOfRun(sentence, first)); last >= first; last--)
        {
            if (HitsOf(sentence, first, last, fits) is { Count: > 0 } hits)
            {
                return (last, hits);
            }
        }

        return null;
    }

    /// <summary>Who bears the name that these tokens write.</summary>
    public IReadOnlyList<NameHit<T>> HitsOf(NameSentence sentence, int first, int last, Func<int, int, string, bool> fits)
    {
        if (sentence.Tokens[last].IsWord && sentence.IsArticle(last))
        {
            return [];
        }

        var written = sentence.Between(first, last);
        var hits = new List<NameHit<T>>();
        foreach (var (known, name) in spelt.GetValueOrDefault(sentence.Solid(first, last)) ?? [])
        {
            if (FitsAcronym(written, name) && fits(first, last, name) && !hits.Exists(hit => Equals(hit.Known, known)))
            {
                hits.Add(new NameHit<T>(known, name, true));
            }
        }

        if (hits.Count == 0 && soft.Count > 0 && !IsAcronym(written) && sentence.Solid(first, last).Length >= ShortestSoft)
        {
            foreach (var (known, name) in soft.GetValueOrDefault(sentence.Soft(first, last)) ?? [])
            {
                if (fits(first, last, name) && !hits.Exists(hit => Equals(hit.Known, known)))
                {
                    hits.Add(new NameHit<T>(known, name, false));
                }
            }
        }

        if ((hits.Count == 0 || together) && sounds.Count > 0 && !IsAcronym(written) && sounds.GetValueOrDefault(sentence.Key(first, last)) is { } alike)
        {
            foreach (var (known, name) in alike)
            {
                if (!hits.Exists(hit => Equals(hit.Known, known)) && NameMatch.Compare(written, name) is MatchKind.Exact or MatchKind.Folded or MatchKind.Skeleton && fits(first, last, name) && !hits.Exists(hit => Equals(hit.Known, known)))
                {
                    hits.Add(new NameHit<T>(known, name, false));
                }
            }
        }

        return hits;
    }

    private int EndOfRun(NameSentence sentence, int first)
    {
        var last = first;
        while (last + 1 < sentence.Tokens.Count && last + 1 < first + longest && sentence.Tokens[last + 1].IsWord && sentence.MayName(last + 1))
        {
            last++;
        }

        return last;
    }

    private static void Put(Dictionary<string, List<(T, string)>> table, string key, T known, string name)
    {
        if (!table.TryGetValue(key, out var entries))
        {
            table[key] = entries = [];
        }

        entries.Add((known, name));
    }

    /// <summary>Vowels that spellings exchange made one: Atma and Atmeh, Qusair and Qusayr, Hazem and Hazim.</summary>
    public static string Soft(string solid)
    {
        var letters = new System.Text.StringBuilder(solid.Length);
        foreach (var letter in solid.EndsWith('h') ? solid[..^1] : solid)
        {
            var plain = letter switch { 'e' => 'a', 'y' => 'i', 'o' or 'w' => 'u', _ => letter };
            if (letters.Length == 0 || letters[^1] != plain)
            {
                letters.Append(plain);
            }
        }

        return letters.ToString();
    }

    private static bool FitsAcronym(string written, string name) => !IsAcronym(name) || written.Replace(".", "", StringComparison.Ordinal) == name.Replace(".", "", StringComparison.Ordinal);

    private static bool IsAcronym(string name) => name.Length is >= 2 and <= 8 && name.Any(char.IsUpper) && name.All(letter => char.IsUpper(letter) || char.IsDigit(letter) || letter is '.' or '-' or '4');
}
