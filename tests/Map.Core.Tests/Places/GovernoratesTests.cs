using Map.Core.Places;
using Map.Core.Shapes;

namespace Map.Core.Tests.Places;

public class GovernoratesTests
{
    private static readonly Governorates Two = new(GeoJson.Read("""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"adm1_pcode":"SY02","name":"East","name_ar":"شرق"},"geometry":{"type":"Polygon","coordinates":[[[38,35],[39,35],[39,37],[38,37],[38,35]]]}},
        {"type":"Feature","properties":{"adm1_pcode":"SY01","name":"West","name_ar":"غرب"},"geometry":{"type":"MultiPolygon","coordinates":[[[[37,35],[38,35],[38,37],[37,37],[37,35]]],[[[30,30],[31,30],[31,31],[30,30]]]]}}]}
        """u8.ToArray()));

    [Fact]
    public void Governorates_stand_by_their_codes() =>
        Assert.Equal([new Governorate("SY01", "West", "غرب"), new Governorate("SY02", "East", "شرق")], Two.All);

    [Theory]
    [InlineData(36, 37.5, 0)]
    [InlineData(36, 38.5, 1)]
    [InlineData(30.2, 30.5, 0)]
    // A kilometre and a half off the east side, and three.
    [InlineData(36, 39.0166, 1)]
    [InlineData(36, 39.0333, -1)]
    [InlineData(0, 0, -1)]
    public void A_spot_is_where_it_lies_or_at_the_nearest_within_two_kilometres(double latitude, double longitude, int expected) =>
        Assert.Equal(expected, Two.IndexOf(latitude, longitude));

    [Fact]
    public void No_governorates_at_all_hold_nothing() => Assert.Equal(-1, new Governorates([]).IndexOf(36, 37));
}
