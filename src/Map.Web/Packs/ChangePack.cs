using Map.Core.Places;
using Map.Core.Time;

namespace Map.Web.Packs;

/// <summary>Writes how the events differ from those of the event pack, with all that the id and facet packs would say of them (README.md).</summary>
internal static class ChangePack
{
    private const int Lasted = 1, OpenEnd = 2, OpenStart = 4, Disputed = 8, GradeAt = 4;

    /// <param name="rows">What stands in the event pack.</param>
    /// <param name="names">Of all that the added events point to, at least.</param>
    public static byte[] Write(EventRows rows, EventChanges changes, IdSets actors, IdSets sources, FacetNames names, Governorates governorates)
    {
        var bytes = new PackBytes("MCH2", changes.Added.Length * 16 + changes.Removed.Length * 3 + 256);
        bytes.Varint(rows.Rows.Length);
        bytes.Varint(rows.Spots.Count + 1);
        bytes.Varint(rows.Types.Count);

        bytes.Varint(changes.Types.Count);
        foreach (var type in changes.Types)
            bytes.Id(type);
        bytes.Varint(changes.Spots.Count);
        var before = new PackedSpot(0, 0, 0);
        foreach (var spot in changes.Spots)
        {
            bytes.Zigzag(spot.Latitude - before.Latitude);
            bytes.Zigzag(spot.Longitude - before.Longitude);
            bytes.Byte(spot.Precision);
            bytes.Byte(FacetPack.GovernorateOf(spot, governorates));
            before = spot;
        }
        FacetPack.Rising(bytes, changes.Removed);
        var actorOf = Names(bytes, changes.Added.Select(it => actors[it.Event.Links.Actors]), names.Actors);
        var sourceOf = Names(bytes, changes.Added.Select(it => sources[it.Event.Links.Sources]), names.Sources);

        bytes.Varint(changes.Added.Length);
        int at = 0, day = 0;
        var id = 0L;
        foreach (var (it, place, stands) in changes.Added)
        {
            var (isOpenStart, isOpenEnd) = (it.Event.EarliestDay == Days.OpenStart, it.Event.LatestDay == Days.OpenEnd);
            bytes.Varint(stands - at);
            bytes.Byte((it.Event.Lasted ? Lasted : 0) | (isOpenEnd ? OpenEnd : 0) | (isOpenStart ? OpenStart : 0) | (it.Links.Disputed ? Disputed : 0) | ((int)it.Links.Grade << GradeAt));
            bytes.Zigzag((long)EventRows.Day(it.Event) - day);
            bytes.Varint(isOpenStart || isOpenEnd ? 0 : (long)it.Event.LatestDay - it.Event.EarliestDay);
            bytes.Varint(place);
            bytes.Byte(it.Event.Type);
            bytes.Zigzag(it.Event.Id - id);
            FacetPack.Rising(bytes, [.. actors[it.Links.Actors].Select(actor => actorOf[actor]).Order()]);
            FacetPack.Rising(bytes, [.. sources[it.Links.Sources].Select(source => sourceOf[source]).Order()]);
            (at, day, id) = (stands, EventRows.Day(it.Event), it.Event.Id);
        }
        return bytes.Done();
    }

    /// <summary>Writes the names of what sets point to, by key, and answers with the index of each.</summary>
    private static Dictionary<long, int> Names(PackBytes bytes, IEnumerable<long[]> sets, IReadOnlyDictionary<long, FacetName> names)
    {
        var used = sets.SelectMany(set => set).Distinct().OrderBy(id => names[id].Key, StringComparer.Ordinal).ToList();
        bytes.Varint(used.Count);
        foreach (var id in used)
            FacetPack.Name(bytes, names[id]);
        return used.Select((id, i) => (id, i)).ToDictionary(it => it.id, it => it.i);
    }
}
