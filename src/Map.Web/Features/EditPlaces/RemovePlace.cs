using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

/// <summary>What became of the wish to remove a place.</summary>
/// <param name="IsGone">False where something rests on it, or it is gone already, or the wish waits.</param>
/// <param name="Review">Where it waits for somebody's approval.</param>
internal sealed record PlaceRemoval(bool IsGone, long? Review);

/// <summary>Takes a place that nothing rests on out of the gazetteer. Its history keeps what it was.</summary>
internal sealed class RemovePlace(WriteGate gate, TimeProvider clock)
{
    public Task<PlaceRemoval> RunAsync(string key, Editor editor, string why, Guid requestId)
    {
        var request = editor.Writes(why, requestId) with { Act = "delete", Target = $"place {key}" };
        return gate.RunAsync(request, async db =>
        {
            if (await LoadPlace.RowAsync(db, key, default) is not { } row || (await PlaceUse.OfAsync(db, key, default)).IsUsed) { return new PlaceRemoval(false, null); }
            if (!await Reviewing.MayRemoveAsync(db, row, editor, default))
            {
                request.Act = "submit";
                return new(false, (await Submissions.ProposeDeletionAsync(db, Submissions.Places, row.Id, row.Version, LoadPlace.From(row), why, editor, clock.GetUtcNow().UtcDateTime, default)).Id);
            }
            TakeAway(db, row);
            return new(true, null);
        });
    }

    /// <summary>Inside a write; whether it may go is judged by who calls.</summary>
    internal static void TakeAway(MapDb db, PlaceRow row)
    {
        db.RemoveRange(row.Names);
        db.Remove(row);
    }
}
