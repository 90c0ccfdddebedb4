using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>One published event with everything its card says.</summary>
/// <param name="Graded">Its summary grade and what it was made from.</param>
/// <param name="Changes">Its last changes, newest first; empty for readers who are not editors.</param>
/// <param name="Actors">What actors were called, and whose colour they wear, on its date.</param>
public sealed record EventReading(EventRow Event, IReadOnlyList<ClaimGroup> Groups, GradedEvent Graded, IReadOnlyList<HistoryLine> Changes, ActorsInTime Actors)
{
    private const int LastChanges = 10;

    /// <summary>When it was corrected after readers had seen it.</summary>
    public EventCorrections Corrected { get; private init; }

    /// <summary>The event, or the one it was merged into; null where there is no such event, or it is not published.</summary>
    /// <param name="today">The rows of now, where those asked are of a past day.</param>
    public static async Task<EventReading?> ReadAsync(MapDb db, long id, bool withChanges, CancellationToken cancel, IDbContextFactory<MapDb>? today = null)
    {
        var row = await db.PublicEventAsync(id, cancel);
        if (row is null) { return await db.PublicStandsForAsync(id, cancel) is { } stands ? await ReadAsync(db, stands, withChanges, cancel, today) : null; }
        IReadOnlyList<HistoryLine> changes = withChanges ? [.. (await RowHistory.OfAsync(db, "Events", id, cancel)).Take(LastChanges)] : [];
        // Withdrawn between the two readings: as if it had been before.
        return (await GradedEvents.OfAsync(db, [id], cancel)).GetValueOrDefault(id) is { } graded
            ? new EventReading(row, ClaimGroup.Of(row.Claims), graded, changes, await ActorsInTime.ReadAsync(db, cancel)) { Corrected = await EventCorrections.OfAsync(db, today, id, cancel) } : null;
    }

    /// <summary>The day a map goes to for this event: its last, else its first; null where neither is known.</summary>
    public int? Day => Event.LatestDay != Days.OpenEnd ? Event.LatestDay : Event.EarliestDay != Days.OpenStart ? Event.EarliestDay : null;

    public int Sources => Event.Claims.Select(claim => claim.SourceId).Distinct().Count();
}
