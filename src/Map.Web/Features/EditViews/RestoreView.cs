using Map.Core.Views;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditViews;

internal sealed class RestoreView(IDbContextFactory<MapDb> databases, SaveView save) : RestoreOf<ViewRow, ViewDraft>(databases)
{
    public override string Table => Submissions.Views;

    protected override Task<ViewRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => db.Views.AsNoTracking().SingleOrDefaultAsync(view => view.Id == id && view.DeletedAt == null, cancel);

    protected override Task<ViewDraft> DraftAsync(MapDb db, ViewRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel)
    {
        db.Put(version, row, "", nameof(ViewRow.Key), nameof(ViewRow.Status), nameof(ViewRow.DeletedAt), nameof(ViewRow.OwnerId), nameof(ViewRow.Owner));
        return LoadView.FromAsync(db, row, cancel);
    }

    protected override async Task<RestoreOutcome> SaveAsync(ViewDraft draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel)
    {
        draft.Reason = wish.Reason;
        var outcome = await save.RunAsync(draft, editor, wish.Request, lang.IsArabic, cancel);
        return outcome.Version is not null ? RestoreOutcome.Done(outcome.Review) : outcome.Theirs is not null ? RestoreOutcome.MovedOn(lang) : RestoreOutcome.Correct(outcome.Problems);
    }
}
