using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Map.Web.Data.Erasing;

/// <summary>A record's row, or one that belongs to it, under the path by which the history calls it.</summary>
internal sealed record RecordPart(string Path, object Row)
{
    public bool IsName => Row is PlaceNameRow or ActorNameRow;

    /// <summary>What can be erased of it and stands there, by the history's words for it.</summary>
    public IEnumerable<(string Path, PropertyEntry Field)> Texts(MapDb db) => db.Entry(Row).Properties
        .Where(it => RecordParts.CanBeErased(it.Metadata.Name) && (it.Metadata.ClrType == typeof(string) || it.Metadata.IsNullable) && it.CurrentValue is not (null or ""))
        .Select(it => (Path.Length == 0 ? it.Metadata.Name : $"{Path}.{it.Metadata.Name}", it));
}

/// <summary>Which records can be erased, and what of them is somebody's words or a spot; the rest are marks of a written list.</summary>
internal static class RecordParts
{
    public static readonly IReadOnlyList<string> Tables = ["Events", "ControlClaims", "Zones", "ZoneSeries", "Actors", "Sources", "Places", "Articles", "Views", "Stories"];

    private static readonly HashSet<string> Texts =
    [
        "Title", "TitleAr", "Name", "NameAr", "Description", "DatePhrase", "PrivateNote", "Note", "GradeReason", "Says", "SaysAr", "Quote", "Claimant", "ClaimantText", "ReportedBy", "PlaceText", "Text", "Method",
        "Outlet", "Author", "Url", "ArchiveUrl", "ArchiveSha256", "SideReason", "SideReasonAr", "Caption", "CaptionAr", "Callouts", "Summary", "SummaryAr", "Byline", "BylineAr", "Chapters", "PlaceId", "Latitude", "Longitude", "RadiusKm", "ClaimantId",
    ];

    /// <param name="field">A column's name.</param>
    public static bool CanBeErased(string field) => Texts.Contains(field);

    /// <summary>Tracked, the record's own row first; none where it is gone.</summary>
    public static async Task<IReadOnlyList<RecordPart>> OfAsync(MapDb db, string table, long id, CancellationToken cancel) => table switch
    {
        "Events" => await db.Events.AsTracking().Include(e => e.Actors).Include(e => e.Figures).Include(e => e.Claims).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, cancel) is { } row
            ? [new("", row), .. row.Actors.Select(it => new RecordPart($"Actors/{it.Id}", it)), .. row.Figures.Select(it => new RecordPart($"Figures/{it.Id}", it)), .. row.Claims.Select(it => new RecordPart($"Claims/{it.Id}", it))] : [],
        "ControlClaims" => Alone(await db.ControlClaims.AsTracking().SingleOrDefaultAsync(it => it.Id == id, cancel)),
        "Zones" => Alone(await db.Zones.AsTracking().SingleOrDefaultAsync(it => it.Id == id, cancel)),
        "ZoneSeries" => Alone(await db.ZoneSeries.AsTracking().SingleOrDefaultAsync(it => it.Id == id, cancel)),
        "Sources" => Alone(await db.Sources.AsTracking().SingleOrDefaultAsync(it => it.Id == id, cancel)),
        "Views" => Alone(await db.Views.AsTracking().SingleOrDefaultAsync(it => it.Id == id, cancel)),
        "Stories" => Alone(await db.Stories.AsTracking().SingleOrDefaultAsync(it => it.Id == id, cancel)),
        "Articles" => Alone(await db.Articles.AsTracking().SingleOrDefaultAsync(it => it.Id == id, cancel)),
        "Actors" => await db.Actors.AsTracking().Include(it => it.Names).SingleOrDefaultAsync(it => it.Id == id, cancel) is { } row ? [new("", row), .. row.Names.Select(it => new RecordPart($"Names/{it.Id}", it))] : [],
        "Places" => await db.Places.AsTracking().Include(it => it.Names).SingleOrDefaultAsync(it => it.Id == id, cancel) is { } row ? [new("", row), .. row.Names.Select(it => new RecordPart($"Names/{it.Id}", it))] : [],
        _ => [],
    };

    /// <summary>By what the desk's forms call their drafts of it.</summary>
    public static string FormOf(string table, long id, object? row) => table switch
    {
        "Events" => $"event-{id}",
        "ControlClaims" => $"control-{id}",
        "Actors" => $"actor-{id}",
        "Sources" => $"source-{id}",
        "Zones" => $"zone-{(row as ZoneRow)?.SeriesId}-{id}",
        "ZoneSeries" => $"zone-{id}-new",
        "Places" => $"place-{(row as PlaceRow)?.Key}",
        "Views" => $"view-{(row as ViewRow)?.Key}",
        "Stories" => $"story-{(row as StoryRow)?.Key}",
        _ => $"article-{id}",
    };

    /// <summary>Forms whose name holds a key of the record and not its number.</summary>
    public static IEnumerable<string> FormsByKey(string table, IEnumerable<string> keys) =>
        table switch { "Places" => "place", "Views" => "view", "Stories" => "story", _ => null } is { } kind ? keys.Select(key => $"{kind}-{key}") : [];

    /// <summary>Does anything point at it, so that its row has to stay?</summary>
    public static async Task<bool> IsUsedAsync(MapDb db, string table, long id, CancellationToken cancel) => table switch
    {
        "Places" => await db.Events.AnyAsync(it => it.PlaceId == id, cancel) || await db.Claims.AnyAsync(it => it.PlaceId == id, cancel) || await db.ControlClaims.AnyAsync(it => it.PlaceId == id, cancel),
        "Actors" => await db.EventActors.AnyAsync(it => it.ActorId == id, cancel) || await db.Claims.AnyAsync(it => it.ClaimantId == id, cancel) || await db.ActorRelations.AnyAsync(it => it.FromId == id || it.ToId == id, cancel),
        "Sources" => await db.Claims.AnyAsync(it => it.SourceId == id, cancel) || await db.ControlClaims.AnyAsync(it => it.SourceId == id, cancel) || await db.ActorRelations.AnyAsync(it => it.SourceId == id, cancel)
            || await db.ZoneSeries.AnyAsync(it => it.SourceId == id, cancel) || await db.Zones.AnyAsync(it => it.SourceId == id, cancel) || await db.Articles.AnyAsync(it => it.SourceId == id, cancel)
            || await db.Actors.AnyAsync(it => it.SourceId == id, cancel) || await db.ActorNames.AnyAsync(it => it.SourceId == id, cancel),
        "ZoneSeries" => await db.Zones.AnyAsync(it => it.SeriesId == id, cancel),
        _ => false,
    };

    private static IReadOnlyList<RecordPart> Alone(object? row) => row is null ? [] : [new("", row)];
}
