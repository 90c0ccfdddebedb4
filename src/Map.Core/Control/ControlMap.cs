using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace Map.Core.Control;

/// <summary>
/// Who held what: the whole control layer, derived from claims by <see cref="ControlRules"/>. Built once per set of claims, then read-only.
/// </summary>
public sealed class ControlMap
{
    private readonly STRtree<int> index = new();

    private ControlMap(IReadOnlyList<ControlCell> cells, IReadOnlyList<ControlEdge> edges, IReadOnlyList<ControlPlace> outside, IReadOnlyList<ControlPlace> beside, int to)
    {
        Cells = cells;
        Edges = edges;
        Outside = outside;
        Beside = beside;
        To = to;
        for (var i = 0; i < cells.Count; i++)
            index.Insert(cells[i].Shape.EnvelopeInternal, i);
        index.Build();
    }

    /// <summary>One a place with claims, by the place's id.</summary>
    public IReadOnlyList<ControlCell> Cells { get; }

    public IReadOnlyList<ControlEdge> Edges { get; }

    /// <summary>Places with claims that lie farther outside the country than <see cref="ControlRules.OutsideMetres"/>: they have no cell.</summary>
    public IReadOnlyList<ControlPlace> Outside { get; }

    /// <summary>Places that stand on the very point of another with more claims: the other's cell answers there.</summary>
    public IReadOnlyList<ControlPlace> Beside { get; }

    /// <summary>The last day the layer speaks of, that of the last claim; <see cref="int.MinValue"/> if there is none. After it nothing is answered.</summary>
    public int To { get; }

    /// <summary>Cells of the places, clipped to the country. Places without claims have none.</summary>
    public static ControlMap Of(Country country, IEnumerable<ControlPlace> places)
    {
        var sited = new Dictionary<(long, long), ControlPlace>();
        List<ControlPlace> outside = [], beside = [];
        foreach (var place in places.Where(place => place.Claims.Count > 0).OrderByDescending(place => place.Claims.Count).ThenBy(place => place.Id))
        {
            if (!country.Owns(country.Plane.ToMetres(place.Longitude, place.Latitude)))
                outside.Add(place);
            // A hundred-thousandth of a degree, a metre, is the unit of the packs: closer points are the same point.
            else if (!sited.TryAdd(((long)Math.Round(place.Longitude * 1e5), (long)Math.Round(place.Latitude * 1e5)), place))
                beside.Add(place);
        }

        var chosen = sited.Values.OrderBy(place => place.Id).ToList();
        var sites = chosen.Select(place => new Tessellation.Site(country.Plane.ToMetres(place.Longitude, place.Latitude), country.Plane.Stretch(place.Latitude))).ToList();
        var (shapes, lines) = Tessellation.Of(country, sites);
        var cells = chosen.Select((place, i) => new ControlCell(place, PlaceTimeline.From(place.Claims), country.Plane.ToDegrees(shapes[i]))).ToList();
        var edges = lines.Select(edge => edge with { From = country.Plane.ToDegrees(edge.From), To = country.Plane.ToDegrees(edge.To) }).ToList();
        return new ControlMap(cells, edges, outside, beside, LastDay(chosen));
    }

    /// <summary>Index of the cell a point lies in, or −1: nothing within the stated distance, or outside the country. On a line between two cells the first answers.</summary>
    public int CellAt(double latitude, double longitude)
    {
        var point = new Point(longitude, latitude);
        foreach (var candidate in index.Query(point.EnvelopeInternal).Order())
            if (PreparedGeometryFactory.Prepare(Cells[candidate].Shape).Intersects(point))
                return candidate;
        return -1;
    }

    /// <summary>Who held a cell on a day, or null where nothing is known: before its first claim, after the last holder left, after <see cref="To"/>.</summary>
    public Answer? On(int cell, int day) => day > To ? null : Cells[cell].Timeline.On(day);

    /// <summary>A claim of a month carries the layer to the month's first day only: what happened later in it is not known.</summary>
    private static int LastDay(IEnumerable<ControlPlace> places) =>
        places.SelectMany(place => place.Claims).Select(claim => claim.EarliestDay == int.MinValue ? claim.LatestDay : claim.EarliestDay)
            .Where(day => day != int.MaxValue).DefaultIfEmpty(int.MinValue).Max();
}
