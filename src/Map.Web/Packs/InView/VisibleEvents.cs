using Map.Web.Data;

namespace Map.Web.Packs.InView;

/// <summary>An event that a view shows.</summary>
/// <param name="Earliest">Day number, or <see cref="Core.Time.Days.OpenStart"/>.</param>
/// <param name="Latest">Day number, or <see cref="Core.Time.Days.OpenEnd"/>.</param>
/// <param name="IsCertain">It surely has a day in the window (<see cref="ShownPart.IsCertain"/>).</param>
/// <param name="WentOn">It went on from a known day to a known day.</param>
/// <param name="Weight">How many events there are at its spot in all: the map gathers events round the busiest spots.</param>
public sealed record VisibleEvent(long Id, string Type, int Earliest, int Latest, bool IsCertain, double Latitude, double Longitude, int Weight, bool WentOn = false);

/// <summary>Picks the events of a view out of those in memory: one look at each, as for counting (<see cref="EventTally"/>).</summary>
/// <param name="BySource">Ids of sources, and how many of the events each reports.</param>
internal sealed record VisibleEvents(IReadOnlyList<VisibleEvent> Found, IReadOnlyDictionary<long, int> BySource)
{
    public static readonly VisibleEvents None = new([], new Dictionary<long, int>());

    public static async Task<VisibleEvents> ReadAsync(MapDb db, KnownEvents known, EventQuestion asked, CancellationToken cancel)
    {
        var all = await known.ReadyAsync(cancel);
        var left = await LeftByFilters.OfAsync(db, all, asked.Filters, cancel);
        var (from, to) = (asked.Window.From, asked.Window.To);
        var inBox = Array.ConvertAll(all.Spots, spot => asked.Box.South <= spot.Latitude && spot.Latitude <= asked.Box.North && asked.Box.West <= spot.Longitude && spot.Longitude <= asked.Box.East);
        // The first spot is none: it is on no map, wherever one looks.
        inBox[0] = false;
        var isWanted = Array.ConvertAll(all.Types, type => asked.Types is null || asked.Types.Contains(type));
        var weights = new int[all.Spots.Length];
        var bySource = new Dictionary<long, int>();
        var found = new List<(ListRank Rank, int Row)>();
        for (var row = 0; row < all.Rows.Length; row++)
        {
            ref readonly var it = ref all.Rows[row];
            weights[it.Spot]++;
            if (it.Latest >= from && it.Earliest <= to && inBox[it.Spot] && isWanted[it.Type] && left.Holds(row, it))
                found.Add((asked.Window.RankOf(it.Id, it.Earliest, it.Latest), row));
        }
        found.Sort((one, other) => one.Rank.CompareTo(other.Rank));
        return new VisibleEvents([.. found.Select(it => Of(it.Row))], bySource);

        VisibleEvent Of(int row)
        {
            ref readonly var it = ref all.Rows[row];
            foreach (var source in all.SourceSets[it.Sources].Distinct())
                bySource[source] = bySource.GetValueOrDefault(source) + 1;
            var spot = all.Spots[it.Spot];
            var isCertain = (it.Earliest >= from && it.Latest <= to) || (it.Traits & CountedTraits.WentOn) != 0;
            return new VisibleEvent(it.Id, all.Types[it.Type], it.Earliest, it.Latest, isCertain, spot.Latitude, spot.Longitude, weights[it.Spot], (it.Traits & CountedTraits.WentOn) != 0);
        }
    }
}
