using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditControl;

/// <summary>Takes a control claim off every map, and puts it back: nothing is erased.</summary>
public sealed class RemoveControlClaim(WriteGate gate, TimeProvider clock)
{
    /// <summary>False where the claim is not there, or already as asked.</summary>
    public Task<bool> DeleteAsync(long id, Editor editor, string why, Guid requestId) =>
        SetAsync(id, editor, why, requestId, "delete", row => row.Delete(clock.GetUtcNow().UtcDateTime));

    public Task<bool> RestoreAsync(long id, Editor editor, string why, Guid requestId) => SetAsync(id, editor, why, requestId, "undo", row => row.Restore());

    private Task<bool> SetAsync(long id, Editor editor, string why, Guid requestId, string act, Action<ControlClaimRow> set) =>
        gate.RunAsync(editor.Writes(why, requestId) with { Act = act, Target = $"control claim {id}" }, async db =>
        {
            if (await db.ControlClaims.FindAsync(id) is not { } row) { return false; }
            (await Reviewing.OfAsync(db, editor)).MustRemove(row.Status == EventStatus.Published.Id);
            var was = row.DeletedAt;
            set(row);
            return was != row.DeletedAt;
        });
}
