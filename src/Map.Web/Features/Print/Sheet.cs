using Map.Web.Canvas;
using Map.Web.Features.Print.Drawing;
using Map.Web.Features.Print.Fonts;
using Map.Web.Packs.InView;
using Map.Web.Shared;

namespace Map.Web.Features.Print;

/// <summary>What a sheet is made of, read before it is drawn.</summary>
/// <param name="Address">Of the view, for people.</param>
/// <param name="DataOf">The day of the last change of the data.</param>
internal sealed record SheetContent(VisibleInView View, EventBars Bars, DrawnGround Ground, PackIndexFile Index, string Address, DateOnly? DataOf, DateOnly? Known);

/// <summary>Lays out one sheet: title, map, legend beside or below it, footnotes; and draws it.</summary>
internal sealed class Sheet(PrintRequest request, Lettering lettering)
{
    private const double Side = 38, Top = 34, Bottom = 30, ColumnWidth = 227, Gap = 19, TitleSize = 24, TitleLine = 30, TextSize = 14, TextLine = 19, NoteSize = NameDrawing.Smallest, NoteLine = 13.5, LeastMap = 0.3, MostNotes = 0.2, BetweenBlocks = 19;

    private readonly double width = request.Paper.Width / request.Paper.Scale, height = request.Paper.Height / request.Paper.Scale;
    private readonly Language lang = request.Map.Language;
    private readonly MapLook? look = request.View?.Look(request.Map.Language);

    private double Room => width - 2 * Side;

    /// <summary>How large the map is where so much of the sheet's height is taken by what stands above and below it.</summary>
    public MapFrame Frame(MapBounds box, bool isExact, double taken)
    {
        var wide = request.Paper.IsWide ? Room - ColumnWidth - Gap : Room;
        var high = Math.Max(height * LeastMap, height - Top - Bottom - taken);
        if (!isExact)
            return MapFrame.About(box, wide, high);
        // The very part of the earth that was asked for, and nothing around it.
        var shape = MapFrame.ShapeOf(box);
        return shape > wide / high ? MapFrame.Around(box, wide, wide / shape) : MapFrame.Around(box, high * shape, high);
    }

    /// <summary>How much of the height is taken by all but the map.</summary>
    public double Taken(SheetContent content)
    {
        var text = new TextSetter(new Svg(), lettering, lang);
        var taken = HeadHeight(text, content) + 12 + NotesHeight(text, content);
        if (!request.Paper.IsWide)
            taken += BelowHeight(text, content) + 16;
        return taken;
    }

    public string Draw(SheetContent content, MapFrame frame)
    {
        var svg = new Svg();
        var text = new TextSetter(svg, lettering, lang);
        var (view, bounds) = (content.View, frame.Bounds);
        svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("width", request.Paper.Width), ("height", request.Paper.Height), ("viewBox", $"0 0 {Svg.Number(width)} {Svg.Number(height)}"), ("lang", lang.Code),
            ("role", "img"), ("data-date", view.State.Date), ("data-window", view.State.Window), ("data-box", FormattableString.Invariant($"{bounds.South:0.#####},{bounds.West:0.#####},{bounds.North:0.#####},{bounds.East:0.#####}")),
            ("data-layers", string.Join(',', view.State.Layers ?? Packs.MapAddress.AllLayers)), ("data-certain", view.Certain), ("data-possible", view.Possible), ("data-series", view.Series?.Key));
        svg.Text("title", TitleOf(content)).Text("desc", PrintWords.Subtitle(view, lang));
        svg.Style(Style.Sheet(lettering, lang.IsArabic || HasArabic(content), request.HasFonts));
        svg.Add("rect", ("width", width), ("height", height), ("fill", Palette.Surface));
        var y = Head(text, content);
        var patterns = new Patterns(request.IsGrey, HolderColours.Of(look));
        var map = new MapDrawing(svg, frame, view, content.Ground, patterns, lettering, lang, look);
        IReadOnlyList<Block> blocks = new Legend(svg, text, view, patterns, map.Marks).Blocks();
        var histogram = view.Shows("events") ? new Histogram(svg, text, view, content.Bars, patterns).Block : null;
        var column = ColumnWidth;
        // A picture narrower than its room stands at the side of the text's beginning.
        var mapX = !request.Paper.IsWide ? Side + (Room - frame.Width) / 2 : lang.IsArabic ? Side + Room - frame.Width : Side;
        map.Draw(mapX, y);
        svg.Open("g", ("id", "legend"));
        if (request.Paper.IsWide)
        {
            if (ColumnHeight([.. blocks, .. Optional(histogram)], column) > height - Bottom - y)
                blocks = new Legend(svg, text, view, patterns, map.Marks, isClose: true).Blocks();
            Column(svg, [.. blocks, .. Optional(histogram)], lang.IsArabic ? Side : Side + Room - column, y, column, height - Bottom);
        }
        else
            Below(blocks, histogram, y + frame.Height + 16);
        svg.Close();
        Notes(svg, text, content);
        return svg.Done();
    }

    private string TitleOf(SheetContent content) => request.Title ?? PrintWords.Title(content.View, lang);

    private double HeadHeight(TextSetter text, SheetContent content) =>
        Lines(text, content).Sum(it => it.Line) + 8;

    private IEnumerable<(IReadOnlyList<Run> Words, double Size, double Line, string Colour)> Lines(TextSetter text, SheetContent content) =>
        text.Lines([new Run(TitleOf(content), true)], Room, TitleSize).Select(line => (line, TitleSize, TitleLine, Palette.Text))
            .Concat(text.Lines([new Run(PrintWords.Subtitle(content.View, lang))], Room, TextSize).Select(line => (line, TextSize, TextLine, Palette.Text2)))
            .Concat(request.Caption is { } caption ? text.Lines([new Run(caption)], Room, TextSize).Select(line => (line, TextSize, TextLine, Palette.Text)) : []);

    private double Head(TextSetter text, SheetContent content)
    {
        var y = Top;
        foreach (var (words, size, line, colour) in Lines(text, content))
        {
            text.Line(words, Side, Room, y + line * 0.76, size, colour);
            y += line;
        }
        return y + 8;
    }

    /// <summary>One block under the other, a rule between; what has no room is left out, the last first.</summary>
    private static void Column(Svg svg, IReadOnlyList<Block> blocks, double x, double y, double width, double end)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var high = blocks[i].Height(width);
            if (i > 0)
            {
                if (y + BetweenBlocks + high > end)
                    continue;
                svg.Add("path", ("d", $"M{Svg.Number(x)} {Svg.Number(y + 8)}h{Svg.Number(width)}"), ("stroke", Palette.Line), ("stroke-width", 1));
                y += BetweenBlocks;
            }
            blocks[i].Draw(x, y, width);
            y += high;
        }
    }

    private static double ColumnHeight(IReadOnlyList<Block> blocks, double width) => blocks.Sum(block => block.Height(width)) + (blocks.Count - 1) * BetweenBlocks;

    private double ThirdOf => (Room - 2 * Gap * 1.5) / 3;

    private double BelowHeight(TextSetter text, SheetContent content)
    {
        var marks = EventMarks.Of(content.View.Events, MapFrame.Around(content.View.Box, Room, Room / MapFrame.ShapeOf(content.View.Box)), 1);
        var blocks = new Legend(new Svg(), text, content.View, new Patterns(false, HolderColours.Of(null)), marks).Blocks();
        var (first, rest) = (blocks.Count > 0 ? blocks[0].Height(ThirdOf) : 0, blocks.Skip(1).Sum(block => block.Height(ThirdOf) + 12));
        return Math.Max(content.View.Shows("events") ? 92 : 0, Math.Max(first, rest));
    }

    /// <summary>Holders, then what else is drawn, then time, side by side.</summary>
    private void Below(IReadOnlyList<Block> blocks, Block? histogram, double y)
    {
        var step = ThirdOf + Gap * 1.5;
        double At(int column) => Side + (lang.IsArabic ? 2 - column : column) * step;
        if (blocks.Count > 0)
            blocks[0].Draw(At(0), y, ThirdOf);
        var down = y;
        foreach (var block in blocks.Skip(1))
        {
            block.Draw(At(1), down, ThirdOf);
            down += block.Height(ThirdOf) + 12;
        }
        histogram?.Draw(At(2), y, ThirdOf);
    }

    /// <summary>Below the map, beside the column of the legend, which may be longer than the map is high.</summary>
    private double NotesRoom => request.Paper.IsWide ? Room - ColumnWidth - Gap : Room;

    private static int NoteColumns(double room) => room > 560 ? 2 : 1;

    private static double NoteWidth(double room) => (room - (NoteColumns(room) - 1) * Gap) / NoteColumns(room);

    private List<IReadOnlyList<Run>> NoteLines(TextSetter text, SheetContent content, double width)
    {
        List<IReadOnlyList<Run>> lines = [];
        foreach (var longest in Footnotes.TitleLengths)
        {
            lines = [.. new[] { Footnotes.Control(content.View, longest, lang), Footnotes.Events(content.View, longest, lang), Footnotes.Ground(content.View, lang), Footnotes.View(content, lang) }.SelectMany(paragraph => text.Lines(paragraph, width, NoteSize))];
            if (HeightOf(lines) <= height * MostNotes)
                break;
        }
        return lines;
    }

    private double HeightOf(List<IReadOnlyList<Run>> lines) => Math.Ceiling((double)lines.Count / NoteColumns(NotesRoom)) * NoteLine;

    private double NotesHeight(TextSetter text, SheetContent content) => HeightOf(NoteLines(text, content, NoteWidth(NotesRoom)));

    /// <summary>In columns at the foot of the sheet.</summary>
    private void Notes(Svg svg, TextSetter text, SheetContent content)
    {
        double room = NotesRoom, wide = NoteWidth(room), left = request.Paper.IsWide && lang.IsArabic ? Side + Room - room : Side;
        var lines = NoteLines(text, content, wide);
        var each = (int)Math.Ceiling((double)lines.Count / NoteColumns(room));
        svg.Open("g", ("id", "sources"));
        for (var i = 0; i < lines.Count; i++)
        {
            var column = i / each;
            var x = left + (lang.IsArabic ? NoteColumns(room) - 1 - column : column) * (wide + Gap);
            text.Line(lines[i], x, wide, height - Bottom - (each - 1 - i % each) * NoteLine - 3, NoteSize, Palette.Text2);
        }
        svg.Close();
    }

    private bool HasArabic(SheetContent content) => TitleOf(content).Concat(request.Caption ?? "").Concat(look?.Callouts.SelectMany(callout => callout.Text) ?? []).Any(ArabicForms.IsArabic) || content.View.Sources.Any(source => source.Title.Any(ArabicForms.IsArabic));

    private static IEnumerable<Block> Optional(Block? block) => block is null ? [] : [block];
}
