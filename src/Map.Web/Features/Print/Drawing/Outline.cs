using System.Text;
using NetTopologySuite.Geometries;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Path data of shapes, cut to the picture: what lies outside it would only make the file large.</summary>
internal sealed class Outline(MapFrame frame)
{
    /// <summary>Pixels: so much beyond the picture is kept, for lines have a width and corners are rounded.</summary>
    private const double Around = 12;

    /// <summary>Pixels: corners nearer than this to the one before are left away.</summary>
    private const double Least = 0.45;

    private readonly StringBuilder path = new();
    private readonly List<(double X, double Y)> points = [], cut = [];
    private double least = double.NegativeInfinity, most = double.PositiveInfinity;

    public bool IsEmpty => path.Length == 0;

    /// <summary>The path so far; the next one begins anew.</summary>
    public string Take()
    {
        var made = path.ToString();
        path.Clear();
        return made;
    }

    /// <summary>A ring of degrees, whose first corner may be repeated or not.</summary>
    public void Ring(ReadOnlySpan<double> longitudes, ReadOnlySpan<double> latitudes)
    {
        points.Clear();
        for (var i = 0; i < longitudes.Length; i++)
            points.Add((frame.X(longitudes[i]), frame.Y(latitudes[i])));
        Ring();
    }

    public void Ring(LineString ring)
    {
        points.Clear();
        foreach (var corner in ring.Coordinates)
            points.Add((frame.X(corner.X), frame.Y(corner.Y)));
        Ring();
    }

    /// <param name="from">Pixels: only what lies right of it.</param>
    /// <param name="to">Only what lies left of it.</param>
    public void Shape(Geometry shape, double from = double.NegativeInfinity, double to = double.PositiveInfinity)
    {
        (least, most) = (from, to);
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is not Polygon polygon)
                continue;
            Ring(polygon.ExteriorRing);
            foreach (var hole in polygon.Holes)
                Ring(hole);
        }
        (least, most) = (double.NegativeInfinity, double.PositiveInfinity);
    }

    /// <summary>A line of degrees; where it leaves the picture it is broken.</summary>
    public void Line(ReadOnlySpan<double> longitudes, ReadOnlySpan<double> latitudes)
    {
        points.Clear();
        for (var i = 0; i < longitudes.Length; i++)
            points.Add((frame.X(longitudes[i]), frame.Y(latitudes[i])));
        var isDown = false;
        (double X, double Y) pen = default;
        for (var i = 1; i < points.Count; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            if (Math.Max(a.X, b.X) < -Around || Math.Min(a.X, b.X) > frame.Width + Around || Math.Max(a.Y, b.Y) < -Around || Math.Min(a.Y, b.Y) > frame.Height + Around)
            {
                isDown = false;
                continue;
            }
            if (!isDown) Put('M', pen = a);
            isDown = true;
            if (i < points.Count - 1 && Near(pen, b)) continue;
            Put('L', pen = b);
        }
    }

    /// <summary>A straight piece, degrees.</summary>
    public void Piece(Coordinate from, Coordinate to) => Line([from.X, to.X], [from.Y, to.Y]);

    private void Ring()
    {
        Cut(at => at.X - Math.Max(-Around, least));
        Cut(at => Math.Min(frame.Width + Around, most) - at.X);
        Cut(at => at.Y + Around);
        Cut(at => frame.Height + Around - at.Y);
        if (points.Count < 3)
            return;
        var pen = points[0];
        Put('M', pen);
        foreach (var point in points.AsEnumerable().Skip(1))
        {
            if (Near(pen, point)) continue;
            Put('L', pen = point);
        }
        path.Append('Z');
    }

    /// <summary>What of the ring lies on one side of a line; on the other it runs along the line.</summary>
    /// <param name="inside">How far on this side a point lies; below 0 on the other.</param>
    private void Cut(Func<(double X, double Y), double> inside)
    {
        cut.Clear();
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b) = (points[i == 0 ? points.Count - 1 : i - 1], points[i]);
            double da = inside(a), db = inside(b);
            if (da < 0 != db < 0)
            {
                var t = da / (da - db);
                cut.Add((a.X + (b.X - a.X) * t, a.Y + (b.Y - a.Y) * t));
            }
            if (db >= 0)
                cut.Add(b);
        }
        points.Clear();
        points.AddRange(cut);
    }

    private static bool Near((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < Least && Math.Abs(a.Y - b.Y) < Least;

    private void Put(char command, (double X, double Y) at) => path.Append(command).Append(Svg.Number(at.X)).Append(' ').Append(Svg.Number(at.Y));
}
