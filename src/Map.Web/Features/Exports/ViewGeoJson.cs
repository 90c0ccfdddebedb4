using System.Text.Encodings.Web;
using System.Text.Json;
using Map.Core.Control;
using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Packs;
using Map.Web.Packs.InView;
using NetTopologySuite.Geometries;

namespace Map.Web.Features.Exports;

/// <summary>What a view shows as one GeoJSON collection (RFC 7946, degrees WGS84): its events, and who held its places or areas on its day. The member "layer" of each says which it is.</summary>
internal static class ViewGeoJson
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<byte[]> OfAsync(ExportedView exported, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("view", exported.Address);
            if (exported.DataOf is { } dataOf) json.WriteString("dataOf", StartingPoint.Iso(dataOf));
            if (exported.Known is { } known) json.WriteString("asKnownOn", StartingPoint.Iso(known));
            json.WriteStartArray("features");
            await foreach (var it in ExportedEvents.OfAsync(exported, cancel)) Event(json, it, exported.Site);
            foreach (var cell in exported.View.Cells.Where(cell => cell.HasItsPlace)) Place(json, cell, exported.View.Day);
            foreach (var zone in exported.View.Series?.Zones ?? []) Zone(json, zone, exported.View.Series!, exported.View.Day);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Event(Utf8JsonWriter json, ExportedEvent it, string site)
    {
        var row = it.Row;
        Begin(json, $"event-{row.Id}");
        Point(json, row.Longitude, row.Latitude);
        json.WriteStartObject("properties");
        json.WriteString("layer", "events");
        json.WriteNumber("id", row.Id);
        json.WriteString("type", row.Type);
        json.WriteString("title", row.Title);
        Text(json, "title_ar", row.TitleAr);
        json.WriteStartObject("when");
        Text(json, "earliest", it.Earliest);
        Text(json, "latest", it.Latest);
        json.WriteString("edtf", row.Edtf);
        json.WriteEndObject();
        json.WriteBoolean("certain_in_window", it.Shown.IsCertain);
        Text(json, "place", row.Place?.Name ?? row.PlaceText);
        Text(json, "place_ar", row.Place?.NameAr);
        json.WriteString("geo_precision", row.PublicPrecision ?? row.Precision);
        Text(json, "grade", it.Grade?.Id());
        Text(json, "description", row.Description);
        json.WriteStartArray("actors");
        foreach (var actor in row.Actors)
        {
            json.WriteStartObject();
            json.WriteString("key", actor.Actor.Key);
            json.WriteString("name", actor.Actor.Name);
            json.WriteString("role", actor.Role);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("figures");
        foreach (var figure in row.Figures)
        {
            json.WriteStartObject();
            json.WriteString("kind", figure.Kind);
            Number(json, "low", figure.Low);
            Number(json, "best", figure.Best);
            Number(json, "high", figure.High);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Sources(json, it.Sources.Select(source => source.Key));
        json.WriteString("address", $"{site}/?event={row.Id}");
        End(json);
    }

    private static void Place(Utf8JsonWriter json, VisibleCell cell, int day)
    {
        var (place, state) = (cell.Cell.Place, cell.State);
        var shown = state.Now ?? state.Before!;
        Begin(json, $"place-{place.Id}");
        Point(json, place.Longitude, place.Latitude);
        json.WriteStartObject("properties");
        json.WriteString("layer", "control");
        json.WriteNumber("id", place.Id);
        json.WriteString("place", place.Name);
        Text(json, "place_ar", place.NameAr);
        json.WriteString("day", StartingPoint.Iso(Days.Date(day)));
        Held(json, shown.Holders, shown.Posture, !state.IsTurning);
        json.WriteString("since_edtf", shown.Edtf);
        Sources(json, state.Cited(day).Select(claim => claim.Source).Distinct());
        End(json);
    }

    private static void Zone(Utf8JsonWriter json, VisibleZone zone, VisibleSeries series, int day)
    {
        Begin(json, $"zone-{zone.Id}");
        json.WritePropertyName("geometry");
        Shape(json, zone.Shape);
        json.WriteStartObject("properties");
        json.WriteString("layer", "zones");
        json.WriteNumber("id", zone.Id);
        json.WriteString("series", series.Key);
        json.WriteString("day", StartingPoint.Iso(Days.Date(day)));
        Held(json, zone.Holders, zone.Posture, zone.Standing == ZoneStanding.Surely);
        json.WriteString("method", zone.Method);
        Text(json, "licence", series.Licence);
        End(json);
    }

    private static void Held(Utf8JsonWriter json, IReadOnlyList<string> holders, Posture posture, bool isCertain)
    {
        json.WriteStartArray("holders");
        foreach (var holder in holders) json.WriteStringValue(holder);
        json.WriteEndArray();
        json.WriteString("posture", posture.Id());
        json.WriteBoolean("certain", isCertain);
    }

    private static void Sources(Utf8JsonWriter json, IEnumerable<string> keys)
    {
        json.WriteStartArray("sources");
        foreach (var key in keys) json.WriteStringValue(key);
        json.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", id);
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Null is legal where nobody knows the spot.</summary>
    private static void Point(Utf8JsonWriter json, double? longitude, double? latitude)
    {
        if (longitude is not { } x || latitude is not { } y)
        {
            json.WriteNull("geometry");
            return;
        }
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WritePropertyName("coordinates");
        Spot(json, x, y);
        json.WriteEndObject();
    }

    private static void Shape(Utf8JsonWriter json, Geometry shape)
    {
        var polygons = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>().ToList();
        json.WriteStartObject();
        json.WriteString("type", polygons.Count == 1 ? "Polygon" : "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var polygon in polygons)
        {
            if (polygons.Count > 1) json.WriteStartArray();
            // The right hand: the shell against the clock, holes with it.
            Ring(json, polygon.Shell, isShell: true);
            foreach (var hole in polygon.Holes) Ring(json, hole, isShell: false);
            if (polygons.Count > 1) json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Ring(Utf8JsonWriter json, LinearRing ring, bool isShell)
    {
        json.WriteStartArray();
        foreach (var corner in ring.IsCCW == isShell ? ring.Coordinates : ring.Coordinates.Reverse()) Spot(json, corner.X, corner.Y);
        json.WriteEndArray();
    }

    private static void Spot(Utf8JsonWriter json, double x, double y)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(x, 6));
        json.WriteNumberValue(Math.Round(y, 6));
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name); else json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number); else json.WriteNull(name);
    }
}
