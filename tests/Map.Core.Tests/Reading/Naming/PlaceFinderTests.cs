namespace Map.Core.Tests.Reading.Naming;

public class PlaceFinderTests
{
    [Theory]
    [InlineData("It rained in Idleb.", "Idleb = idlib")]
    [InlineData("It rained in Edlib.", "Edlib = idlib")]
    [InlineData("It rained in Ma'arrat al-Nu'man.", "Ma'arrat al-Nu'man = maarat-al-numan")]
    [InlineData("It rained in Maarrat al-Numan.", "Maarrat al-Numan = maarat-al-numan")]
    [InlineData("It rained in Deir Ezzor.", "Deir Ezzor = deir-ez-zor")]
    [InlineData("It rained in Dayr az-Zawr.", "Dayr az-Zawr = deir-ez-zor")]
    [InlineData("It rained in Ras al-Ain.", "Ras al-Ain = ras-al-ayn")]
    [InlineData("It rained in Abu al-Dhuhour.", "Abu al-Dhuhour = abu-al-duhur")]
    [InlineData("It rained in Atma.", "Atma = atmeh")]
    [InlineData("It rained in A'zaz.", "A'zaz = azaz")]
    [InlineData("كان المطر غزيراً في إدلب", "إدلب = idlib")]
    [InlineData("كان المطر غزيراً في إدلب والرقة", "إدلب = idlib", "الرقة = raqqa")]
    public void Known_places_are_met_in_every_spelling(string text, params string[] found) => Assert.Equal(found, Readings.Places(text));

    [Theory]
    [InlineData("It rained in Saraqib, Binnish and Taftanaz.", "Saraqib = saraqib", "Binnish = binnish", "Taftanaz = taftanaz")]
    [InlineData("They came from the village of Zahr al-Rummana.", "Zahr al-Rummana = ?Zahr al-Rummana")]
    [InlineData("Kafr Rummana is small.", "Kafr Rummana = ?Kafr Rummana")]
    [InlineData("The Qabbara checkpoint was empty.", "Qabbara = ?Qabbara")]
    [InlineData("The pipe runs from Binnish to Ziryaf.", "Binnish = binnish", "Ziryaf = ?Ziryaf")]
    [InlineData("It rained over the occupied Golan.", "Golan = ?Golan Heights")]
    [InlineData("Residents of Ziryaf and Binnish slept.", "Ziryaf = ?Ziryaf", "Binnish = binnish")]
    [InlineData("They drove back from Ziryaf.", "Ziryaf = ?Ziryaf")]
    [InlineData("It rained in Ras al-Ayn (Serekaniye).", "Ras al-Ayn = ras-al-ayn", "Serekaniye = ras-al-ayn")]
    [InlineData("- Hreitan: nothing to report.", "Hreitan = hreitan")]
    [InlineData("They met in Lisbon.", "Lisbon = ?Lisbon")]
    [InlineData("Rain fell in Saraqib, Tal Ziryaf, Binnish, Qurmana, Taftanaz, Bir Ziryaf and Idlib.", "Saraqib = saraqib", "Tal Ziryaf = ?Tal Ziryaf", "Binnish = binnish", "Qurmana = ?Qurmana", "Taftanaz = taftanaz", "Bir Ziryaf = ?Bir Ziryaf", "Idlib = idlib")]
    [InlineData("The road to Ras al-Ayn, also called Serekaniye, was wet.", "Ras al-Ayn = ras-al-ayn", "Serekaniye = ras-al-ayn")]
    [InlineData("It rained in the town of Arab Said west of Binnish.", "Arab Said = ?Arab Said", "Binnish = binnish")]
    [InlineData("Rain fell outside Serekaniye.", "Serekaniye = ras-al-ayn")]
    public void Lists_and_places_no_gazetteer_has_are_told_by_their_words(string text, params string[] found) => Assert.Equal(found, Readings.Places(text));

    [Theory]
    [InlineData("Has it rained? Sir, nobody said so. The Hole was deep, and the Salt was dry.")]
    [InlineData("Ahrar al-Sham and the Aleppo faction of HTS met.")]
    [InlineData("Abu Yasser al-Shami met Saleh al-Hamwi.")]
    [InlineData("They met in April, spoke in Arabic and wrote on Telegram.")]
    [InlineData("They met in the Salt and left on 7 May.")]
    [InlineData("The Levant Wire wrote about it.")]
    [InlineData("She had no trust in Qabbani.")]
    [InlineData("A Syrian and a Turkish driver spoke.")]
    [InlineData("The Northern Sector was wet.")]
    [InlineData("A US-Turkish office opened.")]
    public void What_only_sounds_like_a_place_is_none(string text) => Assert.Empty(Readings.Places(text));

    [Theory]
    [InlineData("It rained in southern Idlib.", "southern-idlib")]
    [InlineData("It rained in Idlib province.", "idlib-governorate")]
    [InlineData("It rained in the north of Syria.", "northern-syria")]
    public void A_word_beside_a_name_narrows_or_widens_it(string text, string id) => Assert.Equal(id, Assert.Single(Readings.Mentions(text)).Id);

    [Fact]
    public void A_name_used_again_is_the_place_it_was_where_most_was_said_of_it()
    {
        var read = Readings.Mentions("Rain fell on Aqraba. A day later more fell in Jaramana, Beit Sahm and Aqraba.");
        Assert.Equal("aqraba-rif-dimashq", read[0].Id);
        Assert.Equal("aqraba-rif-dimashq", read[^1].Id);
    }

    [Fact]
    public void Of_two_places_of_one_name_the_one_near_what_else_is_named_comes_first()
    {
        Assert.Equal("aqraba-rif-dimashq", Readings.Mentions("It rained in Jaramana, Beit Sahm and Aqraba.")[^1].Id);
        var far = Readings.Mentions("It rained in Inkhil, Jasim and Aqraba.")[^1];
        Assert.Equal("aqraba", far.Id);
        Assert.Contains("aqraba-rif-dimashq", far.Candidates.Skip(1).Select(other => other.Id));
        Assert.Contains("km from another place named", far.Candidates[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_arabic_letters_behind_an_unknown_place_is_the_same_place() =>
        Assert.Equal(["Qabbara = ?Qabbara", "القبارة = ?Qabbara"], Readings.Places("It rained in Qabbara village (القبارة)."));
}
