namespace Map.Core.Control;

/// <summary>
/// How one map differs from another that stands somewhere already: what has to be told to make one of the other. Cells of the standing map keep their numbers, also
/// where they are gone; those that have come are numbered on, by the place's id.
/// </summary>
public sealed class ControlDelta
{
    private ControlDelta(ControlMap standing, ControlMap now) => (Standing, Now) = (standing, now);

    public ControlMap Standing { get; }

    public ControlMap Now { get; }

    /// <summary>Numbers of the cells that are gone, rising.</summary>
    public IReadOnlyList<int> Removed { get; private init; } = [];

    /// <summary>Cells that are other ones now, or new, by the place's id.</summary>
    public IReadOnlyList<ControlCell> Cells { get; private init; } = [];

    /// <summary>Indexes of the standing map's edges that are gone, rising.</summary>
    public IReadOnlyList<int> LostEdges { get; private init; } = [];

    /// <summary>Edges that have come, by numbers of cells as they are told here.</summary>
    public IReadOnlyList<ControlEdge> Edges { get; private init; } = [];

    public bool IsEmpty => Removed.Count + Cells.Count + LostEdges.Count + Edges.Count == 0 && Standing.To == Now.To;

    public static ControlDelta Between(ControlMap standing, ControlMap now)
    {
        var removed = Enumerable.Range(0, standing.Cells.Count).Where(i => now.CellOf(standing.Cells[i].Place.Id) < 0).ToList();
        var cells = now.Cells.Where(cell => standing.CellOf(cell.Place.Id) is var i && (i < 0 || !ReferenceEquals(standing.Cells[i], cell))).ToList();
        var numbers = cells.Where(cell => standing.CellOf(cell.Place.Id) < 0).Select((cell, i) => (cell.Place.Id, Number: standing.Cells.Count + i)).ToDictionary(it => it.Id, it => it.Number);
        int Number(long place) => numbers.TryGetValue(place, out var number) ? number : standing.CellOf(place);

        List<int> lost = [];
        var at = 0;
        foreach (var cell in standing.Cells)
        {
            var (before, after) = (standing.EdgesOf(cell.Place.Id), EdgesOf(now, cell.Place.Id));
            if (!ReferenceEquals(before, after))
                lost.AddRange(Enumerable.Range(0, before.Length).Where(i => !after.Contains(before[i])).Select(i => at + i));
            at += before.Length;
        }
        List<ControlEdge> edges = [];
        foreach (var cell in now.Cells)
        {
            var (before, after) = (EdgesOf(standing, cell.Place.Id), now.EdgesOf(cell.Place.Id));
            if (!ReferenceEquals(before, after))
                edges.AddRange(after.Where(edge => !before.Contains(edge)).Select(edge => new ControlEdge(Number(cell.Place.Id), Number(edge.Neighbour), edge.From, edge.To, edge.OnBorder)));
        }
        return new ControlDelta(standing, now) { Removed = removed, Cells = cells, LostEdges = lost, Edges = edges };
    }

    /// <summary>The place whose cell has a number.</summary>
    public ControlPlace PlaceOf(int number) => number < Standing.Cells.Count
        ? Now.CellOf(Standing.Cells[number].Place.Id) is var i and >= 0 ? Now.Cells[i].Place : Standing.Cells[number].Place
        : Cells.Where(cell => Standing.CellOf(cell.Place.Id) < 0).ElementAt(number - Standing.Cells.Count).Place;

    private static GroundEdge[] EdgesOf(ControlMap map, long place) => map.CellOf(place) < 0 ? [] : map.EdgesOf(place);
}
