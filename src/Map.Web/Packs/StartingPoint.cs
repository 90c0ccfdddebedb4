using System.Globalization;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>What an address asks for, as far as a server can know it: the list is drawn before the map has told what is on screen.</summary>
public static class StartingPoint
{
    // Northern Syria on a laptop's screen: what the client shows where the address names no view.
    private const double UsualLatitude = 35.9, UsualLongitude = 36.9, UsualZoom = 8, UsualWidth = 982, UsualHeight = 680;

    /// <summary>The state of the address. What is missing or not understood takes its first value; the client names it in a notice.</summary>
    /// <param name="drawn">What the map draws now: without a date it opens on the last day of it.</param>
    public static Task<MapState> ReadAsync(MapDb db, Address address, PackIndexFile? drawn, CancellationToken cancel) => ReadAsync(db, MapAddress.Read(address), drawn, cancel);

    /// <inheritdoc cref="ReadAsync(MapDb, Address, PackIndexFile?, CancellationToken)"/>
    public static async Task<MapState> ReadAsync(MapDb db, MapAddress asked, PackIndexFile? drawn, CancellationToken cancel)
    {
        var date = asked.Date ?? Days.Date(await DayOfAsync(db, asked.Event, cancel) ?? LastDay(drawn) ?? 0);
        return new MapState(Iso(date), asked.Window ?? ShownPart.UsualWindow, asked.At, asked.Layers, asked.Event, asked.Types, asked.Filters, asked.Series ?? "");
    }

    /// <summary>The part of the earth a usual screen shows of a view, by the web's Mercator.</summary>
    public static MapBounds Around(MapView? view)
    {
        var (latitude, longitude, zoom) = view is null ? (UsualLatitude, UsualLongitude, UsualZoom) : (view.Latitude, view.Longitude, view.Zoom);
        var degreesPerPixel = 360 / (256 * Math.Pow(2, zoom));
        var middle = Math.Log(Math.Tan(Math.PI / 4 + latitude * Math.PI / 360)) * 180 / Math.PI;
        var halfHeight = UsualHeight / 2 * degreesPerPixel;
        return new MapBounds(Latitude(middle - halfHeight), longitude - UsualWidth / 2 * degreesPerPixel, Latitude(middle + halfHeight), longitude + UsualWidth / 2 * degreesPerPixel);
    }

    public static ShownPart Part(MapState state, MapBounds box)
    {
        var to = Days.Of(DateOnly.ParseExact(state.Date!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var span = ShownPart.Span(to, state.Window);
        return new ShownPart(span.From, span.To, box, state.Types, state.Filters);
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<int?> DayOfAsync(MapDb db, long? chosen, CancellationToken cancel) => chosen is null ? null
        : await db.PublicEvents.Where(e => e.Id == chosen)
            .Select(e => e.LatestDay != Days.OpenEnd ? e.LatestDay : e.EarliestDay != Days.OpenStart ? e.EarliestDay : (int?)null).FirstOrDefaultAsync(cancel);

    /// <summary>The last day with an event or a control claim; today's date has no part in it.</summary>
    private static int? LastDay(PackIndexFile? drawn) => drawn is null ? null
        : new[] { drawn.EventsTo, drawn.ControlTo }.Max(iso => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Days.Of(day) : null as int?);

    private static double Latitude(double mercator) => Math.Atan(Math.Exp(mercator * Math.PI / 180)) * 360 / Math.PI - 90;
}
