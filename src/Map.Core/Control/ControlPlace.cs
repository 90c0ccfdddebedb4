namespace Map.Core.Control;

/// <summary>A place with what is claimed about it.</summary>
/// <param name="Latitude">Degrees, WGS84.</param>
public sealed record ControlPlace(long Id, string Name, string? NameAr, double Latitude, double Longitude, IReadOnlyList<ControlClaim> Claims);
