using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Packs.InView;
using Map.Web.Shared;

namespace Map.Web.Features.Print;

/// <summary>What a print says of itself, in the reader's language.</summary>
internal static class PrintWords
{
    private static readonly Counted Inner = new("event", "events", "لا أحداث", "حدث واحد", "حدثان", "أحداث", "حدثاً", "حدث");

    public static string Day(int day, Language lang) => DateWords.Of(Days.Date(day), lang.IsArabic);

    public static string Title(VisibleInView view, Language lang)
    {
        var day = Day(view.Day, lang);
        if (!view.Shows("control"))
            return view.Shows("events") ? lang.Say($"Events {Window(view, lang)}", $"الأحداث {Window(view, lang)}") : lang.Say($"Map of {day}", $"خريطة {day}");
        return IsNorth(view) ? lang.Say($"Northern Syria: who held what on {day}", $"شمال سوريا: من سيطر على ماذا في {day}") : lang.Say($"Who held what on {day}", $"من سيطر على ماذا في {day}");
    }

    /// <summary>How what is drawn was derived, and how much of it is only possible.</summary>
    public static string Subtitle(VisibleInView view, Language lang)
    {
        var parts = new List<string>();
        if (view.Shows("control"))
            parts.Add(view.Series is { } series
                ? series.IsPublished ? lang.Say($"Control as in “{lang.Name(series.Title, series.TitleAr)}”", $"السيطرة بحسب «{lang.Name(series.Title, series.TitleAr)}»") : lang.Say("This series of zones is not published", "سلسلة المناطق هذه غير منشورة")
                : view.Control is { } control && view.Day > control.To ? lang.Say("No claim about control reaches this date", "لا ادعاء عن السيطرة يبلغ هذا التاريخ")
                : lang.Say("Control derived from cited claims per place", "السيطرة مستخلصة من ادعاءات موثّقة عن كل مكان"));
        if (view.Shows("events"))
            parts.Add(view.Possible == 0 ? $"{Inner.Say(view.Events.Count, lang)} {Window(view, lang)}"
                : lang.Say($"{Inner.Say(view.Events.Count, lang)} {Window(view, lang)}, {Counted.Digits(view.Possible)} of them only possibly in that time",
                    $"{Inner.Say(view.Events.Count, lang)} {Window(view, lang)}، منها {Counted.Digits(view.Possible)} محتملة فقط ضمن هذه المدة"));
        if (view.State.Types is not null || view.State.Filters is not null)
            parts.Add(lang.Say("filtered", "مرشّحة"));
        return parts.Count == 0 ? "" : string.Join(lang.Say("; ", "؛ "), parts) + ".";
    }

    /// <summary>"of 3 October to 1 November 2019".</summary>
    public static string Window(VisibleInView view, Language lang)
    {
        if (view.From == Days.OpenStart) return lang.Say($"up to {Day(view.To, lang)}", $"حتى {Day(view.To, lang)}");
        if (view.To == Days.OpenEnd) return lang.Say($"from {Day(view.From, lang)} on", $"منذ {Day(view.From, lang)}");
        if (view.From == view.To) return lang.Say($"of {Day(view.To, lang)}", $"في {Day(view.To, lang)}");
        var (from, to) = (Days.Date(view.From), Days.Date(view.To));
        var first = from.Year != to.Year ? Day(view.From, lang) : from.Month != to.Month ? $"{from.Day} {DateWords.Month(from.Month, lang.IsArabic)}" : from.Day.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return lang.Say($"of {first} to {Day(view.To, lang)}", $"من {first} إلى {Day(view.To, lang)}");
    }

    public static string Kind(HoldingKind kind, Language lang)
    {
        var list = List(kind.Holders, lang);
        return kind.Posture switch
        {
            Posture.Contested => lang.Say($"Contested: {list}", $"متنازع عليها: {list}"),
            Posture.Joint => lang.Say($"Joint: {list}", $"مشتركة: {list}"),
            _ => list,
        };
    }

    /// <summary>"HTS, before SNA": a change whose day is not known.</summary>
    public static string Turning(HoldingKind? before, HoldingKind? after, Language lang)
    {
        string Who(HoldingKind? kind) => kind is null ? lang.Say("unknown", "غير معروف") : List(kind.Holders, lang);
        return lang.Say($"{Who(before)} or already {Who(after)}", $"{Who(before)} أو صارت {Who(after)}");
    }

    public static string Short(string holder, Language lang)
    {
        var named = Holders.Of(holder);
        return lang.Say(named.Short, named.ShortAr);
    }

    public static string Ages(IReadOnlyList<int> ages, Language lang)
    {
        var years = ages.Select(age => (int)Math.Round(ControlRules.AgeDays[age - 1] / 365.25)).ToList();
        var list = years.Count == 1 ? Counted.Digits(years[0]) : string.Join(lang.Say(", ", "، "), years[..^1].Select(Counted.Digits)) + lang.Say(" or ", " أو ") + Counted.Digits(years[^1]);
        return lang.Say($"Last claim over {list} {(years[^1] == 1 ? "year" : "years")} old", years is [1] ? "آخر ادعاء أقدم من سنة" : years is [2] ? "آخر ادعاء أقدم من سنتين" : $"آخر ادعاء أقدم من {list} سنوات");
    }

    private static string List(IReadOnlyList<string> holders, Language lang) => string.Join(lang.Say(" and ", " و"), holders.Select(holder => Short(holder, lang)));

    /// <summary>The usual view and what is much like it; a part of it is called by its date alone.</summary>
    private static bool IsNorth(VisibleInView view) => view.Box is { South: < 35.8 and > 33, North: > 36.6 and < 38.8, West: < 37.2 and > 33.5, East: > 37.8 and < 43.5 };
}
