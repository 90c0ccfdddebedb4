using System.Text.RegularExpressions;

namespace Map.Core.Time;

/// <summary>What words for a date can mean.</summary>
/// <param name="Readings">None where the words are not understood; two where they can be read two ways (8/10/2017).</param>
/// <param name="Problem">Why there is no reading, and what would be understood; null where there is one.</param>
/// <param name="ProblemAr">The same in Arabic.</param>
public sealed record PhraseReading(IReadOnlyList<DateSpan> Readings, string? Problem, string? ProblemAr = null)
{
    internal static PhraseReading Not(DateProblem problem) => new([], problem.English, problem.Arabic);

    public string? ProblemIn(bool arabic) => arabic ? ProblemAr : Problem;
}

/// <summary>
/// Reads dates as sources word them, in English and Arabic, and EDTF as typed: "early January 2018", "19 December", "last summer",
/// "on Monday", "two weeks ago", "between 1 and 10 January 2018", "مطلع كانون الثاني 2018".
/// </summary>
public static partial class DatePhrase
{
    /// <summary>Characters; longer texts are refused unread.</summary>
    public const int LongestText = 300;

    private const string Understood =
        "Understood are, for example: 19 December 2023, October 2017, early January 2018, summer 2017, since January 2017, before 3 August 2023, between 1 and 10 January 2018, last week, two days ago, or EDTF such as [2018-01-01..2018-01-10].";

    private static readonly string UnderstoodAr =
        $"من الصيغ المفهومة مثلاً: 19 كانون الأول 2023، تشرين الأول 2017، مطلع كانون الثاني 2018، صيف 2017، منذ كانون الثاني 2017، قبل 3 آب 2023، بين 1 و10 كانون الثاني 2018، الأسبوع الماضي، قبل يومين، أو صيغة EDTF مثل {DateProblem.Ltr("[2018-01-01..2018-01-10]")}.";

    [GeneratedRegex(@"^[0-9XYTZ/.,\[\]{}?~%:+-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeEdtf();

    [GeneratedRegex(@"^[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{1,4}$|^[0-9]{1,2}/[0-9]{4}$|^[0-9]{4}\s*[-–]\s*[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeNumbers();

    /// <summary>Reads the words. Never throws.</summary>
    /// <param name="words">As typed.</param>
    /// <param name="anchor">What relative words are counted from: the source's publication, or another event; null where there is nothing.</param>
    public static PhraseReading Read(string words, DateSpan? anchor)
    {
        var text = (words ?? "").Trim();
        if (text.Length == 0)
        {
            return PhraseReading.Not(new("No date is given. " + Understood, "لم يُذكر تاريخ. " + UnderstoodAr));
        }

        if (text.Length > LongestText)
        {
            return PhraseReading.Not(EdtfProblem.TooLong(text.Length, LongestText));
        }

        var (edtf, edtfProblem) = EdtfText.Read(text);
        if (edtf is not null)
        {
            return new PhraseReading([edtf], null);
        }

        var upper = string.Concat(text.Select(Places.PlainLetters.Lower)).ToUpperInvariant();
        if (upper != text && EdtfText.TryParse(upper, out edtf, out _))
        {
            return new PhraseReading([edtf], null);
        }

        if (LooksLikeEdtf().IsMatch(upper) && upper.Length > 4 && !LooksLikeNumbers().IsMatch(upper))
        {
            return PhraseReading.Not(edtfProblem!);
        }

        return ReadWords(text, anchor);
    }

    private static PhraseReading ReadWords(string text, DateSpan? anchor)
    {
        if (PhraseWords.Tokens(text, out var unknown) is not { } tokens)
        {
            return PhraseReading.Not(new($"“{unknown}” is not understood here. {Understood}", $"لم تُفهم «{DateProblem.AsTyped(unknown)}» هنا. {UnderstoodAr}"));
        }

        var dayFirst = new PhraseGrammar(anchor, dayFirst: true);
        var monthFirst = new PhraseGrammar(anchor, dayFirst: false);
        DateSpan?[] read = [dayFirst.Read(tokens), monthFirst.Read(tokens)];
        var readings = read.OfType<DateSpan>().DistinctBy(span => span.Edtf).ToList();
        return readings.Count > 0
            ? new PhraseReading(readings, null)
            : PhraseReading.Not(dayFirst.Problem ?? new($"“{text}” is not understood as a date. {Understood}", $"لم تُفهم «{DateProblem.AsTyped(text)}» تاريخاً. {UnderstoodAr}"));
    }
}
