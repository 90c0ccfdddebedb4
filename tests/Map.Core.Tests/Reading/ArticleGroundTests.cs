using Map.Core.Events;
using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

/// <summary>The region an article is about, with the gazetteer that ships.</summary>
public class ArticleGroundTests
{
    private const string Arrest = "Ahrar al-Sham arrested nine millers on 4 May 2016, and nobody has said since where they are held or what they are accused of.";

    [Theory]
    [InlineData("The harvest in Idlib province was poor this year, and the mills stood still for most of it.", "idlib-governorate")]
    [InlineData("The harvest in Idlib was poor this year, and the mills stood still for most of it.", "idlib-governorate")]
    [InlineData("The harvest in northwestern Syria was poor this year, and the mills stood still for most of it.", "northwestern-syria")]
    [InlineData("The harvest near Saraqib in Idlib province was poor this year, and the mills stood still for most of it.", null)]
    [InlineData("The harvest in Idlib and in Aleppo province was poor this year, and the mills stood still for most of it.", null)]
    [InlineData("The harvest was poor this year all over Syria, and the mills stood still for most of it.", null)]
    public void An_event_without_a_place_is_put_in_the_one_region_that_the_article_begins_with(string lead, string? region)
    {
        var draft = Read(lead + "\n\n" + Arrest)[^1];
        Assert.Equal((null, region), (draft.Place?.Id, draft.Ground?.Id));
        Assert.Equal(region ?? "syria", ProposedEvent.Of(draft, new ReadIn(7, 3, null, "An author", new("", 0, 0, "Syria", "syria", [])), _ => PlacePrecision.Governorate).PlaceKey);
    }

    [Theory]
    [InlineData("Prices rose all over rural Idlib, as they do in a dry year.", "Ahrar al-Sham arrested nine millers in Idlib on 4 May 2016.", "idlib-governorate")]
    [InlineData("Prices rose in the city of Idlib and in rural Idlib, as they do in a dry year.", "Ahrar al-Sham arrested nine millers in Idlib on 4 May 2016.", "idlib")]
    [InlineData("Prices rose, as they do in a dry year.", "Ahrar al-Sham arrested nine millers in Idlib on 4 May 2016.", "idlib")]
    [InlineData("Prices rose all over rural Idlib, as they do in a dry year.", "A car bomb exploded in Idlib on 4 May 2016.", "idlib")]
    public void A_name_that_a_city_shares_is_the_governorate_where_the_article_speaks_of_the_area(string first, string second, string place) =>
        Assert.Equal(place, Read(first + " Those who can have sown again.\n\n" + second + " Nobody has said since who was behind it or what came of those whom it befell.")[^1].Place?.Id);

    private static IReadOnlyList<DraftMention> Read(string text) => RepositoryFiles.Reader.Read(text, DateSpan.Day(new(2016, 6, 1))).Drafts;
}
