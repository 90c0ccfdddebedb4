using NetTopologySuite.Geometries;

namespace Map.Core.Control;

/// <summary>
/// Ground as it is written for maps: rings whose corners stand on whole units. Reader and server ask the same figures, in the same arithmetic, so that neither says of a
/// spot what the other does not.
/// </summary>
public sealed class WrittenGround
{
    /// <summary>Units for a degree: one is a metre, and closer points are the same point.</summary>
    public const double PerDegree = 1e5;

    /// <summary>Degrees: rounding moves no border farther.</summary>
    private const double Moved = 1 / PerDegree;

    private WrittenGround(IReadOnlyList<IReadOnlyList<IReadOnlyList<(int X, int Y)>>> polygons) => Polygons = polygons;

    /// <summary>Of each polygon the rings, the outer one first; of each ring the corners, the first not repeated. What rounding makes too small to see is left out.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<(int X, int Y)>>> Polygons { get; }

    public static WrittenGround Of(Geometry degrees) =>
        new([.. Enumerable.Range(0, degrees.NumGeometries).Select(i => Rings((Polygon)degrees.GetGeometryN(i))).Where(rings => rings.Count > 0)]);

    public static int Unit(double degrees) => (int)Math.Round(degrees * PerDegree);

    /// <summary>Degrees, on the nearest whole unit.</summary>
    public static double OnUnit(double degrees) => Unit(degrees) / PerDegree;

    /// <summary>Is the spot on the ground, or no farther from it than rounding may have moved a border?</summary>
    public bool Holds(double longitude, double latitude) => IsInside(longitude, latitude) || IsBeside(longitude, latitude);

    /// <summary>Even-odd: holes count themselves out.</summary>
    private bool IsInside(double x, double y)
    {
        var inside = false;
        foreach (var (xi, yi, xj, yj) in Sides())
            if (yi > y != yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi)
                inside = !inside;
        return inside;
    }

    private bool IsBeside(double x, double y)
    {
        foreach (var (xi, yi, xj, yj) in Sides())
        {
            double dx = xi - xj, dy = yi - yj;
            var along = Math.Min(1, Math.Max(0, ((x - xj) * dx + (y - yj) * dy) / (dx * dx + dy * dy)));
            double ex = x - xj - along * dx, ey = y - yj - along * dy;
            if (ex * ex + ey * ey <= Moved * Moved)
                return true;
        }
        return false;
    }

    private IEnumerable<(double X, double Y, double BeforeX, double BeforeY)> Sides()
    {
        foreach (var ring in Polygons.SelectMany(rings => rings))
            for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
                yield return (ring[i].X / PerDegree, ring[i].Y / PerDegree, ring[j].X / PerDegree, ring[j].Y / PerDegree);
    }

    private static List<List<(int X, int Y)>> Rings(Polygon polygon)
    {
        var outer = Ring(polygon.Shell);
        return outer is null ? [] : [outer, .. polygon.Holes.Select(Ring).OfType<List<(int, int)>>()];
    }

    private static List<(int X, int Y)>? Ring(LinearRing ring)
    {
        var points = new List<(int X, int Y)>(ring.NumPoints);
        foreach (var corner in ring.Coordinates.AsSpan(1))
            if (points.Count == 0 || points[^1] != (Unit(corner.X), Unit(corner.Y)))
                points.Add((Unit(corner.X), Unit(corner.Y)));
        if (points.Count > 1 && points[0] == points[^1])
            points.RemoveAt(points.Count - 1);
        return points.Count < 3 ? null : points;
    }
}
