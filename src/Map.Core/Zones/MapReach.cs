using NetTopologySuite.Geometries;

namespace Map.Core.Zones;

/// <summary>The part of the earth that the map can be moved to. Zones elsewhere are kept as they are, and not seen on it.</summary>
public static class MapReach
{
    /// <summary>As the client holds the map to it (<c>client/layers/reach.ts</c>).</summary>
    public static Envelope Bounds { get; } = new(31.5, 46.5, 29.5, 40);

    /// <summary>Its corners in words, latitudes first.</summary>
    public const string Words = "29.5–40° N, 31.5–46.5° E", WordsAr = "29.5–40° شمالاً و31.5–46.5° شرقاً";

    public static bool Shows(Geometry shape) => shape.EnvelopeInternal.Intersects(Bounds);

    /// <summary>"latitude,longitude,zoom" from which all of some ground in reach is seen, for an address; null where none is.</summary>
    public static string? ViewOf(IEnumerable<Geometry> shapes)
    {
        var box = new Envelope();
        foreach (var shape in shapes.Where(Shows))
            box.ExpandToInclude(shape.EnvelopeInternal.Intersection(Bounds));
        if (box.IsNull)
            return null;
        // A screen's map is some 800 by 600 pixels; the world is 256 at zoom 0, and a degree of latitude here a quarter longer than one of longitude.
        var zoom = Math.Clamp(Math.Floor(Math.Log2(Math.Min(800 / Math.Max(box.Width, 0.01), 600 / Math.Max(box.Height * 1.25, 0.01)) * 360 / 256)), 6, 11);
        return FormattableString.Invariant($"{box.Centre.Y:0.####},{box.Centre.X:0.####},{zoom}");
    }
}
