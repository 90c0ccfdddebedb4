using System.Globalization;
using Map.Core.Places;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

/// <summary>A recorded place as the draft its form edits.</summary>
internal static class LoadPlace
{
    public static Task<PlaceRow?> RowAsync(MapDb db, string key, CancellationToken cancel) =>
        db.Places.Include(place => place.Names.OrderBy(name => name.Id)).SingleOrDefaultAsync(place => place.Key == key, cancel);

    public static PlaceDraft From(PlaceRow row) => new()
    {
        Key = row.Key,
        Name = row.Name,
        NameAr = row.NameAr ?? "",
        Names = [.. row.Names.Where(name => !IsFirst(row, name))
            .Select(name => new DraftPlaceName { Name = name.Name, Language = name.Language, Script = name.Script ?? "", Valid = name.ValidEdtf ?? "" })],
        Kind = row.Kind,
        Coordinates = string.Create(CultureInfo.InvariantCulture, $"{row.Latitude}, {row.Longitude}"),
        PositionConfirmed = true,
        PublicPrecision = row.PublicPrecision ?? "",
        PrivateNote = row.PrivateNote ?? "",
        Version = row.Version,
    };

    /// <summary>The place's own names stand among the others too, so that one search finds all.</summary>
    public static bool IsFirst(PlaceRow row, PlaceNameRow name) =>
        name is { ValidEdtf: null, Script: null } && ((name.Language == "en" && name.Name == row.Name) || (name.Language == "ar" && name.Name == row.NameAr));
}
