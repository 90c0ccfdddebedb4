using Map.Web.Packs;
using Map.Web.Packs.InView;

namespace Map.Web.Features.Print.Drawing;

/// <summary>The calm ground: land and water under the control layer, lakes, rivers and lines above it, as client/layers/base.ts draws them.</summary>
internal sealed class GroundDrawing(Svg svg, MapFrame frame, IReadOnlyList<DrawnShape> shapes)
{
    public void Under()
    {
        svg.Add("rect", ("width", frame.Width), ("height", frame.Height), ("fill", Palette.Neighbour));
        Areas(BaseClass.Sea, Palette.Water);
        Areas(BaseClass.Neighbour, Palette.Neighbour);
        Areas(BaseClass.Syria, Palette.Land);
        if (frame.Level >= 8)
            Areas(BaseClass.BuiltUp, Palette.BuiltUp);
    }

    public void Over(bool boundaries)
    {
        svg.Open("g", ("fill", "none"), ("stroke-linejoin", "round"), ("stroke-linecap", "round"));
        Lines(BaseClass.River, Palette.River, frame.Level <= 7 ? 1 : frame.Level <= 9 ? 1.5 : 2.2);
        Areas(BaseClass.Lake, Palette.Water, Palette.Coast);
        Lines(BaseClass.Coast, Palette.Coast, 1);
        if (boundaries)
        {
            if (frame.Level >= 9)
                Lines(BaseClass.DistrictLine, Palette.Admin, 1, "1 3");
            if (frame.Level >= 7)
                Lines(BaseClass.GovernorateLine, Palette.Admin, 1, "3 3");
            Lines(BaseClass.StateBorder, Palette.Border, frame.Level >= 8 ? 1.6 : 1.3);
            Lines(BaseClass.DisputedBorder, Palette.Border, 1.2, "5 4");
        }
        svg.Close();
    }

    private void Areas(BaseClass of, string fill, string? edge = null)
    {
        var path = new Outline(frame);
        foreach (var part in Of(of).SelectMany(shape => shape.Parts))
            path.Ring(part.X, part.Y);
        if (!path.IsEmpty)
            svg.Add("path", ("d", path.Take()), ("fill", fill), ("fill-rule", "evenodd"), ("stroke", edge), ("stroke-width", edge is null ? null : 0.8));
    }

    private void Lines(BaseClass of, string colour, double width, string? dashes = null)
    {
        var path = new Outline(frame);
        foreach (var part in Of(of).SelectMany(shape => shape.Parts))
            path.Line(part.X, part.Y);
        if (!path.IsEmpty)
            svg.Add("path", ("d", path.Take()), ("stroke", colour), ("stroke-width", width), ("stroke-dasharray", dashes));
    }

    /// <summary>Natural Earth's ranks: great rivers first.</summary>
    private IEnumerable<DrawnShape> Of(BaseClass of)
    {
        var most = frame.Level <= 6 ? 4 : frame.Level <= 7 ? 6 : frame.Level <= 8 ? 8 : 12;
        return shapes.Where(shape => shape.Class == of && (of is not (BaseClass.River or BaseClass.Lake) || shape.Rank <= most));
    }
}
