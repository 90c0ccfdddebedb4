using Map.Core.Actors;
using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>Which events the filters leave. Inside one list any item will do; every member given must hold.</summary>
internal sealed class LeftByFilters
{
    public static readonly LeftByFilters All = new();

    private bool[]? sourceSets, spots;
    /// <summary>Of each set of actors the last day on which an event of theirs may begin.</summary>
    private long[]? actorSets;
    private ulong[]? rows;
    private bool isDisputed;
    private EventGrade weakest = EventGrade.Discounted;

    private LeftByFilters()
    {
    }

    public static async Task<LeftByFilters> OfAsync(MapDb db, CountedEvents all, EventFilters? filters, CancellationToken cancel)
    {
        if (filters is null) return All;
        var left = new LeftByFilters { isDisputed = filters.Disputed };
        if (EventGrades.TryGet(filters.Grade, out var weakest)) left.weakest = weakest;
        if (filters.Actors is { Count: > 0 } actors)
            left.actorSets = Until(all.ActorSets, await ActorsAsync(db, actors, filters.Lineage, cancel));
        if (filters.Sources is { Count: > 0 } sources)
            left.sourceSets = Naming(all.SourceSets, await db.PublicSources.Where(row => sources.Contains(row.Key)).Select(row => row.Id).ToListAsync(cancel));
        if (filters.Governorates is { Count: > 0 } codes)
        {
            var isAsked = all.Governorates.Select(code => codes.Contains(code)).ToArray();
            left.spots = Array.ConvertAll(all.Spots, spot => spot.Governorate != FacetPack.Nowhere && isAsked[spot.Governorate]);
        }
        if (filters.Text is { } text) left.rows = Rows(all, await db.EventsWithWordsAsync(text, cancel));
        return left;
    }

    public bool Holds(int row, in CountedEvent it) =>
        it.Traits.Grade() <= weakest
        && (!isDisputed || (it.Traits & CountedTraits.Disputed) != 0)
        && (actorSets is null || it.Earliest <= actorSets[it.Actors])
        && (sourceSets is null || sourceSets[it.Sources])
        && (spots is null || spots[it.Spot])
        && (rows is null || (rows[row >> 6] >> (row & 63) & 1) != 0);

    /// <summary>The actors asked for, with all they came of where that is asked for, each with the last day on which it counts.</summary>
    private static async Task<Dictionary<long, int>> ActorsAsync(MapDb db, IReadOnlyList<string> asked, bool withLineage, CancellationToken cancel)
    {
        var until = withLineage ? new Lineage(await ActorsInTime.LineageAsync(db, cancel)).Including(asked) : asked.Distinct().ToDictionary(key => key, _ => Days.OpenEnd);
        return (await db.PublicActors.Where(row => until.Keys.Contains(row.Key)).Select(row => new { row.Id, row.Key }).ToListAsync(cancel)).ToDictionary(row => row.Id, row => until[row.Key]);
    }

    private static long[] Until(long[][] sets, Dictionary<long, int> actors) =>
        Array.ConvertAll(sets, set => set.Max(id => actors.TryGetValue(id, out var until) ? until : (long?)null) ?? long.MinValue);

    private static bool[] Naming(long[][] sets, List<long> ids) => Array.ConvertAll(sets, set => set.Any(ids.Contains));

    /// <summary>One bit for each row.</summary>
    private static ulong[] Rows(CountedEvents all, IReadOnlyList<long> ids)
    {
        var bits = new ulong[(all.Rows.Length + 63) >> 6];
        foreach (var id in ids)
            if (all.RowOf(id) is >= 0 and var row)
                bits[row >> 6] |= 1UL << (row & 63);
        return bits;
    }
}
