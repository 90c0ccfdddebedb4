using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditStories;

/// <summary>Takes a story from readers, and puts it back: its addresses answer that it is not there, and its history stands.</summary>
internal sealed class RemoveStory(WriteGate gate, TimeProvider clock)
{
    /// <summary>False where it is not there, or already as asked.</summary>
    /// <exception cref="NotAllowedException">Readers see it, and it is not this person's to take from them or to give back.</exception>
    public Task<bool> DeleteAsync(string key, Editor editor, string why, Guid requestId) => SetAsync(key, editor, why, requestId, "delete", clock.GetUtcNow().UtcDateTime);

    public Task<bool> RestoreAsync(string key, Editor editor, string why, Guid requestId) => SetAsync(key, editor, why, requestId, "undo", null);

    private Task<bool> SetAsync(string key, Editor editor, string why, Guid requestId, string act, DateTime? deletedAt) =>
        gate.RunAsync(editor.Writes(why, requestId) with { Act = act, Target = $"story {key}" }, async db =>
        {
            if (await LoadStory.RowAsync(db, key, default) is not { } row || row.DeletedAt is null == deletedAt is null) { return false; }
            (await Reviewing.OfAsync(db, editor)).MustRemove(row.Status == EventStatus.Published.Id);
            row.DeletedAt = deletedAt;
            return true;
        });
}
