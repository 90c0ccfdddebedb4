using System.Text;
using Map.Core.Control;

namespace Map.Web.Features.Print.Drawing;

/// <summary>
/// What ground is filled with: a colour, or stripes, bands and lines where one colour does not say it all; wider than on screen, for ink runs. They are drawn as lines cut to the ground's outline
/// and not as SVG's patterns, which browsers turn into coarse pixels when they print.
/// </summary>
/// <param name="isGrey">For printers without colours: the government's red and the SNA's blue are equally light, so one of them has lines.</param>
internal sealed class Patterns(bool isGrey, HolderColours colours)
{
    /// <summary>As many times as large as on screen.</summary>
    private const double ForPaper = 1.4;

    private const double Stripe = 6 * ForPaper, Rule = 0.9 * ForPaper, Band = 6 * ForPaper, ThinBand = 3 * ForPaper, LineGap = 5 * ForPaper, DotTile = 8 * ForPaper, GreyGap = 5, HatchGap = 4;

    /// <summary>Across a dot of bare land.</summary>
    public const double Dot = 2.1 * ForPaper;

    private static readonly (double X, double Y)[][] Dots = [[(2, 2)], [(2, 2), (6, 6)], [(2, 2), (6, 2), (2, 6), (6, 6)]];

    private int cuts;

    public HolderColours Colours => colours;

    public string Edge(HoldingKind kind) => colours.Line(kind.Holders[0]);

    /// <param name="path">The ground's outline.</param>
    /// <param name="within">A box that holds all of it that is seen.</param>
    public void Fill(Svg svg, HoldingKind kind, string path, Area within)
    {
        var holder = kind.Holders[0];
        Plain(svg, path, colours.Fill(holder), kind);
        if (kind.Posture == Posture.Contested)
            Cut(svg, path, () =>
            {
                var round = Stripe * kind.Holders.Count;
                for (var i = 1; i < kind.Holders.Count; i++)
                    Lines(svg, Diagonals(within, (i + 0.5) * Stripe, round), colours.Fill(kind.Holders[i]), Stripe + 0.1);
                Lines(svg, Diagonals(within, Rule / 2, Stripe), Palette.Front, Rule, "0.55");
            });
        else if (kind.Posture == Posture.Joint)
            Cut(svg, path, () =>
            {
                for (var i = 1; i < kind.Holders.Count; i++)
                    Lines(svg, Levels(within, Band + (i - 0.5) * ThinBand, Band + ThinBand * (kind.Holders.Count - 1)), colours.Fill(kind.Holders[i]), ThinBand);
            });
        else if (colours.HasLines(holder) || (isGrey && holder == "sna"))
            Cut(svg, path, () => Lines(svg, Uprights(within, colours.HasLines(holder) ? LineGap : GreyGap), colours.Line(holder), 1));
    }

    /// <summary>Bars of what is only possible.</summary>
    public void Possible(Svg svg, string path, Area within) => Cut(svg, path, () => Lines(svg, Diagonals(within, 0, HatchGap), Palette.TimeMid, 1.4));

    /// <summary>Dots of bare land over ground whose last claim is old, as path data of points.</summary>
    /// <param name="age">1 and more.</param>
    /// <param name="isOn">Does the point lie on the ground?</param>
    public static string AgeDots(int age, Area within, Func<double, double, bool> isOn)
    {
        var path = new StringBuilder();
        for (var row = Math.Floor(within.Y / DotTile); row * DotTile < within.Bottom; row++)
            for (var column = Math.Floor(within.X / DotTile); column * DotTile < within.Right; column++)
                foreach (var (dx, dy) in Dots[age - 1])
                {
                    double x = column * DotTile + dx * ForPaper, y = row * DotTile + dy * ForPaper;
                    if (within.Holds(x, y) && isOn(x, y))
                        path.Append('M').Append(Svg.Number(x)).Append(' ').Append(Svg.Number(y)).Append("h0");
                }
        return path.ToString();
    }

    /// <summary>A line without length and with round ends is a dot.</summary>
    public static void AddDots(Svg svg, string dots) =>
        svg.Add("path", ("d", dots), ("fill", "none"), ("stroke", Palette.Land), ("stroke-width", Dot), ("stroke-linecap", "round"));

    private static void Plain(Svg svg, string path, string colour, HoldingKind kind) =>
        svg.Add("path", ("d", path), ("fill", colour), ("fill-rule", "evenodd"), ("data-held", string.Join('+', kind.Holders)), ("data-how", kind.Posture.Id()));

    private void Cut(Svg svg, string path, Action draw)
    {
        var id = $"cut{++cuts}";
        svg.Open("clipPath", ("id", id)).Add("path", ("d", path), ("clip-rule", "evenodd")).Close();
        svg.Open("g", ("clip-path", $"url(#{id})"));
        draw();
        svg.Close();
    }

    private static void Lines(Svg svg, string path, string colour, double width, string? opacity = null) =>
        svg.Add("path", ("d", path), ("fill", "none"), ("stroke", colour), ("stroke-width", width), ("stroke-opacity", opacity));

    /// <summary>Lines rising to the right, as far from the corner of the picture as is said, and then each round.</summary>
    private static string Diagonals(Area within, double first, double round)
    {
        var path = new StringBuilder();
        double from = (within.X + within.Y) / Math.Sqrt(2), to = (within.Right + within.Bottom) / Math.Sqrt(2);
        for (var at = Math.Floor(from / round) * round + first - round; at < to + round; at += round)
        {
            var sum = at * Math.Sqrt(2);
            double left = Math.Max(within.X, sum - within.Bottom) - round, right = Math.Min(within.Right, sum - within.Y) + round;
            if (left < right)
                path.Append('M').Append(Svg.Number(left)).Append(' ').Append(Svg.Number(sum - left)).Append('L').Append(Svg.Number(right)).Append(' ').Append(Svg.Number(sum - right));
        }
        return path.ToString();
    }

    private static string Levels(Area within, double first, double round)
    {
        var path = new StringBuilder();
        for (var y = Math.Floor(within.Y / round) * round + first - round; y < within.Bottom + round; y += round)
            path.Append('M').Append(Svg.Number(within.X)).Append(' ').Append(Svg.Number(y)).Append('h').Append(Svg.Number(within.Width));
        return path.ToString();
    }

    private static string Uprights(Area within, double gap)
    {
        var path = new StringBuilder();
        for (var x = Math.Floor(within.X / gap) * gap + 0.5; x < within.Right; x += gap)
            path.Append('M').Append(Svg.Number(x)).Append(' ').Append(Svg.Number(within.Y)).Append('v').Append(Svg.Number(within.Height));
        return path.ToString();
    }
}
