using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(FourthProduct))]
public class PrintTests(Product product)
{
    [Fact]
    public async Task The_dialog_prints_what_is_on_screen_in_the_reader_s_browser_or_the_server_s()
    {
        await using var visit = await (await product.VisitAsync("?date=2019-11-01&window=7d&at=36.2,37.4,9")).ReadyAsync();
        var page = visit.Page;
        // A server without a browser says so, and the reader's own makes the picture.
        await page.RouteAsync(new Regex(@"/print\.(png|pdf)"), route => route.FulfillAsync(new() { Status = 501 }));
        await page.Locator(".top-print").ClickAsync();
        var dialog = page.Locator("dialog.print");
        await Assertions.Expect(dialog).ToHaveAttributeAsync("data-printer", "browser");
        await SheetAsync(page);
        var own = await DownloadAsync(page, "png");
        Assert.Equal((3509, 2481), SizeOf(own));
        Assert.True(own.Length > 200_000, "an empty sheet");

        // What is on it is what the map and the list beside it say.
        var address = (await page.Locator(".print-sheet").GetAttributeAsync("src"))!;
        var sheet = XDocument.Parse(await (await page.APIRequest.GetAsync(new Uri(product.Site.Address, address).ToString())).TextAsync()).Root!;
        Assert.Equal("2019-11-01", (string?)sheet.Attribute("data-date"));
        var counted = Regex.Matches(await page.Locator(".panel").First.TextContentAsync() ?? "", @"(\d+) certain, (\d+) possible in this view").Single();
        Assert.Equal((counted.Groups[1].Value, counted.Groups[2].Value), ((string)sheet.Attribute("data-certain")!, (string)sheet.Attribute("data-possible")!));
        var shown = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('button.map-legend-row')].map(row => row.textContent)");
        var printed = sheet.Descendants().Where(part => (string?)part.Attribute("data-posture") == "holds").Select(part => string.Concat(part.Elements().Where(it => it.Name.LocalName == "text").Reverse().Select(it => it.Value)));
        Assert.Equal(shown.Order(StringComparer.Ordinal), printed.Order(StringComparer.Ordinal));
        Assert.True(shown.Length > 3);

        // Rows and sources of the same view, a file each.
        var files = await page.Locator("[data-view-file]").EvaluateAllAsync<string[]>("all => all.map(it => it.href)");
        Assert.Equal(5, files.Length);
        foreach (var file in files) { Assert.True((await page.APIRequest.GetAsync(file)).Ok, file); }
        var rows = await (await page.APIRequest.GetAsync(files[0])).TextAsync();
        Assert.Equal(int.Parse(counted.Groups[1].Value, CultureInfo.InvariantCulture) + int.Parse(counted.Groups[2].Value, CultureInfo.InvariantCulture), Regex.Count(rows, @"/\?event=\d+\r\n"));

        // Words of one's own, another paper and language; this time the server prints.
        await page.UnrouteAllAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.Locator(".top-print").ClickAsync();
        await Assertions.Expect(dialog).ToHaveAttributeAsync("data-printer", "server");
        await dialog.Locator("select").First.SelectOptionAsync("slide");
        await dialog.Locator("select").Nth(1).SelectOptionAsync("ar");
        await dialog.Locator("input[type=text]").FillAsync("حلب <b>1</b>");
        await page.WaitForFunctionAsync("() => { const src = document.querySelector('.print-sheet').getAttribute('src') ?? ''; return src.includes('paper=slide') && src.includes('title=') && src.includes('lang=ar'); }");
        await SheetAsync(page);
        var pdf = Encoding.Latin1.GetString(await DownloadAsync(page, "pdf"));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(pdf, @"/Type\s*/Page\b"));
        var box = Regex.Match(pdf, @"/MediaBox\s*\[0 0 ([0-9.]+) ([0-9.]+)\]");
        Assert.Equal((960, 540), (Math.Round(double.Parse(box.Groups[1].Value, CultureInfo.InvariantCulture)), Math.Round(double.Parse(box.Groups[2].Value, CultureInfo.InvariantCulture))));
        // Text is text and fills are lines: nothing was made coarse.
        Assert.Contains("IBMPlexSans", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("/Subtype /Image", pdf, StringComparison.Ordinal);
        Assert.Empty(visit.Violations);
        Assert.Empty(visit.Outside());
    }

    private static async Task SheetAsync(IPage page) =>
        await page.WaitForFunctionAsync("() => { const sheet = document.querySelector('.print-sheet'); return sheet && sheet.complete && sheet.naturalWidth > 0 && !('waiting' in sheet.dataset); }");

    private static async Task<byte[]> DownloadAsync(IPage page, string form)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"[data-print-form={form}]").ClickAsync());
        Assert.Equal($"map-2019-11-01.{form}", download.SuggestedFilename);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static (int, int) SizeOf(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
