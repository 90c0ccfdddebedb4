using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>The forms of <see cref="DatePatterns"/>.</summary>
internal enum DateKind { Whole, DayMonth, MonthDay, Part, MonthYear, Season, Years, CountedFrom, Past, Relative, Feast, OnNumber, OnDay, Arabic, Month, Year }

/// <summary>A date as it stands in a text, not yet understood.</summary>
internal sealed record DateForm(DateKind Kind, Match Match)
{
    public int Start => Match.Index;
    public int End => Match.Index + Match.Length;
    public string Text => Match.Value;

    /// <summary>True where it names its year.</summary>
    public bool HasYear => Kind is DateKind.Whole or DateKind.Years or DateKind.Year || Group("year").Length > 0;

    /// <summary>True where it is a day, a month or a season whose year is left out.</summary>
    public bool LacksYear => (!HasYear && !Has("rel") && Kind is DateKind.DayMonth or DateKind.MonthDay or DateKind.Month)
        || (Kind == DateKind.Part && !HasYear && char.IsUpper(Group("whole").FirstOrDefault()));

    /// <summary>True where it names a month.</summary>
    public bool NamesMonth => Kind is DateKind.DayMonth or DateKind.MonthDay or DateKind.MonthYear or DateKind.Month || (Kind == DateKind.Part && char.IsUpper(Group("whole").FirstOrDefault()));

    /// <summary>A part of the form, "" where it lacks it; blanks are single.</summary>
    public string Group(string name) => Plain(Match.Groups[name].Value);

    public bool Has(string name) => Match.Groups[name].Success;

    public static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
