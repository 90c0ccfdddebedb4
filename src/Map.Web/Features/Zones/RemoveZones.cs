using Map.Web.Data;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.Zones;

/// <summary>Takes a series, or one zone of it, off every map, and puts it back: nothing is erased.</summary>
public sealed class RemoveZones(WriteGate gate, TimeProvider clock)
{
    /// <summary>False where it is not there, or already as asked.</summary>
    public Task<bool> SeriesAsync(long id, bool isDeleted, Editor editor, string why, Guid requestId) =>
        RunAsync($"zones {id}", isDeleted, editor, why, requestId, async db =>
        {
            if (await db.ZoneSeries.FindAsync(id) is not { } row || row.DeletedAt is not null == isDeleted) return false;
            row.DeletedAt = isDeleted ? clock.GetUtcNow().UtcDateTime : null;
            return true;
        });

    public Task<bool> ZoneAsync(long id, bool isDeleted, Editor editor, string why, Guid requestId) =>
        RunAsync($"zone {id}", isDeleted, editor, why, requestId, async db =>
        {
            if (await db.Zones.FindAsync(id) is not { } row || row.DeletedAt is not null == isDeleted) return false;
            row.DeletedAt = isDeleted ? clock.GetUtcNow().UtcDateTime : null;
            return true;
        });

    /// <summary>Shows a series to readers, or keeps it to the desk.</summary>
    public Task<bool> PublishAsync(long id, bool isPublished, Editor editor, Guid requestId) =>
        gate.RunAsync(new WriteRequest(editor.Name, "", requestId) { Act = isPublished ? "publish" : "withdraw", Target = $"zones {id}" }, async db =>
        {
            var status = isPublished ? "published" : "draft";
            if (await db.ZoneSeries.FindAsync(id) is not { } row || row.Status == status) return false;
            row.Status = status;
            return true;
        });

    private Task<bool> RunAsync(string target, bool isDeleted, Editor editor, string why, Guid requestId, Func<MapDb, Task<bool>> work) =>
        gate.RunAsync(new WriteRequest(editor.Name, why, requestId) { Act = isDeleted ? "delete" : "undo", Target = target }, work);
}
