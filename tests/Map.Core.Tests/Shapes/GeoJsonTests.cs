using System.Text;
using Map.Core.Shapes;
using NetTopologySuite.Geometries;

namespace Map.Core.Tests.Shapes;

public class GeoJsonTests
{
    [Fact]
    public void Features_are_read_with_their_shapes_and_properties()
    {
        var features = Read("""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"Azaz","rank":3},"geometry":{"type":"Point","coordinates":[37.04628,36.58662,250]}},
              {"type":"Feature","properties":null,"geometry":null},
              {"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]],[[1,0.5],[2,0.5],[2,1],[1,0.5]]]]}}]}
            """);
        Assert.Equal("Azaz", features[0].Text("name"));
        Assert.Equal(3, features[0].Number("rank"));
        Assert.Equal(new Coordinate(37.04628, 36.58662), features[0].Shape!.Coordinate);
        Assert.Null(features[1].Shape);
        Assert.Equal(1, ((Polygon)features[2].Shape!.GetGeometryN(0)).NumInteriorRings);
    }

    [Fact]
    public void A_bare_shape_is_one_feature() =>
        Assert.IsType<GeometryCollection>(Assert.Single(Read("""{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[0,0],[1,1]]}]}""")).Shape);

    [Theory]
    [InlineData("no JSON", "not readable")]
    [InlineData("[]", "\"type\" is missing")]
    [InlineData("""{"type":"Topology"}""", "\"coordinates\" is missing")]
    [InlineData("""{"type":"Circle","coordinates":[0,0]}""", "\"Circle\" is no kind of shape")]
    [InlineData("""{"type":"Point","coordinates":[1e999,0]}""", "1e999 is no finite number")]
    [InlineData("""{"type":"Point","coordinates":["1",0]}""", "\"1\" is no finite number")]
    [InlineData("""{"type":"Point","coordinates":[1]}""", "this one has 1 numbers")]
    [InlineData("""{"type":"LineString","coordinates":[[0,0]]}""", "two positions or more")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}""", "begins at 0, 0 and ends at 0, 1")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}""", "four positions or more")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[0,0]}},{"type":"Feature","geometry":{"type":"Point"}}]}""", "feature 2")]
    public void What_is_no_GeoJson_is_refused_with_place_and_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<GeoJsonException>(() => Read(text)).Message);

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", 200));
        Assert.Throws<GeoJsonException>(() => Read(deep));
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}""", "crosses itself at 1, 1")]
    [InlineData("""{"type":"Point","coordinates":[36.5,137]}""", "swapped")]
    [InlineData("""{"type":"Point","coordinates":[236,37]}""", "between -180 and 180")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "empty")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]}""", "hole lies outside")]
    public void A_shape_that_makes_no_sense_is_refused_with_the_spot(string text, string reason) =>
        Assert.Contains(reason, ShapeRules.Check(Read(text)[0].Shape)!.Message);

    [Fact]
    public void The_boundary_the_product_draws_with_passes() =>
        Assert.Null(ShapeRules.Check(GeoJson.Read(File.ReadAllBytes(Control.RealClaims.Geodata("boundaries", "syr_admin0_simplified.geojson")))[0].Shape));

    private static IReadOnlyList<Feature> Read(string text) => GeoJson.Read(Encoding.UTF8.GetBytes(text));
}
