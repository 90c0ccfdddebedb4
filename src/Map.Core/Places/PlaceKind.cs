using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Places;

/// <summary>What a place is.</summary>
/// <param name="Id">Stable ASCII id.</param>
/// <param name="Rank">How soon the map names a place of this kind of which no more is known; 1 first, 6 last.</param>
public sealed record PlaceKind(string Id, string English, string Arabic, int Rank)
{
    /// <summary>From the largest to the smallest settlement, then sites, then areas.</summary>
    public static IReadOnlyList<PlaceKind> All { get; } =
    [
        new("city", "city", "مدينة", 3),
        new("town", "town", "بلدة", 5),
        new("village", "village", "قرية", 6),
        new("neighbourhood", "neighbourhood", "حي", 6),
        new("site", "site", "موقع", 6),
        new("subdistrict", "sub-district", "ناحية", 6),
        new("district", "district", "منطقة", 6),
        new("governorate", "governorate", "محافظة", 6),
        new("region", "region", "إقليم", 6),
        new("country", "country", "بلد", 6),
    ];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out PlaceKind? kind)
    {
        kind = All.FirstOrDefault(known => known.Id == id);
        return kind is not null;
    }
}
