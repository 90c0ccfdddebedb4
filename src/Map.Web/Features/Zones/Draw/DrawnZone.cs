using Map.Core.Events;
using Map.Core.Shapes;
using Map.Core.Zones;
using NetTopologySuite.Geometries;

namespace Map.Web.Features.Zones.Draw;

/// <summary>What the form holds: the series with the one zone that is drawn, and its ground as the map writes it.</summary>
public sealed class DrawnZone
{
    public ZoneSeriesDraft Series { get; set; } = new() { Zones = [new()] };

    /// <summary>A GeoJSON multipolygon; blank while nothing is drawn.</summary>
    public string Ground { get; set; } = "";

    public ZoneDraft Zone() => Series.Zones[0];

    /// <summary>Everything that stands in the way of saving, by the form's own paths. Never throws.</summary>
    public IReadOnlyList<FieldProblem> Check(DateOnly today, bool arabic = false)
    {
        Zone().Shape = ZoneGround.Read(Ground, arabic, out var problem);
        return [.. Series.Check(today, arabic).Select(InForm).Select(it => it.Field == nameof(Ground) && problem is not null ? it with { Message = problem } : it)];
    }

    /// <summary>A problem of the series as one of the form: the shape stands in the ground's field.</summary>
    public static FieldProblem InForm(FieldProblem problem) =>
        problem with { Field = problem.Field == "Zones[0].Shape" ? nameof(Ground) : $"{nameof(Series)}.{problem.Field}" };
}

/// <summary>Ground as the map's editor writes and reads it.</summary>
internal static class ZoneGround
{
    /// <summary>Null where there is none, or what is there is no area; then the problem says why, unless nothing is drawn yet.</summary>
    public static Geometry? Read(string words, bool arabic, out string? problem)
    {
        problem = null;
        if (string.IsNullOrWhiteSpace(words)) { problem = arabic ? "لم يُرسم شيء بعد. اختر «مساحة» فوق الخريطة واضغط لكل زاوية." : "Nothing is drawn yet. Choose “Area” on the map and press for each corner."; return null; }
        try
        {
            return GeoJson.Read(System.Text.Encoding.UTF8.GetBytes(words)) is [{ Shape: { } shape }] ? shape : null;
        }
        catch (GeoJsonException fault)
        {
            problem = fault.Message;
            return null;
        }
    }

    /// <summary>Blank for no ground. Millionths of a degree, as the editor counts.</summary>
    public static string Write(params IEnumerable<Geometry> shapes)
    {
        var parts = shapes.SelectMany(Polygons).ToList();
        return parts.Count == 0 ? "" : $$"""{"type":"MultiPolygon","coordinates":[{{string.Join(',', parts.Select(part => $"[{string.Join(',', Rings(part).Select(Ring))}]"))}}]}""";
    }

    private static IEnumerable<Polygon> Polygons(Geometry shape) =>
        Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).SelectMany(part => part is Polygon polygon ? [polygon] : part is GeometryCollection many ? Polygons(many) : []);

    private static IEnumerable<LineString> Rings(Polygon polygon) => [polygon.ExteriorRing, .. polygon.InteriorRings];

    private static string Ring(LineString ring) => $"[{string.Join(',', ring.Coordinates.Select(at => FormattableString.Invariant($"[{at.X:0.######},{at.Y:0.######}]")))}]";
}
