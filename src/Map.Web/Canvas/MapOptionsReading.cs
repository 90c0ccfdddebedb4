using Map.Web.Shared;

namespace Map.Web.Canvas;

/// <summary>What every map of this site starts with, from the settings.</summary>
public static class MapOptionsReading
{
    /// <param name="settings">Map:TileUrl and Map:TileAttribution name an outside tile server; without the first no request leaves the site.</param>
    /// <param name="known">The past day whose map it is; null for the map of now.</param>
    public static MapOptions From(IConfiguration settings, Language language, DateOnly? known = null) => new(
        IndexUrl: MapHead.DataOf(known) + "index.json", DataUrl: MapHead.DataOf(known), Language: language.Code, Theme: "auto", Embedded: false, CanPick: false,
        TileUrl: Set(settings["Map:TileUrl"]), TileAttribution: Set(settings["Map:TileAttribution"]), Start: null, AddressIsState: false);

    private static string? Set(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
