using Map.Core.Control;
using Map.Web.Packs.InView;
using Map.Web.Shared;

namespace Map.Web.Features.Print.Drawing;

/// <summary>What the legend says: who holds the places in view, what else is drawn, and the symbols that stand on the map. The same rows in the same order as on screen.</summary>
/// <param name="isClose">Rows stand closer, where a sheet has less room than they need.</param>
internal sealed class Legend(Svg svg, TextSetter text, VisibleInView view, Patterns patterns, IReadOnlyList<Mark> marks, bool isClose = false)
{
    private const double Small = 18, SwatchWidth = 22, SwatchHeight = 16, Gap = 9, Size = 13, Head = 14, Leading = 15.5, CountWidth = 26;
    private const int MostShared = 8, MostTurning = 4;

    private readonly double row = isClose ? 20 : 23;
    private readonly Language lang = text.Language;

    public IReadOnlyList<Block> Blocks()
    {
        var blocks = new List<Block>();
        if (view.Shows("control"))
        {
            blocks.Add(Holders());
            blocks.Add(Stacked([.. Notes()]));
        }
        var symbols = Symbols().ToList();
        if (symbols.Count > 0)
            blocks.Add(Stacked(symbols));
        return blocks;
    }

    private Block Holders()
    {
        var kinds = view.Series is null
            ? view.Cells.Where(cell => cell.HasItsPlace && cell.State.Kind is not null).CountBy(cell => cell.State.Kind!)
            : view.Series.Zones.Where(zone => zone.Kind is not null).CountBy(zone => zone.Kind!);
        var all = kinds.ToList();
        var alone = all.Where(it => it.Key.Posture == Posture.Holds).OrderBy(it => Core.Control.Holders.Order(it.Key.Holders[0])).ThenBy(it => it.Key.Holders[0], StringComparer.Ordinal);
        var shared = all.Where(it => it.Key.Posture != Posture.Holds).OrderByDescending(it => it.Value).ThenBy(it => Core.Control.Holders.Order(it.Key.Holders[0])).ThenBy(it => it.Key.Key, StringComparer.Ordinal).ToList();
        var rows = new List<Block>
        {
            new(_ => 20, (x, y, width) =>
            {
                text.Line(lang.Say("Who held what", "من سيطر على ماذا"), x, width, y + 14, Head, Palette.Text, true);
                text.LineAtEnd(view.Series is null ? lang.Say("places", "أماكن") : lang.Say("zones", "مناطق"), x, width, y + 14, 12, Palette.Text2);
            }),
            new(_ => 24, (x, y, width) => text.Line(view.Series is null ? lang.Say($"{DayWords.Short(view.Day, lang)}, from cited claims", $"{DayWords.Short(view.Day, lang)}، من ادعاءات موثّقة") : DayWords.Short(view.Day, lang), x, width, y + 12, 12, Palette.Text2)),
        };
        rows.AddRange(alone.Concat(shared.Take(MostShared)).Select(it => Counted(it.Key, it.Value)));
        if (shared.Count > MostShared)
            rows.Add(Note(lang.Say($"and {shared.Count - MostShared} more, contested or joint", $"و{shared.Count - MostShared} غيرها متنازع عليها أو مشتركة")));
        return Stacked(rows);
    }

    private Block Counted(HoldingKind kind, int places)
    {
        IReadOnlyList<IReadOnlyList<Run>> Lines(double width) => text.Lines([new Run(PrintWords.Kind(kind, lang))], width - SwatchWidth - Gap - CountWidth, Size);
        return new(width => row + (Lines(width).Count - 1) * Leading, (x, y, width) =>
        {
            svg.Open("g", ("data-holders", string.Join('+', kind.Holders)), ("data-posture", kind.Posture.Id()), ("data-places", places));
            Swatch(text.Sign(x, width, SwatchWidth), y + 2, kind);
            text.LineAtEnd(Shared.Counted.Digits(places), x, width, y + 14.5, Size, Palette.Text2);
            foreach (var line in Lines(width))
            {
                text.Line(line, text.Beside(x, SwatchWidth + Gap), width - SwatchWidth - Gap, y + 14.5, Size, Palette.Text);
                y += Leading;
            }
            svg.Close();
        });
    }

    private IEnumerable<Block> Notes()
    {
        if (view.Series is { } series)
        {
            if (series.Zones.Any(zone => zone.Standing != ZoneStanding.Surely))
                yield return Signed(x => svg.Add("rect", ("x", x), ("width", SwatchWidth), ("height", SwatchHeight), ("rx", 3), ("fill", "none"), ("stroke", Palette.Time), ("stroke-width", 1.4), ("stroke-dasharray", "4 3")),
                    lang.Say("Begins or ends on an unknown day", "تبدأ أو تنتهي في يوم غير معروف"));
            yield return Note(series.Zones.Count == 0 ? lang.Say("The series says nothing of this date.", "لا تقول السلسلة شيئاً عن هذا التاريخ.") : lang.Say("Blank: nothing said by this series", "فارغ: لا تقول هذه السلسلة شيئاً"));
            yield break;
        }
        if (HasFronts())
            yield return Signed(x => svg.Add("path", ("d", $"M{Svg.Number(x + 1)} 11c5-9 8 3 20-5"), ("fill", "none"), ("stroke", Palette.Front), ("stroke-width", 2), ("stroke-linecap", "round")), lang.Say("Front line", "خط تماس"));
        var inView = view.Cells.Where(cell => cell.HasItsPlace).ToList();
        var ages = inView.Select(cell => cell.State.Age).Where(age => age > 0).Distinct().Order().ToList();
        foreach (var age in ages)
            yield return Signed(x =>
            {
                var box = new Area(x, 0, SwatchWidth, SwatchHeight);
                svg.Add("rect", ("x", x), ("width", SwatchWidth), ("height", SwatchHeight), ("rx", 3), ("fill", Palette.Fill("government-of-syria")));
                Patterns.AddDots(svg, Patterns.AgeDots(age, new Area(box.X + Patterns.Dot / 2, Patterns.Dot / 2, box.Width - Patterns.Dot, box.Height - Patterns.Dot), (_, _) => true));
            }, PrintWords.Ages([age], lang));
        var turning = inView.Where(cell => cell.State.IsTurning).CountBy(cell => (Before: cell.State.KindBefore, After: cell.State.Kind)).OrderByDescending(it => it.Value).ToList();
        foreach (var ((before, after), _) in turning.Take(MostTurning))
            yield return Signed(x =>
            {
                if (before is not null) patterns.Fill(svg, before, Rectangle(x, 0, SwatchWidth / 2), new Area(x, 0, SwatchWidth / 2, SwatchHeight));
                if (after is not null) patterns.Fill(svg, after, Rectangle(x + SwatchWidth / 2, 0, SwatchWidth / 2), new Area(x + SwatchWidth / 2, 0, SwatchWidth / 2, SwatchHeight));
                svg.Add("path", ("d", $"M{Svg.Number(x + SwatchWidth / 2)} 0V{SwatchHeight}"), ("stroke", Palette.Time), ("stroke-width", 1.4), ("stroke-dasharray", "4 3"));
            }, PrintWords.Turning(before, after, lang));
        if (turning.Count > MostTurning)
            yield return Note(lang.Say($"and {turning.Count - MostTurning} other changes on an unknown day", $"و{turning.Count - MostTurning} تغيّرات أخرى في يوم غير معروف"));
        yield return Note(view.Control is { } control && view.Day > control.To ? lang.Say("No claim reaches this date.", "لا ادعاء يبلغ هذا التاريخ.")
            : lang.Say($"Blank: no claim within {ControlRules.RadiusMetres / 1000} km", $"فارغ: لا ادعاء ضمن {ControlRules.RadiusMetres / 1000} كم"));
    }

    private IEnumerable<Block> Symbols()
    {
        if (!view.Shows("events") || marks.Count == 0)
            yield break;
        var types = Core.Events.EventTypes.All.Where(type => marks.Any(mark => mark.Lone?.Type == type.Id)).ToList();
        for (var i = 0; i < types.Count; i += 2)
        {
            var pair = types.Skip(i).Take(2).ToList();
            yield return new Block(_ => row, (x, y, width) =>
            {
                for (var side = 0; side < pair.Count; side++)
                {
                    var half = (width - Gap) / 2;
                    var left = lang.IsArabic ? x + (1 - side) * (half + Gap) : x + side * (half + Gap);
                    new EventDrawing(svg).Symbol(pair[side].Id, text.Sign(left, half, SwatchWidth) + SwatchWidth / 2, y + 10, 1);
                    text.Line(SymbolWords(pair[side].Id), text.Beside(left, SwatchWidth + Gap), half - SwatchWidth - Gap, y + 14.5, Size, Palette.Text);
                }
            });
        }
        if (marks.Any(mark => mark.Lone is null))
            yield return Signed(x => new EventDrawing(svg).Disc(x + SwatchWidth / 2, 9, 10, 3, 0), lang.Say("Several events there", "عدة أحداث هناك"), 3);
        if (marks.Any(mark => mark.Possible > 0))
            yield return Signed(x => new EventDrawing(svg).Symbol(types.Count > 0 ? types[0].Id : "clash", x + SwatchWidth / 2, 10, 0.6), lang.Say("Only possibly in that time", "محتمل ضمن المدة فقط"), 3);
    }

    private string SymbolWords(string type) => type switch
    {
        "clash" => lang.Say("Clash", "اشتباك"),
        "strike" => lang.Say("Strike", "قصف"),
        "detention" => lang.Say("Detention", "اعتقال"),
        "politics" => lang.Say("Politics", "سياسة"),
        "control-change" => lang.Say("Control", "تغيّر سيطرة"),
        "movement" => lang.Say("Movement", "تحرّك"),
        _ => Core.Events.EventTypes.All.First(known => known.Id == type).Label(lang.IsArabic),
    };

    private bool HasFronts()
    {
        var states = view.Cells.ToDictionary(cell => cell.Number);
        return view.Control!.Edges.Any(edge => !edge.OnBorder && states.TryGetValue(edge.A, out var a) && states.TryGetValue(edge.B, out var b) && (a.HasItsPlace || b.HasItsPlace)
            && a.State.Kind is { } one && b.State.Kind is { } other && !one.Equals(other));
    }

    private void Swatch(double x, double y, HoldingKind kind)
    {
        // Drawn where it would stand at the corner of the sheet: a swatch shows the beginning of its pattern.
        svg.Open("g", ("transform", $"translate({Svg.Number(x)} {Svg.Number(y)})"));
        patterns.Fill(svg, kind, Rectangle(0, 0, SwatchWidth), new Area(0, 0, SwatchWidth, SwatchHeight));
        svg.Add("rect", ("x", 0.5), ("y", 0.5), ("width", SwatchWidth - 1), ("height", SwatchHeight - 1), ("rx", 3), ("fill", "none"), ("stroke", patterns.Edge(kind)), ("stroke-width", 1)).Close();
    }

    private static string Rectangle(double x, double y, double width) => $"M{Svg.Number(x + 0.5)} {Svg.Number(y + 0.5)}h{Svg.Number(width - 1)}v{Svg.Number(SwatchHeight - 1)}h{Svg.Number(1 - width)}Z";

    /// <summary>A sign, drawn from its upper left corner, and its words.</summary>
    private Block Signed(Action<double> sign, string words, double more = 0) => new(width => Math.Max(row + more, Lines(words, width).Count * Small + 4), (x, y, width) =>
    {
        svg.Open("g", ("transform", $"translate({Svg.Number(text.Sign(x, width, SwatchWidth))} {Svg.Number(y + 2)})"));
        sign(0);
        svg.Close();
        var baseline = y + 14.5;
        foreach (var line in Lines(words, width))
        {
            text.Line(line, text.Beside(x, SwatchWidth + Gap), width - SwatchWidth - Gap, baseline, Size, Palette.Text);
            baseline += Small;
        }
    });

    private IReadOnlyList<IReadOnlyList<Run>> Lines(string words, double width) => text.Lines([new Run(words)], width - SwatchWidth - Gap, Size);

    private Block Note(string words) => new(width => text.Lines([new Run(words)], width, 12).Count * 16 + 4, (x, y, width) =>
    {
        var baseline = y + 12;
        foreach (var line in text.Lines([new Run(words)], width, 12))
        {
            text.Line(line, x, width, baseline, 12, Palette.Text2);
            baseline += 16;
        }
    });

    private static Block Stacked(List<Block> rows) => new(width => rows.Sum(one => one.Height(width)), (x, y, width) =>
    {
        foreach (var one in rows)
        {
            one.Draw(x, y, width);
            y += one.Height(width);
        }
    });
}
