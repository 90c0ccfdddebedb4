using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

/// <summary>One row of the desk's list of places.</summary>
/// <param name="Matched">The spelling that answered, where it is neither of the names.</param>
internal sealed record PlaceListRow(string Key, string Name, string? NameAr, string? Matched, string Kind, string Area, string AreaAr, double Latitude, double Longitude, string? PublicPrecision, bool HasNote, string Status);

/// <summary>Places by what is typed, blind to spelling and letters; without it those told coarsely or added at the desk, the latest first, and then those where most events are.</summary>
internal static class PlaceList
{
    public const int Most = 60;
    private const int MostUsed = 20;

    public static async Task<IReadOnlyList<PlaceListRow>> FindAsync(MapDb db, DeskSearch search, string typed, CancellationToken cancel)
    {
        var areas = await db.Places.Where(place => place.NameAr != null && (place.Kind == "governorate" || place.Kind == "district")).Select(place => new { place.Kind, place.Adm1, place.Adm2, place.NameAr }).ToListAsync(cancel);
        var arabic = areas.ToLookup(area => (area.Adm1, area.Kind == "district" ? area.Adm2 : null), area => area.NameAr!);
        if (string.IsNullOrWhiteSpace(typed))
        {
            var own = await db.Places.Where(place => place.PublicPrecision != null || place.PrivateNote != null || place.Origin == "desk").OrderByDescending(place => place.Id).Take(Most).ToListAsync(cancel);
            var used = await db.Events.Where(e => e.PlaceId != null && e.DeletedAt == null).GroupBy(e => e.PlaceId!.Value).OrderByDescending(at => at.Count()).ThenBy(at => at.Key).Select(at => at.Key).Take(MostUsed).ToListAsync(cancel);
            var rows = await db.Places.Where(place => used.Contains(place.Id)).ToDictionaryAsync(place => place.Id, cancel);
            return [.. own.Concat(used.Select(id => rows[id])).DistinctBy(place => place.Id).Take(Most).Select(place => Of(place, null, arabic))];
        }
        return [.. (await search.PlaceRowsAsync(typed, Most, cancel)).Select(found => Of(found.Place, found.Name, arabic))];
    }

    private static PlaceListRow Of(PlaceRow place, string? matched, ILookup<(string?, string?), string> arabic) => new(place.Key, place.Name, place.NameAr, matched == place.Name || matched == place.NameAr ? null : matched,
        place.Kind, string.Join(", ", new[] { place.Adm2, place.Adm1 }.Where(name => !string.IsNullOrEmpty(name)).Distinct()),
        (place.Adm2 is null ? null : arabic[(place.Adm1, place.Adm2)].FirstOrDefault()) ?? arabic[(place.Adm1, null)].FirstOrDefault() ?? "",
        place.Latitude, place.Longitude, place.PublicPrecision, place.PrivateNote is not null, place.Status);
}
