using Map.Core.Places;
using Xunit.Abstractions;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Geodata.Tests;

public class GazetteerTests(ITestOutputHelper output)
{
    private static readonly string[] Kinds =
        ["city", "town", "village", "subdistrict", "district", "governorate", "country", "neighbourhood", "site", "region"];

    private static readonly string[] Settlements = ["city", "town", "village", "neighbourhood"];
    private static readonly IReadOnlyList<Row> Places = Geodata.Read("gazetteer/places.csv");
    private static readonly IReadOnlyList<Row> Aliases = Geodata.Read("gazetteer/aliases.csv");

    [Fact]
    public void Every_place_has_a_unique_plain_key()
    {
        Assert.Equal(Places.Count, Places.Select(p => p["key"]).Distinct().Count());
        Assert.All(Places, p => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", p["key"]));
    }

    [Fact]
    public void Every_place_has_a_name_a_known_kind_a_rank_and_a_source()
    {
        Assert.All(Places, p =>
        {
            Assert.NotEmpty(p["name"]);
            Assert.Contains(p["kind"], Kinds);
            Assert.Matches("^[1-6]$", p["rank"]);
            Assert.Matches("^[0-9]*$", p["population"]);
            Assert.NotEmpty(p["source"]);
        });
    }

    [Fact]
    public void Every_place_of_Syria_lies_inside_it_or_within_a_kilometre()
    {
        var country = new Area(Area.Read("boundaries/syr_admin0.geojson")[0].Shape);

        var outside = Places.Where(p => p["adm1"] != "" || p["key"] == "syria" || p["kind"] == "region")
            .Select(p => (Key: p["key"], Away: country.KilometresTo(Geodata.Number(p["latitude"]), Geodata.Number(p["longitude"]))))
            .Where(p => p.Away > 1);

        Assert.Empty(outside);
    }

    [Fact]
    public void A_town_abroad_lies_in_its_country()
    {
        // Natural Earth's outlines are generalised: 5 km, and its Palestine and Israel are one question.
        var countries = Area.Read("basemap/ne_10m_countries_region.geojson")
            .ToLookup(c => c.Properties.GetProperty("ISO_A2").GetString()!, c => new Area(c.Shape));

        var abroad = Places.Where(p => p["adm1"] == "" && Settlements.Contains(p["kind"])).ToList();

        Assert.NotEmpty(abroad);
        Assert.All(abroad, p => Assert.True(
            countries[p["pcode"]].Any(c => c.KilometresTo(Geodata.Number(p["latitude"]), Geodata.Number(p["longitude"])) <= 5), p["key"]));
    }

    [Fact]
    public void A_place_of_Syria_lies_in_the_governorate_it_names()
    {
        var governorates = Area.Read("boundaries/syr_admin1_simplified.geojson")
            .ToDictionary(g => g.Properties.GetProperty("name").GetString()!, g => new Area(g.Shape));

        var elsewhere = Places.Where(p => p["adm1"] != "")
            .Where(p => governorates[p["adm1"]].KilometresTo(Geodata.Number(p["latitude"]), Geodata.Number(p["longitude"])) > 2)
            .Select(p => p["key"]);

        Assert.Empty(elsewhere);
    }

    /// <summary>They sent readers of articles to a city far from what was meant.</summary>
    [Theory]
    [InlineData("Berea")]
    [InlineData("Al-Sham")]
    public void A_name_that_mostly_means_something_else_is_no_name_of_a_city(string name) => Assert.DoesNotContain(Aliases, alias => alias["name"] == name);

    [Fact]
    public void Deir_Ezzor_is_the_city_and_no_mountain() =>
        Assert.Equal(["deir-ez-zor"], Aliases.Where(alias => alias["name"] == "Deir Ezzor").Select(alias => alias["key"]));

    [Fact]
    public void One_town_is_one_place()
    {
        var towns = Places.Where(p => Settlements.Contains(p["kind"]) && p["adm1"] != "").ToList();

        var twice = from a in towns
                    from b in towns
                    where string.CompareOrdinal(a["key"], b["key"]) < 0
                        && Math.Abs(Geodata.Number(a["latitude"]) - Geodata.Number(b["latitude"])) < 0.018
                        && Math.Abs(Geodata.Number(a["longitude"]) - Geodata.Number(b["longitude"])) < 0.022
                        && NameKey.Of(a["name"]) == NameKey.Of(b["name"])
                    select $"{a["key"]} and {b["key"]}";

        Assert.Empty(twice);
    }

    [Fact]
    public void Nearly_every_Syrian_place_of_rank_1_to_4_has_an_Arabic_name()
    {
        var labelled = Places.Where(p => int.Parse(p["rank"], System.Globalization.CultureInfo.InvariantCulture) <= 4 && p["pcode"].StartsWith("SY", StringComparison.Ordinal)).ToList();
        var without = labelled.Where(p => p["name_ar"] == "").Select(p => p["key"]).ToList();
        output.WriteLine($"{labelled.Count - without.Count} of {labelled.Count}; without: {string.Join(", ", without)}");

        Assert.True(without.Count <= labelled.Count * 0.05);
        Assert.All(Places.Where(p => p["name_ar"] != ""), p => Assert.Matches(@"^[\u0621-\u064A ]+$", p["name_ar"]));
    }

    [Fact]
    public void Every_alias_belongs_to_a_place_and_names_its_language()
    {
        var keys = Places.Select(p => p["key"]).ToHashSet();

        Assert.All(Aliases, a =>
        {
            Assert.Contains(a["key"], keys);
            Assert.NotEmpty(a["name"]);
            Assert.Matches("^[a-z]{2}$", a["language"]);
        });
        Assert.Equal(Aliases.Count, Aliases.Select(a => (a["key"], a["name"], a["language"])).Distinct().Count());
    }

    [Theory]
    [InlineData("azaz", "أعزاز", 36.587, 37.046)]
    [InlineData("saraqib", "سراقب", 35.864, 36.806)]
    [InlineData("abu-al-duhur", "أبو الظهور", 35.741, 37.045)]
    [InlineData("maarat-al-numan", "معرة النعمان", 35.648, 36.677)]
    [InlineData("khan-shaykhun", "خان شيخون", 35.442, 36.651)]
    [InlineData("kafr-nabl", "كفرنبل", 35.614, 36.564)]
    [InlineData("ras-al-ayn", "رأس العين", 36.847, 40.071)]
    [InlineData("binnish", "بنش", 35.957, 36.714)]
    [InlineData("idlib", "إدلب", 35.931, 36.634)]
    [InlineData("aleppo", "حلب", 36.201, 37.161)]
    public void A_town_of_the_articles_is_where_the_sources_put_it(string key, string arabic, double latitude, double longitude)
    {
        var place = Places.Single(p => p["key"] == key);

        Assert.Equal(arabic, place["name_ar"]);
        Assert.Equal(latitude, Geodata.Number(place["latitude"]), 2);
        Assert.Equal(longitude, Geodata.Number(place["longitude"]), 2);
    }

    [Theory]
    [InlineData("Idleb", "idlib")]
    [InlineData("Abul Thohur", "abu-al-duhur")]
    [InlineData("Saraqab", "saraqib")]
    [InlineData("Ma'arrat An Nu'man", "maarat-al-numan")]
    [InlineData("rural Idleb", "idlib-countryside")]
    public void An_official_spelling_is_an_alias(string spelling, string key) =>
        Assert.Contains(Aliases, a => a["key"] == key && a["name"] == spelling);
}
