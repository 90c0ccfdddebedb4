using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Distance;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace Map.Core.Control;

/// <summary>The ground that may be held: a country's boundary, ready for many questions. Read-only, so any thread may ask.</summary>
public sealed class Country
{
    /// <summary>Metres: what the boundary loses to drawing. A hair's breadth on any screen, and half the points.</summary>
    public const double Tolerance = 60;

    /// <summary>An edge that stays this close to the border runs along it, metres.</summary>
    private const double AlongBorderMetres = 300;

    private readonly IPreparedGeometry prepared;
    private readonly IndexedPointInAreaLocator locator;
    private readonly IndexedFacetDistance border;

    /// <param name="boundary">Polygon or multipolygon, degrees.</param>
    public Country(Geometry boundary)
    {
        if (boundary is not (Polygon or MultiPolygon) || boundary.IsEmpty)
            throw new ArgumentException("A country's boundary is a polygon or multipolygon.", nameof(boundary));
        Plane = new LocalPlane(boundary.EnvelopeInternal.Centre.Y);
        // OCHA's boundary goes out 40 m and back on the same line at one spot; the spike has no area and is left away.
        Shape = TopologyPreservingSimplifier.Simplify(GeometryFixer.Fix(Plane.ToMetres(boundary)), Tolerance);
        prepared = PreparedGeometryFactory.Prepare(Shape);
        locator = new IndexedPointInAreaLocator(Shape);
        border = new IndexedFacetDistance(Shape.Boundary);
    }

    public LocalPlane Plane { get; }

    /// <summary>In metres on the plane, simplified by <see cref="Tolerance"/>: cells and base map are drawn with the same line.</summary>
    public Geometry Shape { get; }

    /// <summary>The same in degrees.</summary>
    public Geometry InDegrees() => Plane.ToDegrees(Shape);

    public bool Contains(Coordinate metres) => locator.Locate(metres) != Location.Exterior;

    /// <summary>In the country, or outside it by no more than <see cref="ControlRules.OutsideMetres"/>.</summary>
    public bool Owns(Coordinate metres) => Contains(metres) || ToBorder(metres) <= ControlRules.OutsideMetres;

    /// <summary>Metres to the nearest point of the boundary, from either side.</summary>
    public double ToBorder(Coordinate metres) => border.Distance(Shape.Factory.CreatePoint(metres));

    /// <summary>The part of a shape that lies in the country.</summary>
    public Geometry Clip(Geometry metres) =>
        prepared.Covers(metres) ? metres : prepared.Intersects(metres) ? OverlayNGRobust.Overlay(metres, Shape, SpatialFunction.Intersection) : Shape.Factory.CreateEmpty(metres.Dimension);

    internal static Geometry Joined(Geometry one, Geometry other) => OverlayNGRobust.Overlay(one, other, SpatialFunction.Union);

    internal bool RunsAlongBorder(LineSegment part) =>
        ToBorder(part.P0) < AlongBorderMetres && ToBorder(part.P1) < AlongBorderMetres && ToBorder(part.MidPoint) < AlongBorderMetres;
}
