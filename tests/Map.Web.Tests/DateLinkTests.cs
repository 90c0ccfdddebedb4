using Bunit;
using Map.Core.Time;
using Map.Web.Shared;

namespace Map.Web.Tests;

public class DateLinkTests
{
    private static IRenderedComponent<DateLink> Link(BunitContext page, string edtf)
    {
        page.Services.AddPages();
        return page.Render<DateLink>(link => link.Add(l => l.Edtf, edtf));
    }

    [Theory]
    [InlineData("2019-10-09", "9 October 2019", "/?date=2019-10-09")]
    [InlineData("2018-01", "January 2018", "/?date=2018-01-31&window=31d")]
    [InlineData("2023", "2023", "/?date=2023-12-31&window=1y")]
    [InlineData("2023-22", "summer 2023", "/?date=2023-08-31&window=92d")]
    [InlineData("[2018-01-01..2018-01-10]", "one day between 1 and 10 January 2018", "/?date=2018-01-10&window=10d")]
    [InlineData("2017-10/2018-02", "October 2017 to February 2018", "/?date=2018-02-28&window=151d")]
    [InlineData("2017-01/..", "since January 2017", "/?date=2017-01-01")]
    [InlineData("[..2023-08-03]", "on or before 3 August 2023", "/?date=2023-08-03")]
    public void A_date_in_words_leads_to_the_map_on_its_last_day_or_its_first_where_the_end_is_open(string edtf, string words, string href)
    {
        using var page = new BunitContext();
        var link = Link(page, edtf).Find("a");
        Assert.Equal((words, href), (link.TextContent, link.GetAttribute("href")));
        Assert.Equal(href[7..17], link.GetAttribute("data-to-day"));
    }

    [Theory]
    [InlineData("2018-01", false, "January 2018")]
    [InlineData("2018-01", true, "كانون الثاني 2018")]
    [InlineData("2020", false, "2020")]
    [InlineData("[2018-01-01..2018-01-10]", false, "between 1 Jan and 10 Jan")]
    [InlineData("2018-01-01/2018-01-31", false, "from 1 Jan to 31 Jan")]
    [InlineData("2018-01-07", false, null)]
    public void A_row_of_the_list_names_a_month_or_a_year_of_which_no_day_is_known(string edtf, bool arabic, string? words)
    {
        var span = EdtfText.Parse(edtf);
        Assert.Equal(words, DayWords.Span(span.EarliestDay, span.LatestDay, span.Lasted, 2018, arabic ? Language.Arabic : Language.English));
    }

    [Fact]
    public void What_is_no_date_is_printed_as_it_is_and_leads_nowhere()
    {
        using var page = new BunitContext();
        var words = Link(page, "some time ago");
        Assert.Empty(words.FindAll("a"));
        Assert.Equal("some time ago", words.Find("span").TextContent);
    }

    [Fact]
    public void In_Arabic_a_date_leads_to_the_Arabic_map()
    {
        var date = DateAddress.Of(EdtfText.Parse("2018-01"))!;
        Assert.Equal("/?date=2018-01-31&window=31d&lang=ar", date.Path(Language.Arabic));
        Assert.Equal("/?date=2018-01-31&window=31d&event=7", date.Path(Language.English, 7));
    }
}
