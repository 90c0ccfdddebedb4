using System.Globalization;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Corrections;

/// <summary>One correction as readers are told of it: on which day, of what, and what of it.</summary>
/// <param name="Day">No closer: when somebody works is nobody's business.</param>
/// <param name="Title">What it is called now; null for what is not public.</param>
/// <param name="Path">Where it is seen now; null for what is not public.</param>
public sealed record Correction(long Id, DateOnly Day, string Kind, string Table, long RowId, IReadOnlyList<string> Fields, string? Title, string? TitleAr, string? Path)
{
    /// <summary>What was done, in neutral words.</summary>
    public string Words(Language lang) => Kind switch
    {
        "withdrawn" => lang.Say("withdrawn", "سُحب"),
        "returned" => lang.Say("shown again", "عُرض من جديد"),
        _ => lang.Say("corrected: ", "صُحّح: ") + string.Join(lang.Say(", ", "، "), Fields.Select(field => Field(field, lang))),
    };

    /// <summary>What it is called, or what tells it for who has cited it.</summary>
    public string Name(Language lang) => Title is { } title ? lang.Name(title, TitleAr)
        : Table switch
        {
            "Events" => lang.Say($"Event {RowId}", $"الحدث {RowId}"),
            "Zones" => lang.Say($"Zone {RowId}", $"المنطقة {RowId}"),
            "ZoneSeries" => lang.Say($"Series of zones {RowId}", $"سلسلة المناطق {RowId}"),
            "Sources" => lang.Say($"Source {RowId}", $"المصدر {RowId}"),
            "Actors" => lang.Say($"Actor {RowId}", $"الجهة {RowId}"),
            "Places" => lang.Say($"Place {RowId}", $"المكان {RowId}"),
            "Views" => lang.Say($"View {RowId}", $"العرض {RowId}"),
            "Stories" => lang.Say($"Story {RowId}", $"القصة {RowId}"),
            _ => lang.Say($"Control claim {RowId}", $"ادعاء السيطرة {RowId}"),
        };

    private static string Field(string field, Language lang) => field switch
    {
        "type" => lang.Say("type", "النوع"),
        "title" => lang.Say("title", "العنوان"),
        "date" => lang.Say("date", "التاريخ"),
        "place" => lang.Say("place", "المكان"),
        "description" => lang.Say("description", "الوصف"),
        "grade" => lang.Say("grade", "الدرجة"),
        "actors" => lang.Say("actors", "الجهات"),
        "figures" => lang.Say("figures", "الأعداد"),
        "claims" => lang.Say("claims and sources", "الروايات والمصادر"),
        "holder" => lang.Say("who held it", "من سيطر"),
        "ground" => lang.Say("area", "المساحة"),
        "source" => lang.Say("source", "المصدر"),
        "name" => lang.Say("name", "الاسم"),
        "names" => lang.Say("other names", "أسماء أخرى"),
        "kind" => lang.Say("kind", "النوع"),
        "outlet" => lang.Say("outlet", "الجهة الناشرة"),
        "author" => lang.Say("author", "الكاتب"),
        "address" => lang.Say("web address", "العنوان على الشبكة"),
        "reliability" => lang.Say("reliability", "الموثوقية"),
        "licence" => lang.Say("licence", "الترخيص"),
        "side" => lang.Say("whose side it takes", "الجانب الذي ينحاز إليه"),
        "cites" => lang.Say("what it rests on", "ما يستند إليه"),
        "copy" => lang.Say("archived copy", "النسخة المؤرشفة"),
        "colour" => lang.Say("whose colour it wears", "على من يُحسب"),
        "existence" => lang.Say("when it existed", "زمن وجودها"),
        "note" => lang.Say("note", "الملاحظة"),
        "relations" => lang.Say("relations", "العلاقات"),
        "spot" => lang.Say("where it lies", "موضعه"),
        "population" => lang.Say("population", "عدد السكان"),
        "district" => lang.Say("district", "المنطقة الإدارية"),
        "caption" => lang.Say("caption", "الشرح"),
        "callouts" => lang.Say("words on the map", "كلمات على الخريطة"),
        "shown" => lang.Say("what the map shows", "ما تعرضه الخريطة"),
        "summary" => lang.Say("summary", "الملخص"),
        "chapters" => lang.Say("text and maps", "النص والخرائط"),
        _ => field,
    };
}

/// <summary>Reads what was corrected, newest first; what it is called is asked of what is public now.</summary>
internal static class CorrectionList
{
    private const int Most = 200;

    public static async Task<IReadOnlyList<Correction>> ReadAsync(MapDb db, CancellationToken cancel = default)
    {
        var rows = await db.Corrections.AsNoTracking().OrderByDescending(it => it.Id).Take(Most).ToListAsync(cancel);
        var told = await ToldAsync(db, rows, cancel);
        return [.. rows.Select(it =>
        {
            var (title, arabic, path) = told.GetValueOrDefault((it.Table, it.RowId));
            return new Correction(it.Id, DateOnly.FromDateTime(it.At), it.Kind, it.Table, it.RowId, it.Fields.Split(' ', StringSplitOptions.RemoveEmptyEntries), title, arabic, path);
        })];
    }

    /// <summary>Of what is public now, what it is called and where it is seen.</summary>
    private static async Task<Dictionary<(string Table, long Id), (string? Title, string? Arabic, string? Path)>> ToldAsync(MapDb db, List<CorrectionRow> rows, CancellationToken cancel)
    {
        var told = new Dictionary<(string, long), (string?, string?, string?)>();
        var (events, claims) = (Ids("Events"), Ids("ControlClaims"));
        foreach (var it in await db.PublicEvents.Where(e => events.Contains(e.Id)).Select(e => new { e.Id, e.Title, e.TitleAr }).ToListAsync(cancel)) { told[("Events", it.Id)] = (it.Title, it.TitleAr, $"/?event={it.Id}"); }
        foreach (var it in await db.PublicControlClaims.Where(it => claims.Contains(it.Id)).Select(it => new { it.Id, it.Place.Name, it.Place.NameAr }).ToListAsync(cancel)) { told[("ControlClaims", it.Id)] = (it.Name, it.NameAr, null); }
        var (areas, series) = (Ids("Zones"), Ids("ZoneSeries"));
        var zones = await db.PublicZones.Where(it => areas.Contains(it.Id) || series.Contains(it.SeriesId)).OrderByDescending(it => it.Id).Select(it => new { it.Id, it.SeriesId, it.Series.Key, it.Series.Title, it.Series.TitleAr, it.FromLatest }).ToListAsync(cancel);
        foreach (var it in zones) { told[("Zones", it.Id)] = told[("ZoneSeries", it.SeriesId)] = (it.Title, it.TitleAr, $"/?series={Uri.EscapeDataString(it.Key)}&date={Days.Date(it.FromLatest):yyyy-MM-dd}"); }
        var (sources, actors, places) = (Ids("Sources"), Ids("Actors"), Ids("Places"));
        foreach (var it in await db.PublicSources.Where(it => sources.Contains(it.Id)).Select(it => new { it.Id, it.Key, it.Title }).ToListAsync(cancel)) { told[("Sources", it.Id)] = (it.Title, null, $"/about/data#source-{it.Key}"); }
        foreach (var it in await db.PublicActors.Where(it => actors.Contains(it.Id)).Select(it => new { it.Id, it.Key, it.Name, it.NameAr }).ToListAsync(cancel)) { told[("Actors", it.Id)] = (it.Name, it.NameAr, $"/actors/{Uri.EscapeDataString(it.Key)}"); }
        foreach (var it in await db.PublicPlaces.Where(it => places.Contains(it.Id)).Select(it => new { it.Id, it.Name, it.NameAr, it.Latitude, it.Longitude }).ToListAsync(cancel)) { told[("Places", it.Id)] = (it.Name, it.NameAr, string.Create(CultureInfo.InvariantCulture, $"/?at={it.Latitude:0.####},{it.Longitude:0.####},13")); }
        var (views, stories) = (Ids("Views"), Ids("Stories"));
        foreach (var it in await db.PublicViews.Where(it => views.Contains(it.Id)).Select(it => new { it.Id, it.Key, it.Title, it.TitleAr }).ToListAsync(cancel)) { told[("Views", it.Id)] = (it.Title, it.TitleAr, $"/v/{it.Key}"); }
        foreach (var it in await db.PublicStories.Where(it => stories.Contains(it.Id)).Select(it => new { it.Id, it.Key, it.Title, it.TitleAr }).ToListAsync(cancel)) { told[("Stories", it.Id)] = (it.Title, it.TitleAr, $"/stories/{it.Key}"); }
        return told;

        List<long> Ids(string table) => [.. rows.Where(it => it.Table == table).Select(it => it.RowId).Distinct()];
    }
}
