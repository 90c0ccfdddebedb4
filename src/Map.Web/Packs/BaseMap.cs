using Map.Core.Control;
using Map.Core.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Distance;
using NetTopologySuite.Operation.Linemerge;

namespace Map.Web.Packs;

/// <summary>
/// The base map from the files of geodata. Syria's outline is the UN's (OCHA), the very line the control cells are clipped with; everything else is
/// Natural Earth's, whose borders lie about a kilometre beside it, so Syria is painted over its neighbours and the gap between them filled.
/// </summary>
internal sealed class BaseMap(GroundFiles files, Country syria)
{
    /// <summary>Degrees, about 4 km: Natural Earth's coast and OCHA's are the same coast where they are this close.</summary>
    private const double SameCoast = 0.04;

    /// <summary>Beyond the region the sea is only a ground for what is painted over it.</summary>
    private static readonly Envelope Ground = new(15, 70, 5, 50);

    /// <summary>Every file the base map is made of.</summary>
    public static readonly IReadOnlyList<string> Files =
    [
        "boundaries/syr_admin0.geojson", "boundaries/syr_admin1_simplified.geojson", "boundaries/syr_admin2_simplified.geojson",
        "basemap/ne_10m_countries_region.geojson", "basemap/ne_10m_coastline_region.geojson", "basemap/ne_10m_lakes_region.geojson", "basemap/ne_10m_rivers_region.geojson",
        "basemap/ne_50m_urban_areas_region.geojson", "basemap/ne_10m_boundary_lines_region.geojson", "basemap/ne_10m_boundary_lines_disputed_region.geojson",
    ];

    private readonly Geometry outline = syria.InDegrees();

    /// <summary>In the order in which they are painted.</summary>
    public IReadOnlyList<BaseShape> Shapes()
    {
        var coast = Union(Read("basemap/ne_10m_coastline_region.geojson").Select(feature => feature.Shape!));
        var governorates = InnerLines("boundaries/syr_admin1_simplified.geojson", []);
        var districts = InnerLines("boundaries/syr_admin2_simplified.geojson", governorates);
        return
        [
            new(BaseClass.Sea, 0, outline.Factory.ToGeometry(Ground)),
            .. Neighbours(coast),
            new(BaseClass.Syria, 0, outline),
            .. Read("basemap/ne_50m_urban_areas_region.geojson").Select(feature => new BaseShape(BaseClass.BuiltUp, (int)(feature.Number("min_zoom") ?? 0), feature.Shape!)),
            .. Waters("basemap/ne_10m_lakes_region.geojson", BaseClass.Lake),
            .. Waters("basemap/ne_10m_rivers_region.geojson", BaseClass.River),
            new(BaseClass.DistrictLine, 2, Merged(districts)),
            new(BaseClass.GovernorateLine, 1, Merged(governorates)),
            .. Coast(coast),
            .. Borders(),
        ];
    }

    private IEnumerable<BaseShape> Neighbours(Geometry coast)
    {
        foreach (var country in Read("basemap/ne_10m_countries_region.geojson"))
        {
            // Natural Earth's Syria only fills the gaps to the neighbours; along the sea OCHA's coast stands alone.
            var shape = country.Text("ADM0_A3") == "SYR" ? GeometryFixer.Fix(country.Shape!).Difference(coast.Buffer(SameCoast)) : country.Shape!;
            yield return new BaseShape(BaseClass.Neighbour, 0, shape);
        }
    }

    private IEnumerable<BaseShape> Waters(string file, BaseClass kind) =>
        Read(file).Select(feature => new BaseShape(kind, (int)(feature.Number("scalerank") ?? 9), feature.Shape!)).OrderBy(shape => shape.Rank);

    /// <summary>Natural Earth's coast away from Syria, and the part of OCHA's outline that is coast.</summary>
    private IEnumerable<BaseShape> Coast(Geometry coast)
    {
        yield return new BaseShape(BaseClass.Coast, 0, coast.Difference(outline.Buffer(SameCoast)));
        yield return new BaseShape(BaseClass.Coast, 0, Merged(OutlineSides(coast, isCoast: true)));
    }

    private IEnumerable<BaseShape> Borders()
    {
        var coast = Union(Read("basemap/ne_10m_coastline_region.geojson").Select(feature => feature.Shape!));
        foreach (var line in Read("basemap/ne_10m_boundary_lines_region.geojson"))
        {
            var words = line.Text("featurecla") ?? "";
            var isSyrias = line.Text("adm0_a3_l") == "SYR" || line.Text("adm0_a3_r") == "SYR";
            if (words.StartsWith("International", StringComparison.Ordinal) && !isSyrias)
                yield return new BaseShape(BaseClass.StateBorder, 0, line.Shape!);
            else if (words.StartsWith("Line of control", StringComparison.Ordinal) || (!isSyrias && !words.StartsWith("Overlay", StringComparison.Ordinal)))
                yield return new BaseShape(BaseClass.DisputedBorder, 0, line.Shape!);
        }
        yield return new BaseShape(BaseClass.StateBorder, 0, Merged(OutlineSides(coast, isCoast: false)));
        foreach (var line in Read("basemap/ne_10m_boundary_lines_disputed_region.geojson"))
            yield return new BaseShape(BaseClass.DisputedBorder, 0, line.Shape!);
    }

    private IEnumerable<Side> OutlineSides(Geometry coast, bool isCoast)
    {
        var distance = new IndexedFacetDistance(coast);
        return Sides(outline).Where(side => distance.Distance(outline.Factory.CreatePoint(side.Middle)) < SameCoast == isCoast);
    }

    /// <summary>Sides that two areas of a layer share, without those already drawn: the layers were simplified together, so shared sides are equal.</summary>
    private List<Side> InnerLines(string file, IEnumerable<Side> drawn)
    {
        var known = drawn.ToHashSet();
        return [.. Read(file).SelectMany(area => Sides(area.Shape!)).GroupBy(side => side).Where(side => side.Count() > 1 && !known.Contains(side.Key)).Select(side => side.Key)];
    }

    private static IEnumerable<Side> Sides(Geometry area)
    {
        foreach (var ring in LinearComponentExtracter.GetLines(area))
        {
            var corners = ring.Coordinates;
            for (var i = 1; i < corners.Length; i++)
                yield return Side.Of(corners[i - 1], corners[i]);
        }
    }

    private Geometry Merged(IEnumerable<Side> sides)
    {
        var merger = new LineMerger();
        foreach (var side in sides)
            merger.Add(outline.Factory.CreateLineString([side.From, side.To]));
        return outline.Factory.BuildGeometry(merger.GetMergedLineStrings());
    }

    private static Geometry Union(IEnumerable<Geometry> shapes) => NetTopologySuite.Operation.Union.UnaryUnionOp.Union(shapes.ToList());

    private IReadOnlyList<Feature> Read(string file) => files.Read(file);

    /// <summary>A straight piece without direction.</summary>
    private readonly record struct Side(Coordinate From, Coordinate To)
    {
        public Coordinate Middle => new((From.X + To.X) / 2, (From.Y + To.Y) / 2);

        public static Side Of(Coordinate one, Coordinate other) => one.CompareTo(other) <= 0 ? new Side(one, other) : new Side(other, one);
    }
}
