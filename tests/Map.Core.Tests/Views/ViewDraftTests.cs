using Map.Core.Views;

namespace Map.Core.Tests.Views;

public class ViewDraftTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("", "30d", null, "30d")]
    [InlineData("20 January 2018", "7d", "2018-01-20", "7d")]
    [InlineData("November 2019", "7d", "2019-11-30", "30d")]
    [InlineData("2018-01-01/2018-01-20", "7d", "2018-01-20", "20d")]
    [InlineData("2017", "7d", "2017-12-31", "1y")]
    [InlineData("since January 2017", "7d", "2017-01-01", "from")]
    [InlineData("before 3 August 2023", "7d", "2023-08-02", "all")]
    [InlineData("no date at all", "7d", null, "7d")]
    public void A_span_is_a_window_that_ends_on_its_last_day(string when, string window, string? day, string ownWindow)
    {
        var time = new ViewDraft { When = when, Window = window }.ReadTime();
        Assert.Equal((day, ownWindow), (time.Day?.ToString("yyyy-MM-dd"), time.Window));
    }

    [Theory]
    [InlineData("example.org", "https://example.org")]
    [InlineData("https://Example.org/an/article?x=1#y", "https://example.org")]
    [InlineData("http://localhost:8080 https://*.example.org\nexample.org\nhttps://example.org", "http://localhost:8080|https://*.example.org|https://example.org")]
    [InlineData("https://مثال.إختبار", "https://xn--mgbh0fb.xn--kgbechtv")]
    [InlineData("https://127.0.0.1:5400", "https://127.0.0.1:5400")]
    [InlineData("", "")]
    public void A_site_is_told_to_browsers_as_its_origin(string typed, string origins)
    {
        var read = Framers.Read(typed);
        Assert.Equal((origins, 0), (string.Join('|', read.Origins), read.Unknown.Count));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("'self'")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@example.org")]
    [InlineData("https://*")]
    [InlineData("https://*.127.0.0.1")]
    [InlineData("ftp://example.org")]
    [InlineData("intranet")]
    [InlineData("https://example.org'none'.net")]
    public void What_is_no_site_never_reaches_a_header(string typed)
    {
        var read = Framers.Read(typed);
        Assert.Empty(read.Origins);
        Assert.Contains(new ViewDraft { Title = "x", Framers = typed }.Check(Today), problem => problem.Field == "Framers");
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_field_in_the_order_of_the_form()
    {
        var draft = new ViewDraft
        {
            TitleAr = "Azaz",
            Slug = "Sar aqib",
            When = "someday",
            Window = "5w",
            KnownOn = "2020",
            At = "91,36,9",
            Layers = ["roads"],
            Filters = "types=clash&onload=alert(1)",
            Language = "fr",
            Theme = "pink",
            Hidden = ["sources"],
            Colours = [new() { Holder = "hts", Colour = "#12345g" }, new() { Holder = "hts", Colour = "#123456" }, new() { Holder = "\";x", Colour = "red" }],
            Callouts = [new(), new() { At = "36, 37", Side = "inside", TextAr = "Azaz" }],
            Framers = "nowhere",
            Status = "secret",
        };
        Assert.Equal(
            ["TitleAr", "Slug", "When", "Window", "KnownOn", "At", "Layers", "Filters", "Language", "Theme", "Hidden", "Colours[0].Colour", "Colours[1].Holder", "Colours[2].Holder", "Colours[2].Colour", "Callouts[0].Text", "Callouts[0].At", "Callouts[1].TextAr", "Callouts[1].Side", "Framers", "Status"],
            draft.Check(Today).Select(problem => problem.Field));
        Assert.All(draft.Check(Today, arabic: true), problem => Assert.Contains(problem.Message, letter => letter is >= '\u0600' and <= '\u06FF'));
        Assert.Contains(new ViewDraft().Check(Today), problem => problem.Field == "Title");
        Assert.Empty(new ViewDraft { Title = "Saraqib in January 2020", When = "January 2020" }.Check(Today));
        Assert.Contains(new ViewDraft { Title = "x", When = "1 January 2027" }.Check(Today), problem => problem.Field == "When");
    }

    [Fact]
    public void A_view_that_others_may_hold_is_changed_with_a_reason()
    {
        var draft = new ViewDraft { Title = "x", Version = Guid.NewGuid(), Status = "published" };
        Assert.Equal(["Reason"], draft.Check(Today).Select(problem => problem.Field));
        draft.Status = "draft";
        Assert.Empty(draft.Check(Today));
    }
}
