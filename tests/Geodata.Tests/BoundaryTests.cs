namespace Geodata.Tests;

public class BoundaryTests
{
    [Theory]
    [InlineData("boundaries/syr_admin0.geojson", 1)]
    [InlineData("boundaries/syr_admin0_simplified.geojson", 1)]
    [InlineData("boundaries/syr_admin1_simplified.geojson", 14)]
    [InlineData("boundaries/syr_admin2_simplified.geojson", 62)]
    [InlineData("basemap/ne_10m_countries_region.geojson", 12)]
    [InlineData("basemap/ne_10m_land_region.geojson", 3)]
    [InlineData("basemap/ne_10m_ocean_region.geojson", 1)]
    [InlineData("basemap/ne_10m_lakes_region.geojson", 13)]
    [InlineData("basemap/ne_10m_rivers_region.geojson", 16)]
    [InlineData("basemap/ne_10m_coastline_region.geojson", 5)]
    [InlineData("basemap/ne_10m_boundary_lines_region.geojson", 36)]
    [InlineData("basemap/ne_10m_boundary_lines_disputed_region.geojson", 3)]
    [InlineData("basemap/ne_50m_urban_areas_region.geojson", 39)]
    public void A_layer_is_whole_and_valid(string file, int features)
    {
        var shapes = Area.Read(file);

        Assert.Equal(features, shapes.Count);
        Assert.All(shapes, s => Assert.Null(new NetTopologySuite.Operation.Valid.IsValidOp(s.Shape).ValidationError?.ToString()));
        Assert.All(shapes, s => Assert.False(s.Shape.IsEmpty));
        Assert.All(shapes, s => Assert.True(s.Shape.EnvelopeInternal is { MinX: >= 20, MaxX: <= 65, MinY: >= 15, MaxY: <= 45 }));
    }

    [Fact]
    public void Governorates_and_districts_fill_the_country()
    {
        var country = Area.Read("boundaries/syr_admin0_simplified.geojson")[0].Shape.Area;

        Assert.InRange(Area.Read("boundaries/syr_admin1_simplified.geojson").Sum(a => a.Shape.Area) / country, 0.9999, 1.0001);
        Assert.InRange(Area.Read("boundaries/syr_admin2_simplified.geojson").Sum(a => a.Shape.Area) / country, 0.9999, 1.0001);
    }

    [Fact]
    public void The_Golan_lies_inside_the_boundary_of_the_United_Nations_and_Hatay_does_not()
    {
        var country = new Area(Area.Read("boundaries/syr_admin0.geojson")[0].Shape);

        Assert.True(country.Contains(33.1, 35.8));
        Assert.False(country.Contains(36.2, 36.16));
    }

    [Fact]
    public void Every_area_has_its_press_name_in_both_languages()
    {
        foreach (var file in new[] { "syr_admin0", "syr_admin1_simplified", "syr_admin2_simplified" })
        {
            Assert.All(Area.Read($"boundaries/{file}.geojson"), area =>
            {
                Assert.NotEmpty(area.Properties.GetProperty("name").GetString()!);
                Assert.Matches(@"^[\u0621-\u064A ]+$", area.Properties.GetProperty("name_ar").GetString());
            });
        }
    }
}
