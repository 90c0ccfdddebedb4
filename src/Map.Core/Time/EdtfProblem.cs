using System.Globalization;

namespace Map.Core.Time;

/// <summary>What is wrong with a date, in a sentence that names the value and the remedy.</summary>
internal static class EdtfProblem
{
    private const string Forms = "Type a day as 2017-01-28, a month as 2017-01, a year as 2017, a time it lasted as 2018-01-01/2018-01-10, or one unknown day as [2018-01-01..2018-01-10].";

    private static readonly string[] MonthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Empty => "No date is given. " + Forms;

    public static string NotADate(string text) => text switch
    {
        "" => Empty,
        _ when text.Contains('S') || text.Contains('E') => $"“{text}” uses an exponent or significant digits, which this map does not read. Write the year out, or a span of years such as 1950/1959.",
        _ when text.Contains('x') || text.Contains('u') => $"“{text}” is not a date. An unknown digit is a capital X: 201X, 2017-XX.",
        _ => $"“{text}” is not a date. {Forms}",
    };

    public static string? OfComponents(string text, string year, string month, string day)
    {
        if (year == "-0000")
        {
            return $"“{text}” has a year -0000. The year before the year 1 is written 0000.";
        }

        if (month.Length == 0 || month.Contains('X'))
        {
            return null;
        }

        var number = int.Parse(month, CultureInfo.InvariantCulture);
        var isSeason = number is >= 21 and <= 28 or >= 33 and <= 36;
        return number switch
        {
            >= 29 and <= 32 => $"“{text}” names a southern season ({number}), which this map does not use. Northern seasons are 21 spring, 22 summer, 23 autumn, 24 winter.",
            >= 37 and <= 41 => $"“{text}” names a third or half of a year ({number}), which this map does not use. Write its months: [{year}-01..{year}-04].",
            < 1 or > 12 when !isSeason => $"“{text}” has a month {month}. Months run from 01 to 12; seasons are 21 to 24, quarters 33 to 36.",
            _ when isSeason && day.Length > 0 => $"“{text}” puts a day into a season. Leave the day out ({year}-{month}), or name the month.",
            _ => null,
        };
    }

    public static string NoSuchDay(string text, string year, string month, string day)
    {
        if (month.Contains('X') || day.Contains('X') || year.Contains('X'))
        {
            return $"“{text}” fits no day of the calendar. Check its digits.";
        }

        var (y, m) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture));
        var length = EdtfDigits.DaysIn(y, m);
        return $"“{text}” does not exist: {MonthNames[m - 1]} {year} has {length} days. Type a day from 01 to {length}, or leave it out ({year}-{month}).";
    }

    public static string EndsBeforeItStarts(string text, string start, string end) =>
        $"“{text}” ends ({end}) before it starts ({start}). Swap the two.";

    public static string TooManySlashes(string text) =>
        $"“{text}” has more than one “/”. A span has two ends: 2018-01-01/2018-01-10.";

    public static string NoEnds(string text) => $"“{text}” names no date at either end. Give one of them, or leave the field empty.";

    public static string Brackets(string text, char open) => open == '['
        ? $"“{text}” does not close. One day of several is written [2018-01-01..2018-01-10]."
        : $"“{text}” does not close. Several days are written {{2017-10-09,2017-10-12}}.";

    public static string EmptyElement(string text) => $"“{text}” has an empty place in its list. Remove the spare comma.";

    public static string OpenInside(string text, string element) =>
        $"“{text}”: “{element}” may stand only at the beginning (..2017-12-03) or at the end (2017-12-03..) of the list.";

    public static string TooLong(int length) => $"This date has {length} characters; {EdtfText.LongestText} are enough for any. Shorten it.";
}
