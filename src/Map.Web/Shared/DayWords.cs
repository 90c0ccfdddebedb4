using Map.Core.Time;

namespace Map.Web.Shared;

/// <summary>Days in as few words as a tag or a row has room for. Months by their short English or Levantine names.</summary>
public static class DayWords
{
    private static readonly string[] English = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] Arabic =
        ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"];

    /// <summary>"3 Oct 2019".</summary>
    public static string Short(int day, Language language) => Short(day, null, language);

    /// <summary>"between 1 Aug and 31 Oct", "on or before 3 Aug 2023", "January 2018"; null for one known day. The year is left out of days where it is the reader's.</summary>
    /// <param name="earliest">Day number, or <see cref="Days.OpenStart"/>.</param>
    /// <param name="latest">Day number, or <see cref="Days.OpenEnd"/>.</param>
    /// <param name="shownYear">The year that stands above the row.</param>
    public static string? Span(int earliest, int latest, bool lasted, int? shownYear, Language language)
    {
        if (earliest == latest) { return null; }
        var open = (earliest == Days.OpenStart, latest == Days.OpenEnd);
        if (open == (true, true)) { return language.Say("date unknown", "التاريخ غير معروف"); }
        if (open.Item1) { return language.Say("on or before ", "في أو قبل ") + Short(latest, null, language); }
        if (open.Item2) { return language.Say("on or after ", "في أو بعد ") + Short(earliest, null, language); }
        if (!lasted && Whole(Days.Date(earliest), Days.Date(latest), language) is { } whole) { return whole; }
        var sameYear = Days.Date(earliest).Year == Days.Date(latest).Year;
        var year = sameYear && Days.Date(latest).Year == shownYear ? shownYear : null;
        var first = Short(earliest, sameYear ? Days.Date(earliest).Year : null, language);
        var last = Short(latest, year, language);
        return lasted ? language.Say($"from {first} to {last}", $"من {first} إلى {last}") : language.Say($"between {first} and {last}", $"بين {first} و{last}");
    }

    /// <summary>A month or a year of which no day is known is called by its name.</summary>
    private static string? Whole(DateOnly first, DateOnly last, Language language)
    {
        if (first.Year != last.Year || first.Day != 1 || last.AddDays(1).Day != 1) { return null; }
        return first.Month == last.Month ? $"{DateWords.Month(first.Month, language.IsArabic)} {first.Year}"
            : first.Month == 1 && last.Month == 12 ? first.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    private static string Short(int day, int? withoutYear, Language language)
    {
        var date = Days.Date(day);
        var month = (language.IsArabic ? Arabic : English)[date.Month - 1];
        return date.Year == withoutYear ? $"{date.Day} {month}" : $"{date.Day} {month} {date.Year}";
    }
}
