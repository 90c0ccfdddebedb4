using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>On which day an event was last corrected after readers had seen it.</summary>
/// <param name="Last">Among what is shown; null for never.</param>
/// <param name="Since">Of a past day: after it, so that what is shown is not what stands today.</param>
public readonly record struct EventCorrections(DateOnly? Last, DateOnly? Since)
{
    /// <param name="db">What is shown.</param>
    /// <param name="today">The rows of now, where what is shown is of a past day.</param>
    public static async Task<EventCorrections> OfAsync(MapDb db, IDbContextFactory<MapDb>? today, long id, CancellationToken cancel)
    {
        var last = await LastAsync(db, id, 0, cancel);
        if (today is null) return new(last, null);
        var until = await db.Corrections.MaxAsync(it => (long?)it.Id, cancel) ?? 0;
        await using var now = await today.CreateDbContextAsync(cancel);
        return new(last, await LastAsync(now, id, until, cancel));
    }

    private static async Task<DateOnly?> LastAsync(MapDb db, long id, long after, CancellationToken cancel) =>
        await db.Corrections.Where(it => it.Table == "Events" && it.RowId == id && it.Id > after && it.Kind == Corrections.Corrected).MaxAsync(it => (DateTime?)it.At, cancel) is { } at ? DateOnly.FromDateTime(at) : null;
}
