using Map.Core.Events;
using Map.Core.Sources;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditSources;

/// <summary>Sources in the queue: a new one, a change of one that readers see, or that it should go.</summary>
internal sealed class ReviewSources(SaveSource save, DeskSearch search) : ReviewsDrafts<SourceRow, SourceSheet>(search)
{
    public override string Table => Submissions.Sources;

    public override async Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel)
    {
        var ids = reviews.Select(it => it.RowId).ToHashSet();
        var titles = await db.Sources.Where(it => ids.Contains(it.Id)).Select(it => new { it.Id, it.Title }).ToDictionaryAsync(it => it.Id, it => it.Title, cancel);
        return reviews.Where(it => titles.ContainsKey(it.RowId)).ToDictionary(it => it.Id, it => Name(Proposed(it)?.Source.Title ?? titles[it.RowId]));
    }

    protected override async Task<SourceRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => await db.Sources.FindAsync([id], cancel);

    protected override Guid VersionOf(SourceRow row) => row.Version;

    protected override async Task<SourceSheet> DraftAsync(MapDb db, SourceRow row, Language lang, CancellationToken cancel) => LoadSource.From(row, await LoadSource.AllAsync(db, cancel), lang.IsArabic);

    protected override IMergeOf<SourceSheet> Merge(SourceSheet? seen, SourceSheet mine, SourceSheet theirs, NamedThings names, Language lang) => new SourceMerge(seen, mine, theirs, lang);

    protected override SourceSheet Nothing() => new() { Source = new() { Reliability = "", Kind = "" } };

    protected override void Stand(SourceSheet draft, SourceRow row, bool isNew) => (draft.Id, draft.Version) = (row.Id, row.Version);

    /// <summary>What it cites is no part of what readers are told of it.</summary>
    protected override Mentions MentionsOf(SourceSheet draft) => new([], [], []);

    protected override QueuedName Name(SourceSheet draft, SourceRow row, NamedThings names) => Name(draft.Source.Title);

    protected override string FormOf(SourceRow row) => $"/desk/sources/{row.Id}";

    protected override Task<IReadOnlyList<FieldProblem>> WriteAsync(MapDb db, SourceRow row, SourceSheet approved, string why, Language lang, CancellationToken cancel)
    {
        approved.Reason = why;
        return save.ApplyApprovedAsync(db, row, approved, lang.IsArabic, cancel);
    }

    protected override async Task<FieldProblem?> RemoveAsync(MapDb db, SourceRow row, Language lang, CancellationToken cancel)
    {
        if (!(await RemoveSource.UsesAsync(db, row, cancel)).None) { return new("Source.Title", lang.Say("Records rest on it meanwhile, so it stays. Send this back.", "تستند إليه سجلات في هذه الأثناء فيبقى. أعد هذا.")); }
        db.Sources.Remove(row);
        return null;
    }

    private static QueuedName Name(string title) => new(title.Trim(), null, "icon:link");
}
