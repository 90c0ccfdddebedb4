using System.Globalization;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Symbols and counted discs, in one plum ink. Filled is violence, outlined none reported; solid is certain, dashed only possible.</summary>
internal sealed class EventDrawing(Svg svg)
{
    private const double Ring = 2.6, Stroke = 1.7, Halo = 4;

    private static readonly Dictionary<string, (string Outline, bool IsFilled)> Shapes = new()
    {
        ["clash"] = ("M-5.5-3.6-3.6-5.5 0-1.9 3.6-5.5 5.5-3.6 1.9 0 5.5 3.6 3.6 5.5 0 1.9-3.6 5.5-5.5 3.6-1.9 0Z", true),
        ["strike"] = ("M-6.2-5.2H6.2L0 6Z", true),
        ["explosion"] = (Star(8, 6.75, 3.1), true),
        ["killing"] = ("M0-6.75 6.1 0 0 6.75-6.1 0Z", true),
        ["detention"] = ("M-5.2-5.2H5.2V5.2H-5.2ZM-1.8-5.2V5.2M1.8-5.2V5.2", false),
        ["protest"] = ("M0-6 6.2 5.2H-6.2Z", false),
        ["politics"] = ("M5.6 0A5.6 5.6 0 1 1-5.6 0 5.6 5.6 0 1 1 5.6 0ZM1.2 0A1.2 1.2 0 1 1-1.2 0 1.2 1.2 0 1 1 1.2 0Z", false),
        ["control-change"] = ("M0-6A6 6 0 0 1 0 6ZM0-6A6 6 0 0 0 0 6L0 4.4A4.4 4.4 0 0 1 0-4.4Z", true),
        ["movement"] = ("M-5.6-5H-.6L5.4 0-.6 5H-5.6L.2 0Z", false),
        ["statement"] = ("M-5.6-5.2H5.6V3H-.4L-3.2 6V3H-5.6Z", false),
    };

    public void Draw(IReadOnlyList<Mark> marks, int from, int to)
    {
        svg.Open("g", ("id", "events"));
        foreach (var mark in marks)
            if (mark.Lone is { } lone) Symbol(lone.Type, mark.X, mark.Y, EventMarks.Opacity(lone, from, to));
            else Disc(mark.X, mark.Y, mark.Radius, mark.Certain, mark.Possible);
        svg.Close();
    }

    /// <summary>Round the event that is open on the map.</summary>
    public void Chosen(double x, double y) =>
        svg.Add("circle", ("cx", x), ("cy", y), ("r", 15), ("fill", "none"), ("stroke", Palette.Halo), ("stroke-width", 4.5))
            .Add("circle", ("cx", x), ("cy", y), ("r", 14), ("fill", "none"), ("stroke", Palette.Text), ("stroke-width", 2), ("data-chosen", ""));

    /// <summary>One event: where it is only possible, fainter and with a dashed ring.</summary>
    public void Symbol(string type, double x, double y, double opacity)
    {
        var (outline, isFilled) = Shapes.GetValueOrDefault(type, Shapes["politics"]);
        svg.Open("g", ("transform", $"translate({Svg.Number(x)} {Svg.Number(y)})"), ("data-event", type));
        if (opacity < 1)
            svg.Add("circle", ("r", 10), ("fill", "none"), ("stroke", Palette.Halo), ("stroke-width", Halo))
                .Add("circle", ("r", 10), ("fill", "none"), ("stroke", Palette.Time), ("stroke-width", 1.4), ("stroke-dasharray", "3 2.4"))
                .Open("g", ("opacity", opacity.ToString("0.##", CultureInfo.InvariantCulture)));
        svg.Add("path", ("d", outline), ("fill", "none"), ("stroke", Palette.Halo), ("stroke-width", Halo + (isFilled ? 0 : Stroke)), ("stroke-linejoin", "round"));
        if (isFilled)
            svg.Add("path", ("d", outline), ("fill", Palette.Time));
        else
            svg.Add("path", ("d", outline), ("fill", Palette.Halo), ("stroke", Palette.Time), ("stroke-width", Stroke), ("stroke-linejoin", "round"));
        if (opacity < 1)
            svg.Close();
        svg.Close();
    }

    /// <summary>A count: the certain share of its ring solid, clockwise from the top, the rest dashed.</summary>
    public void Disc(double x, double y, double radius, int certain, int possible)
    {
        var all = certain + possible;
        svg.Open("g", ("transform", $"translate({Svg.Number(x)} {Svg.Number(y)})"), ("data-events", all), ("data-possible", possible == 0 ? null : possible));
        svg.Add("circle", ("r", radius + 1.4), ("fill", Palette.Surface));
        var middle = radius - Ring / 2;
        if (possible == 0)
            svg.Add("circle", ("r", middle), ("fill", "none"), ("stroke", Palette.Time), ("stroke-width", Ring));
        else
        {
            svg.Add("circle", ("r", middle), ("fill", "none"), ("stroke", Palette.TimeMid), ("stroke-width", Ring), ("stroke-dasharray", "3 2.4"));
            if (certain > 0)
            {
                var turn = (double)certain / all * 2 * Math.PI;
                svg.Add("path", ("d", $"M0 {Svg.Number(-middle)}A{Svg.Number(middle)} {Svg.Number(middle)} 0 {(turn > Math.PI ? 1 : 0)} 1 {Svg.Number(middle * Math.Sin(turn))} {Svg.Number(-middle * Math.Cos(turn))}"),
                    ("fill", "none"), ("stroke", Palette.Surface), ("stroke-width", Ring));
                svg.Add("path", ("d", $"M0 {Svg.Number(-middle)}A{Svg.Number(middle)} {Svg.Number(middle)} 0 {(turn > Math.PI ? 1 : 0)} 1 {Svg.Number(middle * Math.Sin(turn))} {Svg.Number(-middle * Math.Cos(turn))}"),
                    ("fill", "none"), ("stroke", Palette.Time), ("stroke-width", Ring));
            }
        }
        svg.Text("text", Short(all), ("y", 4.6), ("class", "count"), ("text-anchor", "middle")).Close();
    }

    /// <summary>"950", "1.2k", "12k": three signs fit in the largest disc.</summary>
    private static string Short(int count) => count < 1000 ? count.ToString(CultureInfo.InvariantCulture)
        : count < 9950 ? (count / 1000.0).ToString("0.#", CultureInfo.InvariantCulture) + "k" : Math.Round(count / 1000.0).ToString(CultureInfo.InvariantCulture) + "k";

    private static string Star(int points, double outer, double inner) => "M" + string.Join('L', Enumerable.Range(0, points * 2).Select(i =>
    {
        var (angle, radius) = (i * Math.PI / points - Math.PI / 2, i % 2 == 1 ? inner : outer);
        return $"{(radius * Math.Cos(angle)).ToString("0.##", CultureInfo.InvariantCulture)} {(radius * Math.Sin(angle)).ToString("0.##", CultureInfo.InvariantCulture)}";
    })) + "Z";
}
