using Map.Core.Control;
using Map.Web.Canvas;

namespace Map.Web.Packs.InView;

/// <summary>The ground of one place, as a view shows it.</summary>
/// <param name="Number">Of the cell in the layer.</param>
/// <param name="HasItsPlace">Its place lies in the view: it is counted. Of another only some ground reaches in.</param>
public sealed record VisibleCell(int Number, ControlCell Cell, CellState State, bool HasItsPlace);

internal static class VisibleCells
{
    public static IReadOnlyList<VisibleCell> Of(ControlMap map, MapBounds box, int day)
    {
        var found = new List<VisibleCell>();
        for (var number = 0; number < map.Cells.Count; number++)
        {
            var cell = map.Cells[number];
            var reach = cell.Shape.EnvelopeInternal;
            if (reach.MaxX < box.West || reach.MinX > box.East || reach.MaxY < box.South || reach.MinY > box.North)
                continue;
            if (CellState.On(cell.Timeline, day, map.To) is { } state)
                found.Add(new VisibleCell(number, cell, state, Holds(box, cell.Place.Latitude, cell.Place.Longitude)));
        }
        return found;
    }

    public static bool Holds(MapBounds box, double latitude, double longitude) =>
        latitude >= box.South && latitude <= box.North && longitude >= box.West && longitude <= box.East;
}
