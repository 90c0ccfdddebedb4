using System.Globalization;
using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;

namespace Map.Web.Packs.InView;

/// <summary>
/// Exactly what one view shows: events, places and ground, zones, and the sources all of it rests on, in a fixed order. Prints, footnotes and exports are made of it, so that they cannot disagree
/// with each other; with the map they agree because both ask the same events and the same layer in memory.
/// </summary>
/// <param name="Box">The part of the earth that is looked at.</param>
/// <param name="From">First day of the window, or <see cref="Days.OpenStart"/>.</param>
/// <param name="To">Last day of the window, or <see cref="Days.OpenEnd"/>.</param>
/// <param name="Events">In the order of the list; empty where the layer is not shown.</param>
/// <param name="Control">The whole derived layer; null where it is not shown, or a series of zones stands in its place.</param>
/// <param name="Cells">Those of which something is drawn in the box, by number.</param>
/// <param name="Series">The series of zones that stands in the place of what is derived.</param>
/// <param name="Sources">What the places rest on first, those of most places first; then zones, then events.</param>
public sealed record VisibleInView(MapState State, MapBounds Box, int Day, int From, int To, IReadOnlyList<VisibleEvent> Events, ControlMap? Control, IReadOnlyList<VisibleCell> Cells,
    VisibleSeries? Series, IReadOnlyList<VisibleSource> Sources)
{
    public int Certain => Events.Count(it => it.IsCertain);

    public int Possible => Events.Count - Certain;

    /// <summary>Did the address ask for this layer?</summary>
    public bool Shows(string layer) => State.Layers is null || State.Layers.Contains(layer);

    /// <param name="state">Whole: with its date and window.</param>
    public static async Task<VisibleInView> ReadAsync(MapRows rows, MapState state, MapBounds box, CancellationToken cancel)
    {
        var day = Days.Of(DateOnly.ParseExact(state.Date!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var part = StartingPoint.Part(state, box);
        await using var db = await rows.Databases.CreateDbContextAsync(cancel);
        bool Shows(string layer) => state.Layers is null || state.Layers.Contains(layer);

        var events = Shows("events") ? await VisibleEvents.ReadAsync(db, rows.Events, part.Question, cancel) : VisibleEvents.None;
        var isZoned = state.Series is { Length: > 0 };
        var control = Shows("control") && !isZoned ? await rows.Control.ReadyAsync(cancel) : null;
        var cells = control is null ? [] : VisibleCells.Of(control, box, day);
        var series = Shows("control") && isZoned ? await VisibleSeries.ReadAsync(db, state.Series!, box, day, cancel) : null;
        return new VisibleInView(state, box, day, part.From, part.To, events.Found, control, cells, series, await VisibleSources.ReadAsync(db, cells, day, series, events, cancel));
    }
}

/// <summary>Where it is read: the map of now, or that of a past day.</summary>
/// <param name="Known">The past day; null for now.</param>
public sealed record MapRows(Microsoft.EntityFrameworkCore.IDbContextFactory<MapDb> Databases, KnownEvents Events, KnownControl Control, DateOnly? Known = null);
