using Map.Core.Control;
using Map.Core.Shapes;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;

namespace Map.Core.Places;

/// <param name="PCode">OCHA's code, such as SY07.</param>
public sealed record Governorate(string PCode, string Name, string NameAr);

/// <summary>Tells in which governorate a spot lies. Read-only, so any thread may ask.</summary>
public sealed class Governorates
{
    /// <summary>A spot in no governorate belongs to the nearest within this distance: the lines are simplified, and coasts and borders are dusty.</summary>
    public const double NearMetres = 2_000;

    private readonly LocalPlane plane;
    private readonly List<Area> areas;

    /// <param name="features">Polygons in degrees with a code, name and name_ar.</param>
    /// <param name="code">The property that tells one area from another.</param>
    public Governorates(IEnumerable<Feature> features, string code = "adm1_pcode")
    {
        var known = features.Where(feature => feature.Shape is not null && feature.Text(code) is not null).ToList();
        plane = new LocalPlane(known.Count == 0 ? 0 : known.Select(feature => feature.Shape!.EnvelopeInternal).Aggregate((all, one) => all.ExpandedBy(one)).Centre.Y);
        areas = [.. known
            .Select(feature => new Area(new Governorate(feature.Text(code)!, feature.Text("name") ?? "", feature.Text("name_ar") ?? ""), plane.ToMetres(feature.Shape!)))
            .OrderBy(area => area.Governorate.PCode, StringComparer.Ordinal)];
        All = areas.ConvertAll(area => area.Governorate);
    }

    /// <summary>By p-code.</summary>
    public IReadOnlyList<Governorate> All { get; }

    /// <summary>Index into <see cref="All"/> of the governorate that holds the spot or, where none does, of the nearest within <see cref="NearMetres"/>; −1 elsewhere.</summary>
    public int IndexOf(double latitude, double longitude)
    {
        var spot = plane.ToMetres(longitude, latitude);
        var inside = areas.FindIndex(area => area.Contains(spot));
        if (inside >= 0)
            return inside;
        var (nearest, distance) = (-1, NearMetres);
        for (var i = 0; i < areas.Count; i++)
            if (areas[i].Distance(spot, distance) is var away && away < distance)
                (nearest, distance) = (i, away);
        return nearest;
    }

    private sealed class Area(Governorate governorate, Geometry metres)
    {
        private readonly IndexedPointInAreaLocator locator = new(metres);
        private readonly IndexedFacetDistance border = new(metres.Boundary);

        public Governorate Governorate { get; } = governorate;

        public bool Contains(Coordinate spot) => metres.EnvelopeInternal.Contains(spot) && locator.Locate(spot) != Location.Exterior;

        /// <summary>Only right where it is less than the limit.</summary>
        public double Distance(Coordinate spot, double limit) =>
            metres.EnvelopeInternal.Distance(new Envelope(spot)) >= limit ? double.MaxValue : border.Distance(metres.Factory.CreatePoint(spot));
    }
}
