using Map.Core.Places;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

/// <summary>The district and governorate in which a spot lies, each as a place of the gazetteer calls it, and as that is called itself.</summary>
public sealed record PlaceArea(string? Governorate, string? District, string Name, string? NameAr, string? Within, string? WithinAr);

/// <summary>A place nearby that may be the same.</summary>
public sealed record NearPlace(string Key, string Name, string? NameAr, string Kind, double Kilometres, bool IsSameName);

/// <summary>What lies around a spot.</summary>
internal sealed class Surroundings(DistrictMap districts)
{
    private const double KilometresPerDegree = 111.2;
    /// <summary>So near, another place is worth a look; of the same name, four times as far.</summary>
    private const double Near = 5, NearOfSameName = 20;
    private const int Most = 5;

    /// <summary>Null outside the districts that the boundaries know.</summary>
    public async Task<PlaceArea?> AreaAsync(MapDb db, (double Latitude, double Longitude) at, CancellationToken cancel)
    {
        if (districts.Value.At(at.Latitude, at.Longitude) is not { } code) { return null; }
        var whole = Districts.GovernorateOf(code);
        var within = await db.Places.Where(place => place.PCode == whole && place.Kind == "governorate").Select(place => new { place.Name, place.NameAr }).FirstOrDefaultAsync(cancel);
        return await db.Places.Where(place => place.PCode == code && place.Kind == "district")
            .Select(place => new PlaceArea(place.Adm1, place.Adm2, place.Name, place.NameAr, within == null ? null : within.Name, within == null ? null : within.NameAr)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Places of the same name first, then the nearest; areas are no spots and not among them.</summary>
    public static async Task<IReadOnlyList<NearPlace>> PlacesAsync(MapDb db, PlaceDraft draft, CancellationToken cancel)
    {
        if (draft.ReadPosition() is not { } at) { return []; }
        const double north = NearOfSameName / KilometresPerDegree;
        var east = north / Math.Cos(at.Latitude * Math.PI / 180);
        var around = await db.Places.Where(place => place.Key != draft.Key && place.Latitude > at.Latitude - north && place.Latitude < at.Latitude + north
                && place.Longitude > at.Longitude - east && place.Longitude < at.Longitude + east
                && place.Kind != "district" && place.Kind != "governorate" && place.Kind != "subdistrict" && place.Kind != "region" && place.Kind != "country")
            .Select(place => new { place.Key, place.Name, place.NameAr, place.Kind, place.Latitude, place.Longitude, Keys = place.Names.Select(name => name.NameKey).ToList() }).ToListAsync(cancel);
        var keys = draft.Names.Select(name => name.Name).Append(draft.Name).Append(draft.NameAr).Select(NameKey.Of).Where(key => key.Length > 0).ToHashSet();
        return [.. around.Select(place => new NearPlace(place.Key, place.Name, place.NameAr, place.Kind, Distance(at, (place.Latitude, place.Longitude)), place.Keys.Exists(keys.Contains)))
            .Where(place => place.Kilometres <= (place.IsSameName ? NearOfSameName : Near)).OrderByDescending(place => place.IsSameName).ThenBy(place => place.Kilometres).Take(Most)];
    }

    private static double Distance((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var north = (a.Latitude - b.Latitude) * KilometresPerDegree;
        var east = (a.Longitude - b.Longitude) * KilometresPerDegree * Math.Cos(a.Latitude * Math.PI / 180);
        return Math.Sqrt(north * north + east * east);
    }
}
