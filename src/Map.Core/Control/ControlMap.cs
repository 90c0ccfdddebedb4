using NetTopologySuite.Geometries;

namespace Map.Core.Control;

/// <summary>
/// Who held what: the whole control layer, derived from claims by <see cref="ControlRules"/>. Never changed: other claims make another map, in which only what they touch
/// is derived again, and which equals the one derived whole.
/// </summary>
public sealed class ControlMap
{
    private readonly Country country;
    private readonly NearestGround ground;
    private readonly Dictionary<long, ControlPlace> places;
    private readonly Dictionary<(long, long), long[]> spots;
    private readonly Dictionary<long, int> numbers;

    private ControlMap(Country country, NearestGround ground, Dictionary<long, ControlPlace> places, Dictionary<(long, long), long[]> spots, List<ControlCell> cells, ControlWork work)
    {
        (this.country, this.ground, this.places, this.spots, Cells, Work) = (country, ground, places, spots, cells, work);
        numbers = cells.Select((cell, i) => (cell.Place.Id, i)).ToDictionary(it => it.Id, it => it.i);
        Edges = [.. cells.SelectMany((cell, i) => ground[cell.Place.Id].Edges.Select(edge => new ControlEdge(i, numbers[edge.Neighbour], edge.From, edge.To, edge.OnBorder)))];
        Outside = [.. places.Values.Where(place => !spots.TryGetValue(Spot(place), out var here) || !here.Contains(place.Id)).OrderBy(place => place.Id)];
        Beside = [.. spots.Values.Where(here => here.Length > 1).SelectMany(here => here.Where(id => !numbers.ContainsKey(id))).Order().Select(id => places[id])];
        To = LastDay(cells);
    }

    /// <summary>One a place with claims, by the place's id.</summary>
    public IReadOnlyList<ControlCell> Cells { get; }

    /// <summary>By their first cell, then as they lie around it.</summary>
    public IReadOnlyList<ControlEdge> Edges { get; }

    /// <summary>Places with claims that lie farther outside the country than <see cref="ControlRules.OutsideMetres"/>: they have no cell.</summary>
    public IReadOnlyList<ControlPlace> Outside { get; }

    /// <summary>Places that stand on the very point of another with more claims: the other's cell answers there.</summary>
    public IReadOnlyList<ControlPlace> Beside { get; }

    /// <summary>The last day the layer speaks of, that of the last claim; <see cref="int.MinValue"/> if there is none. After it nothing is answered.</summary>
    public int To { get; }

    /// <summary>What making this map out of the one before it took.</summary>
    public ControlWork Work { get; }

    /// <summary>Cells of the places, clipped to the country. Places without claims have none.</summary>
    public static ControlMap Of(Country country, IEnumerable<ControlPlace> places) =>
        new ControlMap(country, NearestGround.None(country), [], [], [], default).With(places.ToDictionary(place => place.Id, ControlPlace? (place) => place));

    /// <summary>The map after some places' claims, names or points have changed.</summary>
    /// <param name="changed">By their ids; null, or without claims, where nothing is claimed any more.</param>
    public ControlMap With(IReadOnlyDictionary<long, ControlPlace?> changed)
    {
        var (all, here) = (new Dictionary<long, ControlPlace>(places), new Dictionary<(long, long), long[]>(spots));
        var touched = new HashSet<(long, long)>();
        foreach (var (id, place) in changed.OrderBy(it => it.Key))
        {
            if (all.Remove(id, out var was) && here.TryGetValue(Spot(was), out var with) && with.Contains(id))
            {
                here[Spot(was)] = [.. with.Where(other => other != id)];
                touched.Add(Spot(was));
            }
            if (place is not { Claims.Count: > 0 })
                continue;
            all.Add(id, place);
            if (!country.Owns(Metres(place)))
                continue;
            here[Spot(place)] = [.. here.GetValueOrDefault(Spot(place)) ?? [], id];
            touched.Add(Spot(place));
        }

        List<long> gone = [];
        List<Site> come = [];
        foreach (var spot in touched)
        {
            var (was, now) = (Chosen(spots.GetValueOrDefault(spot), places), Chosen(here[spot], all));
            if (was is not null && now is not null && was.Id == now.Id && was.Latitude == now.Latitude && was.Longitude == now.Longitude)
                continue;
            if (was is not null)
                gone.Add(was.Id);
            if (now is not null)
                come.Add(new Site(now.Id, Metres(now), country.Plane.Stretch(WrittenGround.OnUnit(now.Latitude))));
            if (here[spot].Length == 0)
                here.Remove(spot);
        }
        var next = ground.With(gone, come, out var anew);
        var histories = 0;
        var cells = next.Ids.Order().Select(Cell).ToList();
        return new ControlMap(country, next, all, here, cells, new ControlWork(anew.Count, histories));

        ControlCell Cell(long id)
        {
            var before = numbers.TryGetValue(id, out var number) ? Cells[number] : null;
            var isSame = before is not null && ReferenceEquals(before.Place, all[id]);
            if (isSame && !anew.Contains(id))
                return before!;
            if (!isSame)
                histories++;
            return new ControlCell(all[id], isSame ? before!.Timeline : PlaceTimeline.From(all[id].Claims), next[id].Shape);
        }
    }

    /// <summary>Index of the cell a point belongs to, or −1: nothing within the stated distance, or outside the country.</summary>
    public int CellAt(double latitude, double longitude) => ground.At(latitude, longitude) is { } id ? numbers[id] : -1;

    /// <summary>Whose claims answer on the point of a place with claims: its own, those of another place on the very same point, or, null, nobody's: it lies outside the country.</summary>
    public ControlPlace? AnsweringFor(long place) =>
        !places.TryGetValue(place, out var own) || !spots.TryGetValue(Spot(own), out var here) || !here.Contains(place) ? null : places[here.First(numbers.ContainsKey)];

    /// <summary>Index of a place's cell, or −1.</summary>
    public int CellOf(long place) => numbers.GetValueOrDefault(place, -1);

    /// <summary>A place with claims, or null.</summary>
    public ControlPlace? Place(long id) => places.GetValueOrDefault(id);

    /// <summary>The plane that cells are made on, and distances to places measured.</summary>
    public LocalPlane Plane => country.Plane;

    /// <summary>Every place with claims, those without a cell too.</summary>
    public IReadOnlyCollection<ControlPlace> Places => places.Values;

    /// <summary>Who held a cell on a day, or null where nothing is known: before its first claim, after the last holder left, after <see cref="To"/>.</summary>
    public Answer? On(int cell, int day) => day > To ? null : Cells[cell].Timeline.On(day);

    internal GroundEdge[] EdgesOf(long place) => ground[place].Edges;

    /// <summary>Closer points than a unit of what is written are the same point.</summary>
    private static (long, long) Spot(ControlPlace place) => (WrittenGround.Unit(place.Longitude), WrittenGround.Unit(place.Latitude));

    private static ControlPlace? Chosen(long[]? here, Dictionary<long, ControlPlace> all) => here?.Select(id => all[id]).OrderByDescending(place => place.Claims.Count).ThenBy(place => place.Id).FirstOrDefault();

    /// <summary>Where it is written to be: maps measure from there.</summary>
    private Coordinate Metres(ControlPlace place) => country.Plane.ToMetres(WrittenGround.OnUnit(place.Longitude), WrittenGround.OnUnit(place.Latitude));

    /// <summary>A claim of a month carries the layer to the month's first day only: what happened later in it is not known.</summary>
    private static int LastDay(IEnumerable<ControlCell> cells)
    {
        var last = int.MinValue;
        foreach (var cell in cells)
            foreach (var claim in cell.Place.Claims)
            {
                var day = claim.EarliestDay == int.MinValue ? claim.LatestDay : claim.EarliestDay;
                if (day != int.MaxValue)
                    last = Math.Max(last, day);
            }
        return last;
    }
}

/// <summary>How much was derived, counted.</summary>
/// <param name="Grounds">Cells whose ground was worked out and clipped to the country.</param>
/// <param name="Histories">Places whose claims went through the rules.</param>
public readonly record struct ControlWork(int Grounds, int Histories);
