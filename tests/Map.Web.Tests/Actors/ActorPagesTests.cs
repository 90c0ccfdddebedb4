using System.Net;
using System.Text.RegularExpressions;
using Map.Core.Actors;
using Map.Web.Tests.Explore;

namespace Map.Web.Tests.Actors;

[Collection(nameof(Shipped))]
public class ActorPagesTests(Shipped shipped)
{
    [Theory]
    [InlineData("/actors", "Hayat Tahrir al-Sham", "formed from · January 2017")]
    [InlineData("/actors/hts", "Nour al-Din al-Zenki", "left · between 31 Jul and 31 Oct 2017")]
    [InlineData("/actors/hts?lang=ar", "هيئة تحرير الشام", "تشكّل من · كانون الثاني 2017")]
    public async Task The_lineage_of_HTS_is_drawn_with_its_groups_and_those_that_left(string address, string name, string note)
    {
        var page = await PageAsync(address);
        var picture = page[page.IndexOf("<svg class=\"river-picture\"", StringComparison.Ordinal)..page.IndexOf("<figcaption", StringComparison.Ordinal)];
        var words = Regex.Replace(picture, "<[^>]+>", "");
        Assert.Contains(name, words, StringComparison.Ordinal);
        Assert.Contains(note, words, StringComparison.Ordinal);
        // Six groups, one that split off, two that left.
        Assert.Equal(9, Regex.Count(picture, "class=\"river-bend "));
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_says_the_same_as_the_picture_with_a_source_and_a_link_in_time_for_each()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var page = await PageAsync("/actors/hts");
        var table = page[page.IndexOf("<table class=\"relations\"", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("</table>", StringComparison.Ordinal)];
        string[] family = ["hts", "jabhat-al-nusra", "jabhat-fateh-al-sham", "jaish-al-ahrar", "jaysh-al-sunna", "nour-al-din-al-zenki", "ansar-al-din", "liwa-al-haq", "hurras-al-din"];
        var lineage = RelationKind.All.Where(kind => kind.IsLineage).Select(kind => kind.Id).Append("left").ToList();
        var expected = db.ActorRelations.Where(row => family.Contains(row.From.Key) && family.Contains(row.To.Key) && lineage.Contains(row.Kind)).Select(row => row.Key).ToList();
        Assert.True(expected.Count >= 11);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Regex.Matches(table, "data-relation=\"([^\"]+)\"").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        var rows = table.Split("data-relation=").Skip(1).ToList();
        Assert.All(rows, row => Assert.Matches("class=\"source\"", row));
        Assert.All(rows, row => Assert.Matches("<a class=\"date-link\" href=\"/\\?date=", row));
    }

    [Fact]
    public async Task A_group_wears_the_colour_of_what_it_became_until_it_left_it()
    {
        var page = await PageAsync("/actors/hts");
        Assert.Contains("swatch swatch-hts", await PageAsync("/actors/jabhat-fateh-al-sham"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"swatch", await PageAsync("/actors/nour-al-din-al-zenki"), StringComparison.Ordinal);
        Assert.Matches("class=\"river-lane river-hts", page);
        Assert.Matches("class=\"river-lane river-none", page);
    }

    [Fact]
    public async Task Every_name_in_the_picture_leads_to_a_page_and_every_date_to_the_map()
    {
        var page = await PageAsync("/actors");
        var keys = Regex.Matches(page, "class=\"river-link\" href=\"/actors/([^\"]+)\"").Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Equal(9, keys.Count);
        foreach (var key in keys)
        {
            using var answer = await shipped.Http.GetAsync($"/actors/{key}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Matches("class=\"river-date\" href=\"/\\?date=2017-01-31&window=31d\"", page);
    }

    [Fact]
    public async Task An_actor_that_is_not_there_is_not_found()
    {
        using var answer = await shipped.Http.GetAsync("/actors/nobody-of-this-name");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_menu_and_the_about_page_lead_there()
    {
        var page = await PageAsync("/about");
        Assert.True(Regex.Count(page, "href=\"/actors\"") >= 3);
        Assert.DoesNotContain("/desk/actors", await PageAsync("/actors/hts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaders_and_allies_stand_below_and_make_no_lineage()
    {
        var page = await PageAsync("/actors/hts");
        var others = page[page.IndexOf("Other relations", StringComparison.Ordinal)..];
        Assert.Contains("data-relation=\"hts-led-by-al-jolani-2018\"", others, StringComparison.Ordinal);
        Assert.DoesNotContain("data-relation=\"hts-formed-from-liwa-al-haq\"", others, StringComparison.Ordinal);
        Assert.DoesNotContain("river-picture", await PageAsync("/actors/sdf"), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await shipped.Http.GetStringAsync(address));
}
