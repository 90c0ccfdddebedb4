using Map.Core.Time;
using Map.Web.Features.Print.Drawing;
using Map.Web.Packs.InView;
using Map.Web.Shared;

namespace Map.Web.Features.Print;

/// <summary>Where everything on the sheet comes from: the lettered sources of what is drawn, those of events, what the base map is made of, and how to find the view again.</summary>
internal static class Footnotes
{
    /// <summary>Titles are whole where the sheet has room for them, and cut short step by step where it has not.</summary>
    public static readonly IReadOnlyList<int> TitleLengths = [400, 72, 48];

    /// <summary>One behind the other, each with its letter, what one outlet published together: of a whole country there are dozens. In brackets how many of the places rest on it.</summary>
    public static IReadOnlyList<Run> Control(VisibleInView view, int longest, Language lang)
    {
        var lettered = view.Sources.Where(source => source.Letter is not null).ToList();
        var runs = new List<Run>();
        for (var i = 0; i < lettered.Count; i++)
        {
            var source = lettered[i];
            var (isFirst, isLast) = (i == 0 || lettered[i - 1].Outlet != source.Outlet, i == lettered.Count - 1 || lettered[i + 1].Outlet != source.Outlet);
            if (isFirst && Outlet(source) is { } outlet)
                runs.Add(new Run(Isolated(outlet + ":")));
            runs.Add(new Run(Isolated(source.Letter!), true));
            var count = source.Places.Count < 2 ? "" : i == 0 ? $" ({Counted.Places.Say(source.Places.Count, lang)})" : $" ({Counted.Digits(source.Places.Count)})";
            runs.Add(new Run(Titled(source, longest, lang) + count + (isLast ? "." : lang.Say(";", "؛"))));
        }
        return runs;
    }

    public static IReadOnlyList<Run> Events(VisibleInView view, int longest, Language lang)
    {
        var sources = view.Sources.Where(source => source.Events > 0).OrderByDescending(source => source.Events).ToList();
        if (sources.Count == 0)
            return [];
        return [new Run(lang.Say("Events:", "الأحداث:"), true), .. sources.Select((source, i) => new Run((Outlet(source) is { } outlet ? Isolated(outlet + ":") + " " : "") + Titled(source, longest, lang)
            + (source.Licence is { Length: > 0 } licence && licence.StartsWith("CC", StringComparison.Ordinal) ? $", {Isolated(licence)}" : "")
            + (sources.Count > 1 ? $" ({Counted.Digits(source.Events)})" : "") + (i == sources.Count - 1 ? "." : lang.Say(";", "؛"))))];
    }

    public static IReadOnlyList<Run> Ground(VisibleInView view, Language lang) =>
        [new(lang.Say("Map:", "الخريطة:"), true), new(lang.Say("boundaries OCHA, CC BY 3.0 IGO; land and water Natural Earth; names GeoNames, CC BY 4.0", $"الحدود {Isolated("OCHA, CC BY 3.0 IGO")}؛ اليابسة والمياه {Isolated("Natural Earth")}؛ الأسماء {Isolated("GeoNames, CC BY 4.0")}")
            // What is derived from it in good part is under its licence too.
            + (view.Sources.Any(source => source.Letter is not null && source.Outlet?.StartsWith("Wikipedia", StringComparison.Ordinal) == true) ? lang.Say("; who held what in part from Wikipedia, CC BY-SA 4.0", $"؛ السيطرة جزئياً من {Isolated("Wikipedia, CC BY-SA 4.0")}") : "")
            + (view.Series?.Licence is { Length: > 0 } licence ? lang.Say($"; zones {licence}", $"؛ المناطق {Isolated(licence)}") : "") + ".")];

    /// <summary>How to find the view again, how far the data goes, and of when it is.</summary>
    public static IReadOnlyList<Run> View(SheetContent content, Language lang)
    {
        var of = content.Known is { } day ? lang.Say($" · as known on {DateWords.Of(day, false)}", $" · كما كانت معروفة في {DateWords.Of(day, true)}")
            : content.DataOf is { } last ? lang.Say($" · data of {DateWords.Of(last, false)}", $" · بيانات {DateWords.Of(last, true)}") : "";
        var reach = lang.Say($" · events to {Short(content.Index.EventsTo)}, control to {Short(content.Index.ControlTo)}", $" · الأحداث حتى {Short(content.Index.EventsTo)}، السيطرة حتى {Short(content.Index.ControlTo)}");
        return [new(lang.Say("View:", "العرض:"), true), new(Isolated(content.Address) + of + reach)];

        string Short(string iso) => Packs.PastAddresses.Day(iso) is { } known ? DayWords.Short(Days.Of(known), lang) : "–";
    }

    /// <summary>Null where the title says it already.</summary>
    private static string? Outlet(VisibleSource source) => SourceWords.Known(source.Outlet) is { Length: > 0 } outlet && !source.Title.Contains(outlet, StringComparison.OrdinalIgnoreCase) ? outlet : null;

    /// <summary>"Battle of Tabqa, 5 Oct 2023".</summary>
    private static string Titled(VisibleSource source, int longest, Language lang)
    {
        var date = EdtfText.TryParse(source.PublishedEdtf, out var span, out _) ? Date(span, lang) : null;
        // Some titles end in their date.
        return Isolated(SourceWords.Known(source.Title) is { } title ? Cut(title, longest) : lang.Say("title unknown", "بلا عنوان معروف")) + (date is null || source.Title.Contains(DateWords.Of(span!, false), StringComparison.Ordinal) ? "" : lang.Say(", ", "، ") + date);
    }

    private static string? Date(DateSpan span, Language lang) => span switch
    {
        { Earliest: { } first, Latest: { } last } when first == last => DayWords.Short(Days.Of(first), lang),
        { Earliest: null, Latest: null } => null,
        _ => DateWords.Of(span, lang.IsArabic),
    };

    /// <summary>As much as tells one source from another.</summary>
    private static string Cut(string title, int longest)
    {
        if (title.Length <= longest)
            return title;
        var end = title.LastIndexOf(' ', longest - 1);
        return title[..(end > longest / 2 ? end : longest - 1)].TrimEnd(' ', ',', ':', ';', '-', '–') + "…";
    }

    /// <summary>Words of another direction keep their own order, whatever stands around them.</summary>
    private static string Isolated(string words) => $"{TextSetter.Isolate}{words}{TextSetter.EndOfIsolate}";
}
