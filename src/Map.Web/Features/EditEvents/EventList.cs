using Microsoft.EntityFrameworkCore;
using Map.Core.Places;
using Map.Web.Data;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditEvents;

/// <summary>What the desk's list asks for.</summary>
/// <param name="Words">Part of a title, or a place's name in any spelling.</param>
/// <param name="Status">A status id, "deleted", "merged", or blank for all that is not deleted.</param>
/// <param name="Order">title, date, place, status or changed; with " desc" for the other way round.</param>
public sealed record EventListQuery(string Words, string Status, string Order, int Skip, int Take);

/// <summary>One row of the list.</summary>
public sealed record EventListRow(long Id, string Type, string Title, string Edtf, string? Place, string? PlaceAr, string Status, DateTime ChangedAt, bool Deleted, Guid Version);

/// <summary>A page of the list, and how many rows there are in all.</summary>
public sealed record EventListPage(IReadOnlyList<EventListRow> Rows, int Total);

/// <summary>Reads the desk's list a page at a time.</summary>
public static class EventList
{
    public const string Deleted = "deleted", Merged = "merged";

    public static async Task<EventListPage> FindAsync(MapDb db, EventListQuery query, CancellationToken cancel = default)
    {
        var events = query.Status switch
        {
            Merged => db.Events.Where(e => e.MergedIntoId != null),
            Deleted => db.Events.Where(e => e.DeletedAt != null && e.MergedIntoId == null),
            _ => db.Events.Where(e => e.DeletedAt == null),
        };
        if (query.Status is not ("" or Deleted or Merged)) { events = events.Where(e => e.Status == query.Status); }
        if (query.Words.Trim() is { Length: > 0 } words)
        {
            var title = DeskSearch.Containing(words);
            var key = NameKey.OfStart(words);
            events = events.Where(e => EF.Functions.Like(e.Title, title, "\\") || EF.Functions.Like(e.TitleAr!, title, "\\")
                || (key.Length > 0 && db.PlaceNames.Any(n => n.PlaceId == e.PlaceId && n.NameKey.StartsWith(key))));
        }
        var total = await events.CountAsync(cancel);
        return new(await Rows(Ordered(events, query.Order).Skip(query.Skip).Take(query.Take)).ToListAsync(cancel), total);
    }

    /// <summary>Some rows as they are now, by their ids.</summary>
    public static Task<Dictionary<long, EventListRow>> OfAsync(MapDb db, IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        Rows(db.Events.Where(e => ids.Contains(e.Id))).ToDictionaryAsync(row => row.Id, cancel);

    private static IQueryable<EventListRow> Rows(IQueryable<EventRow> events) => events.Select(e => new EventListRow(
        e.Id, e.Type, e.Title, e.Edtf, e.Place != null ? e.Place.Name : e.PlaceText, e.Place != null ? e.Place.NameAr : null, e.Status, e.ChangedAt, e.DeletedAt != null, e.Version));

    private static IQueryable<EventRow> Ordered(IQueryable<EventRow> events, string order) => order switch
    {
        "title" => events.OrderBy(e => e.Title).ThenBy(e => e.Id),
        "title desc" => events.OrderByDescending(e => e.Title).ThenBy(e => e.Id),
        "date" => events.OrderBy(e => e.LatestDay).ThenBy(e => e.Id),
        "date desc" => events.OrderByDescending(e => e.LatestDay).ThenBy(e => e.Id),
        "changed" => events.OrderBy(e => e.ChangedAt).ThenBy(e => e.Id),
        _ => events.OrderByDescending(e => e.ChangedAt).ThenByDescending(e => e.LatestDay).ThenBy(e => e.Id),
    };
}
