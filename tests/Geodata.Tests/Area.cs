using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Location = NetTopologySuite.Geometries.Location;

namespace Geodata.Tests;

/// <summary>An area of a GeoJSON layer; degrees in, kilometres out.</summary>
internal sealed class Area(Geometry shape)
{
    private const double KilometresPerDegree = 111.195;
    private readonly IndexedPointInAreaLocator locator = new(shape);

    public Geometry Shape { get; } = shape;

    public bool Contains(double latitude, double longitude) =>
        locator.Locate(new Coordinate(longitude, latitude)) != Location.Exterior;

    /// <summary>0 inside; outside the way to the boundary, flat at the point's latitude (good to some metres near it).</summary>
    public double KilometresTo(double latitude, double longitude)
    {
        if (Contains(latitude, longitude))
        {
            return 0;
        }

        var flat = AffineTransformation.ScaleInstance(KilometresPerDegree * Math.Cos(AngleUtility.ToRadians(latitude)), KilometresPerDegree);
        return flat.Transform(Shape).Distance(flat.Transform(Shape.Factory.CreatePoint(new Coordinate(longitude, latitude))));
    }

    public static IReadOnlyList<(JsonElement Properties, Geometry Shape)> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Geodata.Folder, file)));
        return json.RootElement.GetProperty("features").EnumerateArray()
            .Select(f => (f.GetProperty("properties").Clone(), Shape: ReadShape(f.GetProperty("geometry"))))
            .ToList();
    }

    private static Geometry ReadShape(JsonElement geometry)
    {
        var make = GeometryFactory.Default;
        var parts = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => ReadPolygon(parts),
            "MultiPolygon" => make.CreateMultiPolygon(parts.EnumerateArray().Select(ReadPolygon).ToArray()),
            "LineString" => make.CreateLineString(ReadLine(parts)),
            "MultiLineString" => make.CreateMultiLineString(parts.EnumerateArray().Select(line => make.CreateLineString(ReadLine(line))).ToArray()),
            var other => throw new FormatException($"A geometry of type {other}."),
        };
    }

    private static Polygon ReadPolygon(JsonElement rings)
    {
        var all = rings.EnumerateArray().Select(ring => GeometryFactory.Default.CreateLinearRing(ReadLine(ring))).ToArray();
        return GeometryFactory.Default.CreatePolygon(all[0], all[1..]);
    }

    private static Coordinate[] ReadLine(JsonElement line) =>
        line.EnumerateArray().Select(c => new Coordinate(c[0].GetDouble(), c[1].GetDouble())).ToArray();
}
