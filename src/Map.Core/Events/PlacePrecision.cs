using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Events;

/// <summary>How closely the place is known.</summary>
/// <param name="Id">Stable ASCII id.</param>
/// <param name="RadiusKm">Kilometres around the point; null = the whole country.</param>
/// <param name="Code">The byte that stands for it in packs.</param>
public sealed record PlacePrecision(string Id, double? RadiusKm, byte Code, string English, string Arabic)
{
    public static readonly PlacePrecision Exact = new("exact", 0, 0, "exact place", "مكان دقيق");
    public static readonly PlacePrecision Near = new("near", 5, 1, "within 5 km", "ضمن 5 كم");
    public static readonly PlacePrecision District = new("district", 25, 2, "somewhere in the district", "في مكان ما من المنطقة");
    public static readonly PlacePrecision Governorate = new("governorate", 60, 3, "somewhere in the governorate", "في مكان ما من المحافظة");
    public static readonly PlacePrecision Region = new("region", 100, 4, "part of the country, or along a route", "جزء من البلاد أو على امتداد طريق");
    public static readonly PlacePrecision Country = new("country", null, 5, "somewhere in the country", "في مكان ما من البلاد");

    /// <summary>Finest first.</summary>
    public static IReadOnlyList<PlacePrecision> All { get; } = [Exact, Near, District, Governorate, Region, Country];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out PlacePrecision? precision)
    {
        precision = All.FirstOrDefault(known => known.Id == id);
        return precision is not null;
    }

    /// <summary>The precision behind UCDP's where_prec.</summary>
    /// <param name="wherePrec">1 exact … 7 international waters or airspace, as UCDP's codebook counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">Any other number.</exception>
    public static PlacePrecision OfUcdp(int wherePrec) => wherePrec switch
    {
        1 => Exact,
        2 => Near,
        3 => District,
        4 => Governorate,
        5 or 7 => Region,
        6 => Country,
        _ => throw new ArgumentOutOfRangeException(nameof(wherePrec), wherePrec, "UCDP's where_prec runs from 1 to 7."),
    };
}
