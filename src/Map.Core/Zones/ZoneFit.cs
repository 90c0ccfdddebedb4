using Map.Core.Control;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.Union;

namespace Map.Core.Zones;

public enum ZoneTroubleKind { Overlap, Gap }

/// <summary>Where zones of one day do not fit each other.</summary>
/// <param name="Where">The ground in question, degrees.</param>
/// <param name="A">Index of the zone among those checked; for a gap, one that borders it.</param>
/// <param name="B">The other zone; −1 for a gap.</param>
/// <param name="Day">The first day on which it is so.</param>
/// <param name="IsRefused">Two zones of one series cannot both answer for the same ground; a gap may be meant.</param>
public sealed record ZoneTrouble(ZoneTroubleKind Kind, Geometry Where, int A, int B, int Day, double SquareKilometres, bool IsRefused);

/// <summary>
/// How zones of one series lie to each other on each of their days: no two on the same ground, and no slits or small holes that nobody meant.
/// What is thinner and smaller than two hands can draw alike is let pass. The shapes must be valid; nothing is repaired.
/// </summary>
public static class ZoneFit
{
    /// <summary>An overlap is real when it is larger than this, or wider than <see cref="SlitMetres"/> anywhere.</summary>
    public const double NoiseSquareKilometres = 0.1;

    /// <summary>Two lines drawn as one lie closer than this.</summary>
    public const double SlitMetres = 30;

    /// <summary>A hole between zones up to this size is asked about; a larger one is taken as meant.</summary>
    public const double GapSquareKilometres = 50;

    /// <summary>What rounding leaves along a line is thinner.</summary>
    private const double GrainMetres = 0.1;

    private const int MostGaps = 100;

    public static IReadOnlyList<ZoneTrouble> Check(IReadOnlyList<Zone> zones) => [.. Overlaps(zones), .. Gaps(zones)];

    /// <summary>Pairs that both certainly hold some ground on some day.</summary>
    public static IReadOnlyList<ZoneTrouble> Overlaps(IReadOnlyList<Zone> zones)
    {
        var index = new STRtree<int>();
        for (var i = 0; i < zones.Count; i++)
            index.Insert(zones[i].Shape.EnvelopeInternal, i);
        var found = new List<ZoneTrouble>();
        for (var a = 0; a < zones.Count; a++)
            foreach (var b in index.Query(zones[a].Shape.EnvelopeInternal).Where(other => other > a).Order())
                if (zones[a].CommonDay(zones[b]) is { } day && Shared(zones[a].Shape, zones[b].Shape) is { } shared)
                    found.Add(new ZoneTrouble(ZoneTroubleKind.Overlap, shared, a, b, day, SquareKilometres(shared), IsRefused: true));
        return found;
    }

    /// <summary>Slits and small holes between the zones, on each day on which one begins to hold for certain.</summary>
    public static IReadOnlyList<ZoneTrouble> Gaps(IReadOnlyList<Zone> zones)
    {
        var found = new List<ZoneTrouble>();
        foreach (var day in zones.Select(zone => zone.SureFrom).Distinct().Order())
        {
            var standing = Enumerable.Range(0, zones.Count).Where(i => zones[i].SurelyHoldsOn(day)).ToList();
            if (standing.Count == 0)
                continue;
            foreach (var gap in GapsAmong([.. standing.Select(i => zones[i].Shape)]))
            {
                var beside = standing.FirstOrDefault(i => zones[i].Shape.Distance(gap) < 1e-6, standing[0]);
                if (found.Count < MostGaps && !found.Exists(known => known.Where.EqualsTopologically(gap)))
                    found.Add(new ZoneTrouble(ZoneTroubleKind.Gap, gap, beside, -1, day, SquareKilometres(gap), IsRefused: false));
            }
        }
        return found;
    }

    public static double SquareKilometres(Geometry degrees) => OnPlane(degrees, out _).Area / 1e6;

    /// <summary>The ground two shapes have in common, or null where it is no more than the width of a pen.</summary>
    public static Geometry? Shared(Geometry a, Geometry b)
    {
        if (!a.EnvelopeInternal.Intersects(b.EnvelopeInternal))
            return null;
        var shared = Areas(OverlayNGRobust.Overlay(a, b, SpatialFunction.Intersection));
        if (shared.IsEmpty)
            return null;
        var plane = OnPlane(shared, out _);
        return plane.Area > NoiseSquareKilometres * 1e6 || !plane.Buffer(-SlitMetres / 2).IsEmpty ? shared : null;
    }

    private static IEnumerable<Geometry> GapsAmong(IReadOnlyList<Geometry> shapes)
    {
        var plane = OnPlane(OverlayNGRobust.Union(shapes), out var back);
        // Grown and shrunk again, slits close; what is new then, and the small holes, is what lies between.
        var closed = plane.Buffer(SlitMetres).Buffer(-SlitMetres);
        // The rounded corner of a hole hangs together with such grains along its sides, and would be as long as they are.
        var between = OverlayNGRobust.Overlay(closed, plane, SpatialFunction.Difference).Buffer(-GrainMetres).Buffer(GrainMetres);
        var slits = Parts(between).Where(part => part.Area > NoiseSquareKilometres * 1e6 / 100 && IsLong(part));
        var holes = Parts(plane).SelectMany(part => part.Holes.Select(hole => (Polygon)part.Factory.CreatePolygon(hole))).Where(hole => hole.Area is > NoiseSquareKilometres * 1e6 / 100 and <= GapSquareKilometres * 1e6);
        var open = holes.ToList();
        return open.Concat(slits.Where(slit => !open.Exists(hole => hole.Covers(slit.InteriorPoint)))).Select(gap => back.ToDegrees(gap));
    }

    /// <summary>A slit, not the rounding of a corner.</summary>
    private static bool IsLong(Polygon part) => part.Length > 20 * SlitMetres;

    private static IEnumerable<Polygon> Parts(Geometry shape) => Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>().Where(part => !part.IsEmpty);

    private static Geometry Areas(Geometry shape) => shape.Factory.BuildGeometry([.. Parts(shape)]);

    private static Geometry OnPlane(Geometry degrees, out LocalPlane plane)
    {
        plane = new LocalPlane(degrees.EnvelopeInternal.Centre?.Y ?? 0);
        return plane.ToMetres(degrees);
    }
}
