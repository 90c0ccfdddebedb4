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
        var (events, claims) = (Ids("Events"), Ids("ControlClaims"));
        var titles = await db.PublicEvents.Where(e => events.Contains(e.Id)).Select(e => new { e.Id, e.Title, e.TitleAr }).ToDictionaryAsync(e => e.Id, cancel);
        var places = await db.PublicControlClaims.Where(it => claims.Contains(it.Id)).Select(it => new { it.Id, it.PlaceId, it.Place.Name, it.Place.NameAr }).ToDictionaryAsync(it => it.Id, cancel);
        var (areas, series) = (Ids("Zones"), Ids("ZoneSeries"));
        var zones = await db.PublicZones.Where(it => areas.Contains(it.Id) || series.Contains(it.SeriesId)).Select(it => new { it.Id, it.SeriesId, it.Series.Key, it.Series.Title, it.Series.TitleAr, it.FromLatest }).ToListAsync(cancel);
        return [.. rows.Select(it =>
        {
            var (title, arabic, path) = titles.TryGetValue(it.RowId, out var e) && it.Table == "Events" ? (e.Title, e.TitleAr, $"/?event={e.Id}")
                : places.TryGetValue(it.RowId, out var place) && it.Table == "ControlClaims" ? (place.Name, place.NameAr, null)
                : zones.Find(zone => (it.Table == "Zones" && zone.Id == it.RowId) || (it.Table == "ZoneSeries" && zone.SeriesId == it.RowId)) is { } area
                    ? (area.Title, area.TitleAr, $"/?series={Uri.EscapeDataString(area.Key)}&date={Days.Date(area.FromLatest):yyyy-MM-dd}")
                : ((string?)null, (string?)null, (string?)null);
            return new Correction(it.Id, DateOnly.FromDateTime(it.At), it.Kind, it.Table, it.RowId, it.Fields.Split(' ', StringSplitOptions.RemoveEmptyEntries), title, arabic, path);
        })];

        List<long> Ids(string table) => [.. rows.Where(it => it.Table == table).Select(it => it.RowId).Distinct()];
    }
}
