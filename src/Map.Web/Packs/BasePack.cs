using NetTopologySuite.Geometries;

namespace Map.Web.Packs;

/// <summary>Classes of the base map in the order in which they are painted; the numbers are the bytes of the pack.</summary>
internal enum BaseClass
{
    Sea = 0, Neighbour = 1, Syria = 2, Lake = 3, River = 4, Coast = 5, StateBorder = 6, DisputedBorder = 7, GovernorateLine = 8, DistrictLine = 9, BuiltUp = 10,
}

/// <param name="Shape">Polygons or lines, degrees.</param>
/// <param name="Rank">Natural Earth's, 0 = most important.</param>
internal sealed record BaseShape(BaseClass Class, int Rank, Geometry Shape);

/// <summary>Writes the base pack (README.md).</summary>
internal static class BasePack
{
    public static byte[] Write(IReadOnlyList<BaseShape> shapes)
    {
        var bytes = new PackBytes("MBA1", 256 * 1024);
        bytes.Varint(shapes.Count);
        foreach (var shape in shapes)
        {
            var isArea = shape.Shape is Polygon or MultiPolygon;
            var parts = Parts(shape.Shape).Select(part => Points(part, isArea)).Where(points => points.Count >= (isArea ? 3 : 2)).ToList();
            bytes.Byte((int)shape.Class);
            bytes.Byte(isArea ? 0 : 1);
            bytes.Varint(shape.Rank);
            bytes.Varint(parts.Count);
            int x = 0, y = 0;
            foreach (var points in parts)
            {
                bytes.Varint(points.Count);
                foreach (var (px, py) in points)
                {
                    bytes.Zigzag(px - x);
                    bytes.Zigzag(py - y);
                    (x, y) = (px, py);
                }
            }
        }
        return bytes.Done();
    }

    private static IEnumerable<LineString> Parts(Geometry shape) => shape switch
    {
        Polygon polygon => [polygon.Shell, .. polygon.Holes],
        LineString line => [line],
        GeometryCollection many => many.Geometries.SelectMany(Parts),
        _ => throw new ArgumentException($"The base map has areas and lines, no {shape.GeometryType}.", nameof(shape)),
    };

    private static List<(int X, int Y)> Points(LineString part, bool isRing)
    {
        var points = new List<(int X, int Y)>(part.NumPoints);
        foreach (var corner in part.Coordinates.AsSpan(isRing ? 1 : 0))
        {
            var point = ((int)Math.Round(corner.X * 1e4), (int)Math.Round(corner.Y * 1e4));
            if (points.Count == 0 || points[^1] != point)
                points.Add(point);
        }
        return points;
    }
}
