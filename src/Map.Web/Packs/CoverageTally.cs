using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;

namespace Map.Web.Packs;

/// <summary>How many report on a part of the earth, month by month: where none does, silence is not peace.</summary>
internal static class CoverageTally
{
    /// <summary>Names said for a month, those who report most.</summary>
    private const int Said = 8;

    /// <param name="names">Of sources that report, by their ids; those of control claims by their keys.</param>
    public static CoverageFile Of(CountedEvents events, ControlMap control, Box box, IReadOnlyDictionary<long, string> names, IReadOnlyDictionary<string, string> namesByKey)
    {
        var months = new SortedDictionary<int, Dictionary<string, Reporter>>();
        foreach (var ((month, set), times) in Sets(events, box))
            foreach (var id in events.ReporterSets[set])
                Add(month, id < 0 ? events.Outlets[(int)(-id - 1)] : names.GetValueOrDefault(id, ""), times);
        foreach (var place in control.Places.Where(place => Holds(box, place.Latitude, place.Longitude)))
            foreach (var claim in place.Claims.Where(claim => claim.EarliestDay != Days.OpenStart))
                Add(MonthOf(claim.EarliestDay), namesByKey.GetValueOrDefault(claim.Source, ""), 1);
        if (months.Count == 0)
            return new CoverageFile(null, [], []);

        var (first, last) = (months.Keys.First(), months.Keys.Last());
        var all = Enumerable.Range(first, last - first + 1).Select(month => months.GetValueOrDefault(month)).ToList();
        return new CoverageFile($"{first / 12:0000}-{first % 12 + 1:00}", [.. all.Select(they => they?.Count ?? 0)],
            [.. all.Select(they => they is null ? [] : they.Values.OrderByDescending(it => it.Times).ThenBy(it => it.Name, StringComparer.Ordinal).Take(Said).Select(it => it.Name).ToArray())]);

        void Add(int month, string name, int times)
        {
            if (Reporters.KeyOf(name) is not { Length: > 0 } key)
                return;
            if (!months.TryGetValue(month, out var they))
                months[month] = they = [];
            they[key] = they.TryGetValue(key, out var known) ? known with { Times = known.Times + times } : new Reporter(name, times);
        }
    }

    /// <summary>Months since the year 0.</summary>
    public static int MonthOf(int day) => Days.Date(day) is var date ? date.Year * 12 + date.Month - 1 : 0;

    /// <summary>How often each set of reporters reports in each month; one look at every event.</summary>
    private static Dictionary<(int Month, int Set), int> Sets(CountedEvents events, Box box)
    {
        var inBox = Array.ConvertAll(events.Spots, spot => Holds(box, spot.Latitude, spot.Longitude));
        var found = new Dictionary<(int, int), int>();
        var (day, month) = (int.MinValue, 0);
        foreach (ref readonly var it in events.Rows.AsSpan())
        {
            if (!inBox[it.Spot] || it.Earliest == Days.OpenStart)
                continue;
            if (it.Earliest != day)
                (day, month) = (it.Earliest, MonthOf(it.Earliest));
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(found, (month, it.Reporters), out _)++;
        }
        return found;
    }

    private static bool Holds(Box box, double latitude, double longitude) => latitude >= box.South && latitude <= box.North && longitude >= box.West && longitude <= box.East;

    private readonly record struct Reporter(string Name, int Times);
}
