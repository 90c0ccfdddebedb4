using Map.Core.Events;
using Map.Core.Places;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

/// <summary>Places in the queue: a new one, a change of one that readers see, or that it should go.</summary>
internal sealed class ReviewPlaces(SavePlace save, DeskSearch search) : ReviewsDrafts<PlaceRow, PlaceDraft>(search)
{
    public override string Table => Submissions.Places;

    public override async Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel)
    {
        var ids = reviews.Select(it => it.RowId).ToHashSet();
        var names = await db.Places.Where(it => ids.Contains(it.Id)).Select(it => new { it.Id, it.Name, it.NameAr }).ToDictionaryAsync(it => it.Id, it => Name(it.Name, it.NameAr), cancel);
        return reviews.Where(it => names.ContainsKey(it.RowId)).ToDictionary(it => it.Id, it => Proposed(it) is { } proposed ? Name(proposed.Name, proposed.NameAr) : names[it.RowId]);
    }

    protected override Task<PlaceRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => db.Places.AsTracking().Include(place => place.Names.OrderBy(name => name.Id)).SingleOrDefaultAsync(place => place.Id == id, cancel);

    protected override Guid VersionOf(PlaceRow row) => row.Version;

    protected override Task<PlaceDraft> DraftAsync(MapDb db, PlaceRow row, Language lang, CancellationToken cancel) => Task.FromResult(LoadPlace.From(row));

    protected override IMergeOf<PlaceDraft> Merge(PlaceDraft? seen, PlaceDraft mine, PlaceDraft theirs, NamedThings names, Language lang) => new PlaceMerge(seen, mine, theirs, lang);

    protected override PlaceDraft Nothing() => new() { Kind = "" };

    // What was typed as its position was accepted when it was proposed.
    protected override void Stand(PlaceDraft draft, PlaceRow row, bool isNew) => (draft.Key, draft.Version, draft.PositionConfirmed) = (row.Key, row.Version, true);

    protected override Mentions MentionsOf(PlaceDraft draft) => new([], [], []);

    protected override QueuedName Name(PlaceDraft draft, PlaceRow row, NamedThings names) => Name(draft.Name, draft.NameAr);

    protected override string FormOf(PlaceRow row) => $"/desk/places/{row.Key}";

    protected override Task<IReadOnlyList<FieldProblem>> WriteAsync(MapDb db, PlaceRow row, PlaceDraft approved, string why, Language lang, CancellationToken cancel)
    {
        approved.Reason = why;
        return save.ApplyApprovedAsync(db, row, approved, lang.IsArabic, cancel);
    }

    protected override async Task<FieldProblem?> RemoveAsync(MapDb db, PlaceRow row, Language lang, CancellationToken cancel)
    {
        if ((await PlaceUse.OfAsync(db, row.Key, cancel)).IsUsed) { return new("Name", lang.Say("Records name it meanwhile, so it stays. Send this back.", "تذكره سجلات في هذه الأثناء فيبقى. أعد هذا.")); }
        RemovePlace.TakeAway(db, row);
        return null;
    }

    private static QueuedName Name(string name, string? nameAr) => new(name.Trim(), string.IsNullOrWhiteSpace(nameAr) ? null : nameAr.Trim(), "icon:pin");
}
