using System.Text.Json.Serialization;

namespace Map.Web.Packs;

/// <summary>What <c>GET /control</c> answers (README.md of the project): the same as the map's pop-up.</summary>
/// <param name="Holders">Who holds the place, the larger share first; while a change is uncertain, who may hold it since.</param>
/// <param name="Claim">The strongest claim, of those dated by the day, that it rests on.</param>
/// <param name="DistanceM">Metres from the spot to the place that answers for it.</param>
/// <param name="Certain">False between the earliest and the latest day of a change.</param>
/// <param name="Before">Who may still hold it while the change is uncertain; null where nobody is known, or nothing is uncertain.</param>
/// <param name="Rule">The rule by which it stands: <c>/about/control#rule-N</c>.</param>
/// <param name="Claims">How many claims it rests on.</param>
/// <param name="Dissent">How many claims say otherwise and are not followed.</param>
/// <param name="Unconfirmed">How many claims about the place serve their source's own side and nobody confirms.</param>
internal sealed record ControlAnswer(AnsweringPlace Place, IReadOnlyList<NamedHolder> Holders, string Posture, HeldSince Since, AnsweringClaim Claim, AnsweringSource Source,
    [property: JsonPropertyName("distance_m")] int DistanceM, bool Certain, IReadOnlyList<NamedHolder>? Before, int Rule, int Claims, int Dissent, int Unconfirmed);

internal sealed record AnsweringPlace(long Id, string Name, [property: JsonPropertyName("name_ar")] string? NameAr, double Lat, double Lng);

internal sealed record NamedHolder(string Id, string Name);

/// <param name="Earliest">ISO day, null = open.</param>
/// <param name="Latest">ISO day, null = open.</param>
internal sealed record HeldSince(string Edtf, string? Earliest, string? Latest);

/// <param name="Grade">Admiralty code.</param>
internal sealed record AnsweringClaim(string Id, string Edtf, string Posture, IReadOnlyList<string> Holders, string Grade, string? Quote, string? Note);

internal sealed record AnsweringSource(string Title, string? Outlet, string? Url, string? Published);
