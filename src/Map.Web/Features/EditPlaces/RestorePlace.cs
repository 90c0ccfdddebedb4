using Map.Core.Places;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

internal sealed class RestorePlace(IDbContextFactory<MapDb> databases, SavePlace save) : RestoreOf<PlaceRow, PlaceDraft>(databases)
{
    public override string Table => "Places";

    protected override Task<PlaceRow?> RowAsync(MapDb db, long id, CancellationToken cancel) =>
        db.Places.AsNoTracking().Include(place => place.Names).SingleOrDefaultAsync(place => place.Id == id, cancel);

    protected override Task<PlaceDraft> DraftAsync(MapDb db, PlaceRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel)
    {
        db.Put(version, row, "", nameof(PlaceRow.Key), nameof(PlaceRow.Status));
        row.Names = db.Children(version, "Names", row.Names, it => it.Id, id => new PlaceNameRow { Id = id });
        return Task.FromResult(LoadPlace.From(row));
    }

    protected override async Task<RestoreOutcome> SaveAsync(PlaceDraft draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel)
    {
        draft.Reason = wish.Reason;
        var outcome = await save.RunAsync(draft, editor, wish.Request, lang.IsArabic, cancel);
        return outcome.Version is not null ? RestoreOutcome.Done(outcome.Review) : outcome.Theirs is not null ? RestoreOutcome.MovedOn(lang) : RestoreOutcome.Correct(outcome.Problems);
    }
}
