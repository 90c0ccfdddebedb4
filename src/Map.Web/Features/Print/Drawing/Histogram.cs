using Map.Core.Time;
using Map.Web.Packs.InView;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Events over time, with the window: the time bar without its handles. Time runs from left to right in every language.</summary>
internal sealed class Histogram(Svg svg, TextSetter text, VisibleInView view, EventBars bars, Patterns patterns)
{
    private const double Head = 28, High = 46, Foot = 20;

    public Block Block => new(_ => Head + High + Foot, Draw);

    private void Draw(double x, double y, double width)
    {
        var lang = text.Language;
        var title = bars.Grain switch
        {
            "week" => lang.Say("Events per week in this view", "الأحداث في الأسبوع ضمن هذا العرض"),
            "month" => lang.Say("Events per month in this view", "الأحداث في الشهر ضمن هذا العرض"),
            _ => lang.Say("Events per year in this view", "الأحداث في السنة ضمن هذا العرض"),
        };
        text.Line(title, x, width, y + 13, 13, Palette.Text, true);
        int first = bars.Starts[0], end = bars.Starts[^1];
        double At(double day) => x + (day - first) / (end - first) * width;
        double top = y + Head, foot = top + High;
        svg.Add("rect", ("x", x), ("y", top), ("width", width), ("height", High), ("fill", Palette.Second));
        double from = Math.Max(x, At(Math.Max(view.From, (double)first))), to = Math.Min(x + width, At(Math.Min(view.To + 1.0, end)));
        svg.Add("rect", ("x", from), ("y", top - 4), ("width", Math.Max(1.5, to - from)), ("height", High + 4), ("fill", Palette.TimeSoft));
        var hatched = new System.Text.StringBuilder();
        var tallest = Math.Max(1, bars.Certain.Zip(bars.Possible, (one, other) => one + other).DefaultIfEmpty(0).Max());
        for (var bar = 0; bar < bars.Certain.Count; bar++)
        {
            double left = At(bars.Starts[bar]) + 0.5, wide = At(bars.Starts[bar + 1]) - left - 0.5, sure = Tall(bars.Certain[bar]), perhaps = Tall(bars.Possible[bar]);
            var isIn = bars.Starts[bar + 1] > view.From && bars.Starts[bar] <= view.To;
            if (sure > 0) svg.Add("rect", ("x", left), ("y", foot - sure), ("width", wide), ("height", sure), ("fill", isIn ? Palette.Time : Palette.TimeOut));
            if (perhaps > 0) hatched.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{Svg.Number(left)} {Svg.Number(foot - sure)}v{Svg.Number(-perhaps)}h{Svg.Number(wide)}v{Svg.Number(perhaps)}Z");
        }
        if (hatched.Length > 0)
            patterns.Possible(svg, hatched.ToString(), new Area(x, top, width, High));
        var date = view.To == Days.OpenEnd ? At(view.From) : At(view.To + 1.0);
        svg.Add("rect", ("x", date - 1.2), ("y", top - 8), ("width", 2.4), ("height", High + 8), ("fill", Palette.Time));
        svg.Add("path", ("d", $"M{Svg.Number(x)} {Svg.Number(foot)}h{Svg.Number(width)}"), ("stroke", Palette.Control), ("stroke-width", 1));
        Ticks(At, x, width, foot);

        double Tall(double count) => count <= 0 ? 0 : Math.Max(2 * Math.Min(1, count), count / tallest * High);
    }

    private void Ticks(Func<double, double> at, double x, double width, double foot)
    {
        int first = bars.Starts[0], end = bars.Starts[^1];
        var free = double.NegativeInfinity;
        var step = bars.Grain switch { "week" => 3, "month" => 12, _ => 60 };
        var date = Days.Date(first);
        for (var month = new DateOnly(date.Year, 1, 1); Days.Of(month) < end; month = month.AddMonths(step))
        {
            if (Days.Of(month) < first)
                continue;
            var left = at(Days.Of(month));
            svg.Add("rect", ("x", left), ("y", foot), ("width", 1), ("height", 5), ("fill", Palette.Control));
            var isYear = month.Month == 1;
            var words = isYear ? month.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) : MonthWord(month.Month);
            var wide = text.Width(words, 11, isYear);
            if (left + 4 < free || left + 4 + wide > x + width)
                continue;
            svg.Text("text", words, ("x", left + 4), ("y", foot + 14), ("font-size", 11), ("fill", isYear ? Palette.Text : Palette.Text2), ("class", isYear ? "strong" : null));
            free = left + 4 + wide + 8;
        }
    }

    /// <summary>In English its first three letters.</summary>
    private string MonthWord(int month) => text.Language.IsArabic ? DateWords.Month(month, true) : DateWords.Month(month, false)[..3];
}
