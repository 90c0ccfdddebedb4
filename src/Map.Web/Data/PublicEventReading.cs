using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

public static class PublicEventReading
{
    /// <summary>One public event with everything that readers are told of it; null where there is none.</summary>
    public static async Task<EventRow?> PublicEventAsync(this MapDb db, long id, CancellationToken cancel)
    {
        var row = await db.PublicEvents.AsSplitQuery()
            .Include(e => e.Place)
            .Include(e => e.Actors.OrderBy(a => a.Position)).ThenInclude(a => a.Actor)
            .Include(e => e.Figures.OrderBy(f => f.Id))
            .FirstOrDefaultAsync(e => e.Id == id, cancel);
        if (row is null) return null;
        row.Claims = await db.PublicClaims.Where(c => c.EventId == id).OrderBy(c => c.Position).ThenBy(c => c.Id)
            .Include(c => c.Source).Include(c => c.Claimant).Include(c => c.Place).ToListAsync(cancel);
        return row;
    }
}
