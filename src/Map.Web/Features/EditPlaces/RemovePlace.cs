using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

/// <summary>Takes a place that nothing rests on out of the gazetteer. Its history keeps what it was.</summary>
internal sealed class RemovePlace(WriteGate gate)
{
    /// <summary>False where something rests on it, or it is gone already.</summary>
    public Task<bool> RunAsync(string key, Editor editor, string why, Guid requestId) =>
        gate.RunAsync(editor.Writes(why, requestId) with { Act = "delete", Target = $"place {key}" }, async db =>
        {
            if (await LoadPlace.RowAsync(db, key, default) is not { } row || (await PlaceUse.OfAsync(db, key, default)).IsUsed) { return false; }
            db.RemoveRange(row.Names);
            db.Remove(row);
            return true;
        });
}
