using Map.Core.Time;
using Map.Web.Packs.InView;

namespace Map.Web.Features.Print.Drawing;

/// <summary>What stands on one spot: one event's symbol, or a count.</summary>
/// <param name="Lone">The event, where it is one.</param>
internal sealed record Mark(double X, double Y, double Radius, int Certain, int Possible, VisibleEvent? Lone)
{
    public int All => Certain + Possible;

    public Area Box => new(X - Radius, Y - Radius, Radius * 2, Radius * 2);
}

/// <summary>Events gathered as on screen (client/layers/groups.ts, events.ts): busy spots first, what lies near joins them.</summary>
internal static class EventMarks
{
    private const double Touching = 17, Single = 8;

    public static IReadOnlyList<Mark> Of(IReadOnlyList<VisibleEvent> events, MapFrame frame, int days)
    {
        // Long windows hold many events: gathered more widely, they leave the control layer to be seen.
        var apart = days <= 31 ? 30 : days <= 100 ? 42 : 54;
        var spots = events.GroupBy(it => (it.Latitude, it.Longitude)).Select(spot => new Spot(frame.X(spot.Key.Longitude), frame.Y(spot.Key.Latitude), [.. spot]))
            .OrderByDescending(spot => spot.Events[0].Weight).ThenByDescending(spot => spot.Events.Count).ThenBy(spot => spot.X).ThenBy(spot => spot.Y).ToList();
        var groups = new List<(double X, double Y, List<VisibleEvent> Events)>();
        foreach (var spot in spots)
        {
            var near = groups.Where(group => Away(group.X, group.Y, spot) < apart).OrderBy(group => Away(group.X, group.Y, spot)).FirstOrDefault();
            if (near.Events is { } there) there.AddRange(spot.Events);
            else groups.Add((spot.X, spot.Y, [.. spot.Events]));
        }
        var marks = groups.Where(group => group.Events.Count > 1).Select(group => Counted(group.X, group.Y, group.Events)).ToList();
        foreach (var (x, y, lone) in groups.Where(group => group.Events.Count == 1))
        {
            var at = marks.FindIndex(mark => Math.Sqrt(Math.Pow(mark.X - x, 2) + Math.Pow(mark.Y - y, 2)) < (mark.Lone is null ? mark.Radius + Single - 1 : Touching));
            var sure = lone[0].IsCertain ? 1 : 0;
            if (at < 0)
                marks.Add(new Mark(x, y, Single, sure, 1 - sure, lone[0]));
            else
                marks[at] = marks[at] with { Certain = marks[at].Certain + sure, Possible = marks[at].Possible + 1 - sure, Radius = Disc(marks[at].All + 1), Lone = null };
        }
        // Whole, where the spot is at the picture's edge.
        return [.. marks.Select(mark => mark with { X = Math.Clamp(mark.X, mark.Radius + 3, frame.Width - mark.Radius - 3), Y = Math.Clamp(mark.Y, mark.Radius + 3, frame.Height - mark.Radius - 3) })];
    }

    /// <summary>How strongly an event is drawn of which only a part of its span lies in the window; of an open span no part can be told.</summary>
    public static double Opacity(VisibleEvent it, int from, int to) => it.IsCertain ? 1
        : it.Earliest == Days.OpenStart || it.Latest == Days.OpenEnd ? 0.6
        : Math.Clamp(((double)Math.Min(it.Latest, to) - Math.Max(it.Earliest, from) + 1) / ((double)it.Latest - it.Earliest + 1), 0.35, 0.95);

    private static Mark Counted(double x, double y, List<VisibleEvent> events)
    {
        var certain = events.Count(it => it.IsCertain);
        return new Mark(x, y, Disc(events.Count), certain, events.Count - certain, null);
    }

    private static double Disc(int count) => Math.Round(Math.Min(19, 9.5 + 1.55 * Math.Sqrt(count)) * 2) / 2;

    private static double Away(double x, double y, Spot spot) => Math.Sqrt(Math.Pow(x - spot.X, 2) + Math.Pow(y - spot.Y, 2));

    private sealed record Spot(double X, double Y, List<VisibleEvent> Events);
}
