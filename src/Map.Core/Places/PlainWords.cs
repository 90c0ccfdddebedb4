namespace Map.Core.Places;

/// <summary>
/// Words as a search for words compares them: without case, diacritics, apostrophes and Arabic letter variants, hyphens part them. Vowels stay: Idlib is not Idleb here,
/// for which there is <see cref="NameKey"/>.
/// </summary>
public static class PlainWords
{
    private const int ShortestBehindArticle = 2;

    /// <summary>The words of what somebody typed, in their order, each once.</summary>
    public static IReadOnlyList<string> Typed(string? text) => [.. Folded(text).Distinct()];

    /// <summary>The words under which texts are found, each once. An Arabic word with its article stands there without it too.</summary>
    public static IReadOnlyCollection<string> Of(params IEnumerable<string?> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(Folded))
        {
            words.Add(word);
            if (word.StartsWith("ال", StringComparison.Ordinal) && word.Length >= 2 + ShortestBehindArticle)
            {
                words.Add(word[2..]);
            }
        }

        return words;
    }

    private static IEnumerable<string> Folded(string? text) =>
        PlainLetters.Words(text ?? "").Select(word => string.Concat(word.Select(PlainLetters.Fold)));
}
