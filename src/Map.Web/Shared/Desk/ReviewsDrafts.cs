using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Shared.Desk;

/// <summary>
/// Records of one kind in the queue whose form edits a draft: a new one as it is recorded, or the public one with the proposed change in it, put together field by field where it was saved since.
/// Page and approval make it by this one rule; each kind says what its draft is, how two of them are put together, and how one is written.
/// </summary>
/// <typeparam name="TRow">The record's own row with what belongs to it.</typeparam>
/// <typeparam name="TDraft">What its form edits, kept as JSON.</typeparam>
public abstract class ReviewsDrafts<TRow, TDraft>(DeskSearch search) : IReviewsRecords where TRow : class where TDraft : class
{
    public abstract string Table { get; }

    public abstract Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel);

    public async Task<ReviewedRecord?> ReadAsync(MapDb db, ReviewRow review, Language lang, CancellationToken cancel)
    {
        if (await RowAsync(db, review.RowId, cancel) is not { } row) { return null; }
        var now = await DraftAsync(db, row, lang, cancel);
        var names = await search.NamedInAsync(Proposed(review) is { } typed ? Mentions.All([MentionsOf(now), MentionsOf(typed)]) : MentionsOf(now), cancel);
        var (proposed, conflicts) = Put(review, row, now, names, lang);
        var differences = review.Kind switch
        {
            ReviewKind.Change => Merge(now, proposed, now, names, lang).Choices,
            ReviewKind.Deletion => Merge(null, Nothing(), now, names, lang).Choices,
            _ => [],
        };
        var rests = MentionsOf(proposed);
        var ids = rests.Sources.Select(it => it.Id).OfType<long>().ToList();
        List<SourceRow> sources = [.. await db.Sources.AsNoTracking().Where(it => ids.Contains(it.Id)).OrderBy(it => it.Id).ToListAsync(cancel), .. NewSources(proposed).Select(added => AddedSource.RowOf(added, null))];
        return new(Name(proposed, row, names), VersionOf(row), differences, Merge(null, proposed, Nothing(), names, lang).Choices, review.Kind != ReviewKind.New, conflicts, sources, FormOf(row))
        {
            Awaits = review.Kind == ReviewKind.Deletion ? [] : await Unseen.InAsync(db, rests, cancel),
        };
    }

    public async Task<Guid?> VersionAsync(MapDb db, long id, CancellationToken cancel) => await RowAsync(db, id, cancel) is { } row ? VersionOf(row) : null;

    public async Task<ReviewApplied> ApplyAsync(MapDb db, ReviewRow review, string why, Editor editor, bool arabic, CancellationToken cancel)
    {
        var lang = arabic ? Language.Arabic : Language.English;
        var row = (await RowAsync(db, review.RowId, cancel))!;
        if (review.Kind == ReviewKind.Deletion) { return new(await RemoveAsync(db, row, lang, cancel) is { } stands ? [stands] : [], []); }
        if (review.Kind == ReviewKind.Change && Proposed(review) is null) { return new([new("", lang.Say("What was proposed cannot be read any longer. Send it back.", "لم يعد ما اقتُرح مقروءاً. أعده."))], []); }
        var (proposed, conflicts) = Put(review, row, await DraftAsync(db, row, lang, cancel), new(), lang);
        return conflicts.Count > 0 ? new([], conflicts) : new(await WriteAsync(db, row, proposed, why, lang, cancel), []);
    }

    /// <summary>Null where it is gone or deleted.</summary>
    protected abstract Task<TRow?> RowAsync(MapDb db, long id, CancellationToken cancel);

    protected abstract Guid VersionOf(TRow row);

    protected abstract Task<TDraft> DraftAsync(MapDb db, TRow row, Language lang, CancellationToken cancel);

    /// <param name="seen">As it was when the change was made; null takes all that differs for the change.</param>
    protected abstract IMergeOf<TDraft> Merge(TDraft? seen, TDraft mine, TDraft theirs, NamedThings names, Language lang);

    /// <summary>A draft in which no field says anything.</summary>
    protected abstract TDraft Nothing();

    /// <summary>Lays what would be public over the record as it is.</summary>
    /// <param name="isNew">True where the draft is of the record as it waits, and asks to be seen.</param>
    protected abstract void Stand(TDraft draft, TRow row, bool isNew);

    protected abstract Mentions MentionsOf(TDraft draft);

    protected virtual IEnumerable<DraftSource> NewSources(TDraft draft) => [];

    protected abstract QueuedName Name(TDraft draft, TRow row, NamedThings names);

    /// <summary>The address of its form, without a language.</summary>
    protected abstract string FormOf(TRow row);

    /// <summary>Writes what was approved as public; whether they may is judged by who calls, in the same write.</summary>
    protected abstract Task<IReadOnlyList<FieldProblem>> WriteAsync(MapDb db, TRow row, TDraft approved, string why, Language lang, CancellationToken cancel);

    /// <summary>Takes it away; what stands in the way of that where something does.</summary>
    protected virtual Task<FieldProblem?> RemoveAsync(MapDb db, TRow row, Language lang, CancellationToken cancel) => throw new NotSupportedException($"Nobody proposes to delete a record of {Table}.");

    /// <summary>Null where none waits, or another version of the program wrote it.</summary>
    protected TDraft? Proposed(ReviewRow review) => review is { Kind: ReviewKind.Change, Proposed: { } json } && DraftJson.Read<TDraft>(json) is { } draft && IsWhole(draft) ? draft : null;

    /// <summary>False where what was read lacks what every such draft has.</summary>
    protected virtual bool IsWhole(TDraft draft) => true;

    private (TDraft Proposed, IReadOnlyList<string> Conflicts) Put(ReviewRow review, TRow row, TDraft now, NamedThings names, Language lang)
    {
        if (Proposed(review) is not { } proposed)
        {
            var standing = DraftJson.Copy(now);
            Stand(standing, row, isNew: true);
            return (standing, []);
        }
        IReadOnlyList<string> conflicts = [];
        if (review.BaseVersion != VersionOf(row))
        {
            var merge = Merge(DraftJson.Read<TDraft>(review.Base ?? ""), proposed, now, names, lang);
            conflicts = [.. merge.Choices.Where(choice => choice.BothChanged).Select(choice => choice.Label)];
            proposed = merge.Merged("");
        }
        Stand(proposed, row, isNew: false);
        return (proposed, conflicts);
    }
}
