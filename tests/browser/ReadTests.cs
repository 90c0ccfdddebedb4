using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What a reader does besides scrubbing: open an event, search, click a zone, send the address on.</summary>
[Collection(nameof(SecondProduct))]
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

    [Fact]
    public async Task While_a_change_is_uncertain_the_pop_up_names_both_and_the_map_shows_both()
    {
        await using var visit = await product.VisitAsync("/?date=2013-11-15&window=1d&at=35.95283,39.00788,10&layers=control,boundaries,places");
        await visit.ReadyAsync();
        var popup = await AskAsync(visit, 40);
        await Assertions.Expect(popup.Locator(".map-popup-holder").First).ToContainTextAsync("Islamic State");
        await Assertions.Expect(popup.Locator(".map-popup-holder.is-before")).ToContainTextAsync("Opposition groups");
        await Assertions.Expect(popup.Locator(".map-tag")).ToHaveTextAsync("possibly");
        Assert.Superset(new HashSet<string> { "islamic-state", "opposition" }, (await visit.HoldersAsync()).ToHashSet());
        await Assertions.Expect(popup.Locator(".map-strip-before").First).ToBeAttachedAsync();
    }

    [Fact]
    public async Task What_a_holding_rests_on_what_says_otherwise_and_what_nobody_confirms_are_told_apart()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=1d&at=36.53,37.955,10&layers=control,boundaries,places");
        await visit.ReadyAsync();
        var popup = await AskAsync(visit, 40);
        await Assertions.Expect(popup.Locator(".map-popup-holder")).ToHaveTextAsync("Syrian Democratic Forces");
        await Assertions.Expect(popup.Locator(".map-popup-away")).ToContainTextAsync("km from this spot");
        await Assertions.Expect(popup.GetByText("Source:")).ToHaveCountAsync(3);
        await Assertions.Expect(popup.Locator(".is-dissent")).ToContainTextAsync("September 2023");
        await Assertions.Expect(popup.Locator(".is-unconfirmed")).ToContainTextAsync("Mehr News Agency");
        await popup.GetByRole(AriaRole.Link, new() { Name = "rule 2" }).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("/about/control#rule-2$"));
        await Assertions.Expect(visit.Page.Locator("#rule-2")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("2011-03-20", "36.586,37.044", "Nothing is known before the first claim", "19 July 2012")]
    [InlineData("2024-12-20", "36.586,37.044", "the record of control ends on", "2024")]
    [InlineData("2020-03-01", "36.65556,40.37079", "Only sources that take a side speak of it", "Mehr")]
    public async Task Where_nothing_is_known_the_pop_up_says_why(string date, string spot, string reason, string also)
    {
        await using var visit = await product.VisitAsync($"/?date={date}&window=1d&at={spot},11&layers=control,boundaries,places");
        await visit.ReadyAsync();
        var popup = await AskAsync(visit, 0);
        await Assertions.Expect(popup).ToContainTextAsync(reason);
        await Assertions.Expect(popup).ToContainTextAsync(also);
    }

    [Fact]
    public async Task The_history_of_a_place_is_read_and_followed_by_the_keyboard_alone_in_Arabic_too()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=1d&at=36.52815,37.95495,11&layers=control,boundaries,places&lang=ar");
        await visit.ReadyAsync();
        await visit.Page.Locator(".leaflet-container").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var popup = visit.Page.Locator(".map-popup");
        await Assertions.Expect(popup).ToContainTextAsync("قوات سوريا الديمقراطية");
        await popup.Locator("a.map-strip-piece").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2012-07-31");
        await Assertions.Expect(popup.Locator(".map-tag")).ToHaveTextAsync("ليس بعد");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(popup).ToBeHiddenAsync();
    }

    private static async Task<ILocator> AskAsync(Visit visit, float beside)
    {
        var box = (await visit.Page.Locator(".leaflet-container").First.BoundingBoxAsync())!;
        await visit.Page.Mouse.ClickAsync(box.X + box.Width / 2 + beside, box.Y + box.Height / 2 + beside / 2);
        var popup = visit.Page.Locator(".map-popup");
        await Assertions.Expect(popup).ToBeVisibleAsync();
        return popup;
    }
}
