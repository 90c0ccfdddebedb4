using Map.Core.Sources;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditSources;

internal sealed class RestoreSource(IDbContextFactory<MapDb> databases, SaveSource save) : RestoreOf<SourceRow, SourceSheet>(databases)
{
    public override string Table => "Sources";

    protected override Task<SourceRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => db.Sources.AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, cancel);

    protected override async Task<SourceSheet> DraftAsync(MapDb db, SourceRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel)
    {
        // Its key names it in other records; that its link answered is no statement of anybody's.
        db.Put(version, row, "", nameof(SourceRow.Key), nameof(SourceRow.Status), nameof(SourceRow.LinkState), nameof(SourceRow.CheckedAt), nameof(SourceRow.ArchivedAt));
        return LoadSource.From(row, await LoadSource.AllAsync(db, cancel), lang.IsArabic);
    }

    protected override async Task<RestoreOutcome> SaveAsync(SourceSheet draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel)
    {
        draft.Reason = wish.Reason;
        var outcome = await save.RunAsync(draft, editor, wish.Request, lang.IsArabic, cancel);
        return outcome.Saved ? RestoreOutcome.Done(outcome.Review) : outcome.Theirs is not null ? RestoreOutcome.MovedOn(lang) : RestoreOutcome.Correct(outcome.Problems);
    }
}
