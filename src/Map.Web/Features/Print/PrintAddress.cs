using System.Globalization;
using Map.Web.Canvas;
using Map.Web.Features.Print.Drawing;
using Map.Web.Packs;
using Map.Web.Shared;

namespace Map.Web.Features.Print;

/// <summary>The address under which a reader finds the printed view again, short enough to be typed.</summary>
internal static class PrintAddress
{
    public static string Of(MapState state, MapAddress asked, MapFrame frame)
    {
        var view = asked.At ?? new MapView(frame.Latitude(frame.Height / 2), frame.Longitude(frame.Width / 2), Math.Clamp(Math.Round(frame.Zoom), 6, 13));
        var parts = new List<(string Name, string? Value)>
        {
            ("date", state.Date), ("window", state.Window), ("at", string.Create(CultureInfo.InvariantCulture, $"{view.Latitude:0.####},{view.Longitude:0.####},{view.Zoom:0.##}")),
            ("layers", state.Layers is null ? null : string.Join(',', state.Layers)), ("series", state.Series is { Length: > 0 } series ? series : null), ("types", state.Types is null ? null : string.Join(',', state.Types)),
            ("actors", List(state.Filters?.Actors)), ("lineage", state.Filters?.Lineage == true ? "1" : null), ("sources", List(state.Filters?.Sources)), ("governorates", List(state.Filters?.Governorates)),
            ("disputed", state.Filters?.Disputed == true ? "1" : null), ("grade", state.Filters?.Grade), ("text", state.Filters?.Text), ("event", state.Event?.ToString(CultureInfo.InvariantCulture)),
            (KnownNote.Parameter, asked.Known is { } known ? StartingPoint.Iso(known) : null), ("lang", asked.Language.IsArabic ? "ar" : null),
        };
        // A comma needs no escape in a query, and an address with commas can be read by people.
        return "/?" + string.Join('&', parts.Where(it => it.Value is not null).Select(it => $"{it.Name}={Uri.EscapeDataString(it.Value!).Replace("%2C", ",", StringComparison.Ordinal)}"));
    }

    private static string? List(IReadOnlyList<string>? keys) => keys is null ? null : string.Join(',', keys);
}
