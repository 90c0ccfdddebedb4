using Map.Web.Data;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditEvents;

/// <summary>Takes an event off every map, and puts it back: nothing is erased.</summary>
public sealed class RemoveEvent(WriteGate gate, TimeProvider clock)
{
    /// <summary>False where the event is not there, or already as asked.</summary>
    /// <exception cref="NotAllowedException">Readers see it, and it is not this person's to take from them or to give back.</exception>
    public Task<bool> DeleteAsync(long id, Editor editor, string why, Guid requestId) => SetAsync(id, editor, why, requestId, "delete", clock.GetUtcNow().UtcDateTime);

    public Task<bool> RestoreAsync(long id, Editor editor, string why, Guid requestId) => SetAsync(id, editor, why, requestId, "undo", null);

    private Task<bool> SetAsync(long id, Editor editor, string why, Guid requestId, string act, DateTime? deletedAt) =>
        gate.RunAsync(editor.Writes(why, requestId) with { Act = act, Target = $"event {id}" }, async db =>
        {
            var row = await db.Events.FindAsync(id);
            // One that was merged comes back only by taking the merge back.
            if (row is null || row.MergedIntoId is not null || row.DeletedAt is null == deletedAt is null) { return false; }
            (await Reviewing.OfAsync(db, editor)).MustRemove(Reviewing.IsPublic(row));
            row.DeletedAt = deletedAt;
            row.Version = Guid.NewGuid();
            row.ChangedAt = clock.GetUtcNow().UtcDateTime;
            return true;
        });
}
