using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs.InView;

/// <summary>A source of what a view shows.</summary>
/// <param name="Letter">a, b … z, aa, ab …: letters and not numbers, for discs have numbers. Null for those of events alone, which no name on the map leads to.</param>
/// <param name="Places">Ids of the places of which it dates what is drawn.</param>
/// <param name="Events">How many of the events it reports.</param>
public sealed record VisibleSource(long Id, string Key, string? Letter, string Title, string? Outlet, string? Author, string? Url, string? PublishedEdtf, string Reliability, string? Licence,
    IReadOnlyList<long> Places, int Zones, int Events);

internal static class VisibleSources
{
    public static async Task<IReadOnlyList<VisibleSource>> ReadAsync(MapDb db, IReadOnlyList<VisibleCell> cells, int day, VisibleSeries? series, VisibleEvents events, CancellationToken cancel)
    {
        var places = new Dictionary<string, List<long>>();
        foreach (var cell in cells)
            foreach (var key in cell.State.Cited(day).Select(claim => claim.Source).Distinct())
                if (places.TryGetValue(key, out var known)) known.Add(cell.Cell.Place.Id); else places[key] = [cell.Cell.Place.Id];
        var zones = (series?.Zones ?? []).CountBy(zone => zone.SourceId).ToDictionary();
        var ids = zones.Keys.Concat(events.BySource.Keys).Distinct().ToList();
        var keys = places.Keys.ToList();
        var rows = await db.PublicSources.AsNoTracking().Where(row => keys.Contains(row.Key) || ids.Contains(row.Id)).ToListAsync(cancel);
        var told = rows.Select(row => (Row: row, Places: places.GetValueOrDefault(row.Key) ?? [], Zones: zones.GetValueOrDefault(row.Id), Events: events.BySource.GetValueOrDefault(row.Id)))
            // What one outlet published stands together, the most cited outlet first: so its name is said once.
            .GroupBy(it => (IsCited: it.Places.Count + it.Zones > 0, it.Row.Outlet))
            .OrderByDescending(outlet => outlet.Key.IsCited).ThenByDescending(outlet => outlet.Sum(it => it.Places.Count + it.Zones)).ThenByDescending(outlet => outlet.Sum(it => it.Events)).ThenBy(outlet => outlet.Key.Outlet, StringComparer.Ordinal)
            .SelectMany(outlet => outlet.OrderByDescending(it => it.Places.Count).ThenByDescending(it => it.Zones).ThenByDescending(it => it.Events).ThenBy(it => it.Row.Title, StringComparer.Ordinal).ThenBy(it => it.Row.Id));
        return [.. told.Select((it, i) => new VisibleSource(it.Row.Id, it.Row.Key, it.Places.Count + it.Zones > 0 ? Letter(i) : null, it.Row.Title, it.Row.Outlet, it.Row.Author, it.Row.Url, it.Row.PublishedEdtf,
            it.Row.Reliability, it.Row.Licence, it.Places, it.Zones, it.Events))];
    }

    /// <summary>0 is a, 25 is z, 26 is aa.</summary>
    internal static string Letter(int number) => number < 26 ? ((char)('a' + number)).ToString() : Letter(number / 26 - 1) + (char)('a' + number % 26);
}
