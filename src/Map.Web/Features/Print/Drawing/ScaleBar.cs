using System.Globalization;
using Map.Web.Shared;

namespace Map.Web.Features.Print.Drawing;

/// <summary>How long so many kilometres are in the middle of the picture.</summary>
internal static class ScaleBar
{
    private const double Longest = 140;

    /// <summary>The room it takes, for names to keep away from.</summary>
    public static Area Room(MapFrame frame) => new(12, frame.Height - 40, Longest + 20, 34);

    public static void Draw(Svg svg, MapFrame frame, Language lang)
    {
        var perPixel = frame.MetresPerPixel(frame.Latitude(frame.Height / 2)) / 1000;
        double length = 0.1;
        for (var power = 0.1; power <= 1000; power *= 10)
            foreach (var step in new[] { 1, 2, 5 })
                if (step * power / perPixel <= Longest)
                    length = step * power;
        double wide = length / perPixel, y = frame.Height - 24;
        svg.Open("g", ("id", "scale"), ("data-km", length), ("stroke-linecap", "square"), ("fill", "none"));
        svg.Add("path", ("d", $"M18 {Svg.Number(y - 6)}v6h{Svg.Number(wide)}v-6"), ("stroke", Palette.Halo), ("stroke-width", 4.5));
        svg.Add("path", ("d", $"M18 {Svg.Number(y - 6)}v6h{Svg.Number(wide)}v-6"), ("stroke", Palette.Text), ("stroke-width", 1.5));
        svg.Text("text", lang.Say($"{length.ToString(CultureInfo.InvariantCulture)} km", $"{length.ToString(CultureInfo.InvariantCulture)} كم"), ("x", 18), ("y", y + 15), ("class", "name"), ("font-size", 13), ("fill", Palette.Text),
            ("stroke", Palette.Halo), ("stroke-width", 3.2)).Close();
    }
}
