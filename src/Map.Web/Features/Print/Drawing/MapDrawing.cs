using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Features.Print.Fonts;
using Map.Web.Packs.InView;
using Map.Web.Shared;

namespace Map.Web.Features.Print.Drawing;

/// <summary>The map of a sheet: ground, who held what, events, names, scale.</summary>
internal sealed class MapDrawing(Svg svg, MapFrame frame, VisibleInView view, DrawnGround ground, Patterns patterns, Lettering lettering, Language lang, MapLook? look)
{
    public IReadOnlyList<Mark> Marks { get; } = EventMarks.Of(view.Events, frame, view.From == Days.OpenStart || view.To == Days.OpenEnd ? int.MaxValue : view.To - view.From + 1);

    /// <summary>In a room that begins at x and y.</summary>
    public void Draw(double x, double y)
    {
        svg.Open("clipPath", ("id", "picture")).Add("rect", ("width", frame.Width), ("height", frame.Height)).Close();
        svg.Open("g", ("id", "map"), ("transform", $"translate({Svg.Number(x)} {Svg.Number(y)})"));
        svg.Open("g", ("clip-path", "url(#picture)"));
        var land = new GroundDrawing(svg, frame, ground.Shapes);
        land.Under();
        if (view.Series is { } series)
            new ZoneDrawing(svg, frame, series, patterns).Draw();
        else
            new ControlDrawing(svg, frame, view, patterns).Draw();
        land.Over(view.Shows("boundaries"));
        var taken = new Taken();
        taken.Take(ScaleBar.Room(frame));
        var callouts = new Callouts(frame, lettering, look?.Callouts ?? []);
        callouts.Place(taken);
        Names(taken);
        new EventDrawing(svg).Draw(Marks, view.From, view.To);
        if (view.State.Event is { } id && view.Events.FirstOrDefault(it => it.Id == id) is { } chosen)
            new EventDrawing(svg).Chosen(frame.X(chosen.Longitude), frame.Y(chosen.Latitude));
        ScaleBar.Draw(svg, frame, lang);
        callouts.Draw(svg);
        svg.Close();
        svg.Add("rect", ("x", 0.5), ("y", 0.5), ("width", frame.Width - 1), ("height", frame.Height - 1), ("fill", "none"), ("stroke", Palette.Border), ("stroke-width", 1)).Close();
    }

    private void Names(Taken taken)
    {
        if (!view.Shows("places"))
            return;
        foreach (var mark in Marks)
            taken.Take(mark.Box);
        var holders = look?.Hidden.Contains("holders") == true ? [] : new HolderNames(frame, view, lettering, holder => PrintWords.Short(holder, lang)).Place(taken);
        var claimed = (view.Control?.Cells.Select(cell => cell.Place.Id) ?? []).ToHashSet();
        var names = NameRules.Of([.. ground.Labels.Where(label => label.Place == 0 || look?.Unnamed.Contains(label.Place) != true)], claimed, frame.Level, lang.IsArabic);
        var letters = view.Sources.Where(source => source.Letter is not null).SelectMany(source => source.Places.Select(place => (place, source.Letter))).GroupBy(it => it.place).ToDictionary(group => group.Key, group => string.Join(',', group.Select(it => it.Letter)));
        new NameDrawing(svg, frame, lettering, letters, patterns.Colours).Draw(names, holders, Marks, taken);
    }
}
