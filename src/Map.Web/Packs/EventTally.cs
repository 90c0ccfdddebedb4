using System.Runtime.InteropServices;
using Map.Core.Time;
using Map.Web.Data;

namespace Map.Web.Packs;

/// <summary>Answers from the events in memory.</summary>
internal static class EventTally
{
    /// <summary>One look at every event: what a question costs does not depend on what it asks.</summary>
    /// <param name="most">How many ids are wanted.</param>
    public static EventAnswer Of(CountedEvents all, EventQuestion asked, LeftByFilters left, int most)
    {
        var (from, to) = (asked.Window.From, asked.Window.To);
        var inBox = Array.ConvertAll(all.Spots, spot => Holds(asked.Box, spot));
        var isWanted = Array.ConvertAll(all.Types, type => asked.Types is null || asked.Types.Contains(type));
        var byType = new int[all.Types.Length];
        var byDay = new Dictionary<int, int>();
        var (certain, possible, leftOut, elsewhere) = (0, 0, 0, 0);
        var (first, unplaced) = (new FirstFew(most), new FirstFew(most));

        var rows = all.Rows;
        // Ids tend to rise with time: begun at the end where the list begins, the few first are soon found.
        var (row, step) = asked.Window.IsNextFirst ? (0, 1) : (rows.Length - 1, -1);
        for (; (uint)row < (uint)rows.Length; row += step)
        {
            ref readonly var it = ref rows[row];
            if (it.Latest < from || it.Earliest > to) continue;
            var isLeft = left.Holds(row, it);
            var isShown = isLeft && isWanted[it.Type];
            if (!inBox[it.Spot])
            {
                if (isShown && it.Spot == 0) unplaced.Add(asked.Window.RankOf(it.Id, it.Earliest, it.Latest));
                else if (isShown) elsewhere++;
                continue;
            }
            if (isLeft) byType[it.Type]++;
            if (!isShown)
            {
                leftOut++;
                continue;
            }
            if ((it.Earliest >= from && it.Latest <= to) || (it.Traits & CountedTraits.WentOn) != 0) certain++; else possible++;
            CollectionsMarshal.GetValueRefOrAddDefault(byDay, asked.Window.DayOf(it.Earliest, it.Latest), out _)++;
            first.Add(asked.Window.RankOf(it.Id, it.Earliest, it.Latest));
        }
        return new EventAnswer(certain, possible, byDay, Named(all.Types, byType), leftOut, elsewhere, first.Ids(), unplaced.Ids(), null);
    }

    /// <summary>The nearest days before and after the window with a wanted event in the box.</summary>
    public static (int? Previous, int? Next) NearestDays(CountedEvents all, EventQuestion asked, LeftByFilters left)
    {
        var inBox = Array.ConvertAll(all.Spots, spot => Holds(asked.Box, spot));
        var isWanted = Array.ConvertAll(all.Types, type => asked.Types is null || asked.Types.Contains(type));
        var (previous, next) = (Days.OpenStart, Days.OpenEnd);
        for (var row = 0; row < all.Rows.Length; row++)
        {
            ref readonly var it = ref all.Rows[row];
            var isNearer = it.Latest < asked.Window.From ? it.Latest > previous : it.Earliest > asked.Window.To && it.Earliest < next;
            if (!isNearer || !inBox[it.Spot] || !isWanted[it.Type] || !left.Holds(row, it)) continue;
            if (it.Latest < asked.Window.From) previous = it.Latest; else next = it.Earliest;
        }
        return (previous == Days.OpenStart ? null : previous, next == Days.OpenEnd ? null : next);
    }

    private static bool Holds(Box box, CountedSpot spot) =>
        spot.Latitude >= box.South && spot.Latitude <= box.North && spot.Longitude >= box.West && spot.Longitude <= box.East;

    private static Dictionary<string, int> Named(string[] types, int[] counts) =>
        Enumerable.Range(0, types.Length).Where(type => counts[type] > 0).ToDictionary(type => types[type], type => counts[type]);
}
