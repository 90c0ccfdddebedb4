using Map.Core.Places;
using Map.Core.Shapes;
using Map.Web.Packs;

namespace Map.Web.Tests.Packs;

public class FacetPackTests
{
    private static readonly string[] Types = ["clash", "strike"];

    [Fact]
    public void Whatever_filters_ask_of_an_event_comes_out_of_the_pack_as_it_went_in()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var data = RandomFacets.Of(random, seed * 5);
            var rows = EventRows.Of(Types, data.Events);
            var read = FacetReading.Of(FacetPack.Write(rows, data.Actors, data.Sources, data.Names, Halves));

            Assert.Equal(rows.Rows.Length, read.Rows.Count);
            Assert.Equal(rows.Spots.Count + 1, read.PlaceGovernorates.Count);
            for (var row = 0; row < rows.Rows.Length; row++)
            {
                var links = rows.Rows[row].Links;
                Assert.Equal(data.Actors[links.Actors].Select(id => data.Names.Actors[id]).OrderBy(it => it.Key), read.Rows[row].Actors.OrderBy(it => it.Key));
                Assert.Equal(data.Sources[links.Sources].Select(id => data.Names.Sources[id]).OrderBy(it => it.Key), read.Rows[row].Sources.OrderBy(it => it.Key));
                Assert.Equal(links.Disputed, read.Rows[row].Disputed);
                Assert.Equal((int)links.Grade, read.Rows[row].Grade);
            }
        }
    }

    [Fact]
    public void A_place_is_in_the_governorate_that_holds_it_and_no_place_is_in_none()
    {
        var rows = EventRows.Of(Types, [.. new PackedSpot?[] { null, PackedSpot.Of(36, 37.5, 0), PackedSpot.Of(36, 38.5, 0), PackedSpot.Of(10, 10, 0) }
            .Select((spot, i) => new PublicEvent(new PackedEvent(i, 0, 0, 0, false, spot), 0, default))]);
        var empty = new IdSets();
        empty.NumberOf([]);
        var read = FacetReading.Of(FacetPack.Write(rows, empty, empty, new FacetNames(new Dictionary<long, FacetName>(), new Dictionary<long, FacetName>()), Halves));
        Assert.Equal(["W", "E"], read.Governorates.Select(it => it.Key).OrderDescending());
        Assert.Equal(255, read.PlaceGovernorates[0]);
        var found = rows.Spots.Select((spot, i) => (spot.Longitude, Governorate: read.PlaceGovernorates[i + 1])).ToDictionary(it => it.Longitude, it => it.Governorate);
        Assert.Equal("W", read.Governorates[found[3_750_000]].Key);
        Assert.Equal("E", read.Governorates[found[3_850_000]].Key);
        Assert.Equal(255, found[1_000_000]);
    }

    [Fact]
    public void A_set_of_ids_has_one_number_however_it_is_told()
    {
        var sets = new IdSets();
        var number = sets.NumberOf([7, 3]);
        Assert.Equal(number, sets.NumberOf([3, 7, 3]));
        Assert.NotEqual(number, sets.NumberOf([3]));
        Assert.Equal([3L, 7], sets[number]);
        Assert.Equal(2, sets.Count);
    }

    /// <summary>Two squares beside each other.</summary>
    internal static Governorates Halves { get; } = new(GeoJson.Read("""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"adm1_pcode":"W","name":"West","name_ar":"غرب"},"geometry":{"type":"Polygon","coordinates":[[[37,35],[38,35],[38,37],[37,37],[37,35]]]}},
        {"type":"Feature","properties":{"adm1_pcode":"E","name":"East","name_ar":"شرق"},"geometry":{"type":"Polygon","coordinates":[[[38,35],[39,35],[39,37],[38,37],[38,35]]]}}]}
        """u8.ToArray()));
}
