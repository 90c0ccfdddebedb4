using Map.Web.Features.Print.Fonts;
using Map.Web.Packs.InView;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Names on the map, each with the letters of the sources that what is drawn there rests on.</summary>
/// <param name="letters">By the id of a place.</param>
internal sealed class NameDrawing(Svg svg, MapFrame frame, Lettering lettering, IReadOnlyDictionary<long, string> letters, HolderColours colours)
{
    /// <summary>The smallest text on paper, 8 points.</summary>
    public const double Smallest = 10.67;

    private const double Halo = 3.2, HolderHalo = 4.2, Edge = 3;

    private readonly List<(double X, double Y, double Radius)> dots = [];

    public void Draw(IReadOnlyList<WrittenName> names, IReadOnlyList<HolderName> holders, IReadOnlyList<Mark> marks, Taken taken)
    {
        svg.Open("g", ("id", "names"));
        foreach (var holder in holders)
            Write(holder.Text, Face.StrongName, holder.Size, colours.Line(holder.Holder), holder.Box, HolderHalo, false, null);
        foreach (var name in names)
        {
            double x = frame.X(name.Label.Longitude), y = frame.Y(name.Label.Latitude);
            if (x < 0 || y < 0 || x > frame.Width || y > frame.Height)
                continue;
            if (name.Dot == 0) Area(name, x, y, taken); else Place(name, x, y, marks, taken);
        }
        foreach (var (x, y, radius) in dots)
            svg.Add("circle", ("cx", x), ("cy", y), ("r", radius), ("fill", Palette.Halo), ("stroke", Palette.Label), ("stroke-width", 1.4));
        svg.Close();
    }

    /// <summary>A country, a sea or a lake: the name stands whole on its middle or not at all.</summary>
    private void Area(WrittenName name, double x, double y, Taken taken)
    {
        var width = lettering.Width(name.Text, name.Face, name.Size) + (name.IsSpaced ? name.Text.Length * WrittenName.Spacing : 0);
        var box = new Area(x - width / 2, y - name.Height / 2, width, name.Height);
        if (!Inside.Holds(box) || !taken.IsFree(box, 1.5))
            return;
        taken.Take(box);
        Write(name.Text, name.Face, name.Size, name.Colour, box, Halo, name.IsSpaced, null);
    }

    private void Place(WrittenName name, double x, double y, IReadOnlyList<Mark> marks, Taken taken)
    {
        var under = marks.FirstOrDefault(mark => x > mark.X - mark.Radius - 2 && x < mark.X + mark.Radius + 2 && y > mark.Y - mark.Radius - 2 && y < mark.Y + mark.Radius + 2);
        if (under is not null && !name.IsImportant)
            return;
        var letter = letters.GetValueOrDefault(name.Label.Place);
        var width = lettering.Width(name.Text, name.Face, name.Size) + (letter is null ? 0 : lettering.Width(letter, Face.Strong, Smallest) + 2);
        var dot = new Area(x - name.Dot, y - name.Dot, name.Dot * 2, name.Dot * 2);
        if (under is null && !taken.IsFree(dot, 0))
            return;
        var found = under is null ? taken.Place(x, y, name.Dot, width, name.Height, Inside) : taken.Place(under.X, under.Y, under.Radius, width, name.Height, Inside);
        if (found is not { Box: var box })
            return;
        taken.Take(box);
        if (under is null)
        {
            taken.Take(dot);
            dots.Add((x, y, name.Dot));
        }
        Write(name.Text, name.Face, name.Size, name.Colour, box, Halo, false, letter);
    }

    private Area Inside => new(Edge, Edge, frame.Width - 2 * Edge, frame.Height - 2 * Edge);

    /// <summary>In the middle of its box in both languages: Arabic runs to the left of where it would start.</summary>
    private void Write(string text, Face face, double size, string colour, Area box, double halo, bool isSpaced, string? letter)
    {
        svg.Open("text", ("x", box.X + box.Width / 2), ("y", box.Y + box.Height * 0.76), ("class", Style.Of(face)), ("font-size", size), ("fill", colour), ("stroke", Palette.Halo), ("stroke-width", halo),
            ("letter-spacing", isSpaced ? WrittenName.Spacing : null), ("text-anchor", "middle"), ("direction", text.Any(ArabicForms.IsArabic) ? "rtl" : null));
        svg.Words(text);
        if (letter is not null)
            svg.Text("tspan", letter, ("dx", 2), ("dy", -4), ("class", "letter"));
        svg.Close();
    }
}
