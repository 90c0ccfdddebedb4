using System.Globalization;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>Parts of years, months and weeks: "early January", "the first half of 2015", "the last two weeks of May".</summary>
internal sealed partial class DateMeaning
{
    private (DateSpan? Span, string Anchor) PartOf(DateForm form, DateSpan? anchor, DateSpan? said, string where)
    {
        var (words, from) = WholeOf(form, anchor, said);
        where = form.HasYear ? DateMention.FromNothing : ReferenceEquals(from, said) && said is not null ? DateMention.FromText : where;
        if (words.EndsWith("0s", StringComparison.Ordinal))
        {
            return (PartOfDecade(form.Group("part"), words), DateMention.FromNothing);
        }

        if (Phrase(words, from) is not { } whole)
        {
            return (null, where);
        }

        if (form.Has("many"))
        {
            return (Some(form.Group("nth") == "first", Number(form.Group("many")), form.Group("piece").TrimEnd('s'), whole), where);
        }

        if (form.Group("part").Split(' ', '-') is [var from1, "to", var to1])
        {
            var (start, end) = (Phrase($"{from1} {words}", from)?.Earliest, Phrase($"{to1} {words}", from)?.Latest);
            return (start is { } opening && end is { } closing ? EdtfText.Parse(PhraseSpans.OneDayOf(opening, closing)) : whole, where);
        }

        if (form.Group("part").ToLowerInvariant() is "earlier in" or "later in")
        {
            return (whole, where);
        }

        if (!form.Has("nth"))
        {
            // A week is too short to be parted as words do: early in it is still it.
            return (Phrase($"{Canonical(form.Group("part"))} {words}", from) ?? whole, where);
        }

        var nth = form.Group("nth") switch { "1st" => "first", "2nd" => "second", "3rd" => "third", "4th" => "fourth", var other => other };
        var last = nth is "last" or "final" or "latter";
        return (form.Group("piece") switch
        {
            "half" => Phrase($"{(last ? "second" : nth)} half of {words}", from),
            "quarter" => Phrase($"{(last ? "fourth" : nth)} quarter of {whole.Edtf}", from),
            "week" => Phrase($"{(last ? "last" : nth)} week of {words}", from),
            _ => null,
        } ?? whole, where);
    }

    /// <summary>The words of what is parted, and what they count from.</summary>
    private (string Words, DateSpan? From) WholeOf(DateForm form, DateSpan? anchor, DateSpan? said)
    {
        var words = form.Group("whole");
        var lower = words.ToLowerInvariant();
        if (form.HasYear || char.IsUpper(words[0]))
        {
            return (words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words, anchor);
        }

        var unit = lower.Split(' ')[^1];
        return lower.StartsWith("that ", StringComparison.Ordinal) || lower.StartsWith("the same ", StringComparison.Ordinal) ? ($"this {unit}", said)
            : unit.EndsWith("0s", StringComparison.Ordinal) ? (unit, null)
            : lower.StartsWith("next ", StringComparison.Ordinal) ? (Each(article, day => Around(day, unit, 1))?.Edtf ?? "", article)
            : lower.StartsWith("the ", StringComparison.Ordinal) ? ($"this {unit}", anchor)
            : (lower, anchor);
    }

    private static string Canonical(string part)
    {
        var lower = part.ToLowerInvariant();
        return lower.StartsWith("late", StringComparison.Ordinal) || lower.StartsWith("las", StringComparison.Ordinal) || lower.StartsWith("fin", StringComparison.Ordinal)
            || lower.StartsWith("clos", StringComparison.Ordinal) || lower.StartsWith("end", StringComparison.Ordinal) ? "late"
            : lower.StartsWith("mid", StringComparison.Ordinal) ? "mid"
            : "early";
    }

    private static DateSpan? PartOfDecade(string part, string decade)
    {
        var first = int.Parse(decade[..^1], CultureInfo.InvariantCulture);
        var (from, to) = Canonical(part) switch { "early" => (0, 3), "mid" => (4, 6), _ => (7, 9) };
        return EdtfText.Parse($"[{first + from}..{first + to}]");
    }

    private static DateSpan? Some(bool first, int count, string unit, DateSpan whole)
    {
        if (count == 0 || whole is not { Earliest: { } from, Latest: { } to })
        {
            return null;
        }

        DateOnly Moved(DateOnly day, int by) => unit switch { "day" => day.AddDays(by), "week" => day.AddDays(7 * by), _ => day.AddMonths(by) };
        var (start, end) = first ? (from, Moved(from, count).AddDays(-1)) : (Moved(to.AddDays(1), -count), to);
        return start < from || end > to ? null : EdtfText.Parse(PhraseSpans.OneDayOf(start, end));
    }
}
