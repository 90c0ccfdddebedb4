using System.Globalization;
using System.Text.RegularExpressions;

namespace Map.Core.Time;

/// <summary>How much of a date is written.</summary>
internal enum EdtfGrain { Year, Season, Month, Day }

/// <summary>One date of an EDTF expression: a year, a part of a year, a month or a day, with its qualifiers and unspecified digits.</summary>
internal sealed partial record EdtfDate
{
    private EdtfDate(string text) => Text = text;

    public string Text { get; }
    public EdtfGrain Grain { get; private init; }

    /// <summary>The year as a number; meaningless where <see cref="Unspecified"/>.</summary>
    public long Year { get; private init; }

    /// <summary>1–12 for a month or day, 21–28 and 33–36 for a part of the year, 0 for a year.</summary>
    public int Month { get; private init; }
    public int Day { get; private init; }

    /// <summary>True where a digit is X.</summary>
    public bool Unspecified { get; private init; }
    public bool Uncertain { get; private init; }
    public bool Approximate { get; private init; }

    /// <summary>First day it can be; null before the year 1.</summary>
    public DateOnly? Earliest { get; private init; }

    /// <summary>Last day it can be; null after the year 9999.</summary>
    public DateOnly? Latest { get; private init; }

    [GeneratedRegex(@"^(?<q>[?~%]?)(?<year>-?[0-9X]{4})(?<q>[?~%]?)(?:-(?<q>[?~%]?)(?<month>[0-9X]{2})(?<q>[?~%]?)(?:-(?<q>[?~%]?)(?<day>[0-9X]{2})(?<q>[?~%]?))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:Z|[+-](?<oh>[0-9]{2})(?::?(?<om>[0-9]{2}))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^Y(?<year>-?[0-9]{5,18})(?<q>[?~%]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex LongYear();

    /// <summary>Reads one date. On failure the problem names the value and the remedy.</summary>
    public static EdtfDate? Read(string text, out DateProblem? problem)
    {
        problem = null;
        if (LongYear().Match(text) is { Success: true } far)
        {
            var year = long.Parse(far.Groups["year"].Value, CultureInfo.InvariantCulture);
            return new EdtfDate(text)
            {
                Grain = EdtfGrain.Year,
                Year = year,
                Uncertain = far.Groups["q"].Value is "?" or "%",
                Approximate = far.Groups["q"].Value is "~" or "%",
                Earliest = First(year, 1, 1),
                Latest = Last(year, 12, 31),
            };
        }

        if (Clock().Match(text) is { Success: true } clock)
        {
            return ReadClock(text, clock, out problem);
        }

        if (Calendar().Match(text) is { Success: true } calendar)
        {
            return ReadCalendar(text, calendar, out problem);
        }

        problem = EdtfProblem.NotADate(text);
        return null;
    }

    private static EdtfDate? ReadClock(string text, Match clock, out DateProblem? problem)
    {
        var (hour, minute, second) = (Number(clock, "hour"), Number(clock, "minute"), Number(clock, "second"));
        var midnight = hour == 24 && minute == 0 && second == 0;
        if ((hour > 23 && !midnight) || minute > 59 || second > 59 || Number(clock, "oh") > 14 || Number(clock, "om") > 59)
        {
            problem = EdtfProblem.NoTimeOfDay(text, clock.Groups["date"].Value);
            return null;
        }

        // The day counts as the source wrote it: no offset moves it.
        return Read(clock.Groups["date"].Value, out problem) is { } day ? new EdtfDate(text) { Grain = day.Grain, Year = day.Year, Month = day.Month, Day = day.Day, Earliest = day.Earliest, Latest = day.Latest } : null;
    }

    private static EdtfDate? ReadCalendar(string text, Match match, out DateProblem? problem)
    {
        var (year, month, day) = (match.Groups["year"].Value, match.Groups["month"].Value, match.Groups["day"].Value);
        var qualifiers = string.Concat(match.Groups["q"].Captures.Select(capture => capture.Value));
        problem = EdtfProblem.OfComponents(text, year, month, day);
        if (problem is not null)
        {
            return null;
        }

        var season = month.Length > 0 && !month.Contains('X') && int.Parse(month, CultureInfo.InvariantCulture) is var part and > 12 ? part : 0;
        var bounds = season > 0 ? SeasonBounds(year, season) : DayBounds(year, month, day);
        if (bounds is not { } found)
        {
            problem = EdtfProblem.NoSuchDay(text, year, month, day);
            return null;
        }

        var unspecified = (year + month + day).Contains('X');
        return new EdtfDate(text)
        {
            Grain = day.Length > 0 ? EdtfGrain.Day : season > 0 ? EdtfGrain.Season : month.Length > 0 ? EdtfGrain.Month : EdtfGrain.Year,
            Year = year.Contains('X') ? 0 : long.Parse(year, CultureInfo.InvariantCulture),
            Month = month.Length == 0 || month.Contains('X') ? 0 : int.Parse(month, CultureInfo.InvariantCulture),
            Day = day.Length == 0 || day.Contains('X') ? 0 : int.Parse(day, CultureInfo.InvariantCulture),
            Unspecified = unspecified,
            Uncertain = qualifiers.Contains('?') || qualifiers.Contains('%'),
            Approximate = qualifiers.Contains('~') || qualifiers.Contains('%'),
            Earliest = found.Earliest,
            Latest = found.Latest,
        };
    }

    private static (DateOnly? Earliest, DateOnly? Latest)? DayBounds(string year, string month, string day)
    {
        var (months, days) = (month.Length == 0 ? "XX" : month, day.Length == 0 ? "XX" : day);
        (int Year, int Month, int Day)? Search(bool upwards) =>
            (from y in EdtfDigits.Years(year, upwards)
             from m in EdtfDigits.Numbers(months, 1, 12, upwards)
             from d in EdtfDigits.Numbers(days, 1, EdtfDigits.DaysIn(y, m), upwards)
             select ((int, int, int)?)(y, m, d)).FirstOrDefault();

        return Search(true) is { } first && Search(false) is { } last
            ? (First(first.Year, first.Month, first.Day), Last(last.Year, last.Month, last.Day))
            : null;
    }

    /// <summary>Bounds of a part of a year. Seasons are the northern hemisphere's, in whole months; winter runs into the next year.</summary>
    private static (DateOnly? Earliest, DateOnly? Latest)? SeasonBounds(string year, int season)
    {
        var startMonth = season switch
        {
            >= 21 and <= 24 => ((season - 21) * 3) + 3,
            >= 25 and <= 28 => ((season - 25) * 3) + 3,
            _ => ((season - 33) * 3) + 1,
        };
        var (low, high) = (EdtfDigits.Years(year, true).First(), EdtfDigits.Years(year, false).First());
        var (endYear, endMonth) = startMonth + 2 > 12 ? (high + 1, startMonth + 2 - 12) : (high, startMonth + 2);
        return (First(low, startMonth, 1), Last(endYear, endMonth, EdtfDigits.DaysIn(endYear, endMonth)));
    }

    /// <summary>A lower bound the calendar can hold: open before the year 1, its very last day after 9999.</summary>
    private static DateOnly? First(long year, int month, int day) =>
        year < 1 ? null : year > 9999 ? DateOnly.MaxValue : new DateOnly((int)year, month, day);

    /// <summary>An upper bound the calendar can hold: its very first day before the year 1, open after 9999.</summary>
    private static DateOnly? Last(long year, int month, int day) =>
        year < 1 ? DateOnly.MinValue : year > 9999 ? null : new DateOnly((int)year, month, day);

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;
}
