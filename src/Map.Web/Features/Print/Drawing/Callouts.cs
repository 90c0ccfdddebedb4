using Map.Web.Canvas;
using Map.Web.Features.Print.Fonts;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Words of a named view beside spots of the map (client/layers/callouts.ts).</summary>
internal sealed class Callouts(MapFrame frame, Lettering lettering, IReadOnlyList<MapCallout> callouts)
{
    private const double Size = 12.5, Line = 16, Widest = 190, Padding = 7, Leader = 22, Edge = 6;

    private sealed record Placed(double X, double Y, Area Box, IReadOnlyList<IReadOnlyList<Run>> Lines, bool IsArabic);

    private readonly List<Placed> placed = [];

    /// <summary>Finds room for each, and keeps names off it. What lies outside the picture is left away with its spot.</summary>
    public void Place(Taken taken)
    {
        foreach (var callout in callouts)
        {
            double x = frame.X(callout.Longitude), y = frame.Y(callout.Latitude);
            if (!frame.Area.Holds(x, y))
                continue;
            var isArabic = callout.Text.Any(ArabicForms.IsArabic);
            var text = new TextSetter(new Svg(), lettering, isArabic ? Shared.Language.Arabic : Shared.Language.English);
            var lines = text.Lines([new Run(callout.Text)], Widest, Size);
            double width = lines.Max(line => line.Sum(run => text.Width(run.Text, Size))) + 2 * Padding, height = lines.Count * Line + 2 * Padding - 4;
            var (left, top) = callout.Side switch
            {
                "left" => (x - Leader - width, y - height / 2),
                "right" => (x + Leader, y - height / 2),
                "below" => (x - width / 2, y + Leader),
                _ => (x - width / 2, y - Leader - height),
            };
            var box = new Area(Math.Clamp(left, Edge, Math.Max(Edge, frame.Width - Edge - width)), Math.Clamp(top, Edge, Math.Max(Edge, frame.Height - Edge - height)), width, height);
            placed.Add(new Placed(x, y, box, lines, isArabic));
            taken.Take(box);
        }
    }

    public void Draw(Svg svg)
    {
        if (placed.Count == 0)
            return;
        svg.Open("g", ("id", "callouts"));
        foreach (var it in placed)
        {
            double toX = Math.Clamp(it.X, it.Box.X, it.Box.Right), toY = Math.Clamp(it.Y, it.Box.Y, it.Box.Bottom);
            svg.Add("path", ("d", $"M{Svg.Number(it.X)} {Svg.Number(it.Y)}L{Svg.Number(toX)} {Svg.Number(toY)}"), ("stroke", Palette.Text), ("stroke-width", 1.4));
            svg.Add("circle", ("cx", it.X), ("cy", it.Y), ("r", 3.2), ("fill", Palette.Surface), ("stroke", Palette.Text), ("stroke-width", 1.4));
            svg.Add("rect", ("x", it.Box.X), ("y", it.Box.Y), ("width", it.Box.Width), ("height", it.Box.Height), ("rx", 4), ("fill", Palette.Surface), ("stroke", Palette.Control), ("stroke-width", 1));
            var text = new TextSetter(svg, lettering, it.IsArabic ? Shared.Language.Arabic : Shared.Language.English);
            for (var i = 0; i < it.Lines.Count; i++)
                text.Line(it.Lines[i], it.Box.X + Padding, it.Box.Width - 2 * Padding, it.Box.Y + Padding + 10 + i * Line, Size, Palette.Text);
        }
        svg.Close();
    }
}
