using System.Text.RegularExpressions;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>The dates an article has said so far, from which it goes on to count.</summary>
internal sealed partial class DatesSaid(string text, DateSpan? published)
{
    private const int ParagraphsBack = 2;
    private const int DaysAhead = 130;
    private const int DaysBack = 40;

    private const int WordsOfAnOpening = 6;

    private readonly List<Said> said = [];

    private sealed record Said(Sentence Sentence, int End, DateSpan Span, bool SaysYear, bool LeadsAccount);

    [GeneratedRegex(@"\b(?:after|following|since|that\s+(?:had\s+)?(?:begun|began|started)|(?:begun|began|launched|started)\s+in)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LooksBack();

    [GeneratedRegex(@"(?:\b(?:formed|founded|established|created|born|launched|announced|signed|released|published|built|known|adopted|agreed|imposed|elected|dated|begun|began|started)|\b(?:who|which|that)\b[^,]*|,[^,]*)\s+(?:(?:in|on|back in|as early as)\s+)?(?:the\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Background();

    /// <summary>Notes a date, and whether what follows may go on in its year: not after "formed in February 2018", which looks back for a moment.</summary>
    public void Add(Sentence sentence, int start, int end, DateSpan span, bool saysYear, bool isLimit)
    {
        var before = text[sentence.Start..start];
        if (!isLimit && span is { Earliest: not null, Latest: not null })
        {
            var opens = before.Count(letter => letter == ' ') < WordsOfAnOpening;
            said.Add(new Said(sentence, end, span, saysYear, saysYear && (opens || (span.IsOneDay && !Background().IsMatch(before)))));
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
    public (DateOnly From, DateOnly Until)? Account(Sentence sentence, DateForm form)
    {
        if (said.Count > 0 && said[^1] is { SaysYear: true, Span.Latest: { } here } same && ReferenceEquals(same.Sentence, sentence) && here < published?.Earliest)
        {
            // Within a sentence a month goes with the year beside it: "fell in December 2016 after a siege that began in July".
            return LooksBack().IsMatch(text.AsSpan(same.End, form.Start - same.End)) ? (here.AddYears(-1), here) : (here.AddDays(-DaysBack), here.AddMonths(10));
        }

        if (said.Count == 0 || said[^1] is not { LeadsAccount: true, Span: { Earliest: { } first, Latest: { } last } } || sentence.Paragraph - said[^1].Sentence.Paragraph > 1
            || last.DayNumber - first.DayNumber > 100 || last >= published?.Earliest)
        {
            return null;
        }

        return (first.AddDays(-DaysBack), last.AddDays(DaysAhead));
    }

    private static string Unit(DateForm form)
    {
        var words = form.Text.ToLowerInvariant();
        return form.Kind is DateKind.OnNumber or DateKind.Past ? "month"
            : words.Contains("year", StringComparison.Ordinal) || words.Contains("decade", StringComparison.Ordinal) || form.Kind is DateKind.Season or DateKind.Month ? "year"
            : words.Contains("month", StringComparison.Ordinal) ? "month"
            : words.Contains("week", StringComparison.Ordinal) ? "week"
            : "day";
    }
}
