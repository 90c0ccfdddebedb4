namespace Map.Core.Reading.Naming;

/// <summary>A country and the words that speak of it.</summary>
internal sealed record Nation(string Name, IReadOnlyList<string> Names, IReadOnlyList<string> Adjectives, string Capital);

/// <summary>The countries of the world by name, adjective and capital.</summary>
internal static class Nations
{
    private static readonly Lazy<IReadOnlyList<Nation>> List = new(() => [.. WordLists.Rows("countries").Select(row =>
        new Nation(row[0], [row[0], .. Parts(row[1])], Parts(row[2]), row[3]))]);

    private static readonly Lazy<Dictionary<string, Nation>> Adjectives = new(() => By(nation => nation.Adjectives));

    private static readonly Lazy<Dictionary<string, Nation>> Names = new(() => By(nation => nation.Names));

    private static readonly Lazy<Dictionary<string, Nation>> Capitals = new(() => By(nation => nation.Capital.Length == 0 ? [] : [nation.Capital]));

    public static IReadOnlyList<Nation> All => List.Value;

    /// <summary>The country a plain word is an adjective of, or its people.</summary>
    public static Nation? OfAdjective(string low) => Adjectives.Value.GetValueOrDefault(low);

    /// <summary>The country of a name, several words with one space between.</summary>
    public static Nation? OfName(string low) => Names.Value.GetValueOrDefault(low);

    public static Nation? OfCapital(string low) => Capitals.Value.GetValueOrDefault(low);

    private static Dictionary<string, Nation> By(Func<Nation, IReadOnlyList<string>> words)
    {
        var found = new Dictionary<string, Nation>(StringComparer.Ordinal);
        foreach (var nation in All)
        {
            foreach (var word in words(nation))
            {
                found.TryAdd(Token.Plain(word), nation);
            }
        }

        return found;
    }

    private static string[] Parts(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
