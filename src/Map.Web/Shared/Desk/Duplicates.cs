using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>An event that may be the one being typed.</summary>
/// <param name="Kilometres">Null where one of the two has no position.</param>
/// <param name="Sources">What its claims rest on, by outlet or title, each once.</param>
public sealed record Duplicate(long Id, string Title, string? TitleAr, string Edtf, string? Place, string? PlaceAr, double? Kilometres, string Status, IReadOnlyList<string> Sources);

/// <summary>Looks for the same event recorded before, by <see cref="DuplicateRules"/>.</summary>
public static class Duplicates
{
    private const int Most = 5, MostSources = 3;

    /// <summary>Nearest first, those without a position last; none while type or date are not known.</summary>
    /// <param name="at">Where the draft lies; null where that is not known.</param>
    public static async Task<IReadOnlyList<Duplicate>> OfAsync(MapDb db, EventDraft draft, (double Latitude, double Longitude)? at, CancellationToken cancel = default)
    {
        if (draft.Type.Length == 0 || draft.ReadSpan() is not { Earliest: not null, Latest: not null } span) { return []; }
        var typed = new Comparable(draft.Type, span.EarliestDay, span.LatestDay, at, [.. draft.Actors.Select(a => a.ActorId).OfType<long>().Distinct()]);
        if (at is null && typed.Actors.Count == 0) { return []; }

        // The tables leave out what the rule would; the rule itself decides.
        var found = await Near(db.Events.AsNoTracking().Where(e => e.Id != draft.Id && e.DeletedAt == null && e.Type == draft.Type), typed)
            .Select(e => new
            {
                e.Id,
                e.Title,
                e.TitleAr,
                e.Edtf,
                e.EarliestDay,
                e.LatestDay,
                e.Latitude,
                e.Longitude,
                e.Status,
                Place = e.Place != null ? e.Place.Name : e.PlaceText,
                PlaceAr = e.Place != null ? e.Place.NameAr : null,
                Actors = e.Actors.Select(a => a.ActorId).ToList(),
            }).AsSplitQuery().ToListAsync(cancel);
        var same = found.Select(e => (Event: e, Compared: new Comparable(draft.Type, e.EarliestDay, e.LatestDay, e is { Latitude: { } north, Longitude: { } east } ? (north, east) : null, e.Actors)))
            .Where(e => DuplicateRules.MayBeOne(typed, e.Compared))
            .Select(e => (e.Event, Apart: DuplicateRules.KilometresBetween(at, e.Compared.At), Days: DuplicateRules.DaysBetween(typed, e.Compared)))
            .OrderBy(e => e.Apart ?? double.MaxValue).ThenBy(e => e.Days).ThenBy(e => e.Event.Id).Take(Most).ToList();
        var sources = await SourcesAsync(db, [.. same.Select(e => e.Event.Id)], cancel);
        return [.. same.Select(e => new Duplicate(e.Event.Id, e.Event.Title, e.Event.TitleAr, e.Event.Edtf, e.Event.Place, e.Event.PlaceAr, e.Apart, e.Event.Status, [.. sources[e.Event.Id].Distinct().Take(MostSources)]))];
    }

    private static IQueryable<EventRow> Near(IQueryable<EventRow> events, Comparable typed)
    {
        var (from, to) = (typed.EarliestDay - DuplicateRules.Days, typed.LatestDay + DuplicateRules.Days);
        var actors = typed.Actors.ToList();
        events = events.Where(e => e.EarliestDay <= to && e.LatestDay >= from);
        if (typed.At is not { } at) { return events.Where(e => e.Actors.Any(a => actors.Contains(a.ActorId))); }
        var (north, east) = DuplicateRules.Reach(at);
        var (south, top, west, right) = (at.Latitude - north, at.Latitude + north, at.Longitude - east, at.Longitude + east);
        return actors.Count == 0
            ? events.Where(e => e.Latitude > south && e.Latitude < top && e.Longitude > west && e.Longitude < right)
            : events.Where(e => e.Latitude == null || e.Longitude == null
                ? e.Actors.Any(a => actors.Contains(a.ActorId))
                : e.Latitude > south && e.Latitude < top && e.Longitude > west && e.Longitude < right && (!e.Actors.Any() || e.Actors.Any(a => actors.Contains(a.ActorId))));
    }

    private static async Task<ILookup<long, string>> SourcesAsync(MapDb db, List<long> events, CancellationToken cancel) =>
        (await db.Claims.AsNoTracking().Where(c => events.Contains(c.EventId)).OrderBy(c => c.Position).Select(c => new { c.EventId, c.Source.Outlet, c.Source.Title }).ToListAsync(cancel))
        .ToLookup(c => c.EventId, c => string.IsNullOrWhiteSpace(c.Outlet) ? c.Title : c.Outlet);
}
