namespace Map.Core.Places;

/// <summary>
/// Whether a text names a place, in whatever spelling and letters: what must not be told would be told by it. A word too much found is a word kept back;
/// a word too little would be a place given away.
/// </summary>
public static class NamesInText
{
    /// <summary>Letters that Arabic writes together with the word they stand before.</summary>
    private const string Joined = "وفبلك";

    private const int ShortestBehindJoined = 3;

    /// <param name="names">Every name that may not stand in the text.</param>
    public static bool Any(string? text, IReadOnlyCollection<string> names)
    {
        var known = names.Select(name => new NameQuery(name)).Where(query => query.Key.Length > 0).ToLookup(query => query.Key);
        if (known.Count == 0 || string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        // An article may stand alone in one spelling and be joined in another.
        var longest = names.Max(name => PlainLetters.Words(name).Count) + 1;
        var words = PlainLetters.Words(text.Replace("'s", " ", StringComparison.Ordinal).Replace("’s", " ", StringComparison.Ordinal));
        for (var i = 0; i < words.Count; i++)
        {
            for (var length = 1; length <= longest && i + length <= words.Count; length++)
            {
                var rest = string.Join(' ', words.Skip(i + 1).Take(length - 1));
                if (Beginnings(words[i]).Any(first => Is(known, rest.Length == 0 ? first : $"{first} {rest}")))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Is(ILookup<string, NameQuery> known, string words) => known[NameKey.Of(words)].Any(query => query.Compare(words) is <= MatchKind.Skeleton);

    /// <summary>The word as it stands, and without what may be joined to it: "and", "in", "to", "and to".</summary>
    private static IEnumerable<string> Beginnings(string word)
    {
        yield return word;
        for (var rest = word; rest.Length > ShortestBehindJoined && Joined.Contains(rest[0], StringComparison.Ordinal);)
        {
            rest = rest[1..];
            yield return rest;
        }
    }
}
