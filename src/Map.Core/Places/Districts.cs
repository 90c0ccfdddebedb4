using Map.Core.Shapes;

namespace Map.Core.Places;

/// <summary>Tells in which district a spot lies, and so in which governorate. Read-only, so any thread may ask.</summary>
/// <param name="features">Polygons in degrees with adm2_pcode, name and name_ar.</param>
public sealed class Districts(IEnumerable<Feature> features)
{
    private const int OfGovernorate = 4;

    private readonly Governorates areas = new(features, "adm2_pcode");

    /// <summary>OCHA's code of the district, such as SY0204, or null where the spot lies in none.</summary>
    public string? At(double latitude, double longitude) => areas.IndexOf(latitude, longitude) is >= 0 and var index ? areas.All[index].PCode : null;

    /// <summary>The code of the governorate that a district is part of: the beginning of its own.</summary>
    public static string GovernorateOf(string district) => district.Length > OfGovernorate ? district[..OfGovernorate] : district;
}
