using Map.Core.Places;
using Map.Core.Shapes;
using Map.Web.Data.FirstLoad;

namespace Map.Web.Data;

/// <summary>The districts of the boundary file that ships, read when first asked for.</summary>
internal sealed class DistrictMap(Geodata geodata)
{
    private const string BoundaryFile = "boundaries/syr_admin2_simplified.geojson";

    private readonly Lazy<Districts> districts = new(() => new Districts(GeoJson.Read(File.ReadAllBytes(geodata.GroundOf(BoundaryFile)))));

    public static DistrictMap Shipped { get; } = new(new Geodata(Geodata.ShippedFolder));

    public Districts Value => districts.Value;
}
