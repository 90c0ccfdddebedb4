using System.Globalization;
using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>What an address asks for, as far as a server can know it: the list is drawn before the map has told what is on screen.</summary>
public static class StartingPoint
{
    // Northern Syria on a laptop's screen: what the client shows where the address names no view.
    private const double UsualLatitude = 35.9, UsualLongitude = 36.9, UsualZoom = 8, UsualWidth = 982, UsualHeight = 680;
    private const int LongestText = 200;

    /// <summary>The state of the address. What is missing or not understood takes its first value; the client names it in a notice.</summary>
    /// <param name="drawn">What the map draws now: without a date it opens on the last day of it.</param>
    public static async Task<MapState> ReadAsync(MapDb db, Address address, PackIndexFile? drawn, CancellationToken cancel)
    {
        var window = address["window"] is { } given && IsWindow(given) ? given : ShownPart.UsualWindow;
        var types = List(address["types"]);
        long? chosen = long.TryParse(address["event"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var date = DateOnly.TryParseExact(address["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : Days.Date(await DayOfAsync(db, chosen, cancel) ?? LastDay(drawn) ?? 0);
        return new MapState(Iso(date), window, View(address["at"]), null, chosen, types, Filters(address), address["series"] ?? "");
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

    private static bool IsWindow(string window) => window is "all" or "from" || ShownPart.DaysIn(window) is not null;

    /// <summary>The last day with an event or a control claim; today's date has no part in it.</summary>
    private static int? LastDay(PackIndexFile? drawn) => drawn is null ? null
        : new[] { drawn.EventsTo, drawn.ControlTo }.Max(iso => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Days.Of(day) : null as int?);

    private static string[]? List(string? keys) => keys?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The filters of an address, null where they ask nothing: the client reads them by the same rules.</summary>
    private static EventFilters? Filters(Address address)
    {
        string[]? Keys(string name) => List(address[name]) is { Length: > 0 } keys ? keys : null;
        var text = address["text"]?.Trim();
        if (text is { Length: > LongestText }) { text = text[..LongestText]; }
        var filters = new EventFilters(Keys("actors"), Keys("sources"), Keys("governorates"), address["disputed"] == "1", string.IsNullOrEmpty(text) ? null : text,
            // The weakest grade there is leaves out nothing.
            EventGrades.TryGet(address["grade"], out var grade) && grade != EventGrade.Discounted ? grade.Id() : null,
            // Without actors there is nobody whose predecessors could be meant.
            address["lineage"] == "1" && Keys("actors") is not null);
        return filters is { Actors: null, Sources: null, Governorates: null, Disputed: false, Text: null, Grade: null } ? null : filters;
    }

    private static MapView? View(string? at)
    {
        var parts = at?.Split(',');
        if (parts is not { Length: 3 }) { return null; }
        var numbers = new double[3];
        for (var i = 0; i < 3; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])) { return null; }
        }
        return numbers is [>= -85 and <= 85, >= -180 and <= 180, >= 1 and <= 19] ? new MapView(numbers[0], numbers[1], numbers[2]) : null;
    }

    private static double Latitude(double mercator) => Math.Atan(Math.Exp(mercator * Math.PI / 180)) * 360 / Math.PI - 90;
}
