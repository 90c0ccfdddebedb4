using Map.Core.Control;
using Map.Core.Shapes;
using Map.Web.Data;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Map.Web.Packs;

/// <summary>The names the map may write: towns and sites of the gazetteer, countries, and waters.</summary>
internal sealed class MapLabels(GroundFiles files, Country syria)
{
    /// <summary>Names stand where readers of the region see them: Türkiye's over its south, not over Ankara.</summary>
    private static readonly Envelope Region = new(33.5, 44.5, 31, 38.5);

    /// <summary>Every file the labels are made of, beside the table of places.</summary>
    public static readonly IReadOnlyList<string> Files =
        ["basemap/ne_10m_countries_region.geojson", "basemap/ne_10m_lakes_region.geojson", "basemap/ne_10m_rivers_region.geojson"];

    private readonly Geometry outline = syria.InDegrees();

    public IEnumerable<Label> Of(IReadOnlyCollection<PlaceRow> places) =>
        places.Select(Town).OfType<Label>().Concat(Countries(places)).Concat(Waters());

    /// <summary>Areas (districts, governorates, regions) have a name in the list, not a spot on the map.</summary>
    private static Label? Town(PlaceRow place)
    {
        LabelKind? kind = place.Kind switch
        {
            "city" => LabelKind.City,
            "town" => IsSeat(place) ? LabelKind.Seat : LabelKind.Town,
            "village" or "neighbourhood" => LabelKind.Village,
            "site" => LabelKind.Site,
            _ => null,
        };
        return kind is { } known ? new Label(place.Id, place.Latitude, place.Longitude, known, place.Rank, place.Population, place.Name, place.NameAr) : null;
    }

    /// <summary>A town that its sub-district is called after.</summary>
    private static bool IsSeat(PlaceRow place) => place.Adm3 is { } subdistrict && subdistrict == place.Name;

    /// <summary>The gazetteer's names at the middle of what the region shows of each country.</summary>
    private IEnumerable<Label> Countries(IEnumerable<PlaceRow> places)
    {
        var names = places.Where(place => place is { Kind: "country", PCode: not null }).ToDictionary(place => place.PCode!);
        foreach (var country in Read("basemap/ne_10m_countries_region.geojson"))
        {
            if (country.Text("ISO_A2") is not { } code || !names.TryGetValue(code, out var place))
                continue;
            var seen = GeometryFixer.Fix(country.Shape!).Intersection(country.Shape!.Factory.ToGeometry(Region));
            if (!seen.IsEmpty)
                yield return new Label(place.Id, Middle(seen).Y, Middle(seen).X, LabelKind.Country, 1, null, place.Name, place.NameAr);
        }
    }

    /// <summary>One label a name: at the middle of a lake's largest part, halfway along a river's longest, in Syria where it comes there. Small waters far away, which no source names in Arabic, have none.</summary>
    private IEnumerable<Label> Waters() =>
        Read("basemap/ne_10m_lakes_region.geojson").Concat(Read("basemap/ne_10m_rivers_region.geojson"))
            .Where(water => water.Text("name") is not null && (water.Text("name_ar") is not null || water.Number("scalerank") < 6))
            .GroupBy(water => water.Text("name")!)
            .Select(same =>
            {
                var here = same.SelectMany(water => Parts(water.Shape!.Intersection(outline))).Where(part => !part.IsEmpty);
                var largest = here.Concat(same.SelectMany(water => Parts(water.Shape!))).MaxBy(part => (outline.Covers(part), part.Area + part.Length))!;
                var rank = same.Min(water => water.Number("scalerank") ?? 9) < 6 ? 2 : 3;
                return new Label(0, Middle(largest).Y, Middle(largest).X, LabelKind.Water, rank, null, same.Key, same.First().Text("name_ar"));
            })
            // Natural Earth leaves its ocean without a name.
            .Append(new Label(0, 35.1, 34.9, LabelKind.Sea, 1, null, "Mediterranean Sea", "البحر المتوسط"));

    private static IEnumerable<Geometry> Parts(Geometry shape) => Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN);

    private static Coordinate Middle(Geometry shape) => shape is LineString line
        ? line.GetCoordinateN(line.NumPoints / 2)
        : shape.Contains(shape.Centroid) ? shape.Centroid.Coordinate : shape.InteriorPoint.Coordinate;

    private IReadOnlyList<Feature> Read(string file) => files.Read(file);
}
