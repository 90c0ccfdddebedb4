using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What a reader sees first, and that nothing on the page hides what the reader needs.</summary>
[Collection(nameof(Product))]
public class LookTests(Product product)
{
    [Fact]
    public async Task The_first_view_opens_on_the_changes_where_its_window_holds_no_event()
    {
        await using var visit = await product.VisitAsync("/");
        await visit.LiveAsync();
        await Assertions.Expect(visit.Page.Locator("[role=tab][aria-selected=true]")).ToHaveTextAsync(new Regex("Changes"));
        await Assertions.Expect(visit.Page.Locator(".change").First).ToBeVisibleAsync();
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_card_takes_the_keyboard_and_gives_it_back_to_the_row_it_was_opened_from()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.LiveAsync();
        var row = visit.Page.Locator("[data-event]").Nth(2);
        var id = await row.GetAttributeAsync("data-event");
        await row.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#card-title")).ToBeFocusedAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "All events" }).PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator($"[data-event='{id}']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Back_and_forward_open_and_close_the_card()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.LiveAsync();
        await visit.Page.Locator("[data-event]").First.ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("event=\\d+"));
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.Locator("[data-card]")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2019-11-01");
        await visit.Page.GoForwardAsync();
        await Assertions.Expect(visit.Page.Locator("[data-card]")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task On_a_tablet_the_legend_is_a_button_and_the_list_leaves_the_maps_buttons_free(string language)
    {
        await using var visit = await product.VisitAsync($"/?date=2019-11-01&lang={language}", 1000, 800);
        await visit.LiveAsync();
        await Assertions.Expect(visit.Page.Locator(".map-legend-toggle")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".map-legend-card")).ToBeHiddenAsync();
        await visit.Page.Locator("[data-panel-toggle]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".panel")).ToBeVisibleAsync();
        foreach (var part in new[] { ".map-button", ".map-legend-toggle", "[data-panel-toggle]" })
        {
            // Playwright refuses a click that something else would take.
            await visit.Page.Locator(part).First.ClickAsync(new() { Trial = true });
        }
    }

    [Fact]
    public async Task Without_its_server_the_page_stays_says_so_and_the_map_goes_on()
    {
        var site = await product.CopyAsync();
        await using var visit = await product.VisitAsync(site, "/?date=2019-11-01&window=30d");
        await visit.LiveAsync();
        await site.DisposeAsync();
        await Assertions.Expect(visit.Page.Locator(".connection-show")).ToBeVisibleAsync();
        await visit.Page.Locator("[data-window='7d']").ClickAsync();
        await visit.Thumb.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2019-10-31");
        await visit.Page.Locator("[data-event]").First.ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("event=\\d+"));
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-ready", "true");
    }

    [Fact]
    public async Task On_a_phone_the_open_legend_ends_above_the_sheet_and_one_menu_sets_speed_and_step()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d", 390, 844);
        await visit.LiveAsync();
        await visit.Page.Locator(".map-legend-toggle").ClickAsync();
        var legend = (await visit.Page.Locator(".map-legend-card").BoundingBoxAsync())!;
        var sheet = (await visit.Page.Locator("[data-sheet]").BoundingBoxAsync())!;
        Assert.True(legend.Y + legend.Height <= sheet.Y, $"the legend ends at {legend.Y + legend.Height}, the sheet begins at {sheet.Y}");
        await visit.Page.Locator(".map-legend-close").ClickAsync();
        await visit.Page.GetByLabel("Speed and step").SelectOptionAsync("month");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Forward" }).ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2019-12-01");
    }

    [Fact]
    public async Task An_events_card_leaves_its_place_in_sight_on_a_tablet()
    {
        await using var visit = await product.VisitAsync("/?event=1002&window=30d&lang=ar", 1000, 800);
        await visit.LiveAsync();
        await Assertions.Expect(visit.Page.Locator("[data-card]")).ToBeVisibleAsync();
        // The card lies over the left 520 px: Azaz, at 37.05° east, stands in the other part at zoom 8 where the middle of the map lies west of it.
        await visit.Page.WaitForURLAsync(new Regex("at=3\\d\\.\\d+,35\\.\\d+,8"));
    }
}
