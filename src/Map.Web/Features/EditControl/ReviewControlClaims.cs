using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditControl;

/// <summary>Control claims in the queue: a new one, or a change of one that readers see.</summary>
internal sealed class ReviewControlClaims(SaveControlClaims save, DeskSearch search) : ReviewsDrafts<ControlClaimRow, ClaimSheet>(search)
{
    public override string Table => Submissions.ControlClaims;

    public override async Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel)
    {
        var ids = reviews.Select(it => it.RowId).ToHashSet();
        var rows = await db.ControlClaims.Include(it => it.Place).Include(it => it.Source).Where(it => ids.Contains(it.Id)).ToDictionaryAsync(it => it.Id, cancel);
        var proposed = reviews.Where(it => rows.ContainsKey(it.RowId)).ToDictionary(it => it.Id, it => (Sheet: Proposed(it) ?? LoadSheet.From(rows[it.RowId]), Row: rows[it.RowId]));
        var keys = proposed.Values.Select(it => it.Sheet.Lines[0].PlaceKey).ToHashSet();
        var places = await db.Places.Where(it => keys.Contains(it.Key)).Select(it => new { it.Key, it.Name, it.NameAr }).ToDictionaryAsync(it => it.Key, it => (it.Name, it.NameAr), cancel);
        return proposed.ToDictionary(it => it.Key, it => Name(it.Value.Sheet, places.GetValueOrDefault(it.Value.Sheet.Lines[0].PlaceKey, (it.Value.Row.Place.Name, it.Value.Row.Place.NameAr))));
    }

    protected override async Task<ControlClaimRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => await LoadSheet.RowAsync(db, id, cancel) is { DeletedAt: null } row ? row : null;

    protected override Guid VersionOf(ControlClaimRow row) => row.Version;

    protected override Task<ClaimSheet> DraftAsync(MapDb db, ControlClaimRow row, Language lang, CancellationToken cancel) => Task.FromResult(LoadSheet.From(row, lang.IsArabic));

    protected override IMergeOf<ClaimSheet> Merge(ClaimSheet? seen, ClaimSheet mine, ClaimSheet theirs, NamedThings names, Language lang) => new ControlMerge(seen, mine, theirs, names, lang);

    protected override ClaimSheet Nothing() => new() { Status = "", Lines = [new() { Posture = "", Credibility = 0 }] };

    protected override bool IsWhole(ClaimSheet sheet) => sheet.Lines.Count > 0;

    protected override void Stand(ClaimSheet sheet, ControlClaimRow row, bool isNew)
    {
        if (isNew) { sheet.Status = EventStatus.Published.Id; }
        (sheet.Lines[0].RowId, sheet.Lines[0].Version) = (row.Id, row.Version);
    }

    protected override Mentions MentionsOf(ClaimSheet sheet) => SheetMentions.Of(sheet);

    protected override IEnumerable<DraftSource> NewSources(ClaimSheet sheet) => sheet.NewSource is { } added ? [added] : [];

    protected override QueuedName Name(ClaimSheet sheet, ControlClaimRow row, NamedThings names) =>
        Name(sheet, names.Place(sheet.Lines[0].PlaceKey) is { } place ? (place.Name, place.NameAr) : (row.Place.Name, row.Place.NameAr));

    protected override string FormOf(ControlClaimRow row) => $"/desk/control/{row.Id}";

    protected override Task<IReadOnlyList<FieldProblem>> WriteAsync(MapDb db, ControlClaimRow row, ClaimSheet approved, string why, Language lang, CancellationToken cancel)
    {
        approved.Reason = why;
        return save.ApplyApprovedAsync(db, row, approved, lang, cancel);
    }

    private static QueuedName Name(ClaimSheet sheet, (string Name, string? NameAr) place)
    {
        var line = sheet.Lines[0];
        var (ids, span) = (HolderWords.Read(line.Holders, []).Ids, sheet.ReadSpan(line));
        string Of(string name, bool arabic) => string.Join(arabic ? "، " : ", ", new[] { name, HolderWords.Of(ids, arabic), span is null ? line.DateText : DateWords.Of(span, arabic) }.Where(part => part.Length > 0));
        return new(Of(place.Name, false), Of(place.NameAr ?? place.Name, true), "icon:pin");
    }
}
