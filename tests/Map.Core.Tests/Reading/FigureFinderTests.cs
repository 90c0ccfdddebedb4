using System.Globalization;
using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

public class FigureFinderTests
{
    /// <summary>A text and each figure in it: the stretch, its value, what is counted.</summary>
    [Theory]
    [InlineData("More than 30 people were killed and at least 12 others wounded.", "More than 30 = 30 killed; at least 12 = 12 wounded")]
    [InlineData("A raid took seven millers, including three children.", "seven = 7 millers; three = 3 children")]
    [InlineData("Between 20 and 30 carts came; 5 to 7 mills burned.", "20 = 20 carts; 30 = 30 carts; 5 = 5 mills; 7 = 7 mills")]
    [InlineData("A dozen houses stood there, home to half a million people.", "A dozen = 12 houses; half a million = 500000 persons")]
    [InlineData("Some 1.5 million people live there, 60% of them in tents.", "Some 1.5 million = 1500000 persons; 60% = 60 percent")]
    [InlineData("Prices rose by 40 per cent to 2,500 pounds.", "40 per cent = 40 percent; 2,500 = 2500 pounds")]
    [InlineData("Nearly a quarter of the town and two-thirds of its schools are closed.", "Nearly a quarter = 25 percent; two-thirds = 66.7 percent")]
    [InlineData("About 200 families fled to tents 10 km from the mill.", "About 200 = 200 families; 10 km = 10 kilometres")]
    [InlineData("The 600-strong guild and a 12-member council took a 30-km stretch.", "600-strong = 600 persons; 12-member = 12 persons; 30-km = 30 kilometres")]
    [InlineData("More than ٣٠ people were killed and ۱۲ wounded; 9٠٠ carts came.", "More than ٣٠ = 30 killed; ۱۲ = 12 wounded; 9٠٠ = 900 carts")]
    [InlineData("The ransom was $200,000.", "$200,000 = 200000 dollars")]
    [InlineData("In total, 2 to 3 million people need aid.", "2 = 2000000 persons; 3 million = 3000000 persons")]
    [InlineData("Twenty-five millers, two of them old, left.", "Twenty-five = 25 millers; two = 2 ")]
    [InlineData("Around two dozen men and three hundred and ten others came.", "Around two dozen = 24 men; three hundred and ten = 310 persons")]
    [InlineData("Shelling killed one and wounded three.", "one = 1 killed; three = 3 wounded")]
    [InlineData("One civilian was killed and two Invented Mill leaders were freed.", "One = 1 killed; two = 2 released")]
    [InlineData("The arrest of 45 people followed seven night attacks.", "45 = 45 detained; seven = 7 attacks")]
    [InlineData("In Milltown 12 people came; 2000 people left.", "12 = 12 persons; 2000 = 2000 persons")]
    [InlineData("The toll rose to 87, from 54 a day earlier.", "87 = 87 ; 54 = 54 ")]
    [InlineData("Up to 400 soldiers and 3 or more carts crossed.", "Up to 400 = 400 soldiers; 3 = 3 carts")]
    [InlineData("30+ men, 3,000-plus tents, 2.5m people and $3.5bn.", "30+ = 30 men; 3,000-plus = 3000 tents; 2.5m = 2500000 persons; $3.5bn = 3500000000 dollars")]
    [InlineData("They hold 6,000 sq km and 12 out of 25 mills.", "6,000 sq km = 6000 square kilometres; 12 = 12 mills; 25 = 25 mills")]
    public void Counts_are_found_with_what_bounds_them_and_what_they_count(string text, string figures) => Assert.Equal(figures, Read(text));

    [Theory]
    [InlineData("A three-storey mill fell on the first day, 12 hours after the rain, in the 7th year.")]
    [InlineData("Men with AK-47 rifles, BM-21 launchers, an 82mm mortar and a 4X4 moved along the M5 highway.")]
    [InlineData("The 46th Regiment and Division 30 met near Hill 112 and Checkpoint 5.")]
    [InlineData("Resolution 2254 and Article 5 were read, as was page 12 of Geneva 2.")]
    [InlineData("The council, led by Abu Mill 600, met at 10 am and at 14:30.")]
    [InlineData("One of them said one thing is clear: no one will one day know.")]
    [InlineData("Two sides met; the two men agreed.")]
    [InlineData("A 12-year-old boy and Ahmad, 34, came; a girl of seven turned 8.")]
    [InlineData("Hundreds came, dozens left and several stayed for two and a half years.")]
    [InlineData("Four in ten, or nine out of ten.")]
    [InlineData("The groups stand under one banner.")]
    [InlineData("Nobody knows where al-Haddad, 47, went.")]
    [InlineData("They were aged between 18 and 25.")]
    [InlineData("9/11 and 24/7 power in 2018.")]
    [InlineData("1. The mill stands.")]
    public void Other_numbers_are_no_counts(string text) => Assert.Equal("", Read(text));

    [Fact]
    public void Bounds_are_kept_as_bounds()
    {
        var figures = Find("More than 30 carts, up to 40 men, 5 to 7 mills and 8 or more boats, 9 in all.");
        Assert.Equal([(30, null), (null, 40), (5, 7), (5, 7), (8, null), (null, null)], figures.Select(figure => ((int?)figure.Least, (int?)figure.Most)));
    }

    [Fact]
    public void A_growth_is_no_range() =>
        Assert.Equal([(3, null, null), (15, null, null)], Find("The toll rose from 3 to 15 people.").Select(figure => ((int)figure.Value, (int?)figure.Least, (int?)figure.Most)));

    [Fact]
    public void A_number_inside_a_name_or_a_date_is_not_counted()
    {
        const string text = "The Guild of 40 Mills met on 3 May with 12 guards.";
        var guild = new ActorMention("Guild of 40 Mills", 4, 17, "Guild of 40 Mills", null, "group");
        var date = new DateMention("3 May", text.IndexOf("3 May", StringComparison.Ordinal), 5, "2018-05-03", null, null, DateMention.FromArticle);
        Assert.Equal([12], FigureFinder.Find(ArticleText.Of(text), [guild, date]).Select(figure => (int)figure.Value));
    }

    [Theory]
    [InlineData("twenty-five", 25)]
    [InlineData("two hundred and ten", 210)]
    [InlineData("three thousand five hundred", 3500)]
    [InlineData("1.5 million", 1_500_000)]
    [InlineData("12,000", 12_000)]
    [InlineData("a hundred", 100)]
    [InlineData("half a dozen", 6)]
    [InlineData("four hundred thousand", 400_000)]
    [InlineData("ninety nine", 99)]
    public void Number_words_are_read(string text, int value)
    {
        var words = Words.In(text, 0, text.Length);
        Assert.Equal((value, words.Count), NumberWords.At(words, 0));
    }

    private static IReadOnlyList<FigureMention> Find(string text)
    {
        var article = ArticleText.Of(text);
        return FigureFinder.Find(article, DateFinder.Find(article, null));
    }

    private static string Read(string text)
    {
        var figures = Find(text);
        Assert.All(figures, figure => Assert.Equal(figure.Text, text.Substring(figure.Start, figure.Length)));
        return string.Join("; ", figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Text} = {figure.Value} {figure.Counts}")));
    }
}
