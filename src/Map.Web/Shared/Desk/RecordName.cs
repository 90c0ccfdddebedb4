using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Shared.Desk;

/// <summary>What a record of the desk is called, and where its form is.</summary>
/// <param name="Form">The address of its form, without a language; null where it has none any longer.</param>
public sealed record RecordName(string Title, string? TitleAr, string? Form, bool IsPublic)
{
    /// <summary>The tables whose records have versions that can be compared.</summary>
    public static readonly IReadOnlyList<string> Tables = ["Events", "ControlClaims", "Zones", "ZoneSeries", "Actors", "Sources", "Places", "Views", "Stories"];

    /// <summary>Null where the record is gone.</summary>
    public static Task<RecordName?> OfAsync(MapDb db, string table, long id, CancellationToken cancel = default) => table switch
    {
        "Events" => db.Events.Where(it => it.Id == id).Select(it => new RecordName(it.Title, it.TitleAr, "/desk/events/" + it.Id, it.Status == "published" && it.DeletedAt == null)).SingleOrDefaultAsync(cancel),
        "Actors" => db.Actors.Where(it => it.Id == id).Select(it => new RecordName(it.Name, it.NameAr, "/desk/actors/" + it.Id, it.Status == "published")).SingleOrDefaultAsync(cancel),
        "Sources" => db.Sources.Where(it => it.Id == id).Select(it => new RecordName(it.Title, null, "/desk/sources/" + it.Id, it.Status == "published")).SingleOrDefaultAsync(cancel),
        "Places" => db.Places.Where(it => it.Id == id).Select(it => new RecordName(it.Name, it.NameAr, "/desk/places/" + it.Key, it.Status == "published")).SingleOrDefaultAsync(cancel),
        "Views" => db.Views.Where(it => it.Id == id).Select(it => new RecordName(it.Title, it.TitleAr, "/desk/views/" + it.Key, it.Status == "published" && it.DeletedAt == null)).SingleOrDefaultAsync(cancel),
        "Stories" => db.Stories.Where(it => it.Id == id).Select(it => new RecordName(it.Title, it.TitleAr, "/desk/stories/" + it.Key, it.Status == "published" && it.DeletedAt == null)).SingleOrDefaultAsync(cancel),
        "ZoneSeries" => db.ZoneSeries.Where(it => it.Id == id).Select(it => new RecordName(it.Title, it.TitleAr, "/desk/zones", it.Status == "published" && it.DeletedAt == null)).SingleOrDefaultAsync(cancel),
        "ControlClaims" => ClaimAsync(db, id, cancel),
        "Zones" => ZoneAsync(db, id, cancel),
        _ => Task.FromResult<RecordName?>(null),
    };

    /// <summary>A record that the log calls by its key; null where none has it any longer.</summary>
    public static async Task<(string Table, long Id)?> OfKeyAsync(MapDb db, string kind, string key, CancellationToken cancel = default)
    {
        var (table, id) = kind switch
        {
            "actor" => ("Actors", await db.Actors.Where(it => it.Key == key).Select(it => (long?)it.Id).SingleOrDefaultAsync(cancel)),
            "place" => ("Places", await db.Places.Where(it => it.Key == key).Select(it => (long?)it.Id).SingleOrDefaultAsync(cancel)),
            "view" => ("Views", await db.Views.Where(it => it.Key == key).Select(it => (long?)it.Id).SingleOrDefaultAsync(cancel)),
            "story" => ("Stories", await db.Stories.Where(it => it.Key == key).Select(it => (long?)it.Id).SingleOrDefaultAsync(cancel)),
            _ => ("", null),
        };
        return id is { } found ? (table, found) : null;
    }

    /// <summary>What stands over a record that is gone, by what its history calls it.</summary>
    public static string Kind(string table, long id, Language lang) => table switch
    {
        "Events" => lang.Say($"Event {id}", $"الحدث {id}"),
        "ControlClaims" => lang.Say($"Control claim {id}", $"ادعاء السيطرة {id}"),
        "Zones" => lang.Say($"Zone {id}", $"المنطقة {id}"),
        "ZoneSeries" => lang.Say($"Series of zones {id}", $"سلسلة المناطق {id}"),
        "Actors" => lang.Say($"Actor {id}", $"الجهة {id}"),
        "Sources" => lang.Say($"Source {id}", $"المصدر {id}"),
        "Places" => lang.Say($"Place {id}", $"المكان {id}"),
        "Views" => lang.Say($"View {id}", $"العرض {id}"),
        "Stories" => lang.Say($"Story {id}", $"القصة {id}"),
        _ => lang.Say($"Report {id}", $"التقرير {id}"),
    };

    private static async Task<RecordName?> ClaimAsync(MapDb db, long id, CancellationToken cancel)
    {
        var row = await db.ControlClaims.Where(it => it.Id == id).Select(it => new { it.Place.Name, it.Place.NameAr, it.Edtf, IsPublic = it.Status == "published" && it.DeletedAt == null }).SingleOrDefaultAsync(cancel);
        return row is null ? null : new($"{row.Name}, {Day(row.Edtf, false)}", $"{row.NameAr ?? row.Name}، {Day(row.Edtf, true)}", $"/desk/control/{id}", row.IsPublic);
    }

    private static async Task<RecordName?> ZoneAsync(MapDb db, long id, CancellationToken cancel)
    {
        var row = await db.Zones.Where(it => it.Id == id).Select(it => new { it.SeriesId, it.Series.Title, it.Series.TitleAr, it.FromEdtf, it.DeletedAt, IsPublic = it.Status == "published" && it.DeletedAt == null && it.Series.Status == "published" && it.Series.DeletedAt == null }).SingleOrDefaultAsync(cancel);
        return row is null ? null : new($"{row.Title}, {Day(row.FromEdtf, false)}", $"{row.TitleAr ?? row.Title}، {Day(row.FromEdtf, true)}", row.DeletedAt is null ? $"/desk/zones/{row.SeriesId}/{id}" : null, row.IsPublic);
    }

    private static string Day(string edtf, bool arabic) => EdtfText.TryParse(edtf, out var span, out _) ? DateWords.Of(span, arabic) : edtf;
}
