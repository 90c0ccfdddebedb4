using Map.Core.Events;
using Map.Core.Stories;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditStories;

/// <summary>Stories in the queue: a new one, or a change of one that readers see.</summary>
internal sealed class ReviewStories(SaveStory save, DeskSearch search) : ReviewsDrafts<StoryRow, StoryDraft>(search)
{
    public override string Table => Submissions.Stories;

    public override async Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel)
    {
        var ids = reviews.Select(it => it.RowId).ToHashSet();
        var names = await db.Stories.Where(it => ids.Contains(it.Id)).Select(it => new { it.Id, it.Title, it.TitleAr }).ToDictionaryAsync(it => it.Id, it => Name(it.Title, it.TitleAr), cancel);
        return reviews.Where(it => names.ContainsKey(it.RowId)).ToDictionary(it => it.Id, it => Proposed(it) is { } proposed ? Name(proposed.Title, proposed.TitleAr) : names[it.RowId]);
    }

    protected override Task<StoryRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => db.Stories.AsTracking().SingleOrDefaultAsync(story => story.Id == id && story.DeletedAt == null, cancel);

    protected override Guid VersionOf(StoryRow row) => row.Version;

    protected override Task<StoryDraft> DraftAsync(MapDb db, StoryRow row, Language lang, CancellationToken cancel) => Task.FromResult(LoadStory.From(row));

    protected override IMergeOf<StoryDraft> Merge(StoryDraft? seen, StoryDraft mine, StoryDraft theirs, NamedThings names, Language lang) => new StoryMerge(seen, mine, theirs, lang);

    protected override StoryDraft Nothing() => new() { Status = "" };

    protected override void Stand(StoryDraft draft, StoryRow row, bool isNew)
    {
        (draft.Key, draft.Version) = (row.Key, row.Version);
        if (isNew) { draft.Status = EventStatus.Published.Id; }
    }

    /// <summary>Its sources: the reviewer has them beside the text, and is told of one that readers do not see yet.</summary>
    protected override Mentions MentionsOf(StoryDraft draft) => new([], [], [.. draft.Chapters.SelectMany(it => it.Links()).Select(link => link.Source).OfType<string>().Distinct().Select(key => ((long?)null, key))]);

    protected override QueuedName Name(StoryDraft draft, StoryRow row, NamedThings names) => Name(draft.Title, draft.TitleAr);

    protected override string FormOf(StoryRow row) => $"/desk/stories/{row.Key}";

    protected override Task<IReadOnlyList<FieldProblem>> WriteAsync(MapDb db, StoryRow row, StoryDraft approved, string why, Language lang, CancellationToken cancel)
    {
        approved.Reason = why;
        return save.ApplyApprovedAsync(db, row, approved, lang.IsArabic, cancel);
    }

    private static QueuedName Name(string title, string? titleAr) => new(title.Trim().Length > 0 ? title.Trim() : titleAr ?? "", string.IsNullOrWhiteSpace(titleAr) ? null : titleAr.Trim(), "icon:list");
}
