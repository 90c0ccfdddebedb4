using NetTopologySuite.Geometries;

namespace Map.Core.Control;

/// <summary>A point that ground may belong to.</summary>
/// <param name="Point">Metres on the country's plane.</param>
/// <param name="Stretch">Of the plane at its latitude, see <see cref="LocalPlane.Stretch"/>.</param>
internal sealed record Site(long Id, Coordinate Point, double Stretch);

/// <summary>Sites by where they stand. Never changed: other sites make another.</summary>
internal sealed class SiteGrid
{
    /// <summary>Metres: side of a square.</summary>
    private const double Square = 5_000;

    private readonly Dictionary<(int, int), Site[]> squares;
    private readonly Dictionary<long, Site> byId;

    private SiteGrid(Dictionary<(int, int), Site[]> squares, Dictionary<long, Site> byId) => (this.squares, this.byId) = (squares, byId);

    public static SiteGrid Empty { get; } = new([], []);

    public Site Site(long id) => byId[id];

    public SiteGrid With(IReadOnlyCollection<Site> removed, IReadOnlyCollection<Site> added)
    {
        var (next, ids) = (new Dictionary<(int, int), Site[]>(squares), new Dictionary<long, Site>(byId));
        foreach (var group in removed.GroupBy(SquareOf))
            next[group.Key] = [.. next[group.Key].Except(group)];
        foreach (var group in added.GroupBy(SquareOf))
            next[group.Key] = [.. next.GetValueOrDefault(group.Key) ?? [], .. group];
        foreach (var site in removed)
            ids.Remove(site.Id);
        foreach (var site in added)
            ids.Add(site.Id, site);
        return new SiteGrid(next, ids);
    }

    /// <summary>The other sites, nearest first; of two as near, by their coordinates. Batch by batch, so that who has seen enough stops early.</summary>
    public IEnumerable<(Site Site, double Distance)> From(Site site, double farthest)
    {
        var found = new List<(Site Site, double Distance)>();
        for (double done = -1, reach = Square; done < farthest; (done, reach) = (reach, reach * 2))
        {
            found.Clear();
            foreach (var other in In(site.Point, reach))
            {
                var away = Distance(site.Point, other.Point);
                if (away > done && away <= reach && away <= farthest && other.Id != site.Id)
                    found.Add((other, away));
            }
            found.Sort(static (a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Site.Point.CompareTo(b.Site.Point));
            foreach (var it in found)
                yield return it;
        }
    }

    /// <summary>The nearest site within a distance; of two as near, the one of the smaller id.</summary>
    public Site? Nearest(Coordinate point, double within)
    {
        for (var reach = Square; ; reach = Math.Min(reach * 2, within))
        {
            Site? nearest = null;
            var best = reach;
            foreach (var site in In(point, reach))
            {
                var away = Distance(point, site.Point);
                if (away < best || (away == best && (nearest is null || site.Id < nearest.Id)))
                    (nearest, best) = (site, away);
            }
            if (nearest is not null || reach >= within)
                return nearest;
        }
    }

    public static double Distance(Coordinate one, Coordinate other)
    {
        double x = one.X - other.X, y = one.Y - other.Y;
        return Math.Sqrt(x * x + y * y);
    }

    private IEnumerable<Site> In(Coordinate point, double reach)
    {
        for (var column = Index(point.X - reach); column <= Index(point.X + reach); column++)
            for (var row = Index(point.Y - reach); row <= Index(point.Y + reach); row++)
                if (squares.TryGetValue((column, row), out var sites))
                    foreach (var site in sites)
                        yield return site;
    }

    private static (int, int) SquareOf(Site site) => (Index(site.Point.X), Index(site.Point.Y));

    private static int Index(double metres) => (int)Math.Floor(metres / Square);

    /// <summary>A few sites, or very many: is any of them near a point?</summary>
    internal sealed class Spots(IReadOnlyCollection<Site> sites)
    {
        private const int Few = 64;
        private readonly SiteGrid? many = sites.Count > Few ? Empty.With([], [.. sites.DistinctBy(site => site.Id)]) : null;

        public bool IsAnyWithin(Coordinate point, double distance) =>
            (many is null ? sites : many.In(point, distance)).Any(site => Distance(point, site.Point) <= distance);
    }
}
