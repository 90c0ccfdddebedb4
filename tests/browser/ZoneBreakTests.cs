using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Where a series goes on by another method the map says that nothing moved, and only there.</summary>
[Collection(nameof(ThirdProduct))]
public class ZoneBreakTests(Product product)
{
    /// <summary>How much of an upright line, so many pixels east of the map's middle, is drawn in the colour of front lines: all of it where it is whole, about half where it is dotted.</summary>
    private const string Inked = """
        east => {
          const canvas = document.querySelector('.map-stage canvas'), { width, height } = canvas, high = 120;
          const front = getComputedStyle(document.querySelector('[data-map]')).getPropertyValue('--map-front').trim(), [r, g, b] = [1, 3, 5].map(at => parseInt(front.slice(at, at + 2), 16));
          const { data } = canvas.getContext('2d').getImageData(Math.round(width / 2 + east) - 2, Math.round((height - high) / 2), 5, high);
          let inked = 0;
          for (let y = 0; y < high; y++) {
            const found = [0, 1, 2, 3, 4].some(x => { const at = 4 * (5 * y + x); return Math.abs(data[at] - r) + Math.abs(data[at + 1] - g) + Math.abs(data[at + 2] - b) < 110; });
            if (found) inked++;
          }
          return inked / high;
        }
        """;

    [Fact]
    public async Task A_series_changes_its_method_and_what_both_methods_draw_alike_stays_a_line_while_what_differs_is_dotted()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/zones/import");
        var page = editor.Page;
        // Two neighbours; by the second method the border between them lies farther east, and by the second again it has moved back.
        var file = $$"""{"type":"FeatureCollection","features":[{{string.Join(',', new[] { ("2018-01-20", "By hand.", 37.3), ("2018-06-01", "From above.", 37.45), ("2018-09-01", "From above.", 37.4) }
            .SelectMany(it => new[] { Box(it.Item1, it.Item2, "sdf", 37, it.Item3), Box(it.Item1, it.Item2, "sna", it.Item3, 37.6) }))}}]}""";
        await page.Locator("[data-files]").SetInputFilesAsync([ZoneVisit.Payload("weekly.geojson", file)]);
        await page.ByAttributeAsync();
        await Assertions.Expect(page.Locator("[data-method]")).ToHaveValueAsync("method");
        await Assertions.Expect(page.Locator("[data-judged]")).ToHaveAttributeAsync("data-judged", "6/0");
        await page.DescribeAsync("Two methods", "A weekly map");
        await page.Locator("[data-save=publish]").ClickAsync();
        await page.Locator("[data-saved]").WaitForAsync();

        await using var reader = await product.VisitAsync(site, "/?date=2018-06-10&series=two-methods&at=36.15,37.35,10&layers=control");
        await reader.ReadyAsync();
        await Assertions.Expect(reader.Track).ToHaveAttributeAsync("data-breaks", $"{ZoneVisit.Day(2018, 1, 20)} {ZoneVisit.Day(2018, 6, 1)}");
        await Assertions.Expect(reader.Page.Locator(".map-legend")).ToContainTextAsync("Break: another source or method, no movement");
        Assert.InRange(await InkedAsync(reader, 37.45), 0.2, 0.8);
        Assert.InRange(await InkedAsync(reader, 37.6), 0.97, 1);
        Assert.InRange(await InkedAsync(reader, 37), 0.97, 1);
        await SaysAsync(reader, "Method: From above.");

        // The same method again: the border moved.
        await reader.GoAsync("/?date=2018-09-10&series=two-methods&at=36.15,37.35,10&layers=control");
        await reader.ReadyAsync();
        Assert.InRange(await InkedAsync(reader, 37.4), 0.97, 1);
        await Assertions.Expect(reader.Page.Locator(".map-legend")).Not.ToContainTextAsync("Break:");

        await reader.GoAsync("/?date=2018-02-10&series=two-methods&at=36.15,37.35,10&layers=control");
        await reader.ReadyAsync();
        Assert.InRange(await InkedAsync(reader, 37.3), 0.97, 1);
        await SaysAsync(reader, "Method: By hand.");
        Assert.Empty(editor.Errors.Concat(reader.Errors));
    }

    private static async Task SaysAsync(Visit reader, string words)
    {
        var box = (await reader.Map.BoundingBoxAsync())!;
        await reader.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await Assertions.Expect(reader.Page.Locator(".map-popup-zone")).ToContainTextAsync(words);
        await reader.Page.Keyboard.PressAsync("Escape");
    }

    private static Task<double> InkedAsync(Visit reader, double longitude) => reader.Page.EvaluateAsync<double>(Inked, (longitude - 37.35) / 360 * 256 * 1024);

    private static string Box(string date, string method, string holder, double west, double east) => FormattableString.Invariant(
        $$$"""{"type":"Feature","properties":{"holder":"{{{holder}}}","date":"{{{date}}}","method":"{{{method}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},36],[{{{east}}},36],[{{{east}}},36.3],[{{{west}}},36.3],[{{{west}}},36]]]}}""");
}
