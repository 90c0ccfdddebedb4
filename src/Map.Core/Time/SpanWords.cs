namespace Map.Core.Time;

/// <summary>The words for dates, intervals and sets of EDTF, in both languages.</summary>
internal static class SpanWords
{
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];
    private static readonly string[] SeasonsArabic = ["ربيع", "صيف", "خريف", "شتاء"];
    private static readonly string[] QuartersArabic = ["الأول", "الثاني", "الثالث", "الرابع"];

    /// <summary>One date with its doubts.</summary>
    public static string Date(EdtfDate date, bool arabic)
    {
        var words = date.Unspecified ? Unspecified(date, arabic) : Plain(date, arabic);
        var about = date.Approximate ? (arabic ? "نحو " : "about ") + words : words;
        return date.Uncertain ? about + (arabic ? " (غير مؤكد)" : " (uncertain)") : about;
    }

    public static string Interval(EdtfPart ends, bool arabic) => (ends.From, ends.To) switch
    {
        ({ } from, { } to) => Shortened(from, to, arabic) is { } pair
            ? Range(pair.From, pair.To, lasted: true, arabic)
            : Range(Date(from, arabic), Date(to, arabic), lasted: true, arabic),
        ({ } from, null) => ends.Unknown
            ? (arabic ? $"من {Date(from, arabic)}، والنهاية غير معروفة" : $"from {Date(from, arabic)}, end unknown")
            : From(Date(from, arabic), lasted: true, arabic),
        (null, { } to) => ends.Unknown
            ? (arabic ? $"حتى {Date(to, arabic)}، والبداية غير معروفة" : $"until {Date(to, arabic)}, start unknown")
            : To(Date(to, arabic), IsDay(to), lasted: true, arabic),
        _ => "",
    };

    public static string Set(EdtfExpression set, bool arabic)
    {
        var all = set.Shape == EdtfShape.AllOf;
        if (set.Parts is [{ IsDate: false } only])
        {
            return (only.From, only.To) switch
            {
                ({ } from, { } to) => Shortened(from, to, arabic) is { } pair
                    ? Range(pair.From, pair.To, lasted: all, arabic)
                    : Range(Date(from, arabic), Date(to, arabic), lasted: all, arabic),
                ({ } from, null) => From(Date(from, arabic), lasted: all, arabic),
                (null, { } to) => To(Date(to, arabic), IsDay(to), lasted: all, arabic),
                _ => "",
            };
        }

        var words = set.Parts.Select(part => part.IsDate ? Date(part.From!, arabic) : Interval(part, arabic)).ToList();
        if (words.Count == 1)
        {
            return words[0];
        }

        var joint = (all, arabic) switch { (true, true) => " و", (true, false) => " and ", (false, true) => " أو ", _ => " or " };
        return string.Join(arabic ? "، " : ", ", words[..^1]) + joint + words[^1];
    }

    public static string Range(string from, string to, bool lasted, bool arabic) => (lasted, arabic) switch
    {
        (true, false) => $"{from} to {to}",
        (true, true) => $"من {from} إلى {to}",
        (false, false) => $"one day between {from} and {to}",
        _ => $"يوم واحد بين {from} و{to}",
    };

    public static string From(string from, bool lasted, bool arabic) => (lasted, arabic) switch
    {
        (true, false) => $"since {from}",
        (true, true) => $"منذ {from}",
        (false, false) => $"{from} or later",
        _ => $"{from} أو بعد ذلك",
    };

    public static string To(string to, bool isDay, bool lasted, bool arabic) => (lasted, arabic) switch
    {
        (true, false) => $"until {to}",
        (true, true) => $"حتى {to}",
        (false, false) => isDay ? $"on or before {to}" : $"in or before {to}",
        _ => $"في {to} أو قبل ذلك",
    };

    private static bool IsDay(EdtfDate date) => date.Grain == EdtfGrain.Day;

    private static string Plain(EdtfDate date, bool arabic) => date.Grain switch
    {
        EdtfGrain.Day => $"{date.Day} {DateWords.Month(date.Month, arabic)} {Year(date.Year, arabic)}",
        EdtfGrain.Month => $"{DateWords.Month(date.Month, arabic)} {Year(date.Year, arabic)}",
        EdtfGrain.Season => Season(date, arabic),
        _ => Year(date.Year, arabic),
    };

    private static string Season(EdtfDate date, bool arabic)
    {
        if (date.Month >= 33)
        {
            return arabic ? $"الربع {QuartersArabic[date.Month - 33]} من {Year(date.Year, arabic)}" : $"quarter {date.Month - 32} of {Year(date.Year, arabic)}";
        }

        var season = (date.Month - 21) % 4;
        var year = season == 3 && date.Year > 0 ? $"{date.Year}–{(date.Year + 1) % 100:00}" : Year(date.Year, arabic);
        return $"{(arabic ? SeasonsArabic : Seasons)[season]} {year}";
    }

    private static string Unspecified(EdtfDate date, bool arabic)
    {
        if (date.Year > 0 && (date.Month is > 0 and <= 12 || date.Grain == EdtfGrain.Month) && date.Earliest is { } first && date.Latest is { } last)
        {
            var dayUnknown = date.Month > 0 && first.Day == 1 && last.AddDays(1).Day == 1;
            var monthUnknown = date.Month == 0 && first.Month == 1 && last.Month == 12;
            if (dayUnknown || monthUnknown)
            {
                return dayUnknown
                    ? (arabic ? $"يوم من {DateWords.Month(date.Month, arabic)} {date.Year}" : $"a day in {DateWords.Month(date.Month, arabic)} {date.Year}")
                    : (arabic ? $"شهر من {date.Year}" : $"a month in {date.Year}");
            }
        }

        return (date.Earliest, date.Latest) switch
        {
            ({ } from, { } to) when date.Grain == EdtfGrain.Year => arabic ? $"سنة بين {from.Year} و{to.Year}" : $"a year between {from.Year} and {to.Year}",
            ({ } from, { } to) => Range(DateWords.Of(from, arabic), DateWords.Of(to, arabic), lasted: false, arabic),
            (null, { } to) => To(DateWords.Of(to, arabic), true, lasted: false, arabic),
            ({ } from, null) => From(DateWords.Of(from, arabic), lasted: false, arabic),
            _ => arabic ? "تاريخ غير معروف" : "date unknown",
        };
    }

    private static string Year(long year, bool arabic) => year < 0 ? (arabic ? $"سنة {year}" : $"the year {year}") : year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Two ends that share a month or a year name it once: "1 … 10 January 2018", "June … August 2017".</summary>
    private static (string From, string To)? Shortened(EdtfDate from, EdtfDate to, bool arabic)
    {
        if (from.Grain != to.Grain || from.Unspecified || to.Unspecified || from.Uncertain || to.Uncertain || from.Approximate || to.Approximate || from.Year != to.Year)
        {
            return null;
        }

        return from.Grain switch
        {
            EdtfGrain.Day when from.Month == to.Month => ($"{from.Day}", Date(to, arabic)),
            EdtfGrain.Day => ($"{from.Day} {DateWords.Month(from.Month, arabic)}", Date(to, arabic)),
            EdtfGrain.Month => (DateWords.Month(from.Month, arabic), Date(to, arabic)),
            _ => null,
        };
    }
}
