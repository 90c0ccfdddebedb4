using Map.Core.Events;
using Map.Core.Views;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditViews;

/// <summary>Views in the queue: a new one, or a change of one that readers see.</summary>
internal sealed class ReviewViews(SaveView save, DeskSearch search) : ReviewsDrafts<ViewRow, ViewDraft>(search)
{
    public override string Table => Submissions.Views;

    public override async Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel)
    {
        var ids = reviews.Select(it => it.RowId).ToHashSet();
        var names = await db.Views.Where(it => ids.Contains(it.Id)).Select(it => new { it.Id, it.Title, it.TitleAr }).ToDictionaryAsync(it => it.Id, it => Name(it.Title, it.TitleAr), cancel);
        return reviews.Where(it => names.ContainsKey(it.RowId)).ToDictionary(it => it.Id, it => Proposed(it) is { } proposed ? Name(proposed.Title, proposed.TitleAr) : names[it.RowId]);
    }

    protected override Task<ViewRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => db.Views.AsTracking().SingleOrDefaultAsync(view => view.Id == id && view.DeletedAt == null, cancel);

    protected override Guid VersionOf(ViewRow row) => row.Version;

    protected override Task<ViewDraft> DraftAsync(MapDb db, ViewRow row, Language lang, CancellationToken cancel) => LoadView.FromAsync(db, row, cancel);

    protected override IMergeOf<ViewDraft> Merge(ViewDraft? seen, ViewDraft mine, ViewDraft theirs, NamedThings names, Language lang) => new ViewMerge(seen, mine, theirs, lang);

    protected override ViewDraft Nothing() => new() { Window = "", Layers = [], Theme = "", Status = "" };

    protected override void Stand(ViewDraft draft, ViewRow row, bool isNew)
    {
        (draft.Key, draft.Version) = (row.Key, row.Version);
        if (isNew) { draft.Status = EventStatus.Published.Id; }
    }

    protected override Mentions MentionsOf(ViewDraft draft) => new([], [], []);

    protected override QueuedName Name(ViewDraft draft, ViewRow row, NamedThings names) => Name(draft.Title, draft.TitleAr);

    protected override string FormOf(ViewRow row) => $"/desk/views/{row.Key}";

    protected override Task<IReadOnlyList<FieldProblem>> WriteAsync(MapDb db, ViewRow row, ViewDraft approved, string why, Language lang, CancellationToken cancel)
    {
        approved.Reason = why;
        return save.ApplyApprovedAsync(db, row, approved, lang.IsArabic, cancel);
    }

    private static QueuedName Name(string title, string? titleAr) => new(title.Trim().Length > 0 ? title.Trim() : titleAr ?? "", string.IsNullOrWhiteSpace(titleAr) ? null : titleAr.Trim(), "icon:share");
}
