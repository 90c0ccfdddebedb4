using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What a reader does besides scrubbing: open an event, search, click a zone, send the address on.</summary>
[Collection(nameof(Product))]
public class ReadTests(Product product)
{
    [Fact]
    public async Task The_death_of_al_Qurashi_shows_three_competing_claims_each_with_its_source()
    {
        await using var visit = await product.VisitAsync("/?event=3001");
        await visit.LiveAsync();
        var table = visit.Page.Locator("[data-card]").GetByRole(AriaRole.Table).First;
        await Assertions.Expect(table.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(3);
        await Assertions.Expect(table).ToContainTextAsync("Islamic State");
        await Assertions.Expect(table).ToContainTextAsync("Turkish intelligence");
        Assert.True(await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("eurasia|source|article", RegexOptions.IgnoreCase) }).CountAsync() >= 1);
    }

    [Theory]
    [InlineData("إدلب", "Idlib")]
    [InlineData("Idleb", "Idlib")]
    [InlineData("Julani", "Jolani")]
    public async Task Search_is_blind_to_spelling(string typed, string found)
    {
        await using var visit = await product.VisitAsync("/");
        await visit.LiveAsync();
        await visit.Page.Locator("input[role=combobox]").First.FillAsync(typed);
        await Assertions.Expect(visit.Page.Locator("[role=listbox] [role=option]").First).ToContainTextAsync(found);
    }

    [Fact]
    public async Task Opening_an_event_moves_the_date_and_writes_the_address()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.LiveAsync();
        await visit.Page.Locator("a[href*='event='], button[data-event]").First.ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("event=\\d+"));
        var address = visit.Page.Url;
        var date = await visit.DateAsync();

        await using var other = await product.VisitAsync(new Uri(address).PathAndQuery);
        await other.ReadyAsync();
        Assert.Equal(date, await other.DateAsync());
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(new Regex("event="));
    }

    [Fact]
    public async Task A_click_on_a_zone_says_who_since_when_and_by_which_source()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=1d&at=36.84,40.07,11&layers=control,boundaries,places");
        await visit.ReadyAsync();
        var box = (await visit.Map.BoundingBoxAsync())!;
        await visit.Page.Mouse.ClickAsync(box.X + box.Width / 2 + 30, box.Y + box.Height / 2 + 30);
        var popup = visit.Page.Locator(".map-popup");
        await Assertions.Expect(popup).ToContainTextAsync("Ras al-Ayn");
        await Assertions.Expect(popup).ToContainTextAsync("since");
        await Assertions.Expect(popup.GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    }
}
