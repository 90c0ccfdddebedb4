using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditActors;

/// <summary>Where an actor is named, and so why it stays.</summary>
/// <param name="Events">Some of the events it takes part in or speaks on, deleted ones too.</param>
/// <param name="Relations">Some of the actors it stands in a relation with.</param>
public sealed record ActorUses(IReadOnlyList<UsedIn> Events, int EventCount, IReadOnlyList<UsedIn> Relations, int RelationCount)
{
    /// <summary>Where the wish to delete it waits for somebody's approval.</summary>
    public long? Review { get; init; }

    public bool None => EventCount == 0 && RelationCount == 0;
}

/// <summary>One record that names another.</summary>
public sealed record UsedIn(long Id, string Name, string? NameAr);

/// <summary>Removes an actor that nothing names. What it was stays in the history.</summary>
public sealed class RemoveActor(WriteGate gate, TimeProvider clock)
{
    /// <summary>Records listed of each kind; the rest is counted.</summary>
    private const int Most = 5;

    public static async Task<ActorUses> UsesAsync(MapDb db, long id, CancellationToken cancel = default)
    {
        var events = db.Events.Where(it => it.Actors.Any(part => part.ActorId == id) || it.Claims.Any(claim => claim.ClaimantId == id));
        var ties = db.ActorRelations.Where(tie => tie.DeletedAt == null && (tie.FromId == id || tie.ToId == id));
        return new(
            await events.OrderByDescending(it => it.ChangedAt).Take(Most).Select(it => new UsedIn(it.Id, it.Title, it.TitleAr)).ToListAsync(cancel),
            await events.CountAsync(cancel),
            await ties.Take(Most).Select(tie => tie.FromId == id ? new UsedIn(tie.ToId, tie.To.Name, tie.To.NameAr) : new UsedIn(tie.FromId, tie.From.Name, tie.From.NameAr)).ToListAsync(cancel),
            await ties.CountAsync(cancel));
    }

    /// <summary>Where it is named still; nothing is removed then. Null where it is not there any longer.</summary>
    public Task<ActorUses?> RunAsync(long id, Editor editor, string why, Guid requestId, CancellationToken cancel = default)
    {
        var request = editor.Writes(why, requestId) with { Act = "delete", Target = $"actor {id}" };
        return gate.RunAsync(request, async db =>
        {
            if (await LoadActor.RowAsync(db, id, cancel) is not { } row) { return null; }
            var uses = await UsesAsync(db, id, cancel);
            if (!uses.None) { return uses; }
            if (!await Reviewing.MayRemoveAsync(db, row, editor, cancel))
            {
                request.Act = "submit";
                return uses with { Review = (await Submissions.ProposeDeletionAsync(db, Submissions.Actors, id, row.Version, LoadActor.From(row, []), why, editor, clock.GetUtcNow().UtcDateTime, cancel)).Id };
            }
            await TakeAwayAsync(db, row, cancel);
            return uses;
        }, cancel);
    }

    /// <summary>Inside a write; whether it may go is judged by who calls.</summary>
    internal static async Task TakeAwayAsync(MapDb db, ActorRow row, CancellationToken cancel)
    {
        // Relations taken back earlier still point here; the history has what they said.
        db.ActorRelations.RemoveRange(await db.ActorRelations.Where(tie => tie.FromId == row.Id || tie.ToId == row.Id).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        db.Actors.Remove(row);
    }
}
