using Map.Core.Control;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditControl;

internal sealed class RestoreControlClaim(IDbContextFactory<MapDb> databases, SaveControlClaims save) : RestoreOf<ControlClaimRow, ClaimSheet>(databases)
{
    public override string Table => "ControlClaims";

    protected override async Task<ControlClaimRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => await LoadSheet.RowAsync(db, id, cancel) is { DeletedAt: null } row ? row : null;

    protected override async Task<ClaimSheet> DraftAsync(MapDb db, ControlClaimRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel)
    {
        db.Put(version, row, "", nameof(ControlClaimRow.Key), nameof(ControlClaimRow.Status), nameof(ControlClaimRow.DeletedAt));
        row.Place = await db.Places.AsNoTracking().SingleOrDefaultAsync(it => it.Id == row.PlaceId, cancel) ?? new();
        row.Source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(it => it.Id == row.SourceId, cancel) ?? new() { Id = row.SourceId };
        return LoadSheet.From(row, lang.IsArabic);
    }

    protected override async Task<RestoreOutcome> SaveAsync(ClaimSheet draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel)
    {
        draft.Reason = wish.Reason;
        var outcome = await save.RunAsync(draft, editor, wish.Request, lang, cancel);
        return outcome.Saved ? RestoreOutcome.Done(outcome.Review) : outcome.Theirs is not null ? RestoreOutcome.MovedOn(lang) : RestoreOutcome.Correct(outcome.Problems);
    }
}
