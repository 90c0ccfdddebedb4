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

/// <summary>What a file may hold before it is refused.</summary>
/// <param name="Bytes">Of the file, refused unread.</param>
/// <param name="FeaturePoints">Of one feature, refused alone.</param>
/// <param name="Points">Of the whole file.</param>
public sealed record ShapeCaps(int Bytes = 10_000_000, int FeaturePoints = 50_000, int Points = 500_000, int Features = 5_000);

/// <summary>One feature of a file, good or not.</summary>
/// <param name="Number">From 1, as the file counts.</param>
/// <param name="Good">Null where it could not be read.</param>
/// <param name="Properties">What could be read of them in either case.</param>
/// <param name="HadHeight">Some of its positions had a third number, which is left out.</param>
public sealed record ReadFeature(int Number, Feature? Good, ShapeProblem? Bad, JsonElement Properties, bool HadHeight);

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
        var root = Parse(utf8);
        return Word(root, "type", "the file") switch
        {
            "FeatureCollection" => [.. Items(Member(root, "features", "the file"), "features").Select((feature, i) => ReadFeature(feature, $"feature {i + 1}"))],
            "Feature" => [ReadFeature(root, "the feature")],
            _ => [new Feature(ReadShape(root, "the file"), default)],
        };
    }

    /// <summary>Every feature by itself: one that cannot be read spoils no other.</summary>
    /// <exception cref="GeoJsonException">It is no JSON, too large, too deep, not in degrees, or no GeoJSON at all.</exception>
    public static IReadOnlyList<ReadFeature> ReadEach(ReadOnlyMemory<byte> utf8, ShapeCaps caps)
    {
        if (utf8.Length > caps.Bytes)
            throw new GeoJsonException($"The file has {utf8.Length:#,##0} bytes; {caps.Bytes:#,##0} are the most. Part it.");
        var root = Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        CheckDegrees(root);
        var type = Word(root, "type", "the file");
        List<JsonElement> features = type == "FeatureCollection" ? [.. Items(Member(root, "features", "the file"), "features")] : [root];
        if (features.Count > caps.Features)
            throw new GeoJsonException($"The file has {features.Count:#,##0} features; {caps.Features:#,##0} are the most. Part it.");
        var (read, all) = (new List<ReadFeature>(features.Count), 0L);
        foreach (var feature in features)
        {
            read.Add(ReadOne(feature, read.Count + 1, isBare: type is not ("FeatureCollection" or "Feature"), caps, ref all));
            if (all > caps.Points)
                throw new GeoJsonException($"The file has more than {caps.Points:#,##0} points. Part it, or simplify its shapes.");
        }
        return read;
    }

    private static ReadFeature ReadOne(JsonElement feature, int number, bool isBare, ShapeCaps caps, ref long all)
    {
        JsonElement properties = default;
        var (points, hadHeight) = (0L, false);
        try
        {
            if (feature.ValueKind == JsonValueKind.Object)
            {
                feature.TryGetProperty("properties", out properties);
                if (isBare) Count(feature, ref points, ref hadHeight);
                else if (feature.TryGetProperty("geometry", out var geometry)) Count(geometry, ref points, ref hadHeight);
            }
            all += points;
            if (points > caps.FeaturePoints)
                throw new GeoJsonException($"It has {points:#,##0} points; {caps.FeaturePoints:#,##0} are the most for one feature.");
            CheckOnce(feature);
            var good = isBare ? new Feature(ReadShape(feature, "the shape"), default) : ReadFeature(feature, $"feature {number}");
            return new ReadFeature(number, good, null, properties, hadHeight);
        }
        catch (GeoJsonException problem)
        {
            return new ReadFeature(number, null, new ShapeProblem(problem.Message, null), properties, hadHeight);
        }
    }

    /// <summary>Positions, before any is made a shape of.</summary>
    private static void Count(JsonElement part, ref long points, ref bool hadHeight)
    {
        if (part.ValueKind == JsonValueKind.Object)
        {
            if (part.TryGetProperty("coordinates", out var coordinates)) Count(coordinates, ref points, ref hadHeight);
            if (part.TryGetProperty("geometries", out var parts)) Count(parts, ref points, ref hadHeight);
        }
        else if (part.ValueKind == JsonValueKind.Array)
        {
            if (part.GetArrayLength() > 0 && part[0].ValueKind == JsonValueKind.Number)
            {
                points++;
                hadHeight |= part.GetArrayLength() > 2;
                return;
            }
            foreach (var inner in part.EnumerateArray()) Count(inner, ref points, ref hadHeight);
        }
    }

    /// <summary>Of two members by one name nobody can say which is meant.</summary>
    private static void CheckOnce(JsonElement feature)
    {
        if (feature.ValueKind != JsonValueKind.Object)
            return;
        var names = new HashSet<string>();
        foreach (var member in feature.EnumerateObject())
            if (!names.Add(member.Name))
                throw new GeoJsonException($"“{member.Name}” is there twice.");
    }

    /// <summary>An old way of saying that the numbers are metres of some grid.</summary>
    private static void CheckDegrees(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("crs", out var crs) && crs.ValueKind == JsonValueKind.Object
            && crs.TryGetProperty("properties", out var says) && says.ValueKind == JsonValueKind.Object
            && says.TryGetProperty("name", out var named) && named.ValueKind == JsonValueKind.String
            && named.GetString() is { } name && !name.Contains("CRS84", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("4326", StringComparison.Ordinal))
            throw new GeoJsonException($"The file says that its coordinates are {name}. Convert it to degrees (WGS 84).");
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new GeoJsonException($"This is not readable as JSON: {problem.Message}", problem);
        }
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
