using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>While a series of zones is shown in the place of the derived layer, all that tells of change tells of the series.</summary>
[Collection(nameof(ThirdProduct))]
public class ZoneShownTests(Product product)
{
    private const string Series = "/?date=2018-03-10&window=90d&series=two-dates&at=36.15,37.2,10&layers=control,places";

    /// <summary>Of the square that both files hold, on a sphere with the earth's surface.</summary>
    private static string SquareKilometres =>
        Math.Round(Math.Pow(6371.0072, 2) * 0.3 * Math.PI / 180 * (Math.Sin(36.3 * Math.PI / 180) - Math.Sin(36 * Math.PI / 180))).ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Changes_next_change_pop_up_and_chart_tell_of_the_series_that_is_shown()
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

        // The chart: how much ground each holder has by the series, or how many zones.
        var chart = read.Locator("[data-holders-track]");
        await Assertions.Expect(read.Locator(".time-holders-title")).ToHaveTextAsync("Area of the series’ zones in this view, km²");
        await Assertions.Expect(chart).ToHaveAttributeAsync("aria-valuetext", $"10 March 2018: SDF {SquareKilometres} km²");
        await Assertions.Expect(read.Locator("[data-holders-table] th[scope=col]")).ToHaveTextAsync(["Date", "SNA", "SDF"]);
        await read.Locator("[data-holders-menu]").SelectOptionAsync(new SelectOptionValue { Label = "Zones held" });
        await Assertions.Expect(chart).ToHaveAttributeAsync("aria-valuetext", "10 March 2018: SDF 1");
        await Assertions.Expect(read.Locator(".time-holders-title")).ToHaveTextAsync("Zones of the series in this view");
        await read.Locator("[data-holders-menu]").SelectOptionAsync("area");

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

        // A press in the chart goes to the date; before its first day a series says nothing.
        await Assertions.Expect(chart).ToHaveAttributeAsync("aria-valuetext", $"20 March 2018: SNA {SquareKilometres} km²");
        var band = (await chart.BoundingBoxAsync())!;
        await read.Mouse.ClickAsync(band.X + 40, band.Y + band.Height / 2);
        await Assertions.Expect(chart).ToHaveAttributeAsync("aria-valuetext", new Regex("201[12]: no zone of the series in this view$"));
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-date", new Regex("^201[12]-"));

        // A place that is searched for answers by claims, and says that this is not what the map shows; until that is shown again.
        await read.Locator(".search-input").FillAsync("Azaz");
        await read.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("Azaz") }).First.ClickAsync();
        await Assertions.Expect(read.Locator(".map-popup-derived")).ToBeVisibleAsync();
        await read.GetByRole(AriaRole.Button, new() { Name = "Layers" }).ClickAsync();
        await read.GetByLabel("Cited claims (derived)").CheckAsync();
        await Assertions.Expect(read.Locator(".map-popup-derived")).ToBeHiddenAsync();
        await Assertions.Expect(read.Locator("[data-zone-changes]")).ToHaveCountAsync(0);
        await Assertions.Expect(read.Locator(".time-holders-title")).ToHaveTextAsync("Area held in this view, km²");
        Assert.Empty(editor.Errors.Concat(reader.Errors));
    }
}
