using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Map.Core.Control;

/// <summary>
/// For each site the ground that is nearer to it than to any other site, within a distance and a country. Never changed: other sites make another.
/// The ground of a site is worked out from the sites near it alone, in one order whatever was there before: ground brought up to date is bit for bit the ground made whole.
/// Two sites however close keep theirs (an airbase beside its town); only the very same point is one site, which is the caller's to see to.
/// </summary>
internal sealed class NearestGround
{
    private readonly Country country;
    private readonly SiteGrid grid;
    private readonly Dictionary<long, SiteGround> grounds;

    private NearestGround(Country country, SiteGrid grid, Dictionary<long, SiteGround> grounds) => (this.country, this.grid, this.grounds) = (country, grid, grounds);

    public static NearestGround None(Country country) => new(country, SiteGrid.Empty, []);

    public SiteGround this[long id] => grounds[id];

    public bool Holds(long id) => grounds.ContainsKey(id);

    public IEnumerable<long> Ids => grounds.Keys;

    /// <summary>The same ground where sites go and come.</summary>
    /// <param name="anew">Ids of the sites whose ground is another one now.</param>
    public NearestGround With(IReadOnlyCollection<long> removed, IReadOnlyCollection<Site> added, out IReadOnlySet<long> anew)
    {
        var gone = removed.Select(id => grounds[id].Site).ToList();
        var next = grid.With(gone, added);
        var all = new Dictionary<long, SiteGround>(grounds);
        foreach (var id in removed)
            all.Remove(id);

        // Whoever looked at what is gone, and whoever would have looked at what has come.
        var moved = new SiteGrid.Spots([.. gone, .. added]);
        var fresh = new HashSet<long>();
        foreach (var (id, known) in all)
        {
            if (!moved.IsAnyWithin(known.Site.Point, known.Sight))
                continue;
            var cell = NearestCell.Of(known.Site, ControlRules.RadiusMetres, next);
            if (cell.Sides.AsSpan().SequenceEqual(known.Sides))
                all[id] = known with { Sight = cell.Sight };
            else
                fresh.Add(id);
        }
        foreach (var site in added)
            fresh.Add(site.Id);
        var sites = added.ToDictionary(site => site.Id);
        foreach (var id in fresh)
            all[id] = Ground(sites.TryGetValue(id, out var site) ? site : all[id].Site, next);
        anew = fresh;
        return new NearestGround(country, next, all);
    }

    /// <summary>
    /// The site a spot belongs to, or null: none is near enough, or the spot lies outside the country. In the words of client/layers/hit.ts, which answers the same:
    /// it is the site nearest on the country's plane, of two as near the one of the smaller id; no other is asked. From it the spot is no farther than the stated distance on
    /// the ground, which is the plane's with its stretch at the site taken out; and it lies on the site's ground as that is written for maps.
    /// </summary>
    public long? At(double latitude, double longitude)
    {
        var spot = country.Plane.ToMetres(longitude, latitude);
        if (grid.Nearest(spot, ControlRules.RadiusMetres * 1.1) is not { } site)
            return null;
        double x = (spot.X - site.Point.X) / site.Stretch, y = spot.Y - site.Point.Y;
        return Math.Sqrt(x * x + y * y) <= ControlRules.RadiusMetres && WrittenGround.Of(grounds[site.Id].Shape).Holds(longitude, latitude) ? site.Id : null;
    }

    private SiteGround Ground(Site site, SiteGrid sites)
    {
        var cell = NearestCell.Of(site, ControlRules.RadiusMetres, sites);
        var shape = country.Clip(country.Shape.Factory.CreatePolygon(cell.Ring()));
        // Boundary files are coarser than towns: a place just outside belongs to the country and answers for its own point.
        if (!country.Contains(site.Point))
            shape = Country.Joined(shape, country.Shape.Factory.CreatePolygon(NearestCell.Of(site, ControlRules.OutsideMetres, sites).Ring()));
        return new SiteGround(site, cell.Sides, cell.Sight, country.Plane.ToDegrees(OnlyAreas(shape)), [.. Edges(site, cell, sites)]);
    }

    /// <summary>Each line stands with the one of its two sites whose id is the smaller.</summary>
    private IEnumerable<GroundEdge> Edges(Site site, NearestCell cell, SiteGrid sites)
    {
        const double reach = ControlRules.RadiusMetres * ControlRules.EdgeShare;
        for (var i = 0; i < cell.Sides.Length; i++)
        {
            var side = cell.Sides[i];
            if (side.Neighbour <= site.Id)
                continue;
            var segment = new LineSegment(cell.Corner(i), cell.Corner(i + 1));
            if (Within(segment, site, reach) is not { } near || Within(near, sites.Site(side.Neighbour), reach) is not { } kept)
                continue;
            var clipped = country.Clip(country.Shape.Factory.CreateLineString([kept.P0, kept.P1]));
            for (var part = 0; part < clipped.NumGeometries; part++)
            {
                if (clipped.GetGeometryN(part) is not LineString { IsEmpty: false } line)
                    continue;
                var (from, to) = (line.StartPoint.Coordinate, line.EndPoint.Coordinate);
                yield return new GroundEdge(side.Neighbour, country.Plane.ToDegrees(from), country.Plane.ToDegrees(to), country.RunsAlongBorder(new LineSegment(from, to)));
            }
        }
    }

    /// <summary>A clip may leave a point or a line where shapes only touch; ground is what has an area.</summary>
    private static Geometry OnlyAreas(Geometry geometry) => geometry is Polygon or MultiPolygon ? geometry : geometry.Factory.BuildGeometry(PolygonExtracter.GetPolygons(geometry));

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
}

/// <summary>The ground of one site.</summary>
/// <param name="Sides">Of the cell before it is clipped to the country.</param>
/// <param name="Sight">Metres: sites farther away have no say in it.</param>
/// <param name="Shape">Degrees.</param>
/// <param name="Edges">Lines between it and neighbours of a larger id, degrees.</param>
internal sealed record SiteGround(Site Site, CellSide[] Sides, double Sight, Geometry Shape, GroundEdge[] Edges);

/// <param name="Neighbour">Id of the site on the other side.</param>
internal sealed record GroundEdge(long Neighbour, Coordinate From, Coordinate To, bool OnBorder);
