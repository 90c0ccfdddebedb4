using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>Why a list is empty, and the ways out of it.</summary>
/// <param name="FilteredOut">Events in window and view whose type is not shown.</param>
/// <param name="Elsewhere">Events in the window outside the view.</param>
/// <param name="Next">The next day with an event in the view after the window; null if there is none.</param>
/// <param name="Previous">The last day with an event in the view before the window; null if there is none.</param>
public sealed record NothingHere(int FilteredOut, int Elsewhere, int? Next, int? Previous)
{
    public static async Task<NothingHere> WhyAsync(MapDb db, ShownPart part, int filteredOut, CancellationToken cancel)
    {
        var (from, to) = (part.From, part.To);
        var chosen = part.Types is { } types ? db.PublicEvents.Where(e => types.Contains(e.Type)) : db.PublicEvents;
        var box = part.Box;
        var here = chosen.Where(e => e.Latitude >= box.South && e.Latitude <= box.North && e.Longitude >= box.West && e.Longitude <= box.East);
        var elsewhere = await chosen.CountAsync(e => e.EarliestDay <= to && e.LatestDay >= from, cancel);
        var next = await here.Where(e => e.EarliestDay > to).OrderBy(e => e.EarliestDay).Select(e => (int?)e.EarliestDay).FirstOrDefaultAsync(cancel);
        var previous = from == Days.OpenStart ? null
            : await here.Where(e => e.LatestDay < from).OrderByDescending(e => e.LatestDay).Select(e => (int?)e.LatestDay).FirstOrDefaultAsync(cancel);
        return new NothingHere(filteredOut, elsewhere, next, previous);
    }
}
