using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Map.Core.Control;

/// <summary>
/// Voronoi cells of sites, clipped to a country and to a distance from the site. All in metres on the country's plane.
/// Two sites however close keep a cell each (an airbase beside its town); only the very same point is one site, which is the caller's to see to.
/// </summary>
internal sealed class Tessellation
{
    /// <summary>Edges end at this share of the distance, where the fill has begun to fade.</summary>
    private const double EdgeShare = 0.965;

    /// <summary>Sides of the circle; its corners lie on the circle, so nothing is farther away than stated.</summary>
    private const int Sides = 72;

    /// <summary>An edge that stays this close to the border runs along it.</summary>
    private const double AlongBorderMetres = 300;

    private readonly Country country;
    private readonly IReadOnlyList<Site> sites;
    private readonly Geometry[] ground;

    private Tessellation(Country country, IReadOnlyList<Site> sites)
    {
        this.country = country;
        this.sites = sites;
        ground = Nearest();
    }

    /// <param name="Point">Metres on the plane.</param>
    /// <param name="Stretch">Of the plane at its latitude, see <see cref="LocalPlane.Stretch"/>.</param>
    internal readonly record struct Site(Coordinate Point, double Stretch);

    /// <summary>One shape a site, in their order, and the lines between them.</summary>
    public static (Geometry[] Cells, List<ControlEdge> Edges) Of(Country country, IReadOnlyList<Site> sites)
    {
        if (sites.Count == 0)
            return ([], []);
        var tessellation = new Tessellation(country, sites);
        var cells = Enumerable.Range(0, sites.Count).Select(tessellation.Cell).ToArray();
        return (cells, tessellation.Edges());
    }

    /// <summary>Unclipped: for each site the ground that is nearer to it than to any other.</summary>
    private Geometry[] Nearest()
    {
        var envelope = new Envelope();
        var index = new Dictionary<Coordinate, int>(sites.Count);
        for (var i = 0; i < sites.Count; i++)
        {
            envelope.ExpandToInclude(sites[i].Point);
            index.Add(sites[i].Point, i);
        }
        envelope.ExpandBy(ControlRules.RadiusMetres * 1.5);
        if (sites.Count == 1)
            return [country.Shape.Factory.ToGeometry(envelope)];

        var builder = new VoronoiDiagramBuilder { ClipEnvelope = envelope };
        builder.SetSites(sites.Select(site => site.Point).ToArray());
        var cells = new Geometry[sites.Count];
        foreach (var polygon in builder.GetDiagram(country.Shape.Factory).Geometries)
            cells[index[(Coordinate)polygon.UserData]] = polygon;
        return cells;
    }

    private Geometry Cell(int i)
    {
        var nearby = ground[i].Intersection(Circle(sites[i], ControlRules.RadiusMetres));
        var inside = country.Clip(nearby);
        if (country.Contains(sites[i].Point))
            return OnlyAreas(inside);
        // Boundary files are coarser than towns: a place just outside belongs to the country and answers for its own point.
        var disc = ground[i].Intersection(Circle(sites[i], ControlRules.OutsideMetres));
        return OnlyAreas(inside.Union(disc));
    }

    private Polygon Circle(Site site, double radius)
    {
        var ring = new Coordinate[Sides + 1];
        for (var i = 0; i < Sides; i++)
        {
            var angle = 2 * Math.PI * i / Sides;
            ring[i] = new Coordinate(site.Point.X + Math.Cos(angle) * radius * site.Stretch, site.Point.Y + Math.Sin(angle) * radius);
        }
        ring[Sides] = ring[0].Copy();
        return country.Shape.Factory.CreatePolygon(ring);
    }

    /// <summary>A clip may leave a point or a line where shapes only touch; ground is what has an area.</summary>
    private static Geometry OnlyAreas(Geometry geometry) => geometry is Polygon or MultiPolygon
        ? geometry
        : geometry.Factory.BuildGeometry(NetTopologySuite.Geometries.Utilities.PolygonExtracter.GetPolygons(geometry));

    private List<ControlEdge> Edges()
    {
        var edges = new List<ControlEdge>();
        foreach (var (segment, (a, b)) in SharedSides())
        {
            if (b < 0 || Within(segment, sites[a], ControlRules.RadiusMetres * EdgeShare) is not { } near || Within(near, sites[b], ControlRules.RadiusMetres * EdgeShare) is not { } kept)
                continue;
            var line = country.Shape.Factory.CreateLineString([kept.P0, kept.P1]);
            foreach (var part in Parts(country.Clip(line)))
                edges.Add(new ControlEdge(a, b, part.P0, part.P1, RunsAlongBorder(part)));
        }
        return [.. edges.OrderBy(edge => edge.A).ThenBy(edge => edge.B).ThenBy(edge => edge.From.X).ThenBy(edge => edge.From.Y)];
    }

    /// <summary>Sides of the unclipped cells that two of them have in common. Both write the same corners, up to rounding: compared to the millimetre.</summary>
    private Dictionary<(long, long, long, long), (int, int)> SharedKeys(out Dictionary<(long, long, long, long), LineSegment> lines)
    {
        var pairs = new Dictionary<(long, long, long, long), (int, int)>();
        lines = [];
        for (var i = 0; i < ground.Length; i++)
        {
            var corners = ground[i].Coordinates;
            for (var k = 0; k + 1 < corners.Length; k++)
            {
                var side = new LineSegment(corners[k], corners[k + 1]);
                side.Normalize();
                var key = ((long)Math.Round(side.P0.X * 1e3), (long)Math.Round(side.P0.Y * 1e3), (long)Math.Round(side.P1.X * 1e3), (long)Math.Round(side.P1.Y * 1e3));
                if (pairs.TryGetValue(key, out var pair))
                    pairs[key] = (pair.Item1, i);
                else
                {
                    pairs[key] = (i, -1);
                    lines[key] = side;
                }
            }
        }
        return pairs;
    }

    private IEnumerable<(LineSegment Line, (int A, int B) Pair)> SharedSides()
    {
        var pairs = SharedKeys(out var lines);
        return pairs.Select(pair => (lines[pair.Key], pair.Value));
    }

    /// <summary>The part of a segment that lies within a distance of a site, or null.</summary>
    private static LineSegment? Within(LineSegment segment, Site site, double radius)
    {
        // In units of the radius, with the plane's stretch taken out, the circle is the unit circle.
        double x = (segment.P0.X - site.Point.X) / (radius * site.Stretch), y = (segment.P0.Y - site.Point.Y) / radius;
        double dx = (segment.P1.X - segment.P0.X) / (radius * site.Stretch), dy = (segment.P1.Y - segment.P0.Y) / radius;
        double a = dx * dx + dy * dy, b = 2 * (x * dx + y * dy), c = x * x + y * y - 1, root = b * b - 4 * a * c;
        if (a == 0 || root <= 0)
            return null;
        double enter = Math.Max(0, (-b - Math.Sqrt(root)) / (2 * a)), leave = Math.Min(1, (-b + Math.Sqrt(root)) / (2 * a));
        return enter < leave ? new LineSegment(segment.PointAlong(enter), segment.PointAlong(leave)) : null;
    }

    private static IEnumerable<LineSegment> Parts(Geometry clipped)
    {
        for (var i = 0; i < clipped.NumGeometries; i++)
            if (clipped.GetGeometryN(i) is LineString { IsEmpty: false } line)
                yield return new LineSegment(line.StartPoint.Coordinate, line.EndPoint.Coordinate);
    }

    private bool RunsAlongBorder(LineSegment part) =>
        country.ToBorder(part.P0) < AlongBorderMetres && country.ToBorder(part.P1) < AlongBorderMetres && country.ToBorder(part.MidPoint) < AlongBorderMetres;
}
