using System.Globalization;
using System.Text.RegularExpressions;
using Map.Core.Zones;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Map.Core.Tests.Zones;

public class MapReachTests
{
    [Fact]
    public void The_reach_is_the_one_that_the_client_holds_the_map_to()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Map.sln"))) { folder = folder.Parent!; }
        var told = Regex.Match(File.ReadAllText(Path.Combine(folder.FullName, "src", "Map.Web", "client", "layers", "reach.ts")), @"south: ([\d.]+), west: ([\d.]+), north: ([\d.]+), east: ([\d.]+)");
        var numbers = told.Groups.Values.Skip(1).Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(new Envelope(numbers[1], numbers[3], numbers[0], numbers[2]), MapReach.Bounds);
        Assert.All(numbers, number => Assert.Contains(number.ToString(CultureInfo.InvariantCulture), MapReach.Words, StringComparison.Ordinal));
        Assert.All(numbers, number => Assert.Contains(number.ToString(CultureInfo.InvariantCulture), MapReach.WordsAr, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("36.15,37.15,11", "POLYGON((37 36, 37.3 36, 37.3 36.3, 37 36.3, 37 36))")]
    [InlineData("35,38.5,7", "POLYGON((36 33.5, 41 33.5, 41 36.5, 36 36.5, 36 33.5))")]
    [InlineData(null, "POLYGON((44 13, 46 13, 46 15, 44 15, 44 13))")]
    public void A_view_holds_what_the_map_can_show_of_some_ground(string? view, string wkt) =>
        Assert.Equal(view, MapReach.ViewOf([new WKTReader().Read(wkt), new WKTReader().Read("POLYGON((44 13, 44.1 13, 44.1 13.1, 44 13))")]));
}
