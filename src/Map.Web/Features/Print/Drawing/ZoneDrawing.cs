using Map.Web.Packs.InView;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Zones of one series, in the place of what is derived: fills under rivers and borders, their outlines over the fills. What may not stand on the day is drawn in bands, with a dashed line.</summary>
internal sealed class ZoneDrawing(Svg svg, MapFrame frame, VisibleSeries series, Patterns patterns)
{
    /// <summary>What ends has every other band, what begins those between: neither hides the other.</summary>
    private const double Band = 24;

    public void Draw()
    {
        svg.Open("g", ("id", "zones"));
        foreach (var standing in new[] { ZoneStanding.Beginning, ZoneStanding.Ending }.Where(standing => series.Zones.Any(zone => zone.Standing == standing)))
            Bands(standing);
        foreach (var zone in series.Zones.Where(zone => zone.Kind is not null))
            if (PathOf(zone) is { } path)
            {
                svg.Open("g", ("clip-path", zone.Standing == ZoneStanding.Surely ? null : $"url(#{zone.Standing})"));
                patterns.Fill(svg, zone.Kind!, path, frame.Area);
                svg.Close();
            }
        svg.Open("g", ("fill", "none"), ("stroke-linejoin", "round"), ("stroke-linecap", "round"));
        foreach (var zone in series.Zones)
            if (PathOf(zone) is { } path)
                svg.Add("path", ("d", path), ("stroke", Palette.FrontCase), ("stroke-width", 4.6), ("stroke-opacity", "0.75"));
        foreach (var zone in series.Zones)
            if (PathOf(zone) is { } path)
                svg.Add("path", ("d", path), ("stroke", zone.Standing == ZoneStanding.Surely ? Palette.Front : Palette.Time), ("stroke-width", 1.9), ("stroke-dasharray", zone.Standing == ZoneStanding.Surely ? null : "4 3"));
        svg.Close().Close();
    }

    private string? PathOf(VisibleZone zone)
    {
        var path = new Outline(frame);
        path.Shape(zone.Shape);
        return path.IsEmpty ? null : path.Take();
    }

    private void Bands(ZoneStanding standing)
    {
        svg.Open("clipPath", ("id", standing.ToString()));
        for (var x = standing == ZoneStanding.Beginning ? Band : 0; x < frame.Width; x += 2 * Band)
            svg.Add("rect", ("x", x), ("width", Band), ("height", frame.Height));
        svg.Close();
    }
}
