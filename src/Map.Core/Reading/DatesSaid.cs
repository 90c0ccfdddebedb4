using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>The dates an article has said so far, from which it goes on to count.</summary>
internal sealed class DatesSaid(DateSpan? published)
{
    private const int ParagraphsBack = 2;
    private const int DaysAhead = 130;
    private const int DaysBack = 40;

    private readonly List<(Sentence Sentence, DateSpan Span, bool SaysYear)> said = [];

    public void Add(Sentence sentence, DateSpan span, bool saysYear, bool isLimit)
    {
        if (!isLimit && span is { Earliest: not null, Latest: not null })
        {
            said.Add((sentence, span, saysYear));
        }
    }

    /// <summary>The last date said near before that is fine enough for what counts from it; null where there is none.</summary>
    public DateSpan? Near(Sentence sentence, DateForm form)
    {
        var longest = Unit(form) switch { "year" => 1100, "month" => 100, "week" => 40, _ => 35 };
        for (var i = said.Count - 1; i >= 0 && sentence.Paragraph - said[i].Sentence.Paragraph <= ParagraphsBack; i--)
        {
            if (said[i].Span is { Earliest: { } first, Latest: { } last } span && last.DayNumber - first.DayNumber < longest)
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>
    /// The stretch in which a date without its year is read when the text is telling of an earlier year: around the date said last, where that
    /// one named its year. Null where it did not, or where the article's own date tells as much.
    /// </summary>
    public (DateOnly From, DateOnly Until)? Account(Sentence sentence)
    {
        if (said.Count == 0 || said[^1] is not { SaysYear: true, Span: { Earliest: { } first, Latest: { } last } } || sentence.Paragraph - said[^1].Sentence.Paragraph > 1
            || last.DayNumber - first.DayNumber > 100 || last >= published?.Earliest)
        {
            return null;
        }

        return (first.AddDays(-DaysBack), last.AddDays(DaysAhead));
    }

    private static string Unit(DateForm form)
    {
        var words = form.Text.ToLowerInvariant();
        return words.Contains("year", StringComparison.Ordinal) || words.Contains("decade", StringComparison.Ordinal) || form.Kind == DateKind.Season ? "year"
            : words.Contains("month", StringComparison.Ordinal) ? "month"
            : words.Contains("week", StringComparison.Ordinal) ? "week"
            : "day";
    }
}
