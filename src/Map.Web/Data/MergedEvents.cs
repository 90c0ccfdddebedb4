using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>An event that was found to be another one is deleted, and says which: whoever asks for it is led there.</summary>
public static class MergedEvents
{
    /// <summary>What the history of the event that stays calls it: no column, for the other's row says it.</summary>
    public const string Field = "MergedIn";

    /// <summary>More steps than anybody takes; a ring would end here.</summary>
    private const int MostSteps = 20;

    /// <summary>The event that stands for this one: itself, unless it was merged, perhaps into one that was merged itself.</summary>
    public static async Task<long> StandsForAsync(this MapDb db, long id, CancellationToken cancel = default)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var next = await db.Events.Where(e => e.Id == id && e.MergedIntoId != null).Select(e => e.MergedIntoId).FirstOrDefaultAsync(cancel);
            if (next is not { } other) return id;
            id = other;
        }
        return id;
    }

    /// <summary>The public event that stands for one that was merged; null where it was not, or readers do not see that one.</summary>
    public static async Task<long?> PublicStandsForAsync(this MapDb db, long id, CancellationToken cancel = default) =>
        await db.StandsForAsync(id, cancel) is var stands && stands != id && await db.PublicEvents.AnyAsync(e => e.Id == stands, cancel) ? stands : null;

    /// <summary>The events that were merged into this one, and those merged into them.</summary>
    public static async Task<IReadOnlyList<long>> MergedIntoAsync(this MapDb db, long id, CancellationToken cancel = default)
    {
        var all = new List<long>();
        List<long> last = [id];
        for (var step = 0; last.Count > 0 && step < MostSteps; step++)
        {
            var into = last;
            // By the history, which has an index for it; the rows say whether it still holds.
            var told = (await db.Revisions.Where(r => r.Table == "Events" && into.Contains(r.RowId) && r.Field == Field && r.New != null).Select(r => r.New!).ToListAsync(cancel)).Select(text => long.Parse(text, CultureInfo.InvariantCulture)).Distinct().ToList();
            if (told.Count == 0) break;
            last = await db.Events.Where(e => told.Contains(e.Id) && e.MergedIntoId != null && into.Contains(e.MergedIntoId.Value)).Select(e => e.Id).ToListAsync(cancel);
            last.RemoveAll(found => found == id || all.Contains(found));
            all.AddRange(last);
        }
        return all;
    }

    /// <summary>Tells the history of the event that stays that another came into it, or left it again. Call inside the write gate.</summary>
    public static void NoteMerged(this MapDb db, EventRow stays, long other, WriteRequest request, DateTime at, bool takenBack = false)
    {
        var id = other.ToString(CultureInfo.InvariantCulture);
        db.Revisions.Add(new()
        {
            Table = "Events",
            RowId = stays.Id,
            Field = Field,
            Old = takenBack ? id : null,
            New = takenBack ? null : id,
            Why = request.Why,
            Who = request.Who,
            At = at,
            RequestId = request.RequestId,
            Version = stays.Version,
        });
    }
}
