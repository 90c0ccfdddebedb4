using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;

namespace Map.Web.Packs.InView;

/// <summary>How many events of a view each stretch of a longer time has, as the bars of the time axis tell it (client/time/histogram.ts): a span that lasted has its share in each, a day not known its share as only possible.</summary>
/// <param name="Grain">week, month or year.</param>
/// <param name="Starts">First days of the bars, and the day after the last.</param>
public sealed record EventBars(string Grain, IReadOnlyList<int> Starts, IReadOnlyList<double> Certain, IReadOnlyList<double> Possible)
{
    public static readonly EventBars None = new("week", [0, 7], [0], [0]);

    private const int YearOfWeeks = 420, YearsOfMonths = 366 * 7;

    /// <summary>Around the window: a year in weeks, a longer window in months or years.</summary>
    public static async Task<EventBars> ReadAsync(MapRows rows, MapState state, MapBounds box, PackIndexFile index, CancellationToken cancel)
    {
        var part = StartingPoint.Part(state, box);
        var (first, last) = (Day(index.FirstDay), Day(index.EventsTo));
        int from = part.From == Days.OpenStart ? Math.Min(first, part.To - 365) : part.From, to = part.To == Days.OpenEnd ? Math.Max(last, part.From + 365) : part.To;
        var length = Math.Max(365, (int)((to - from + 1) * 1.2));
        var end = Math.Min(to + length / 6, Math.Max(last, to));
        var starts = StartsOf(end - length + 1, end);
        await using var db = await rows.Databases.CreateDbContextAsync(cancel);
        var events = await VisibleEvents.ReadAsync(db, rows.Events, (part with { From = starts.Days[0], To = starts.Days[^1] - 1 }).Question, cancel);
        var (certain, possible) = (new double[starts.Days.Count - 1], new double[starts.Days.Count - 1]);
        foreach (var it in events.Found)
        {
            if (it.Earliest == Days.OpenStart || it.Latest == Days.OpenEnd)
                continue;
            for (var bar = BarOf(starts.Days, Math.Max(it.Earliest, starts.Days[0])); bar < certain.Length && starts.Days[bar] <= it.Latest; bar++)
            {
                var share = (double)(Math.Min(it.Latest, starts.Days[bar + 1] - 1) - Math.Max(it.Earliest, starts.Days[bar]) + 1) / (it.Latest - it.Earliest + 1);
                if (it.WentOn || (it.Earliest >= starts.Days[bar] && it.Latest < starts.Days[bar + 1])) certain[bar] += share; else possible[bar] += share;
            }
        }
        return new EventBars(starts.Grain, starts.Days, certain, possible);
    }

    private static int BarOf(List<int> starts, int day) => starts.BinarySearch(day) is var at && at >= 0 ? at : ~at - 1;

    private static (string Grain, List<int> Days) StartsOf(int from, int to)
    {
        var starts = new List<int>();
        if (to - from < YearOfWeeks)
        {
            // Weeks begin on Monday; 1970-01-01 was a Thursday.
            for (var day = from - (int)((((long)from - 4) % 7 + 7) % 7); ; day += 7)
            {
                starts.Add(day);
                if (day > to) return ("week", starts);
            }
        }
        var months = to - from < YearsOfMonths ? 1 : 12;
        var date = Days.Date(from);
        for (var at = new DateOnly(date.Year, months == 12 ? 1 : date.Month, 1); ; at = at.AddMonths(months))
        {
            starts.Add(Days.Of(at));
            if (Days.Of(at) > to) return (months == 12 ? "year" : "month", starts);
        }
    }

    private static int Day(string iso) => PastAddresses.Day(iso) is { } day ? Days.Of(day) : 0;
}
