using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Review;

/// <summary>Events in the queue.</summary>
internal sealed class ReviewEvents(SaveEvent save, DeskSearch search) : IReviewsRecords
{
    public string Table => Submissions.Events;

    public async Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel)
    {
        var ids = reviews.Select(it => it.RowId).ToHashSet();
        var events = await db.Events.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Type, e.Title, e.TitleAr }).ToDictionaryAsync(e => e.Id, cancel);
        return reviews.Where(it => events.ContainsKey(it.RowId)).ToDictionary(it => it.Id, it =>
        {
            var (now, next) = (events[it.RowId], it is { Kind: ReviewKind.Change, Proposed: { } json } ? DraftJson.Read<EventDraft>(json) : null);
            return next is null ? new QueuedName(now.Title, now.TitleAr, now.Type) : Name(next);
        });
    }

    public async Task<ReviewedRecord?> ReadAsync(MapDb db, ReviewRow review, Language lang, CancellationToken cancel)
    {
        if (await LoadDraft.RowAsync(db, review.RowId, cancel) is not { DeletedAt: null } row) { return null; }
        var names = await search.NamedInAsync(EventMentions.Of(ReviewedEvent.Of(review, row, lang.Say).Proposed), cancel);
        names.AddAll(await search.NamedInAsync(EventMentions.Of(LoadDraft.From(row)), cancel));
        var text = ReviewedEvent.Of(review, row, lang.Say, names);
        return new(Name(text.Proposed), row.Version, text.Differences, text.Whole(lang.Say, names), text.Now is not null, text.Conflicts, await SourcesAsync(db, text.Proposed, cancel), $"/desk/events/{row.Id}")
        {
            Awaits = await Unseen.InAsync(db, EventMentions.Of(text.Proposed), cancel),
        };
    }

    public Task<Guid?> VersionAsync(MapDb db, long id, CancellationToken cancel) => db.Events.Where(e => e.Id == id && e.DeletedAt == null).Select(e => (Guid?)e.Version).SingleOrDefaultAsync(cancel);

    public async Task<ReviewApplied> ApplyAsync(MapDb db, ReviewRow review, string why, Editor editor, bool arabic, CancellationToken cancel)
    {
        var row = (await LoadDraft.RowAsync(db, review.RowId, cancel))!;
        var text = ReviewedEvent.Of(review, row, (english, _) => english);
        if (text.Conflicts.Count > 0) { return new([], text.Conflicts); }
        text.Proposed.Reason = why;
        return new(await save.ApplyApprovedAsync(db, row, text.Proposed, arabic, cancel), []);
    }

    private static QueuedName Name(EventDraft draft) => new(draft.Title, draft.TitleAr.Length > 0 ? draft.TitleAr : null, draft.Type);

    /// <summary>What the proposed claims rest on, with those that would be added.</summary>
    private static async Task<IReadOnlyList<SourceRow>> SourcesAsync(MapDb db, EventDraft draft, CancellationToken cancel)
    {
        var ids = draft.Claims.Select(claim => claim.SourceId).OfType<long>().Distinct().ToList();
        var known = await db.Sources.AsNoTracking().Where(source => ids.Contains(source.Id)).OrderBy(source => source.Id).ToListAsync(cancel);
        return [.. known, .. draft.Claims.Select(claim => claim.NewSource).OfType<DraftSource>().Select(added => AddedSource.RowOf(added, null))];
    }
}
