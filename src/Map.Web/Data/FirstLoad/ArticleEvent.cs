using System.Text.Json.Serialization;

namespace Map.Web.Data.FirstLoad;

// The form of geodata/articles/events_*.json, named as there.

internal sealed record ArticleEvent(long Id, string Type, string Title, [property: JsonPropertyName("title_ar")] string? TitleAr, string Date,
    [property: JsonPropertyName("date_phrase")] string? DatePhrase, [property: JsonPropertyName("date_anchor")] string? DateAnchor,
    string? Place, double? Latitude, double? Longitude, string Precision, string? Description,
    IReadOnlyList<ArticleActor> Actors, IReadOnlyList<ArticleFigure> Figures, IReadOnlyList<ArticleClaim> Claims, string Status);

internal sealed record ArticleActor(string Actor, string Role);

internal sealed record ArticleFigure(string Kind, int? Low, int? Best, int? High);

internal sealed record ArticleClaim(string Field, string Says, [property: JsonPropertyName("says_ar")] string? SaysAr, string? Claimant,
    [property: JsonPropertyName("claimant_text")] string? ClaimantText, [property: JsonPropertyName("place_text")] string? PlaceText, string? Place,
    [property: JsonPropertyName("radius_km")] double? RadiusKm, string? When, [property: JsonPropertyName("said_on")] string? SaidOn,
    string? Quote, string Source, int Credibility, bool Denies);
