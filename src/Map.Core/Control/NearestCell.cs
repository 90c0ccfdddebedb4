using NetTopologySuite.Geometries;

namespace Map.Core.Control;

/// <summary>
/// A site's circle, cut by the line halfway to each near site, nearest first. Convex. Every corner is computed from the lines that meet in it, never from other corners,
/// and one between three sites the same way for each of the three: neighbours have their corners in common to the last bit.
/// </summary>
internal sealed class NearestCell
{
    /// <summary>Sides of the circle. They touch it from outside: all that is near enough lies in the cell, and a thousandth more.</summary>
    private const int Chords = 72;

    /// <summary>Metres: sides shorter than this are rounding, where four sites stand on one circle.</summary>
    private const double Shortest = 1e-3;

    private NearestCell(CellSide[] sides, double sight) => (Sides, Sight) = (sides, sight);

    /// <summary>Against the clock.</summary>
    public CellSide[] Sides { get; }

    /// <summary>Metres: sites farther away were not looked at.</summary>
    public double Sight { get; }

    public Coordinate Corner(int side) => new(Sides[side % Sides.Length].X, Sides[side % Sides.Length].Y);

    /// <summary>The corners, closed.</summary>
    public Coordinate[] Ring() => [.. Enumerable.Range(0, Sides.Length + 1).Select(Corner)];

    public static NearestCell Of(Site site, double radius, SiteGrid sites)
    {
        var circle = Circle(site, radius);
        List<Line> sides = [.. Enumerable.Range(0, Chords).Select(i => new Line(null, i, circle[i].X, circle[i].Y))], cut = [];
        var (reach, seen) = (Reach(site, sides), 0.0);
        foreach (var (other, away) in sites.From(site, 2 * reach))
        {
            // Half the way to it lies beyond every corner.
            if (away > 2 * reach)
                break;
            seen = away;
            if (!Cut(site, other, circle, sides, cut))
                continue;
            (sides, cut) = (cut, sides);
            reach = Reach(site, sides);
        }
        return new NearestCell(Told(sides), Math.Max(seen, 2 * reach));
    }

    /// <summary>Leaves what is nearer to the site than to the other one; false where that is all.</summary>
    private static bool Cut(Site site, Site other, Coordinate[] circle, List<Line> sides, List<Line> left)
    {
        var isCut = false;
        foreach (var side in sides)
            isCut |= Beyond(site, other, side.X, side.Y) > 0;
        if (!isCut)
            return false;
        left.Clear();
        for (var i = 0; i < sides.Count; i++)
        {
            var (side, next) = (sides[i], sides[(i + 1) % sides.Count]);
            var (begins, ends) = (Beyond(site, other, side.X, side.Y) <= 0, Beyond(site, other, next.X, next.Y) <= 0);
            if (begins)
                left.Add(side);
            if (begins == ends)
                continue;
            var corner = Meeting(site, side, other, circle);
            left.Add(begins ? new Line(other, -1, corner.X, corner.Y) : side with { X = corner.X, Y = corner.Y });
        }
        return true;
    }

    /// <summary>Above 0 where a point is nearer to the other site.</summary>
    private static double Beyond(Site site, Site other, double x, double y)
    {
        double dx = other.Point.X - site.Point.X, dy = other.Point.Y - site.Point.Y;
        return (x - site.Point.X) * dx + (y - site.Point.Y) * dy - (dx * dx + dy * dy) / 2;
    }

    /// <summary>Where a side meets the line halfway to another site.</summary>
    private static Coordinate Meeting(Site site, Line side, Site other, Coordinate[] circle)
    {
        if (side.Other is { } third)
            return Middle(site.Point, third.Point, other.Point);
        var (from, to) = (circle[side.Chord], circle[side.Chord + 1]);
        double one = Beyond(site, other, from.X, from.Y), two = Beyond(site, other, to.X, to.Y);
        var share = Math.Clamp(one / (one - two), 0, 1);
        return new Coordinate(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);
    }

    /// <summary>The point as far from each of three, in whatever order they are given.</summary>
    private static Coordinate Middle(Coordinate a, Coordinate b, Coordinate c)
    {
        if (b.CompareTo(a) < 0) (a, b) = (b, a);
        if (c.CompareTo(b) < 0) (b, c) = (c, b);
        if (b.CompareTo(a) < 0) (a, b) = (b, a);
        double bx = b.X - a.X, by = b.Y - a.Y, cx = c.X - a.X, cy = c.Y - a.Y, twice = 2 * (bx * cy - by * cx), bb = bx * bx + by * by, cc = cx * cx + cy * cy;
        return new Coordinate(a.X + (cy * bb - by * cc) / twice, a.Y + (bx * cc - cx * bb) / twice);
    }

    private static double Reach(Site site, List<Line> sides)
    {
        var most = 0.0;
        foreach (var side in sides)
        {
            double x = side.X - site.Point.X, y = side.Y - site.Point.Y;
            most = Math.Max(most, x * x + y * y);
        }
        return Math.Sqrt(most);
    }

    private static Coordinate[] Circle(Site site, double radius)
    {
        var ring = new Coordinate[Chords + 1];
        var corner = radius / Math.Cos(Math.PI / Chords);
        for (var i = 0; i < Chords; i++)
        {
            var angle = 2 * Math.PI * i / Chords;
            ring[i] = new Coordinate(site.Point.X + Math.Cos(angle) * corner * site.Stretch, site.Point.Y + Math.Sin(angle) * corner);
        }
        ring[Chords] = ring[0];
        return ring;
    }

    private static CellSide[] Told(List<Line> sides)
    {
        var told = new List<CellSide>(sides.Count);
        for (var i = 0; i < sides.Count; i++)
        {
            var (side, next) = (sides[i], sides[(i + 1) % sides.Count]);
            if (Math.Abs(side.X - next.X) + Math.Abs(side.Y - next.Y) > Shortest)
                told.Add(new CellSide(side.Other?.Id ?? CellSide.None, side.X, side.Y));
        }
        return [.. told];
    }

    /// <summary>A side, from its first corner on: of the circle, or halfway to another site.</summary>
    private readonly record struct Line(Site? Other, int Chord, double X, double Y);
}

/// <summary>A side of a cell, from its first corner on.</summary>
/// <param name="Neighbour">Id of the site beyond it, or <see cref="None"/>: the end of what the site can tell of.</param>
/// <param name="X">Metres.</param>
internal readonly record struct CellSide(long Neighbour, double X, double Y)
{
    public const long None = long.MinValue;
}
