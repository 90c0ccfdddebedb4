using System.Globalization;
using System.Text.RegularExpressions;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>What a form of a date means, counted from the article's date or from a date said earlier. What is not known is not guessed.</summary>
/// <param name="article">The article's date; null where unknown.</param>
/// <param name="dayFirst">Whether 3/4/2018 is the third of April; null where the text itself does not show it.</param>
internal sealed partial class DateMeaning(DateSpan? article, bool? dayFirst)
{
    private const int MonthsOfYear = 12;

    [GeneratedRegex(@"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?,?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingWeekday();

    /// <summary>The meaning of a form, and what it was counted from.</summary>
    /// <param name="from">What a date without its year or day is counted from; the article's date where null.</param>
    /// <param name="said">A date said earlier, for what counts from one; null where there is none near.</param>
    public (DateSpan? Span, string Anchor) Of(DateForm form, DateSpan? from, DateSpan? said)
    {
        var anchor = from ?? article;
        var where = from is null ? DateMention.FromArticle : DateMention.FromText;
        return form.Kind switch
        {
            DateKind.Whole => (Whole(form.Text), DateMention.FromNothing),
            DateKind.Years => (Years(form), DateMention.FromNothing),
            DateKind.Year => (Phrase(form.Text, null), DateMention.FromNothing),
            DateKind.DayMonth or DateKind.MonthDay when form.Has("week") => (Each(Calendar(form.Text[form.Match.Groups["week"].Length..], anchor), day => Around(day, "week", 0)), form.HasYear ? DateMention.FromNothing : where),
            DateKind.DayMonth when form.Has("more") => (EachDay(form, anchor), form.HasYear ? DateMention.FromNothing : where),
            DateKind.DayMonth or DateKind.MonthDay when form.Has("rel") => (DayOfYear(form), DateMention.FromArticle),
            DateKind.Month when form.Has("rel") => MonthNear(form, said),
            DateKind.DayMonth or DateKind.MonthDay or DateKind.Month => (Calendar(form.Text, anchor), form.HasYear ? DateMention.FromNothing : where),
            DateKind.MonthYear => form.Has("rel") ? MonthOfYear(form, said) : (Phrase(form.Text, null), DateMention.FromNothing),
            DateKind.Season => SeasonOf(form, anchor, said, where),
            DateKind.Part => PartOf(form, anchor, said, where),
            DateKind.Past => PastOf(form, said),
            DateKind.CountedFrom => CountedFrom(form, said),
            DateKind.Relative => RelativeTo(form, said),
            DateKind.Feast => (FeastOf(form), form.HasYear ? DateMention.FromNothing : DateMention.FromArticle),
            DateKind.Arabic => (Phrase(DateForm.Plain(form.Text), article), form.HasYear ? DateMention.FromNothing : DateMention.FromArticle),
            DateKind.OnNumber => OnNumber(form, said),
            DateKind.OnDay => OnDay(form, anchor, said, where),
            _ => (null, where),
        };
    }

    private static DateSpan? Phrase(string words, DateSpan? anchor) => DatePhrase.Read(words, anchor).Readings is [var one, ..] ? one : null;

    private static DateSpan? Calendar(string words, DateSpan? anchor) => Phrase(words, anchor) ?? Phrase(LeadingWeekday().Replace(words, ""), anchor);

    /// <summary>Of two readings the text's own order decides, then the one that lies last before the article.</summary>
    private DateSpan? Whole(string words)
    {
        var readings = DatePhrase.Read(words, null).Readings;
        return readings switch
        {
            [var first, var second] => dayFirst is { } known ? (known ? first : second)
                : article?.Latest is { } latest && first.Latest > latest && second.Latest <= latest ? second
                : first,
            [var only] => only,
            _ => null,
        };
    }

    private static DateSpan? Years(DateForm form)
    {
        if (form.Has("decade"))
        {
            return EdtfText.Parse(form.Group("decade")[..3] + "X");
        }

        if (!form.Has("from"))
        {
            return Phrase(form.Text, null);
        }

        var (from, to) = (form.Group("from"), form.Group("to"));
        to = to.Length == 2 ? from[..2] + to : to;
        return EdtfText.TryParse($"{from}/{to}", out var span, out _) ? span : null;
    }

    /// <summary>"4 January this year".</summary>
    private DateSpan? DayOfYear(DateForm form) =>
        article?.Latest?.Year - (form.Group("rel") == "last" ? 1 : 0) is { } year ? Calendar($"{form.Text[..(form.Match.Groups["rel"].Index - form.Start)].TrimEnd(' ', ',', 'o', 'f')} {year:0000}", null) : null;

    private (DateSpan? Span, string Anchor) MonthOfYear(DateForm form, DateSpan? said)
    {
        var (year, where) = form.Group("rel") switch
        {
            "last" => (article?.Latest?.Year - 1, DateMention.FromArticle),
            "this" => (article?.Latest?.Year, DateMention.FromArticle),
            "the previous" => (said?.Earliest?.Year - 1, DateMention.FromText),
            "the following" => (said?.Latest?.Year + 1, DateMention.FromText),
            _ => (said?.Latest?.Year, DateMention.FromText),
        };
        return (year is { } known ? Phrase($"{form.Text.Split(' ')[0]} {known:0000}", null) : null, where);
    }

    private (DateSpan? Span, string Anchor) SeasonOf(DateForm form, DateSpan? anchor, DateSpan? said, string where)
    {
        if (form.HasYear)
        {
            return (Phrase(DateForm.Plain(form.Text), null), DateMention.FromNothing);
        }

        var words = DateForm.Plain(form.Text).ToLowerInvariant().Split(' ');
        var season = words[^1];
        return words[..^1] switch
        {
            ["last"] or ["the", "past"] or ["the", "previous"] => (Phrase($"last {season}", article), DateMention.FromArticle),
            ["this"] => (Phrase($"this {season}", article), DateMention.FromArticle),
            ["next"] => (Coming($"{season}", article), DateMention.FromArticle),
            ["the", "following"] => (Coming($"{season}", said), DateMention.FromText),
            ["that"] or ["the", "same"] => (said?.Latest is { } day ? Phrase(season, DateSpan.Day(season == "winter" && day.Month < 6 ? day : new DateOnly(day.Year, MonthsOfYear, 31))) : null, DateMention.FromText),
            _ => (Phrase(season, anchor), where),
        };
    }

    /// <summary>"Last March", "the following March".</summary>
    private (DateSpan? Span, string Anchor) MonthNear(DateForm form, DateSpan? said)
    {
        var month = form.Group("month");
        return form.Group("rel").ToLowerInvariant() switch
        {
            "last" => (Phrase($"last {month}", article), DateMention.FromArticle),
            "this" => (Phrase($"this {month}", article), DateMention.FromArticle),
            "next" => (Coming(month, article), DateMention.FromArticle),
            "the previous" => (Phrase($"last {month}", said ?? article), said is null ? DateMention.FromArticle : DateMention.FromText),
            "that" or "the same" => (said is null ? null : Phrase($"this {month}", said), DateMention.FromText),
            _ => (Coming(month, said), DateMention.FromText),
        };
    }

    [GeneratedRegex("[0-9]{1,2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DayNumbers();

    /// <summary>"9, 10 and 11 May": all of them.</summary>
    private static DateSpan? EachDay(DateForm form, DateSpan? anchor)
    {
        var more = form.Match.Groups["more"];
        var rest = form.Text[(more.Index + more.Length - form.Start)..];
        if (Calendar(rest, anchor) is not { Earliest: { } first, Latest: { } last })
        {
            return null;
        }

        var days = DayNumbers().Matches(more.Value).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Where(day => day < first.Day)
            .Select(day => PhraseSpans.Iso(new DateOnly(first.Year, first.Month, day)));
        return EdtfText.TryParse($"{{{string.Join(',', days)},{PhraseSpans.Iso(first)},{PhraseSpans.Iso(last)}}}", out var span, out _) ? span : null;
    }

    /// <summary>The next such season or month after a date.</summary>
    private static DateSpan? Coming(string words, DateSpan? after) =>
        after?.Latest is { } latest ? Phrase(words, DateSpan.Day(latest.AddYears(1))) : null;

    private (DateSpan? Span, string Anchor) OnDay(DateForm form, DateSpan? anchor, DateSpan? said, string where)
    {
        var weekday = form.Group("weekday");
        return form.Group("rel").ToLowerInvariant() switch
        {
            "last" => (Phrase($"last {weekday}", article), DateMention.FromArticle),
            "next" => (article?.Latest is { } latest ? Phrase(weekday, DateSpan.Day(latest.AddDays(7))) : null, DateMention.FromArticle),
            "the following" or "the next" => (said?.Latest is { } day ? Phrase(weekday, DateSpan.Day(day.AddDays(7))) : null, DateMention.FromText),
            "that" => (said?.Latest is { } near ? Phrase(weekday, DateSpan.Day(near.AddDays(6))) : null, DateMention.FromText),
            "the previous" => (said is null ? Phrase($"last {weekday}", article) : Phrase($"last {weekday}", said), said is null ? DateMention.FromArticle : DateMention.FromText),
            _ => (Phrase(weekday, anchor), where),
        };
    }

    /// <summary>A day by its number alone, in the month said before or the article's own, there the last such day.</summary>
    private (DateSpan? Span, string Anchor) OnNumber(DateForm form, DateSpan? said)
    {
        var number = int.Parse(form.Group("day"), CultureInfo.InvariantCulture);
        var rel = form.Group("rel");
        var ofText = said?.Latest is not null && rel is not ("this" or "last");
        var shift = rel is "last" or "the previous" ? -1 : rel is "the following" ? 1 : 0;
        if ((ofText ? said!.Latest : article?.Latest) is not { } near)
        {
            return (null, DateMention.FromArticle);
        }

        var month = new DateOnly(near.Year, near.Month, 1).AddMonths(shift);
        month = !ofText && rel is "" && number > near.Day ? month.AddMonths(-1) : month;
        var day = number <= DateTime.DaysInMonth(month.Year, month.Month) ? DateSpan.Day(month.AddDays(number - 1)) : null;
        return (day, ofText ? DateMention.FromText : DateMention.FromArticle);
    }

    private DateSpan? FeastOf(DateForm form)
    {
        var day = form.Group("day") switch { "first" => 1, "second" => 2, "third" => 3, "fourth" => 4, "last" => -1, _ => 0 };
        int? year = form.HasYear ? int.Parse(form.Group("year"), CultureInfo.InvariantCulture) : null;
        var days = Feasts.Days(form.Group("feast"), day, article?.Latest ?? article?.Earliest, year);
        return days is not { } found ? null
            : found.First == found.Last ? DateSpan.Day(found.First)
            : EdtfText.Parse($"{PhraseSpans.Iso(found.First)}/{PhraseSpans.Iso(found.Last)}");
    }

    /// <summary>One unknown day between what the first and the last day of an anchor give; null where the anchor is open.</summary>
    private static DateSpan? Each(DateSpan? anchor, Func<DateOnly, (DateOnly From, DateOnly To)> days)
    {
        if (anchor is null || (anchor.Earliest ?? anchor.Latest) is not { } first || (anchor.Latest ?? anchor.Earliest) is not { } last)
        {
            return null;
        }

        return EdtfText.Parse(PhraseSpans.OneDayOf(days(first).From, days(last).To));
    }

    /// <summary>The week, month or year a day lies in, some of them later or earlier.</summary>
    private static (DateOnly From, DateOnly To) Around(DateOnly day, string unit, int shift)
    {
        switch (unit)
        {
            case "week":
                var monday = PhraseRelative.Monday(day).AddDays(7 * shift);
                return (monday, monday.AddDays(6));
            case "weekend":
                var saturday = day.AddDays(-(((int)day.DayOfWeek + 1) % 7) + (7 * shift));
                return (saturday, saturday.AddDays(1));
            case "month":
                var month = new DateOnly(day.Year, day.Month, 1).AddMonths(shift);
                return (month, month.AddMonths(1).AddDays(-1));
            case "year":
                return (new DateOnly(day.Year + shift, 1, 1), new DateOnly(day.Year + shift, MonthsOfYear, 31));
            default:
                return (day.AddDays(shift), day.AddDays(shift));
        }
    }
}
