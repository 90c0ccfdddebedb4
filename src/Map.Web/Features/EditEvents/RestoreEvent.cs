using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditEvents;

/// <summary>An event with its actors, figures and claims as they were; a claim that is gone comes back as a new one.</summary>
internal sealed class RestoreEvent(IDbContextFactory<MapDb> databases, SaveEvent save) : RestoreOf<EventRow, EventDraft>(databases)
{
    public override string Table => "Events";

    protected override async Task<EventRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => await LoadDraft.RowAsync(db, id, cancel) is { DeletedAt: null, MergedIntoId: null } row ? row : null;

    protected override async Task<EventDraft> DraftAsync(MapDb db, EventRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel)
    {
        db.Put(version, row, "", nameof(EventRow.Status), nameof(EventRow.DeletedAt), nameof(EventRow.MergedIntoId));
        row.Actors = db.Children(version, "Actors", row.Actors, it => it.Id, id => new EventActorRow { Id = id });
        row.Figures = db.Children(version, "Figures", row.Figures, it => it.Id, id => new FigureRow { Id = id });
        row.Claims = db.Children(version, "Claims", row.Claims, it => it.Id, id => new ClaimRow { Id = id });
        var (actors, places, sources) = (row.Actors.Select(it => it.ActorId).Concat(row.Claims.Select(it => it.ClaimantId ?? 0)).ToList(), row.Claims.Select(it => it.PlaceId ?? 0).Append(row.PlaceId ?? 0).ToList(), row.Claims.Select(it => it.SourceId).ToList());
        var actor = await KnownAsync(db.Actors.Where(it => actors.Contains(it.Id)), it => it.Id, cancel);
        var place = await KnownAsync(db.Places.Where(it => places.Contains(it.Id)), it => it.Id, cancel);
        var source = await KnownAsync(db.Sources.Where(it => sources.Contains(it.Id)), it => it.Id, cancel);
        row.Place = place(row.PlaceId);
        foreach (var it in row.Actors) { it.Actor = actor(it.ActorId) ?? new() { Id = it.ActorId }; }
        foreach (var it in row.Claims) { (it.Claimant, it.Place, it.Source) = (actor(it.ClaimantId), place(it.PlaceId), source(it.SourceId) ?? new() { Id = it.SourceId }); }
        return LoadDraft.From(row);
    }

    protected override async Task<RestoreOutcome> SaveAsync(EventDraft draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel)
    {
        (draft.Reason, draft.PositionConfirmed) = (wish.Reason, true);
        var outcome = await save.RunAsync(draft, editor, wish.Request, lang.IsArabic, cancel);
        return outcome.Saved ? RestoreOutcome.Done(outcome.Review) : outcome.Theirs is not null ? RestoreOutcome.MovedOn(lang) : RestoreOutcome.Correct(outcome.Problems);
    }
}
