using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>A recorded event as the draft the form edits.</summary>
public static class LoadDraft
{
    public static async Task<EventRow?> RowAsync(MapDb db, long id, CancellationToken cancel = default) => await Rows(db).SingleOrDefaultAsync(e => e.Id == id, cancel);

    /// <summary>Many at once, by their ids.</summary>
    public static Task<Dictionary<long, EventRow>> RowsAsync(MapDb db, IReadOnlyCollection<long> ids, CancellationToken cancel = default) => Rows(db).Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);

    private static IQueryable<EventRow> Rows(MapDb db) =>
        db.Events
            .Include(e => e.Place)
            .Include(e => e.Actors.OrderBy(a => a.Position)).ThenInclude(a => a.Actor)
            .Include(e => e.Figures)
            .Include(e => e.Claims.OrderBy(c => c.Position)).ThenInclude(c => c.Source)
            .Include(e => e.Claims).ThenInclude(c => c.Claimant)
            .Include(e => e.Claims).ThenInclude(c => c.Place)
            .AsSplitQuery();

    public static EventDraft From(EventRow row) => new()
    {
        Id = row.Id,
        Type = row.Type,
        Title = row.Title,
        TitleAr = row.TitleAr ?? "",
        // EDTF reads the same in a year, whatever the words meant; they are kept beside it.
        DateText = row.Edtf,
        DateAnchor = row.DateAnchor ?? "",
        SourcePhrase = row.DatePhrase ?? "",
        PlaceKey = row.Place?.Key ?? "",
        PlaceName = row.PlaceText ?? row.Place?.Name ?? "",
        Coordinates = Position(row),
        Precision = row.Precision,
        PublicPrecision = row.PublicPrecision ?? "",
        PrivateNote = row.PrivateNote ?? "",
        Description = row.Description ?? "",
        GradeSet = row.GradeSet ?? "",
        GradeReason = row.GradeReason ?? "",
        Status = row.Status,
        Version = row.Version,
        Actors = [.. row.Actors.OrderBy(a => a.Position).Select(a => new DraftActor { ActorId = a.ActorId, ActorKey = a.Actor.Key, Name = a.Actor.Name, Role = a.Role })],
        Figures = [.. row.Figures.OrderBy(f => f.Kind).Select(f => new DraftFigure { Kind = f.Kind, Low = Number(f.Low), Best = Number(f.Best), High = Number(f.High) })],
        Claims = [.. row.Claims.OrderBy(c => c.Position).Select(Claim)],
    };

    private static DraftClaim Claim(ClaimRow row) => new()
    {
        RowId = row.Id,
        Field = row.Field,
        Says = row.Says,
        SaysAr = row.SaysAr ?? "",
        ClaimantId = row.ClaimantId,
        ClaimantKey = row.Claimant?.Key ?? "",
        ClaimantText = row.ClaimantText ?? "",
        SaidOn = row.SaidEdtf ?? "",
        When = row.WhenEdtf ?? "",
        PlaceKey = row.Place?.Key ?? "",
        PlaceText = row.PlaceText ?? row.Place?.Name ?? "",
        RadiusKm = row.RadiusKm?.ToString(CultureInfo.InvariantCulture) ?? "",
        Quote = row.Quote ?? "",
        ArticleId = row.ArticleId,
        QuoteStart = row.QuoteStart,
        SourceId = row.SourceId,
        SourceKey = row.Source.Key,
        Credibility = row.Credibility,
        Denies = row.Denies,
    };

    /// <summary>Coordinates are typed only where they differ from the place's own.</summary>
    private static string Position(EventRow row) =>
        row.Latitude is { } latitude && row.Longitude is { } longitude && (row.Place is null || row.Place.Latitude != latitude || row.Place.Longitude != longitude)
            ? string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}")
            : "";

    private static string Number(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";
}
