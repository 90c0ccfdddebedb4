using System.IO.Compression;
using Map.Core.Time;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Geodata.Tests;

public class EventTests
{
    private const string File = "events/ucdp_ged_syria_2016-2019.csv.gz";
    private static readonly IReadOnlyList<Row> Events = ReadEvents();

    [Fact]
    public void All_16566_events_are_there_once()
    {
        Assert.Equal(16_566, Events.Count);
        Assert.Equal(16_566, Events.Select(e => e["id"]).Distinct().Count());
    }

    [Fact]
    public void Figures_are_ordered_low_best_high_and_best_is_the_sum_of_the_parts()
    {
        Assert.All(Events, e =>
        {
            Assert.True(Geodata.Number(e["low"]) <= Geodata.Number(e["best"]), e["id"]);
            Assert.True(Geodata.Number(e["best"]) <= Geodata.Number(e["high"]), e["id"]);
            Assert.Equal(Geodata.Number(e["best"]), new[] { "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown" }.Sum(part => Geodata.Number(e[part])));
        });
    }

    [Fact]
    public void Every_date_says_whether_it_lasted_or_is_one_unknown_day()
    {
        Assert.All(Events, e =>
        {
            Assert.True(EdtfText.TryParse(e["edtf"], out var span, out var problem), problem);
            Assert.Equal(DateOnly.Parse(e["date_start"], System.Globalization.CultureInfo.InvariantCulture), span.Earliest);
            Assert.Equal(DateOnly.Parse(e["date_end"], System.Globalization.CultureInfo.InvariantCulture), span.Latest);
            Assert.Equal(e["date_prec"] == "1" && e["date_start"] != e["date_end"], span.Lasted);
            Assert.True(EdtfText.TryParse(e["source_date"], out _, out problem), problem);
        });
    }

    [Fact]
    public void Every_type_is_one_of_four_and_says_its_basis()
    {
        Assert.All(Events, e =>
        {
            Assert.Equal(e["type_of_violence"] == "3", e["type"] == "killing");
            Assert.Equal(e["type"] is "strike" or "explosion" ? "headline-words" : "violence-type", e["type_basis"]);
        });
        Assert.Equal(["clash", "explosion", "killing", "strike"], Events.Select(e => e["type"]).Distinct().Order());
    }

    [Fact]
    public void Every_place_key_is_in_the_gazetteer_and_a_close_place_is_close()
    {
        var places = Geodata.Read("gazetteer/places.csv").ToDictionary(p => p["key"]);

        Assert.All(Events.Where(e => e["place_key"] != ""), e =>
        {
            var place = places[e["place_key"]];
            if (e["where_prec"] is "1" or "2" && place["kind"] is "city" or "town" or "village" or "neighbourhood" or "site")
            {
                Assert.InRange(Geodata.Number(place["latitude"]) - Geodata.Number(e["latitude"]), -0.03, 0.03);
                Assert.InRange(Geodata.Number(place["longitude"]) - Geodata.Number(e["longitude"]), -0.04, 0.04);
            }
        });
        Assert.True(Events.Count(e => e["place_key"] != "") > 15_500);
    }

    [Fact]
    public void Every_point_lies_in_Syria_or_not_far_from_it()
    {
        // UCDP's own points: 52 lie just outside the boundary, most of them on it.
        var country = new Area(Area.Read("boundaries/syr_admin0_simplified.geojson")[0].Shape);

        Assert.All(Events, e => Assert.True(country.KilometresTo(Geodata.Number(e["latitude"]), Geodata.Number(e["longitude"])) <= 25, e["id"]));
        Assert.True(Events.Count(e => !country.Contains(Geodata.Number(e["latitude"]), Geodata.Number(e["longitude"]))) < 100);
    }

    [Fact]
    public void No_headline_is_shipped()
    {
        Assert.DoesNotContain(Events[0].Keys, name => name.Contains("headline", StringComparison.Ordinal) || name.Contains("article", StringComparison.Ordinal));
        Assert.All(Events, e => Assert.True(e["source_office"].Length is > 0 and < 200));
    }

    [Fact]
    public void The_archive_carries_no_time_so_the_same_data_give_the_same_bytes()
    {
        var header = System.IO.File.ReadAllBytes(Path.Combine(Geodata.Folder, File)).AsSpan(0, 10);

        Assert.Equal([0x1f, 0x8b, 8, 0, 0, 0, 0, 0], header[..8].ToArray());
    }

    private static IReadOnlyList<Row> ReadEvents()
    {
        using var packed = new GZipStream(System.IO.File.OpenRead(Path.Combine(Geodata.Folder, File)), CompressionMode.Decompress);
        return Geodata.Read(packed);
    }
}
