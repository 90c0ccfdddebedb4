using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Events;

/// <summary>What readers are told of a place instead of the place itself.</summary>
/// <param name="Id">Stable ASCII id, as tables and drafts hold it; nothing at all there means that readers are told all.</param>
/// <param name="Precision">How closely readers then know the place.</param>
public sealed record PublicPrecision(string Id, PlacePrecision Precision, string English, string Arabic)
{
    public static readonly PublicPrecision District = new("district", PlacePrecision.District, "its district", "المنطقة التي يقع فيها");
    public static readonly PublicPrecision Governorate = new("governorate", PlacePrecision.Governorate, "its governorate", "المحافظة التي يقع فيها");
    public static readonly PublicPrecision Country = new("country", PlacePrecision.Country, "not on the map", "ليس على الخريطة");

    /// <summary>Finest first.</summary>
    public static IReadOnlyList<PublicPrecision> All { get; } = [District, Governorate, Country];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out PublicPrecision? precision)
    {
        precision = All.FirstOrDefault(known => known.Id == id);
        return precision is not null;
    }

    /// <summary>
    /// What is shown of an event: the coarser of what is asked for the event and for its place, and never finer than what is known. Null where neither asks.
    /// An id that nobody knows asks for the most.
    /// </summary>
    /// <param name="known">Id of the <see cref="PlacePrecision"/> to which the place is known.</param>
    public static PublicPrecision? Shown(string? ofEvent, string? ofPlace, string? known)
    {
        var asked = new[] { ofEvent, ofPlace }.Where(id => !string.IsNullOrEmpty(id)).Select(id => TryGet(id, out var one) ? one : Country).MaxBy(one => one.Precision.Code);
        if (asked is null)
        {
            return null;
        }

        var closeness = PlacePrecision.TryGet(known, out var precision) ? precision.Code : PlacePrecision.Exact.Code;
        return closeness >= PlacePrecision.Country.Code ? Country
            : asked == District && closeness >= PlacePrecision.Governorate.Code ? Governorate
            : asked;
    }
}
