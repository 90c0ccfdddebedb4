using Bunit;
using Map.Web.Canvas;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Explore;

/// <summary>Tests that write, on a server of their own.</summary>
public class PublishedElsewhereTests(Shipped shipped) : IClassFixture<Shipped>
{
    [Fact]
    public async Task What_is_published_elsewhere_is_in_the_list_at_once()
    {
        using var page = shipped.Panel("/?date=2013-03-03");
        var panel = page.Render();
        await page.ReportAsync(new MapReport(new MapState("2013-03-03", "1d", new MapView(35.9, 37.6, 8), ["events"], null, null), new MapBounds(30, 33, 39, 45), "date"));
        await shipped.Gate.RunAsync(new WriteRequest(Acting.Server("editor"), "a test", Guid.NewGuid()), db =>
        {
            db.Events.Add(new EventRow
            {
                Id = (1L << 41) + 7,
                Type = "protest",
                Title = "A protest nobody had recorded",
                Edtf = "2013-03-03",
                EarliestDay = 15767,
                LatestDay = 15767,
                Latitude = 36,
                Longitude = 37,
                Status = "published",
                Version = Guid.NewGuid(),
            });
            return Task.FromResult(0);
        });
        panel.WaitForAssertion(() => Assert.Contains(panel.FindAll(".row-title"), row => row.TextContent == "A protest nobody had recorded"));
        Assert.NotEqual(0, page.TimesTold("dataChanged"));
    }

    [Fact]
    public void A_map_that_came_before_anybody_listened_is_told_with_which_data_it_would_be_up_to_date()
    {
        using var page = shipped.Panel("/?date=2013-03-03");
        page.Render().WaitForElement("[data-live]");
        Assert.Equal([shipped.Version], page.Told("dataChanged"));
    }

    [Fact]
    public async Task What_was_typed_as_markup_arrives_as_text()
    {
        const string Markup = "<b>bold</b>";
        var id = 0L;
        await shipped.Gate.RunAsync(new WriteRequest(Acting.Server("editor"), "a test", Guid.NewGuid()), async db =>
        {
            id = 1L << 41;
            var source = await db.Sources.FirstAsync();
            db.Events.Add(new EventRow
            {
                Id = id,
                Type = "protest",
                Title = Markup,
                TitleAr = Markup,
                Edtf = "2014-02-02",
                EarliestDay = 16103,
                LatestDay = 16103,
                DatePhrase = Markup,
                DateAnchor = Markup,
                PlaceText = Markup,
                Latitude = 36,
                Longitude = 37,
                Description = Markup,
                Status = "published",
                Version = Guid.NewGuid(),
                Claims = [new ClaimRow { Says = Markup, ClaimantText = Markup, PlaceText = Markup, Quote = Markup, Source = new SourceRow { Key = "m", Title = Markup, Outlet = Markup, Url = "javascript:alert(1)" } },
                    new ClaimRow { Says = Markup, SaysAr = Markup, ClaimantText = Markup, WhenEdtf = Markup, SaidEdtf = Markup, SourceId = source.Id, Denies = true }],
            });
            return 0;
        });
        using var page = shipped.Panel($"/?date=2014-02-02&event={id}");
        var panel = page.Render();
        panel.WaitForElement(".card-title");
        Assert.Empty(panel.FindAll("b"));
        Assert.Contains(Markup, panel.Find(".card-title").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(panel.FindAll("a"), link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
    }
}
