using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>One published event with everything its card says.</summary>
/// <param name="Changes">Its last changes, newest first; empty for readers who are not editors.</param>
public sealed record EventReading(EventRow Event, IReadOnlyList<ClaimGroup> Groups, IReadOnlyList<RevisionRow> Changes)
{
    private const int LastChanges = 10;

    /// <summary>Null where there is no such event, or it is not published.</summary>
    public static async Task<EventReading?> ReadAsync(MapDb db, long id, bool withChanges, CancellationToken cancel)
    {
        var row = await db.PublicEvents.AsNoTracking().AsSplitQuery()
            .Include(e => e.Place)
            .Include(e => e.Actors.OrderBy(a => a.Position)).ThenInclude(a => a.Actor)
            .Include(e => e.Figures.OrderBy(f => f.Id))
            .Include(e => e.Claims.OrderBy(c => c.Position)).ThenInclude(c => c.Source)
            .Include(e => e.Claims).ThenInclude(c => c.Claimant)
            .Include(e => e.Claims).ThenInclude(c => c.Place)
            .FirstOrDefaultAsync(e => e.Id == id, cancel);
        if (row is null) { return null; }
        var changes = withChanges ? await db.HistoryOf("Events", id).Take(LastChanges).ToListAsync(cancel) : [];
        return new EventReading(row, ClaimGroup.Of(row.Claims), changes);
    }

    /// <summary>The day a map goes to for this event: its last, else its first; null where neither is known.</summary>
    public int? Day => Event.LatestDay != Days.OpenEnd ? Event.LatestDay : Event.EarliestDay != Days.OpenStart ? Event.EarliestDay : null;

    /// <summary>Claims that answer one question differently, and nothing that settles it.</summary>
    public ClaimGroup? Dispute => Groups.FirstOrDefault(group => group.IsCompeting
        && group.Claims.Any(claim => claim.Denies || group.Field is "attribution" or "date" or "place" or "figures")
        && group.Claims.All(claim => claim.Credibility != 1));

    public int Sources => Event.Claims.Select(claim => claim.SourceId).Distinct().Count();
}
