using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Shapes;

namespace Map.Core.Tests.Events;

public class PublicPrecisionTests
{
    [Theory]
    [InlineData(null, null, "exact", null)]
    [InlineData("", "", "exact", null)]
    [InlineData("district", null, "exact", "district")]
    [InlineData(null, "governorate", "near", "governorate")]
    [InlineData("district", "governorate", "exact", "governorate")]
    [InlineData("country", "district", "exact", "country")]
    [InlineData("district", null, "governorate", "governorate")]
    [InlineData("district", null, "region", "governorate")]
    [InlineData("governorate", null, "district", "governorate")]
    [InlineData("district", null, "country", "country")]
    [InlineData("a word nobody knows", null, "exact", "country")]
    public void The_coarser_of_what_is_asked_is_shown_and_never_more_than_is_known(string? ofEvent, string? ofPlace, string known, string? shown) =>
        Assert.Equal(shown, PublicPrecision.Shown(ofEvent, ofPlace, known)?.Id);

    [Theory]
    [InlineData("Two men were taken from Qumbul farm.", true)]
    [InlineData("At QUMBUL FARM, before noon", true)]
    [InlineData("Qumbul farm's gate", true)]
    [InlineData("The farm of Qumbul", false)]
    [InlineData("Idleb’s market", true)]
    [InlineData("in a library", false)]
    [InlineData("انسحبوا من إدلب", true)]
    [InlineData("وبإدلب أيضاً", true)]
    [InlineData("Fighters left Jisr ash-Shughur", true)]
    [InlineData("Nothing is said of where.", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_text_that_names_the_place_is_known_in_any_spelling(string? text, bool names) =>
        Assert.Equal(names, NamesInText.Any(text, ["Qumbul farm", "Idlib", "إدلب", "Jisr al-Shughur", ""]));

    [Fact]
    public void A_district_tells_its_governorate_by_its_code()
    {
        Feature Square(string code, double west) => GeoJson.Read(System.Text.Encoding.UTF8.GetBytes(
            $$$"""{"type":"Feature","properties":{"adm2_pcode":"{{{code}}}","name":"A"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},35],[{{{west + 1}}},35],[{{{west + 1}}},36],[{{{west}}},36],[{{{west}}},35]]]}}"""))[0];
        var districts = new Districts([Square("SY0204", 36), Square("SY0701", 37)]);
        Assert.Equal(("SY0204", "SY0701", null), (districts.At(35.5, 36.5), districts.At(35.5, 37.5), districts.At(33, 36.5)));
        Assert.Equal("SY02", Districts.GovernorateOf("SY0204"));
    }
}
