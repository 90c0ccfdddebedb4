using AngleSharp.Dom;
using Bunit;
using Map.Web.Data;
using Map.Web.Features.Explore;
using Map.Web.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Explore;

[Collection(nameof(Shipped))]
public class EventCardTests(Shipped shipped)
{
    private async Task<IRenderedComponent<EventCardView>> CardAsync(BunitContext page, long id, bool mayEdit = false)
    {
        page.Services.AddPages();
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var reading = await EventReading.ReadAsync(db, id, mayEdit, default);
        return page.Render<EventCardView>(card => card.Add(c => c.Reading, reading).Add(c => c.Address, $"/?event={id}").Add(c => c.MayEdit, mayEdit));
    }

    [Fact]
    public async Task The_death_of_al_Qurashi_has_three_competing_claims_side_by_side()
    {
        await using var page = new BunitContext();
        var card = await CardAsync(page, 3001);
        var table = card.Find(".claim-table");
        Assert.Equal(["1", "2", "3"], table.QuerySelectorAll(".claim-number").Select(n => n.TextContent));
        var heads = table.QuerySelectorAll("th").Select(th => th.TextContent).ToList();
        Assert.Contains("Erdoğan", heads[0], StringComparison.Ordinal);
        Assert.Contains("Islamic State", heads[1], StringComparison.Ordinal);
        Assert.Contains("HTS", heads[2], StringComparison.Ordinal);
        Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal(3, row.Children.Length));
        Assert.Contains("Denies", table.QuerySelectorAll("tbody tr")[0].Children[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("not stated", table.TextContent, StringComparison.Ordinal);
        Assert.Contains("Contested", card.Find("[data-grade=contested] button").TextContent, StringComparison.Ordinal);
        // The tip is what the button is described by, and stands in the text too, for hands that cannot hover.
        Assert.Equal(card.Find("[role=tooltip]").Id, card.Find("[data-grade=contested] button").GetAttribute("aria-describedby"));
        Assert.Contains("Claims about who did it compete", card.Find("[role=tooltip]").TextContent, StringComparison.Ordinal);
        // Who says it competes, not the one outlet that prints all three.
        Assert.Contains("Islamic State", card.Find("[role=tooltip]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Erdoğan", card.Find("[role=tooltip]").TextContent, StringComparison.Ordinal);
        Assert.Contains(card.FindAll(".card-how"), line => line.TextContent.Contains("Claims about who did it compete", StringComparison.Ordinal));
        Assert.Contains("All three claims reach us through one source", card.Find(".claim-note").TextContent, StringComparison.Ordinal);
        Assert.Contains("[..2023-08-03]", card.Find(".card-facts code").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coded_event_has_its_one_claim_with_outlet_day_and_grade()
    {
        await using var page = new BunitContext();
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var id = db.PublicEvents.Where(e => e.Dataset == EventTitle.CodedDataset).Select(e => e.Id).First();
        var card = await CardAsync(page, id);
        Assert.Single(card.FindAll(".claim-line"));
        Assert.Empty(card.FindAll(".claim-table"));
        Assert.Equal("C2", card.Find(".claim-line .grade").TextContent);
        Assert.Contains("Uppsala", card.Find(".card-how").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_source_on_every_card_of_the_articles_is_a_web_address_that_opens_apart()
    {
        await using var page = new BunitContext();
        page.Services.AddPages();
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        foreach (var id in db.PublicEvents.Where(e => e.Dataset == "articles").Select(e => e.Id).ToList())
        {
            var reading = await EventReading.ReadAsync(db, id, false, default);
            var card = page.Render<EventCardView>(c => c.Add(x => x.Reading, reading).Add(x => x.Address, "/"));
            Assert.NotEmpty(card.FindAll(".source"));
            Assert.All(card.FindAll("a.source"), link =>
            {
                Assert.Matches("^https?://", link.GetAttribute("href")!);
                Assert.Equal("noopener noreferrer nofollow ugc", link.GetAttribute("rel"));
            });
            Assert.DoesNotContain(card.FindAll(".source, .source-detail"), words => words.TextContent.Contains("unknown", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("http://example.org/a", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("ftp://example.org/", false)]
    [InlineData("//example.org/", false)]
    [InlineData("unknown", false)]
    [InlineData(null, false)]
    public async Task Only_web_addresses_become_links(string? url, bool linked)
    {
        await using var page = new BunitContext();
        page.Services.AddPages();
        var link = page.Render<SourceLink>(c => c.Add(x => x.Source, new SourceRow { Title = "A source", Url = url }));
        Assert.Equal(linked ? 1 : 0, link.FindAll("a").Count);
        Assert.Contains("A source", link.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editing_and_history_are_for_editors()
    {
        await using var page = new BunitContext();
        Assert.Empty((await CardAsync(page, 3001)).FindAll("a[href^='/desk']"));
        await using var other = new BunitContext();
        var card = await CardAsync(other, 3001, mayEdit: true);
        Assert.NotEmpty(card.FindAll("a[href='/desk/events/3001']"));
        Assert.Contains("Last changes", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_changes_are_told_by_the_names_that_people_give_to_fields_and_sources()
    {
        await using var page = new BunitContext();
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var reading = (await EventReading.ReadAsync(db, 3001, true, default))!;
        var at = new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);
        page.Services.AddPages();
        var card = page.Render<EventCardView>(c => c.Add(x => x.Address, "/").Add(x => x.MayEdit, true).Add(x => x.Reading, reading with
        {
            Changes = [new(Guid.Empty, at, "R.", null, "Claims/7.SourceId", null, "A paper"), new(Guid.Empty, at, "R.", null, "Edtf", "2018-01", "2018-02")],
        }));
        Assert.Equal(["Claim: source: – A paper", "date: January 2018 February 2018"], card.FindAll(".history-what").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task A_withdrawn_event_is_not_read()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        Assert.Null(await EventReading.ReadAsync(db, 999_999_999, true, default));
    }
}
