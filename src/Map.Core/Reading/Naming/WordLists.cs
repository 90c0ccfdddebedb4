using System.Reflection;
using Map.Core.Places;

namespace Map.Core.Reading.Naming;

/// <summary>The general lists in Reading/Lists.</summary>
internal static class WordLists
{
    private static readonly Lazy<HashSet<string>> Ordinary = new(() => [.. Words("common-words").Select(Token.Plain)]);

    private static readonly Lazy<HashSet<string>> Given = new(() => [.. Words("given-names").Concat(Words("given-names-abroad")).Select(Token.Plain)]);

    private static readonly Lazy<ILookup<string, string>> GivenByKey = new(() => Words("given-names").Select(Token.Plain).Distinct().ToLookup(NameKey.Of, name => name));

    /// <summary>A word that opens sentences and names nobody.</summary>
    public static bool IsOrdinary(string low) => Ordinary.Value.Contains(low);

    /// <summary>True for what English endings make: attempting, consolidated, offensive.</summary>
    public static bool LooksOrdinary(string low) =>
        low.Length >= 6 && (low.EndsWith("ing", StringComparison.Ordinal) || low.EndsWith("tion", StringComparison.Ordinal) || low.EndsWith("tions", StringComparison.Ordinal)
            || low.EndsWith("ment", StringComparison.Ordinal) || low.EndsWith("sive", StringComparison.Ordinal) || low.EndsWith("ness", StringComparison.Ordinal)
            || low.EndsWith("ately", StringComparison.Ordinal) || low.EndsWith("ally", StringComparison.Ordinal) || low.EndsWith("ated", StringComparison.Ordinal));

    /// <summary>A given name, in any spelling where the name is an Arabic one.</summary>
    public static bool IsGiven(string low) => Given.Value.Contains(low) || (low.Length >= 4 && !IsOrdinary(low) && !LooksOrdinary(low) && NameKey.Of(low) is var key && IsTelling(key) && GivenByKey.Value[key].Any(name => NameMatch.Compare(low, name) is MatchKind.Exact or MatchKind.Folded or MatchKind.Skeleton));

    private static bool IsTelling(string key) => key.Count(letter => letter is not ('ǝ' or 'ʌ')) >= 3;

    /// <summary>The lines of a list, cut at its semicolons.</summary>
    public static IEnumerable<string[]> Rows(string list) => Lines(list).Select(line => line.Split(';', StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Words(string list) => Lines(list).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Lines(string list)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Map.Core.Reading.Lists.{list}.txt") ?? throw new InvalidOperationException($"The list {list} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
