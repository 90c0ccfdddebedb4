using Map.Core.Actors;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditActors;

/// <summary>What an actor's draft is judged by: all actors, all relations, and whoever is said to hold places.</summary>
internal sealed record KnownActors(IReadOnlyList<KnownParty> Parties, IReadOnlyList<KnownTie> Ties, IReadOnlyList<string> Holders)
{
    public static readonly KnownActors None = new([], [], []);

    public static async Task<KnownActors> OfAsync(MapDb db, CancellationToken cancel = default)
    {
        var parties = await db.Actors.Select(actor => new KnownParty(actor.Id, actor.Key, actor.Name, actor.ValidEdtf)).ToListAsync(cancel);
        var ties = await db.ActorRelations.Where(tie => tie.DeletedAt == null).Select(tie => new KnownTie(tie.FromId, tie.Kind, tie.ToId, tie.Edtf)).ToListAsync(cancel);
        var held = await db.Actors.Where(actor => actor.Holder != null && actor.Holder != "").Select(actor => actor.Holder!).Distinct().ToListAsync(cancel);
        return new(parties, ties, [.. Core.Control.Holders.InOrder(Core.Control.Holders.Named.Select(holder => holder.Id).Concat(held))]);
    }

    public static Mentions MentionsOf(ActorDraft draft) => new([], [.. draft.Relations.Select(tie => (tie.ToId, ""))], [.. draft.Relations.Select(tie => (tie.SourceId, tie.SourceKey))]);
}
