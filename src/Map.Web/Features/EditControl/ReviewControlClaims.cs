using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Review;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditControl;

/// <summary>Control claims in the queue: a new one as it is recorded, or the public one with the proposed change in it, put together field by field where it was saved since.</summary>
internal sealed class ReviewControlClaims(SaveControlClaims save, DeskSearch search) : IReviewsRecords
{
    public string Table => Submissions.ControlClaims;

    public async Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel)
    {
        var ids = reviews.Select(it => it.RowId).ToHashSet();
        var rows = await db.ControlClaims.Include(it => it.Place).Include(it => it.Source).Where(it => ids.Contains(it.Id)).ToDictionaryAsync(it => it.Id, cancel);
        var proposed = reviews.Where(it => rows.ContainsKey(it.RowId)).ToDictionary(it => it.Id, it => (Sheet: Proposed(it) ?? LoadSheet.From(rows[it.RowId]), Row: rows[it.RowId]));
        var keys = proposed.Values.Select(it => it.Sheet.Lines[0].PlaceKey).ToHashSet();
        var places = await db.Places.Where(it => keys.Contains(it.Key)).Select(it => new { it.Key, it.Name, it.NameAr }).ToDictionaryAsync(it => it.Key, it => (it.Name, it.NameAr), cancel);
        return proposed.ToDictionary(it => it.Key, it => Name(it.Value.Sheet, places.GetValueOrDefault(it.Value.Sheet.Lines[0].PlaceKey, (it.Value.Row.Place.Name, it.Value.Row.Place.NameAr))));
    }

    public async Task<ReviewedRecord?> ReadAsync(MapDb db, ReviewRow review, Language lang, CancellationToken cancel)
    {
        if (await LoadSheet.RowAsync(db, review.RowId, cancel) is not { DeletedAt: null } row) { return null; }
        var now = LoadSheet.From(row, lang.IsArabic);
        var names = await search.NamedInAsync(SheetMentions.Of(now), cancel);
        if (Proposed(review) is { } typed) { names.AddAll(await search.NamedInAsync(SheetMentions.Of(typed), cancel)); }
        var (proposed, conflicts) = Put(review, row, names, lang);
        var isPublic = review.Kind == ReviewKind.Change;
        var place = names.Place(proposed.Lines[0].PlaceKey);
        IReadOnlyList<SourceRow> sources = proposed.NewSource is { } added ? [AddedSource.RowOf(added, null)] : await db.Sources.AsNoTracking().Where(it => it.Id == proposed.SourceId).ToListAsync(cancel);
        return new(Name(proposed, (place?.Name ?? row.Place.Name, place?.NameAr ?? row.Place.NameAr)), row.Version,
            isPublic ? new ControlMerge(now, proposed, now, names, lang).Choices : [], new ControlMerge(null, proposed, Nothing(), names, lang).Choices, isPublic, conflicts, sources, $"/desk/control/{row.Id}");
    }

    public Task<Guid?> VersionAsync(MapDb db, long id, CancellationToken cancel) => db.ControlClaims.Where(it => it.Id == id && it.DeletedAt == null).Select(it => (Guid?)it.Version).SingleOrDefaultAsync(cancel);

    public async Task<ReviewApplied> ApplyAsync(MapDb db, ReviewRow review, string why, Editor editor, bool arabic, CancellationToken cancel)
    {
        var row = (await LoadSheet.RowAsync(db, review.RowId, cancel))!;
        var lang = arabic ? Language.Arabic : Language.English;
        var (proposed, conflicts) = Put(review, row, new(), lang);
        if (conflicts.Count > 0) { return new([], conflicts); }
        proposed.Reason = why;
        return new(await save.ApplyApprovedAsync(db, row, proposed, lang, cancel), []);
    }

    /// <summary>What would be public, made by one rule for the page and for the approval.</summary>
    private static (ClaimSheet Sheet, IReadOnlyList<string> Conflicts) Put(ReviewRow review, ControlClaimRow row, NamedThings names, Language lang)
    {
        var now = LoadSheet.From(row, lang.IsArabic);
        if (Proposed(review) is not { } proposed)
        {
            now.Status = EventStatus.Published.Id;
            return (now, []);
        }
        IReadOnlyList<string> conflicts = [];
        if (review.BaseVersion != row.Version)
        {
            var merge = new ControlMerge(DraftJson.Read<ClaimSheet>(review.Base ?? ""), proposed, now, names, lang);
            conflicts = [.. merge.Choices.Where(choice => choice.BothChanged).Select(choice => choice.Label)];
            proposed = merge.Merged(proposed.Reason);
        }
        (proposed.Lines[0].RowId, proposed.Lines[0].Version) = (row.Id, row.Version);
        return (proposed, conflicts);
    }

    private static ClaimSheet? Proposed(ReviewRow review) => review is { Kind: ReviewKind.Change, Proposed: { } json } && DraftJson.Read<ClaimSheet>(json) is { Lines.Count: > 0 } sheet ? sheet : null;

    private static ClaimSheet Nothing() => new() { Status = "", Lines = [new() { Posture = "", Credibility = 0 }] };

    private static QueuedName Name(ClaimSheet sheet, (string Name, string? NameAr) place)
    {
        var line = sheet.Lines[0];
        var (ids, span) = (HolderWords.Read(line.Holders, []).Ids, sheet.ReadSpan(line));
        string Of(string name, bool arabic) => string.Join(arabic ? "، " : ", ", new[] { name, HolderWords.Of(ids, arabic), span is null ? line.DateText : DateWords.Of(span, arabic) }.Where(part => part.Length > 0));
        return new(Of(place.Name, false), Of(place.NameAr ?? place.Name, true), "icon:pin");
    }
}
