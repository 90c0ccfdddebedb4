using System.Globalization;

namespace Map.Core.Time;

/// <summary>Dates counted from an anchor. Where the anchor itself is a stretch of days, the answer spans what each of them would give.</summary>
internal sealed class PhraseRelative(DateSpan? anchor)
{
    private static readonly string[] MonthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] SeasonNames = ["spring", "summer", "autumn", "winter"];

    private readonly DateOnly? first = anchor?.Earliest ?? anchor?.Latest;
    private readonly DateOnly? end = anchor?.Latest ?? anchor?.Earliest;

    public bool IsAnchored => first is not null;

    /// <summary>True for tokens this class may answer.</summary>
    public static bool Counts(List<string> tokens) => tokens.Any(token =>
        token is "today" or "yesterday" or "dayminus2" or "nextday" or "lastnight" or "last" or "this" or "past" or "ago" or "later" or "earlier" or "next" or "same"
        || token is ['w', _]);

    /// <summary>Tokens as words again, for messages.</summary>
    public static string Words(List<string> tokens) => string.Join(' ', tokens.Select(token => token switch
    {
        ['m', .. var number] when int.TryParse(number, out var month) => MonthNames[month - 1],
        ['s', '2', var season] => SeasonNames[season - '1'],
        ['w', var day] => ((DayOfWeek)(day - '0')).ToString(),
        "dayminus2" => "the day before yesterday",
        "nextday" => "the next day",
        "lastnight" => "last night",
        "anchor" => "the article",
        _ => token,
    }));

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>EDTF of the latest such day not after the anchor; null where the month has no such day.</summary>
    public string? LatestDay(int month, int day)
    {
        for (var year = (end ?? DateOnly.MinValue).Year; end is not null && year >= 1 && year > end.Value.Year - 9; year--)
        {
            if (day >= 1 && day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) <= end)
            {
                return $"{PhraseSpans.Month(year, month)}-{day:00}";
            }
        }

        return null;
    }

    /// <summary>EDTF of the latest such month that began by the anchor.</summary>
    public string? LatestMonth(int month) => end is { } day ? PhraseSpans.Month(month <= day.Month ? day.Year : day.Year - 1, month) : null;

    /// <summary>EDTF of the latest such season that began by the anchor.</summary>
    public string? LatestSeason(int season) => end is { } day ? $"{SeasonYear(season, day, ended: false):0000}-{season}" : null;

    /// <summary>EDTF of tokens that count from the anchor; null where they are not understood.</summary>
    public string? Read(List<string> tokens) => tokens switch
    {
        [var unit, "last"] when unit != "last" => Read(["last", unit]),
        [var unit, var number, "last"] when Number(number) is not null && IsUnit(unit) => Read(["past", number, unit]),
        [var number, var unit, "last"] when Number(number) is not null && IsUnit(unit) => Read(["past", number, unit]),
        ["today"] or ["same", "day"] or ["this", "day"] => Each(day => (day, day)),
        ["yesterday"] => Each(day => (day.AddDays(-1), day.AddDays(-1))),
        ["dayminus2"] => Each(day => (day.AddDays(-2), day.AddDays(-2))),
        ["nextday"] => Each(day => (day.AddDays(1), day.AddDays(1))),
        ["lastnight"] => Each(day => (day.AddDays(-1), day)),
        ["last", "week"] => Each(day => (Monday(day).AddDays(-7), Monday(day).AddDays(-1))),
        ["this" or "same", "week"] => Each(day => (Monday(day), Monday(day).AddDays(6))),
        ["last", "month"] => EachMonth(-1),
        ["this" or "same", "month"] => EachMonth(0),
        ["last", "year"] => EachYear(-1),
        ["this" or "same", "year"] => EachYear(0),
        ["last", ['s', '2', var season]] => EachSeason(20 + season - '0', ended: true),
        ["this", ['s', '2', var season]] => EachSeason(20 + season - '0', ended: false),
        ["last" or "this", ['m', >= '0' and <= '9', ..] and var month] => EachNamedMonth(int.Parse(month[1..], CultureInfo.InvariantCulture), ended: tokens[0] == "last"),
        ["last", ['w', var day]] => Weekdays((DayOfWeek)(day - '0'), strictly: true),
        ["this", ['w', var day]] => Weekdays((DayOfWeek)(day - '0'), strictly: false),
        [['w', var day]] => Weekdays((DayOfWeek)(day - '0'), strictly: false),
        ["past", var unit] when IsUnit(unit) => Past(1, unit),
        ["past" or "last", var number, var unit] when Number(number) is { } count && IsUnit(unit) => Past(count, unit),
        [var unit, "ago" or "earlier"] when IsUnit(unit) => Ago(1, unit),
        [var number, var unit, "ago" or "earlier"] when Number(number) is { } count && IsUnit(unit) => Ago(count, unit),
        [var unit, "later"] when IsUnit(unit) => Ago(-1, unit),
        [var number, var unit, "later"] when Number(number) is { } count && IsUnit(unit) => Ago(-count, unit),
        _ => null,
    };

    private string Each(Func<DateOnly, (DateOnly From, DateOnly To)> shift) =>
        PhraseSpans.OneDayOf(shift(first!.Value).From, shift(end!.Value).To);

    private string EachMonth(int months) => Each(day =>
    {
        var start = new DateOnly(day.Year, day.Month, 1).AddMonths(months);
        return (start, start.AddMonths(1).AddDays(-1));
    });

    private string EachYear(int years) => OneOf($"{first!.Value.Year + years:0000}", $"{end!.Value.Year + years:0000}");

    private string EachSeason(int season, bool ended) =>
        OneOf($"{SeasonYear(season, first!.Value, ended):0000}-{season}", $"{SeasonYear(season, end!.Value, ended):0000}-{season}");

    private string EachNamedMonth(int month, bool ended) =>
        OneOf(PhraseSpans.Month(MonthYear(month, first!.Value, ended), month), PhraseSpans.Month(MonthYear(month, end!.Value, ended), month));

    /// <summary>"On Monday" in a text of an unknown day of two months is one of eight or nine Mondays; up to five are named, more become a stretch.</summary>
    private string Weekdays(DayOfWeek weekday, bool strictly)
    {
        DateOnly On(DateOnly day)
        {
            var back = ((int)day.DayOfWeek - (int)weekday + 7) % 7;
            return day.AddDays(back == 0 && strictly ? -7 : -back);
        }

        var (from, to) = (On(first!.Value), On(end!.Value));
        var days = Enumerable.Range(0, ((to.DayNumber - from.DayNumber) / 7) + 1).Select(week => from.AddDays(week * 7)).Select(PhraseSpans.Iso).ToList();
        return days switch
        {
            [var only] => only,
            { Count: <= 5 } => $"[{string.Join(',', days)}]",
            _ => $"[{days[0]}..{days[^1]}]",
        };
    }

    /// <summary>"The past four weeks" lasted: from that long ago to the anchor.</summary>
    private string Past(int count, string unit)
    {
        var (from, to) = (Back(first!.Value, count, unit), end!.Value);
        return from == to ? PhraseSpans.Iso(to) : $"{PhraseSpans.Iso(from)}/{PhraseSpans.Iso(to)}";
    }

    /// <summary>"Two days ago" is meant to the day; weeks, months and years ago are approximate.</summary>
    private string Ago(int count, string unit)
    {
        var (from, to) = (Back(first!.Value, count, unit), Back(end!.Value, count, unit));
        return unit switch
        {
            "day" => PhraseSpans.OneDayOf(from, to),
            "week" => from == to ? PhraseSpans.Iso(from) + "~" : $"[{PhraseSpans.Iso(from)}~..{PhraseSpans.Iso(to)}~]",
            "month" => OneOf(PhraseSpans.Month(from.Year, from.Month), PhraseSpans.Month(to.Year, to.Month)),
            _ => OneOf($"{from.Year:0000}", $"{to.Year:0000}"),
        };
    }

    private static string OneOf(string from, string to) => from == to ? from : $"[{from},{to}]" is var pair && IsNeighbour(from, to) ? pair : $"[{from}..{to}]";

    private static bool IsNeighbour(string from, string to) =>
        EdtfText.TryParse(from, out var one, out _) && EdtfText.TryParse(to, out var other, out _) && (one.Latest?.AddDays(1) == other.Earliest || from.Contains("-2", StringComparison.Ordinal));

    private static DateOnly Back(DateOnly day, int count, string unit) => unit switch
    {
        "day" => day.AddDays(-count),
        "week" => day.AddDays(-7 * count),
        "month" => day.AddMonths(-count),
        _ => day.AddYears(-count),
    };

    /// <summary>The year of the latest such season that began by the day, or that was over before it.</summary>
    private static int SeasonYear(int season, DateOnly day, bool ended)
    {
        var startMonth = ((season - 21) * 3) + 3;
        var edge = ended ? day.AddMonths(-3) : day;
        return edge.Month >= startMonth ? edge.Year : edge.Year - 1;
    }

    private static int MonthYear(int month, DateOnly day, bool ended) => month < day.Month || (month == day.Month && !ended) ? day.Year : day.Year - 1;

    private static int? Number(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : null;

    private static bool IsUnit(string token) => token is "day" or "week" or "month" or "year";
}
