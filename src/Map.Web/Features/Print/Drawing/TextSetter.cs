using Map.Web.Features.Print.Fonts;
using Map.Web.Shared;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Words of one weight among others of a line.</summary>
internal sealed record Run(string Text, bool IsStrong = false);

/// <summary>Sets lines and paragraphs: English from the left, Arabic from the right.</summary>
internal sealed class TextSetter(Svg svg, Lettering lettering, Language lang)
{
    /// <summary>Between these two words keep the order of their own direction.</summary>
    public const char Isolate = '\u2068', EndOfIsolate = '\u2069';

    public Language Language => lang;

    public double Width(string text, double size, bool isStrong = false) => lettering.Width(text, isStrong ? Face.Strong : Face.Text, size);

    /// <summary>One line at the beginning of the room it has.</summary>
    /// <param name="baseline">Pixels.</param>
    public void Line(string text, double x, double width, double baseline, double size, string colour, bool isStrong = false) => Line([new Run(text, isStrong)], x, width, baseline, size, colour);

    public void Line(IReadOnlyList<Run> runs, double x, double width, double baseline, double size, string colour)
    {
        svg.Open("text", ("x", lang.IsArabic ? x + width : x), ("y", baseline), ("font-size", size), ("fill", colour), ("direction", lang.IsArabic ? "rtl" : null));
        foreach (var run in runs)
            if (run.IsStrong) svg.Text("tspan", run.Text, ("class", "strong")); else svg.Words(run.Text);
        svg.Close();
    }

    /// <summary>One line at the end of the room: figures under each other.</summary>
    public void LineAtEnd(string text, double x, double width, double baseline, double size, string colour) =>
        svg.Text("text", text, ("x", lang.IsArabic ? x : x + width), ("y", baseline), ("font-size", size), ("fill", colour), ("text-anchor", "end"), ("direction", lang.IsArabic ? "rtl" : null));

    /// <summary>Where words begin that stand beside a sign so wide.</summary>
    public double Beside(double x, double sign) => lang.IsArabic ? x : x + sign;

    /// <summary>Where a sign so wide stands at the beginning of a room.</summary>
    public double Sign(double x, double width, double sign) => lang.IsArabic ? x + width - sign : x;

    /// <summary>The lines of a paragraph. A word longer than a line is broken.</summary>
    public IReadOnlyList<IReadOnlyList<Run>> Lines(IReadOnlyList<Run> paragraph, double width, double size)
    {
        var lines = new List<List<Run>>();
        var line = new List<Run>();
        double used = 0, space = Width(" ", size);
        foreach (var (word, isStrong) in paragraph.SelectMany(run => run.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, run.IsStrong))))
            foreach (var part in Broken(word, isStrong, width, size))
            {
                var wide = Width(part, size, isStrong);
                if (line.Count > 0 && used + space + wide > width)
                {
                    lines.Add(line);
                    (line, used) = ([], 0);
                }
                Append(line, part, isStrong);
                used += (used > 0 ? space : 0) + wide;
            }
        if (line.Count > 0)
            lines.Add(line);
        return [.. WithOwnOrder(lines)];
    }

    /// <summary>Words of another direction that go on in the next line keep their order there too. In English there are none but names, which need no sign.</summary>
    private IEnumerable<IReadOnlyList<Run>> WithOwnOrder(List<List<Run>> lines)
    {
        var isOpen = false;
        foreach (var line in lines)
        {
            if (!lang.IsArabic)
            {
                yield return [.. line.Select(run => run with { Text = run.Text.Replace(Isolate.ToString(), "", StringComparison.Ordinal).Replace(EndOfIsolate.ToString(), "", StringComparison.Ordinal) })];
                continue;
            }
            if (isOpen)
                line[0] = line[0] with { Text = Isolate + line[0].Text };
            isOpen = line.Sum(run => run.Text.Count(c => c == Isolate) - run.Text.Count(c => c == EndOfIsolate)) > 0;
            if (isOpen)
                line[^1] = line[^1] with { Text = line[^1].Text + EndOfIsolate };
            yield return line;
        }
    }

    private IEnumerable<string> Broken(string word, bool isStrong, double width, double size)
    {
        while (Width(word, size, isStrong) > width && word.Length > 1)
        {
            var length = word.Length - 1;
            while (length > 1 && Width(word[..length], size, isStrong) > width)
                length--;
            if (char.IsHighSurrogate(word[length - 1]) && length > 1)
                length--;
            // An address is broken before one of its parts.
            if (word.LastIndexOf('&', length - 1) is > 0 and var part)
                length = part;
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }

    private static void Append(List<Run> line, string word, bool isStrong)
    {
        var gap = line.Count == 0 ? "" : " ";
        if (line is [.., var last] && last.IsStrong == isStrong)
            line[^1] = new Run(last.Text + gap + word, isStrong);
        else if (line is [.., var before])
        {
            // The gap belongs to what is not strong: it is the same width in both, and a letter stands free.
            line[^1] = before with { Text = before.Text + gap };
            line.Add(new Run(word, isStrong));
        }
        else
            line.Add(new Run(word, isStrong));
    }
}
