using Map.Core.Actors;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditActors;

/// <summary>An actor with its names and relations as they were; a relation that was taken back comes back as a new one.</summary>
internal sealed class RestoreActor(IDbContextFactory<MapDb> databases, SaveActor save) : RestoreOf<ActorRow, ActorDraft>(databases)
{
    public override string Table => "Actors";

    protected override Task<ActorRow?> RowAsync(MapDb db, long id, CancellationToken cancel) =>
        db.Actors.AsNoTracking().Include(actor => actor.Names).SingleOrDefaultAsync(actor => actor.Id == id, cancel);

    protected override async Task<ActorDraft> DraftAsync(MapDb db, ActorRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel)
    {
        db.Put(version, row, "", nameof(ActorRow.Key), nameof(ActorRow.Status));
        row.Names = db.Children(version, "Names", row.Names, it => it.Id, id => new ActorNameRow { Id = id });
        var standing = await db.ActorRelations.AsNoTracking().Where(tie => tie.FromId == row.Id).ToListAsync(cancel);
        var (deleted, known) = (standing.Where(tie => tie.DeletedAt is not null).Select(tie => tie.Id).ToHashSet(), standing.Select(tie => tie.Id).ToHashSet());
        var ties = db.Children(version, "Relations", standing, it => it.Id, id => new ActorRelationRow { Id = id, FromId = row.Id }).Where(tie => tie.DeletedAt is null).ToList();
        var (others, sources) = (ties.Select(tie => tie.ToId).ToList(), ties.Select(tie => tie.SourceId).ToList());
        var actor = await KnownAsync(db.Actors.Where(it => others.Contains(it.Id)), it => it.Id, cancel);
        var source = await KnownAsync(db.Sources.Where(it => sources.Contains(it.Id)), it => it.Id, cancel);
        foreach (var tie in ties) { (tie.To, tie.Source) = (actor(tie.ToId) ?? new() { Id = tie.ToId }, source(tie.SourceId) ?? new() { Id = tie.SourceId }); }
        var draft = LoadActor.From(row, ties, lang.IsArabic);
        foreach (var tie in draft.Relations.Where(tie => deleted.Contains(tie.RowId ?? 0) || !known.Contains(tie.RowId ?? 0))) { (tie.RowId, tie.Key) = (null, new DraftRelation().Key); }
        return draft;
    }

    protected override async Task<RestoreOutcome> SaveAsync(ActorDraft draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel)
    {
        draft.Reason = wish.Reason;
        var outcome = await save.RunAsync(draft, editor, wish.Request, lang.IsArabic, cancel);
        return outcome.Saved ? RestoreOutcome.Done(outcome.Review) : outcome.Theirs is not null ? RestoreOutcome.MovedOn(lang) : RestoreOutcome.Correct(outcome.Problems);
    }
}
