namespace Map.Web.Data;

/// <summary>
/// Rows as readers may have them, in SQL, for every question whose answer leaves the desk. An event that is told coarsely (<c>Events.Coarse</c>) has its place, position
/// and texts from <c>ShownEvents</c>, which <see cref="ShownEvents"/> makes; where that has nothing yet, it has none. Notes of editors are not among the columns.
/// </summary>
internal static class PublicRows
{
    public const string IsPublicEvent = "e.Status = 'published' AND e.DeletedAt IS NULL";

    public const string Latitude = "CASE WHEN e.Coarse IS NULL THEN e.Latitude ELSE (SELECT s.Latitude FROM ShownEvents AS s WHERE s.EventId = e.Id) END";

    public const string Longitude = "CASE WHEN e.Coarse IS NULL THEN e.Longitude ELSE (SELECT s.Longitude FROM ShownEvents AS s WHERE s.EventId = e.Id) END";

    /// <summary>Of <c>Events AS e</c>. PublicPrecision is what is shown instead of the place, whoever asked for it, the event or its place.</summary>
    public const string EventColumns = $"""
        e.Id, e.Dataset, e.Type,
        CASE WHEN e.Coarse IS NULL THEN e.Title ELSE COALESCE((SELECT s.Title FROM ShownEvents AS s WHERE s.EventId = e.Id), e.Type) END AS Title,
        CASE WHEN e.Coarse IS NULL THEN e.TitleAr ELSE (SELECT s.TitleAr FROM ShownEvents AS s WHERE s.EventId = e.Id) END AS TitleAr,
        e.Edtf, e.EarliestDay, e.LatestDay, e.Lasted,
        CASE WHEN e.Coarse IS NULL THEN e.DatePhrase ELSE (SELECT s.DatePhrase FROM ShownEvents AS s WHERE s.EventId = e.Id) END AS DatePhrase, e.DateAnchor,
        CASE WHEN e.Coarse IS NULL THEN e.PlaceId ELSE (SELECT s.PlaceId FROM ShownEvents AS s WHERE s.EventId = e.Id) END AS PlaceId,
        CASE WHEN e.Coarse IS NULL THEN e.PlaceText END AS PlaceText,
        {Latitude} AS Latitude, {Longitude} AS Longitude,
        CASE WHEN e.Coarse IS NULL THEN e.Precision ELSE COALESCE((SELECT s.Precision FROM ShownEvents AS s WHERE s.EventId = e.Id), 'country') END AS Precision,
        CASE WHEN e.Coarse IS NULL THEN NULL ELSE COALESCE((SELECT s.Level FROM ShownEvents AS s WHERE s.EventId = e.Id), 'country') END AS PublicPrecision,
        CASE WHEN e.Coarse IS NULL THEN e.Description ELSE (SELECT s.Description FROM ShownEvents AS s WHERE s.EventId = e.Id) END AS Description,
        NULL AS PrivateNote, e.GradeSet,
        CASE WHEN e.Coarse IS NULL THEN e.GradeReason ELSE (SELECT s.GradeReason FROM ShownEvents AS s WHERE s.EventId = e.Id) END AS GradeReason,
        e.MergedIntoId, e.Status, e.DeletedAt, e.Version, e.ChangedAt
        """;

    /// <summary>All events as readers would have them, published or not.</summary>
    public const string Events = $"SELECT {EventColumns} FROM Events AS e";

    /// <summary>Stands for a claimant whose description names the place.</summary>
    public const string UnnamedClaimant = "somebody who is not named here";

    /// <summary>Withheld is 1 where all words are, 2 where who says it may be told. The place a claim names is as close as its event's: it goes with it, and with the words that name it.</summary>
    public const string Claims = $"""
        SELECT c.Id, c.EventId, c.Position, c.Field,
            CASE WHEN c.Withheld IS NULL THEN c.Says ELSE 'Said of a place that is not shown here.' END AS Says,
            CASE WHEN c.Withheld IS NULL THEN c.SaysAr ELSE 'قيل عن مكان لا يُعرض هنا.' END AS SaysAr,
            c.ClaimantId, 
            CASE WHEN c.Withheld IS NULL OR c.Withheld = 2 THEN c.ClaimantText WHEN c.ClaimantId IS NULL AND c.ClaimantText IS NOT NULL THEN '{UnnamedClaimant}' END AS ClaimantText,
            CASE WHEN {IsTold} THEN c.PlaceText END AS PlaceText, CASE WHEN {IsTold} THEN c.PlaceId END AS PlaceId, CASE WHEN {IsTold} THEN c.RadiusKm END AS RadiusKm,
            c.WhenEdtf, c.SaidEdtf, c.SaidDay, CASE WHEN c.Withheld IS NULL THEN c.Quote END AS Quote, NULL AS ArticleId, NULL AS QuoteStart, c.SourceId, c.Credibility, c.Denies
        FROM Claims AS c JOIN Events AS e ON e.Id = c.EventId
        WHERE {IsPublicEvent}
        """;

    /// <summary>A place that is told coarsely is not told of by itself: neither its name nor its spot.</summary>
    public const string Places = """
        SELECT p.Id, p.Key, p.Name, p.NameAr, p.Latitude, p.Longitude, p.Kind, p.Population, p.Rank, p.PCode, p.Adm1, p.Adm2, p.Adm3, p.Origin,
            p.PublicPrecision, NULL AS PrivateNote, p.Status, p.Version
        FROM Places AS p WHERE p.PublicPrecision IS NULL AND p.Status = 'published'
        """;

    private const string IsTold = "c.Withheld IS NULL AND e.Coarse IS NULL AND NOT EXISTS (SELECT 1 FROM Places AS p WHERE p.Id = c.PlaceId AND p.PublicPrecision IS NOT NULL)";
}
