using Map.Core.Places;
using Map.Core.Tests.Control;

namespace Map.Core.Tests.Places;

/// <summary>The keys on the names that ship: precise enough to tell towns apart, loose enough to join their spellings.</summary>
public class GazetteerTests
{
    private static readonly string[] Seats = ["governorate", "district", "subdistrict"];

    private static readonly List<Dictionary<string, string>> Places = RealClaims.Rows("gazetteer", "places.csv");

    private static readonly ILookup<string, string> Aliases = RealClaims.Rows("gazetteer", "aliases.csv").ToLookup(row => row["key"], row => row["name"]);

    private static readonly List<Dictionary<string, string>> Settlements = Places.Where(place => place["adm1"].Length > 0 && !Seats.Contains(place["kind"])).ToList();

    [Fact]
    public void Nineteen_in_twenty_Arabic_names_of_Syrian_settlements_share_the_key_of_the_English_one()
    {
        var named = Settlements.Where(place => place["name_ar"].Length > 0).ToList();
        var apart = named.Where(place => !AllNames(place).Where(name => name != place["name_ar"]).Any(name => NameKey.Of(name) == NameKey.Of(place["name_ar"]))).Select(place => $"{place["name"]} {place["name_ar"]}").ToList();
        Assert.True(apart.Count * 20 <= named.Count, $"{apart.Count} of {named.Count}: {string.Join(", ", apart)}");
    }

    [Fact]
    public void Nine_in_ten_keys_belong_to_one_spelling()
    {
        var keys = Settlements.GroupBy(place => NameKey.Of(place["name"])).ToList();
        var shared = keys.Where(key => key.Select(place => NameKey.Fold(place["name"])).Distinct().Count() > 1).ToList();
        Assert.True(shared.Count * 10 <= keys.Count, $"{shared.Count} of {keys.Count}");
        Assert.DoesNotContain(keys, key => key.Key.Length == 0);
    }

    [Theory]
    [InlineData("Idleb", "idlib")]
    [InlineData("إدلب", "idlib")]
    [InlineData("A'zaz", "azaz")]
    [InlineData("اعزاز", "azaz")]
    [InlineData("Saraqeb", "saraqib")]
    [InlineData("Maarat al-Numan", "maarat-al-numan")]
    [InlineData("معرة النعمان", "maarat-al-numan")]
    [InlineData("Ras al-Ain", "ras-al-ayn")]
    [InlineData("Khan Sheikhoun", "khan-shaykhun")]
    [InlineData("Abu al-Dhuhour", "abu-al-duhur")]
    [InlineData("Kafranbel", "kafr-nabl")]
    [InlineData("el bab", "al-bab")]
    [InlineData("menbij", "manbij")]
    [InlineData("Rakka", "raqqa")]
    [InlineData("binnesh", "binnish")]
    public void A_spelling_finds_its_town_first(string typed, string key)
    {
        var query = new NameQuery(typed);
        var first = Places.Select(place => (Place: place, Match: query.Best(AllNames(place))))
            .Where(found => found.Match is not null)
            .OrderBy(found => Seats.Contains(found.Place["kind"])).ThenBy(found => found.Match!.Kind).ThenBy(found => found.Place["rank"], StringComparer.Ordinal)
            .First();
        Assert.Equal(key, first.Place["key"]);
    }

    private static IEnumerable<string> AllNames(Dictionary<string, string> place) => new[] { place["name"], place["name_ar"] }.Where(name => name.Length > 0).Concat(Aliases[place["key"]]);
}
