using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Map.Core.Shapes;

/// <summary>One feature of a GeoJSON file.</summary>
/// <param name="Shape">Null where the file says null; degrees, x = longitude.</param>
/// <param name="Properties">As the file has them; an object, or undefined.</param>
public sealed record Feature(Geometry? Shape, JsonElement Properties)
{
    /// <summary>A property as text, or null where it is missing, null or no text.</summary>
    public string? Text(string name) =>
        Properties.ValueKind == JsonValueKind.Object && Properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A property as a number, or null where it is missing or none.</summary>
    public double? Number(string name) =>
        Properties.ValueKind == JsonValueKind.Object && Properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}

/// <summary>The file is no GeoJSON; the message says where and why.</summary>
public sealed class GeoJsonException(string message, Exception? inner = null) : FormatException(message, inner);

/// <summary>
/// Reads GeoJSON (RFC 7946): feature collections, features and bare geometries; points, lines, polygons, their multiples and collections.
/// A third number of a position is dropped. Whether a shape makes sense is for <see cref="ShapeRules"/>.
/// </summary>
public static class GeoJson
{
    /// <summary>Nesting deeper than this is an attack or an accident.</summary>
    public const int MaxDepth = 64;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <exception cref="GeoJsonException">It is no JSON, too deep, or no GeoJSON.</exception>
    public static IReadOnlyList<Feature> Read(ReadOnlyMemory<byte> utf8)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            root = document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new GeoJsonException($"This is not readable as JSON: {problem.Message}", problem);
        }

        return Word(root, "type", "the file") switch
        {
            "FeatureCollection" => [.. Items(Member(root, "features", "the file"), "features").Select((feature, i) => ReadFeature(feature, $"feature {i + 1}"))],
            "Feature" => [ReadFeature(root, "the feature")],
            _ => [new Feature(ReadShape(root, "the file"), default)],
        };
    }

    private static Feature ReadFeature(JsonElement feature, string where)
    {
        if (Word(feature, "type", where) != "Feature")
            throw new GeoJsonException($"In {where}: a feature's type is \"Feature\".");
        var shape = Member(feature, "geometry", where);
        feature.TryGetProperty("properties", out var properties);
        return new Feature(shape.ValueKind == JsonValueKind.Null ? null : ReadShape(shape, where), properties);
    }

    private static Geometry ReadShape(JsonElement shape, string where)
    {
        var type = Word(shape, "type", where);
        if (type == "GeometryCollection")
            return Factory.CreateGeometryCollection([.. Items(Member(shape, "geometries", where), where).Select(part => ReadShape(part, where))]);
        var coordinates = Member(shape, "coordinates", where);
        return type switch
        {
            "Point" => Factory.CreatePoint(Position(coordinates, where)),
            "MultiPoint" => Factory.CreateMultiPointFromCoords(Positions(coordinates, where)),
            "LineString" => Line(coordinates, where),
            "MultiLineString" => Factory.CreateMultiLineString([.. Items(coordinates, where).Select(line => Line(line, where))]),
            "Polygon" => ReadPolygon(coordinates, where),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. Items(coordinates, where).Select(polygon => ReadPolygon(polygon, where))]),
            _ => throw new GeoJsonException($"In {where}: \"{type}\" is no kind of shape."),
        };
    }

    private static LineString Line(JsonElement coordinates, string where)
    {
        var positions = Positions(coordinates, where);
        return positions.Length == 1 ? throw new GeoJsonException($"In {where}: a line has two positions or more.") : Factory.CreateLineString(positions);
    }

    private static Polygon ReadPolygon(JsonElement coordinates, string where)
    {
        var rings = Items(coordinates, where).Select(ring => Ring(ring, where)).ToList();
        return rings.Count == 0 ? Factory.CreatePolygon() : Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private static LinearRing Ring(JsonElement coordinates, string where)
    {
        var positions = Positions(coordinates, where);
        if (positions.Length < 4)
            throw new GeoJsonException($"In {where}: a ring has four positions or more, the last equal to the first; this one has {positions.Length}.");
        if (!positions[0].Equals2D(positions[^1]))
            throw new GeoJsonException($"In {where}: a ring ends where it begins; this one begins at {At(positions[0])} and ends at {At(positions[^1])}.");
        return Factory.CreateLinearRing(positions);
    }

    private static Coordinate[] Positions(JsonElement list, string where) => [.. Items(list, where).Select(position => Position(position, where))];

    private static Coordinate Position(JsonElement position, string where)
    {
        var numbers = Items(position, where).ToList();
        if (numbers.Count is < 2 or > 4)
            throw new GeoJsonException($"In {where}: a position is longitude and latitude; this one has {numbers.Count} numbers.");
        return new Coordinate(Number(numbers[0], where), Number(numbers[1], where));
    }

    private static double Number(JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new GeoJsonException($"In {where}: {value.GetRawText()} is no finite number.");

    private static JsonElement Member(JsonElement of, string name, string where) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : throw new GeoJsonException($"In {where}: \"{name}\" is missing.");

    private static string Word(JsonElement of, string name, string where) =>
        Member(of, name, where) is { ValueKind: JsonValueKind.String } word ? word.GetString()! : throw new GeoJsonException($"In {where}: \"{name}\" is no text.");

    private static JsonElement.ArrayEnumerator Items(JsonElement list, string where) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new GeoJsonException($"In {where}: a list was expected, not {list.ValueKind}.");

    private static string At(Coordinate position) => FormattableString.Invariant($"{position.X}, {position.Y}");
}
