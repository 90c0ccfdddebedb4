using Map.Core.Control;

namespace Map.Web.Features.Print.Drawing;

/// <summary>What ground is filled with: a colour, or stripes, bands and lines where one colour does not say it all. Wider than on screen, for ink runs.</summary>
/// <param name="isGrey">For printers without colours: the government's red and the SNA's blue are equally light, so one of them has lines.</param>
internal sealed class Patterns(bool isGrey)
{
    /// <summary>As many times as large as on screen.</summary>
    private const double ForPaper = 1.4;

    private const double Stripe = 6 * ForPaper, Rule = 0.9 * ForPaper, Band = 6 * ForPaper, ThinBand = 3 * ForPaper, LineGap = 5 * ForPaper, DotTile = 8 * ForPaper, Dot = 1.05 * ForPaper;
    private const double GreyGap = 5;

    private static readonly (double X, double Y)[][] Dots = [[(2, 2)], [(2, 2), (6, 6)], [(2, 2), (6, 2), (2, 6), (6, 6)]];

    private readonly Dictionary<string, (string Id, Action<Svg> Draw)> made = [];

    /// <summary>A colour, or the address of a pattern that is defined at the end.</summary>
    public string Fill(HoldingKind kind)
    {
        if (kind.Posture == Posture.Contested) return Made("contested " + kind.Key, (svg, id) => Striped(svg, id, kind.Holders));
        if (kind.Posture == Posture.Joint) return Made("joint " + kind.Key, (svg, id) => Banded(svg, id, kind.Holders));
        var holder = kind.Holders[0];
        if (Palette.HasLines(holder)) return Made("lines " + holder, (svg, id) => Lined(svg, id, holder, LineGap, 1));
        return isGrey && holder == "sna" ? Made("grey", (svg, id) => Lined(svg, id, holder, GreyGap, 1)) : Palette.Fill(holder);
    }

    public static string Edge(HoldingKind kind) => Palette.LineOf(kind.Holders[0]);

    /// <summary>Dots of bare land over ground whose last claim is old.</summary>
    public string Age(int age) => Made($"age {age}", (svg, id) =>
    {
        Begin(svg, id, DotTile, DotTile, null);
        foreach (var (x, y) in Dots[age - 1])
            svg.Add("circle", ("cx", x * ForPaper), ("cy", y * ForPaper), ("r", Dot), ("fill", Palette.Land));
        svg.Close();
    });

    /// <summary>Bars of what is only possible.</summary>
    public string Possible() => Made("possible", (svg, id) =>
    {
        Begin(svg, id, 4, 4, "rotate(45)");
        svg.Add("rect", ("width", 4), ("height", 4), ("fill", Palette.Second)).Add("rect", ("width", 1.5), ("height", 4), ("fill", Palette.TimeMid)).Close();
    });

    public void Define(Svg svg)
    {
        foreach (var (_, draw) in made.Values)
            draw(svg);
    }

    private string Made(string key, Action<Svg, string> draw)
    {
        if (!made.TryGetValue(key, out var known))
        {
            var id = $"fill{made.Count + 1}";
            made[key] = known = (id, svg => draw(svg, id));
        }
        return $"url(#{known.Id})";
    }

    private static void Striped(Svg svg, string id, IReadOnlyList<string> holders)
    {
        var width = Stripe * holders.Count;
        Begin(svg, id, width, width, "rotate(45)");
        for (var i = 0; i < holders.Count; i++)
            svg.Add("rect", ("x", i * Stripe), ("width", Stripe + 0.1), ("height", width), ("fill", Palette.Fill(holders[i])))
                .Add("rect", ("x", i * Stripe), ("width", Rule), ("height", width), ("fill", Palette.Front), ("fill-opacity", "0.55"));
        svg.Close();
    }

    private static void Banded(Svg svg, string id, IReadOnlyList<string> holders)
    {
        var height = Band + ThinBand * (holders.Count - 1);
        Begin(svg, id, height, height, null);
        for (var i = 0; i < holders.Count; i++)
            svg.Add("rect", ("y", i == 0 ? 0 : Band + (i - 1) * ThinBand), ("width", height), ("height", (i == 0 ? Band : ThinBand) + 0.1), ("fill", Palette.Fill(holders[i])));
        svg.Close();
    }

    private static void Lined(Svg svg, string id, string holder, double gap, double line)
    {
        Begin(svg, id, gap, gap, null);
        svg.Add("rect", ("width", gap), ("height", gap), ("fill", Palette.Fill(holder))).Add("rect", ("width", line), ("height", gap), ("fill", Palette.LineOf(holder))).Close();
    }

    private static void Begin(Svg svg, string id, double width, double height, string? turn) =>
        svg.Open("pattern", ("id", id), ("patternUnits", "userSpaceOnUse"), ("width", width), ("height", height), ("patternTransform", turn));
}
