using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>While a series of zones is shown in the place of the derived layer, all that tells of change tells of the series, or says that it does not.</summary>
[Collection(nameof(ThirdProduct))]
public class ZoneShownTests(Product product)
{
    private const string Series = "/?date=2018-03-10&window=90d&series=two-dates&at=36.15,37.2,10&layers=control,places";

    [Fact]
    public async Task Changes_next_change_pop_up_and_chart_tell_of_the_series_that_is_shown_or_say_that_they_do_not()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/zones/import");
        var page = editor.Page;
        await page.Locator("[data-files]").SetInputFilesAsync([ZoneVisit.Payload("areas_2018-01-20.geojson", ZoneVisit.Square("sdf")), ZoneVisit.Payload("areas_2018-03-20.geojson", ZoneVisit.Square("sna"))]);
        await Assertions.Expect(page.Locator("[data-judged]")).ToHaveAttributeAsync("data-judged", "2/0");
        await page.DescribeAsync("Two dates", "A weekly map");
        await page.Locator("[data-save=publish]").ClickAsync();
        await page.Locator("[data-saved]").WaitForAsync();

        await using var reader = await product.VisitAsync(site, Series);
        await reader.LiveAsync();
        var read = reader.Page;
        // The tab: one zone begins in the ninety days, named with its method and source.
        var tab = read.GetByRole(AriaRole.Tab, new() { NameRegex = new Regex("^Changes") });
        await Assertions.Expect(tab).ToHaveTextAsync(new Regex("Changes\\s*1$"));
        await tab.ClickAsync();
        await Assertions.Expect(read.Locator("#panel-list .panel-summary")).ToContainTextAsync("by the series shown: “Two dates”");
        await Assertions.Expect(read.Locator("[data-zone-changes] li")).ToHaveCountAsync(1);
        await Assertions.Expect(read.Locator("[data-zone-changes] li")).ToContainTextAsync(new Regex("SDF\\s+from\\s+20 January 2018 · Traced by hand\\. · A weekly map"));

        // The chart tells of claims alone, and says so.
        await Assertions.Expect(read.Locator(".time-holders-title")).ToHaveTextAsync("The chart tells of places with claims; shown now is a series of zones");

        // The next change in view is the series' own, and a screen reader is told of zones.
        await reader.Thumb.FocusAsync();
        await read.Keyboard.PressAsync("]");
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-date", "2018-03-20");
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-holders", "sna");
        await Assertions.Expect(read.Locator("[data-said]")).ToHaveTextAsync("20 March 2018: 1 zone changed");
        await Assertions.Expect(read.Locator("[data-zone-changes] li")).ToHaveCountAsync(2);
        await read.Keyboard.PressAsync("[");
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-date", "2018-01-20");

        // The spot: by the series, with its history, each change a link to its date.
        var box = (await reader.Map.BoundingBoxAsync())!;
        await read.Mouse.ClickAsync(box.X + box.Width / 2 + 9, box.Y + box.Height / 2 + 9);
        var history = read.Locator(".map-popup-series li");
        await Assertions.Expect(history).ToHaveCountAsync(2);
        await Assertions.Expect(history.First).ToHaveAttributeAsync("aria-current", "true");
        await history.Nth(1).Locator("a").ClickAsync();
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-date", "2018-03-20");
        await Assertions.Expect(history.Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(read.Locator(".map-popup-zone")).ToContainTextAsync("over");

        // A place that is searched for answers by claims, and says that this is not what the map shows; until that is shown again.
        await read.Locator(".search-input").FillAsync("Azaz");
        await read.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("Azaz") }).First.ClickAsync();
        await Assertions.Expect(read.Locator(".map-popup-derived")).ToBeVisibleAsync();
        await read.GetByRole(AriaRole.Button, new() { Name = "Layers" }).ClickAsync();
        await read.GetByLabel("Cited claims (derived)").CheckAsync();
        await Assertions.Expect(read.Locator(".map-popup-derived")).ToBeHiddenAsync();
        await Assertions.Expect(read.Locator("[data-zone-changes]")).ToHaveCountAsync(0);
        await Assertions.Expect(read.Locator(".time-holders-title")).Not.ToContainTextAsync("series of zones");
        Assert.Empty(editor.Errors.Concat(reader.Errors));
    }
}
