using Map.Core.Places;

namespace Map.Web.Packs;

/// <summary>What a filter calls an actor, a source.</summary>
/// <param name="Key">That of the tables.</param>
/// <param name="NameAr">Empty where there is none.</param>
internal sealed record FacetName(string Key, string Name, string NameAr);

/// <summary>Names of what the events of a pack point to, by id.</summary>
internal sealed record FacetNames(IReadOnlyDictionary<long, FacetName> Actors, IReadOnlyDictionary<long, FacetName> Sources);

/// <summary>Writes what filters ask of each row of the event pack (README.md).</summary>
internal static class FacetPack
{
    /// <summary>Of a place in no governorate.</summary>
    public const byte Nowhere = 255;

    /// <param name="actors">The sets that the rows' numbers mean.</param>
    /// <param name="sources">The same for sources.</param>
    public static byte[] Write(EventRows rows, IdSets actors, IdSets sources, FacetNames names, Governorates governorates)
    {
        var bytes = new PackBytes("MFC2", rows.Rows.Length * 4 + 16 * 1024);
        bytes.Varint(rows.Rows.Length);
        bytes.Varint(rows.Spots.Count + 1);

        bytes.Varint(governorates.All.Count);
        foreach (var it in governorates.All)
            Name(bytes, new FacetName(it.PCode, it.Name, it.NameAr));
        bytes.Byte(Nowhere);
        foreach (var spot in rows.Spots)
            bytes.Byte(GovernorateOf(spot, governorates));

        Sets(bytes, rows.Rows, row => row.Links.Actors, actors, names.Actors);
        Sets(bytes, rows.Rows, row => row.Links.Sources, sources, names.Sources);
        Disputed(bytes, rows.Rows);
        foreach (var row in rows.Rows)
            bytes.Byte((byte)row.Links.Grade);
        return bytes.Done();
    }

    public static byte GovernorateOf(PackedSpot spot, Governorates governorates) =>
        governorates.IndexOf(spot.Latitude / 1e5, spot.Longitude / 1e5) is >= 0 and var index ? (byte)index : Nowhere;

    public static void Name(PackBytes bytes, FacetName name)
    {
        bytes.Text(name.Key);
        bytes.Text(name.Name);
        bytes.Text(name.NameAr);
    }

    /// <summary>Names, sets and each row's set. What most rows have comes first: its numbers are the short ones.</summary>
    private static void Sets(PackBytes bytes, PublicEvent[] rows, Func<PublicEvent, int> setOf, IdSets sets, IReadOnlyDictionary<long, FacetName> names)
    {
        var uses = new int[sets.Count];
        foreach (var row in rows)
            uses[setOf(row)]++;
        var used = Enumerable.Range(0, uses.Length).Where(set => uses[set] > 0).ToList();

        var named = used.SelectMany(set => sets[set].Select(id => (Id: id, Uses: uses[set]))).GroupBy(it => it.Id)
            .Select(group => (Name: names[group.Key], group.Key, Uses: group.Sum(it => (long)it.Uses)))
            .OrderByDescending(it => it.Uses).ThenBy(it => it.Name.Key, StringComparer.Ordinal).ToList();
        var index = named.Select((it, i) => (it.Key, i)).ToDictionary(it => it.Key, it => it.i);
        bytes.Varint(named.Count);
        foreach (var it in named)
            Name(bytes, it.Name);

        var items = used.ToDictionary(set => set, set => sets[set].Select(id => index[id]).Order().ToArray());
        var ordered = used.OrderByDescending(set => uses[set]).ThenBy(set => items[set], ByItems).ToList();
        bytes.Varint(ordered.Count);
        var number = new int[sets.Count];
        for (var i = 0; i < ordered.Count; i++)
        {
            Rising(bytes, items[ordered[i]]);
            number[ordered[i]] = i;
        }
        foreach (var row in rows)
            bytes.Varint(number[setOf(row)]);
    }

    /// <summary>A count, then the differences of rising numbers, the first against 0.</summary>
    public static void Rising(PackBytes bytes, IReadOnlyList<int> numbers)
    {
        bytes.Varint(numbers.Count);
        var before = 0;
        foreach (var number in numbers)
        {
            bytes.Varint(number - before);
            before = number;
        }
    }

    private static void Disputed(PackBytes bytes, PublicEvent[] rows) =>
        Rising(bytes, [.. Enumerable.Range(0, rows.Length).Where(row => rows[row].Links.Disputed)]);

    private static readonly Comparer<int[]> ByItems = Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));
}
