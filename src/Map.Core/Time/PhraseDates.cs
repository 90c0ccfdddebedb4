using System.Globalization;

namespace Map.Core.Time;

/// <summary>Reads the tokens of one date or one part of the calendar.</summary>
internal sealed class PhraseDates(DateSpan? anchor, bool dayFirst)
{
    private readonly PhraseRelative relative = new(anchor);

    public DateProblem? Problem { get; private set; }

    /// <summary>A span from the EDTF the grammar wrote; the problem is kept where the calendar has no such date.</summary>
    public DateSpan? Span(string edtf)
    {
        var (span, problem) = EdtfText.Read(edtf);
        Problem ??= problem;
        return span;
    }

    public DateSpan? Read(List<string> tokens)
    {
        var cleaned = Cleaned(tokens);
        return cleaned switch
        {
            [] => null,
            ["anchor"] => anchor ?? Missing("the article"),
            ["early" or "mid" or "late" or "start" or "end", .. var rest] => Part(cleaned[0], rest),
            ["about", .. var rest] => Read(rest) is { } inner ? Span(PhraseSpans.Qualified(inner, '~')) : null,
            [['#', _], "week", .. var rest] => Weeks(cleaned[0][1] - '1', rest),
            ["last", "week", .. var rest] when rest.Count > 0 => Weeks(-1, rest),
            [['#', _], "half", .. var rest] => Half(cleaned[0] == "#1", rest),
            [['#', _], "quarter", .. var rest] => Quarter(cleaned[0][1..], rest),
            ["q", var number, .. var rest] => Quarter(number, rest),
            ["week", .. var rest] when rest.Count > 0 && rest is not [.., "ago" or "later" or "earlier" or "last"] && rest[0] is not ("before" or "after") => WeekOf(rest),
            ["quarter", var number, .. var rest] => Quarter(number.TrimStart('#'), rest),
            [_, "day" or "week" or "month" or "year", "before" or "after", .. var rest] when rest.Count > 0 => CountedFrom(cleaned[..2], cleaned[2], rest),
            ["day" or "week" or "month" or "year", "before" or "after", .. var rest] when rest.Count > 0 => CountedFrom(cleaned[..1], cleaned[1], rest),
            ["nextday", .. var rest] when rest.Count > 0 => CountedFrom(["day"], "after", rest),
            [['s', '2', _], .. var rest] => Season(cleaned[0], rest),
            [['w', _], .. var rest] when rest.Count > 0 && rest is not ["last"] => OnWeekday(cleaned[0], rest),
            _ => Plain(cleaned) ?? Relative(cleaned),
        };
    }

    /// <summary>True where the words place themselves in a year, by naming it or by counting from the anchor.</summary>
    public static bool NamesYear(List<string> tokens) => tokens.Any(token =>
        IsYear(token) || token.Contains('-') || token.Contains('/') || token.Contains('.')
        || token is "last" or "this" or "ago" or "past" or "today" or "yesterday" or "dayminus2" or "nextday" or "anchor" or "same" or "later" or "earlier");

    public static bool NamesMonth(List<string> tokens) => tokens.Any(token => token is ['m', >= '0' and <= '9', ..] or ['s', '2', _] or ['w', _]);

    public static bool IsBareDay(List<string> tokens) => Cleaned(tokens) is [var day] && DayNumber(day) is not null;

    private static List<string> Cleaned(List<string> tokens)
    {
        var cleaned = new List<string>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i < tokens.Count - 1 ? tokens[i + 1] : "";
            var weightless = (tokens[i] == "day" && (DayNumber(next) is not null || next is ['w', _]) && next.Length > 0)
                || (tokens[i] is "month" or "day" && next is ['m', >= '0' and <= '9', ..]) || (tokens[i] == "year" && IsYear(next));
            if (!weightless)
            {
                cleaned.Add(tokens[i]);
            }
        }

        return cleaned;
    }

    private DateSpan? Part(string which, List<string> rest) =>
        Read(rest) is { } whole && PhraseSpans.Part(which, whole) is { } edtf ? Span(edtf) : null;

    private DateSpan? Plain(List<string> tokens) => tokens switch
    {
        [var only] when only.Contains('/') || only.Contains('.') || only.Contains('-') => WholeDate(only),
        [var year] when IsYear(year) => Span(year),
        [['m', >= '0' and <= '9', ..] and var month, var year] when IsYear(year) => Span($"{year}-{MonthDigits(month)}"),
        [var year, ['m', >= '0' and <= '9', ..] and var month] when IsYear(year) => Span($"{year}-{MonthDigits(month)}"),
        [var day, ['m', >= '0' and <= '9', ..] and var month, var year] when DayNumber(day) is { } number && IsYear(year) => Span($"{year}-{MonthDigits(month)}-{number:00}"),
        [['m', >= '0' and <= '9', ..] and var month, var day, var year] when DayNumber(day) is { } number && IsYear(year) => Span($"{year}-{MonthDigits(month)}-{number:00}"),
        [var year, ['m', >= '0' and <= '9', ..] and var month, var day] when DayNumber(day) is { } number && IsYear(year) => Span($"{year}-{MonthDigits(month)}-{number:00}"),
        [var day, ['m', >= '0' and <= '9', ..] and var month] when DayNumber(day) is { } number => Yearless(tokens, relative.LatestDay(MonthNumber(month), number)),
        [['m', >= '0' and <= '9', ..] and var month, var day] when DayNumber(day) is { } number => Yearless(tokens, relative.LatestDay(MonthNumber(month), number)),
        [['m', >= '0' and <= '9', ..] and var month] => Yearless(tokens, relative.LatestMonth(MonthNumber(month))),
        [.., var last] when tokens.Count == 3 && tokens.Any(token => token is ['m', >= '0' and <= '9', ..]) && TwoDigits(last) => TwoDigitYear(last),
        _ => null,
    };

    private DateSpan? Relative(List<string> tokens)
    {
        if (!PhraseRelative.Counts(tokens))
        {
            return null;
        }

        return anchor is null || !relative.IsAnchored ? Missing(PhraseRelative.Words(tokens))
            : relative.Read(tokens) is { } edtf ? Span(edtf)
            : null;
    }

    private DateSpan? Yearless(List<string> tokens, string? edtf)
    {
        if (!relative.IsAnchored)
        {
            Problem ??= new($"“{PhraseRelative.Words(tokens)}” has no year. Add it, or choose the source first, so that the year can be counted from its date.",
                "لم تُذكر السنة في هذا التاريخ. أضفها، أو اختر المصدر أولاً لتُحسب من تاريخه.");
            return null;
        }

        if (edtf is null)
        {
            Problem ??= new($"“{PhraseRelative.Words(tokens)}” is no day of the calendar. Check the day against the month.",
                "لا وجود لهذا اليوم في التقويم. قارن اليوم بالشهر.");
        }

        return edtf is null ? null : Span(edtf);
    }

    private DateSpan? Season(string season, List<string> rest)
    {
        var digits = season[1..];
        return rest switch
        {
            [var year] when IsYear(year) => Span($"{year}-{digits}"),
            [var year] when digits == "24" && WinterOf(year) is { } start => Span($"{start}-24"),
            [var year, .. var more] when digits == "24" && IsYear(year) && more is [_] or ["to", _] && IsNextYear(year, more[^1]) => Span($"{year}-24"),
            ["last"] => Relative(["last", season]),
            [] => Yearless([season], relative.LatestSeason(int.Parse(digits, CultureInfo.InvariantCulture))),
            _ => null,
        };
    }

    private static string? WinterOf(string token) =>
        token is [_, _, _, _, '-', _, _] && IsYear(token[..4]) && IsNextYear(token[..4], token[5..]) ? token[..4] : null;

    private static bool IsNextYear(string year, string next)
    {
        var following = (int.Parse(year, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        return following == next || (next.Length == 2 && following.EndsWith(next, StringComparison.Ordinal));
    }

    private DateSpan? Quarter(string number, List<string> rest) =>
        number is ['1' or '2' or '3' or '4'] && rest is [var year] && IsYear(year) ? Span($"{year}-{33 + number[0] - '1'}") : null;

    /// <summary>"Two days after 19 December 2023": the date itself is what is counted from.</summary>
    private DateSpan? CountedFrom(List<string> distance, string direction, List<string> rest) =>
        Read(rest) is { } start && new PhraseRelative(start) is { IsAnchored: true } from && from.Read([.. distance, direction == "after" ? "later" : "ago"]) is { } edtf ? Span(edtf) : null;

    private DateSpan? Half(bool first, List<string> rest) => Read(rest) is { Earliest: { } from, Latest: { } to } whole
        ? whole.Edtf.Length switch
        {
            4 => Span(first ? $"[{whole.Edtf}-01..{whole.Edtf}-06]" : $"[{whole.Edtf}-07..{whole.Edtf}-12]"),
            7 when from.Month == to.Month => Span(first ? PhraseSpans.OneDayOf(from, from.AddDays(14)) : PhraseSpans.OneDayOf(from.AddDays(15), to)),
            _ => null,
        }
        : null;

    private DateSpan? Weeks(int week, List<string> rest) => Read(rest) is { Earliest: { } from, Latest: { } to } && (to.DayNumber - from.DayNumber) is >= 27 and <= 30
        ? Span(week < 0 ? PhraseSpans.OneDayOf(to.AddDays(-6), to) : PhraseSpans.OneDayOf(from.AddDays(week * 7), from.AddDays((week * 7) + 6)))
        : null;

    private DateSpan? WeekOf(List<string> rest) =>
        Read(rest) is { IsOneDay: true, Earliest: { } day } && PhraseRelative.Monday(day) is var monday ? Span(PhraseSpans.OneDayOf(monday, monday.AddDays(6))) : null;

    private DateSpan? OnWeekday(string weekday, List<string> rest)
    {
        if (Read(rest) is not { IsOneDay: true, Earliest: { } day } span)
        {
            return null;
        }

        var said = (DayOfWeek)(weekday[1] - '0');
        if (day.DayOfWeek == said)
        {
            return span;
        }

        Problem ??= new($"{DateWords.Of(day, arabic: false)} was a {day.DayOfWeek}, not a {said}. Correct one of the two.",
            $"كان {DateWords.Of(day, arabic: true)} يوم {DateWords.WeekdayAr(day.DayOfWeek)} لا {DateWords.WeekdayAr(said)}. صحّح أحدهما.");
        return null;
    }

    private DateSpan? WholeDate(string token)
    {
        var parts = token.Split('/', '.', '-');
        if (token.Contains('-') && parts[0].Length == 4 && parts.Skip(1).All(part => part.TrimEnd('?', '~', '%').Length == 2))
        {
            return Span(token);
        }

        return parts switch
        {
            [{ Length: 4 } year, var month, var day] => Span($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}"),
            [var first, var second, { Length: 4 } year] => Numeric(first, second, year),
            [var month, { Length: 4 } year] => Span($"{year}-{month.PadLeft(2, '0')}"),
            [_, _, var year] => TwoDigitYear(year),
            _ => null,
        };
    }

    private DateSpan? Numeric(string first, string second, string year)
    {
        var (day, month) = dayFirst ? (first, second) : (second, first);
        return int.Parse(month, CultureInfo.InvariantCulture) > 12 && int.Parse(day, CultureInfo.InvariantCulture) <= 12
            ? null
            : Span($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}");
    }

    private DateSpan? TwoDigitYear(string year)
    {
        Problem ??= new($"“{year}” is not a whole year. Type all four digits, such as 20{year.PadLeft(2, '0')}.", $"«{year}» ليست سنة كاملة. اكتب أرقامها الأربعة، مثل 20{year.PadLeft(2, '0')}.");
        return null;
    }

    private DateSpan? Missing(string words)
    {
        Problem ??= new($"“{words}” counts from another date, and none is chosen. Choose the source first, or type the date itself.",
            "تُحسب هذه العبارة من تاريخ آخر، ولم يُختر أي تاريخ. اختر المصدر أولاً، أو اكتب التاريخ نفسه.");
        return null;
    }

    private static bool IsYear(string token) => token.Length == 4 && token.All(char.IsAsciiDigit) && token[0] is '1' or '2';

    private static bool TwoDigits(string token) => token.Length == 2 && token.All(char.IsAsciiDigit);

    private static int? DayNumber(string token) =>
        token.Length is 1 or 2 && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : null;

    private static int MonthNumber(string token) => int.Parse(token[1..], CultureInfo.InvariantCulture);

    private static string MonthDigits(string token) => MonthNumber(token).ToString("00", CultureInfo.InvariantCulture);
}
