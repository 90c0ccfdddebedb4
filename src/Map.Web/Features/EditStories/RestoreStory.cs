using Map.Core.Stories;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditStories;

internal sealed class RestoreStory(IDbContextFactory<MapDb> databases, SaveStory save) : RestoreOf<StoryRow, StoryDraft>(databases)
{
    public override string Table => Submissions.Stories;

    protected override Task<StoryRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => db.Stories.AsNoTracking().SingleOrDefaultAsync(story => story.Id == id && story.DeletedAt == null, cancel);

    protected override Task<StoryDraft> DraftAsync(MapDb db, StoryRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel)
    {
        db.Put(version, row, "", nameof(StoryRow.Key), nameof(StoryRow.Status), nameof(StoryRow.DeletedAt), nameof(StoryRow.OwnerId), nameof(StoryRow.Owner));
        return Task.FromResult(LoadStory.From(row));
    }

    protected override async Task<RestoreOutcome> SaveAsync(StoryDraft draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel)
    {
        draft.Reason = wish.Reason;
        var outcome = await save.RunAsync(draft, editor, wish.Request, lang.IsArabic, cancel);
        return outcome.Version is not null ? RestoreOutcome.Done(outcome.Review) : outcome.Theirs is not null ? RestoreOutcome.MovedOn(lang) : RestoreOutcome.Correct(outcome.Problems);
    }
}
