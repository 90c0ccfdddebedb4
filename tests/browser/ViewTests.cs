using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(ThirdProduct))]
public class ViewTests(Product product)
{
    [Fact]
    public async Task A_view_is_composed_beside_its_embed_and_stands_in_the_pages_that_it_names()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/views/new", 1440);
        var page = editor.Page;
        // From what a map shows, by its Share dialog.
        await editor.GoAsync("/?date=2019-11-01&window=30d&at=36.2,37,9&types=clash");
        await editor.ReadyAsync();
        await page.Locator("[data-share]").First.ClickAsync();
        await page.Locator("[data-name-view]").ClickAsync();
        await editor.AtDeskAsync();
        await Assertions.Expect(page.Field("When")).ToHaveValueAsync("2019-11-01");
        await page.EnterAsync("Title", "Between two crossings");
        await page.EnterAsync("Slug", "two-crossings");

        // A callout goes where the map in the frame is clicked, and the frame shows it as embeds will.
        var frame = page.FrameLocator("[data-view-preview]");
        await page.Locator("[data-add=callout]").ClickAsync();
        await FrameReadyAsync(page, "pick=1");
        await frame.Locator("[data-map]").ClickAsync(new() { Position = new() { X = 200, Y = 120 } });
        await page.EnterAsync("Callouts[0].Text", "A crossing");
        await Assertions.Expect(frame.Locator(".map-callout-words")).ToHaveTextAsync("A crossing");
        await page.Locator("[data-add=colour]").ClickAsync();
        await page.Field("Colours[0].Holder").SelectOptionAsync("hts");
        await page.Field("Colours[0].Colour").FillAsync("#2c7fb8");
        await page.Locator("[data-control=zoom]").UncheckAsync();
        await Assertions.Expect(frame.Locator("body[data-hidden=zoom]")).ToHaveCountAsync(1);
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published");

        // Copied as a frame with its script, it shows the same on a page of another site and has the height it asks for.
        await page.Locator("[data-share='two-crossings']").ClickAsync();
        await page.Locator("[name=share-form][value=script]").CheckAsync();
        var code = await page.Locator("[data-share-code]").InputValueAsync();
        await page.Keyboard.PressAsync("Escape");
        await using var host = await HostPage.ServeAsync(code);
        await using var reader = await product.StrangerAsync(host.Address);
        await reader.GoAsync("");
        var shown = reader.Page.FrameLocator("iframe");
        await Assertions.Expect(shown.Locator(".embed-title")).ToHaveTextAsync("Between two crossings");
        await Assertions.Expect(shown.Locator("[data-map][data-ready='true']")).ToHaveAttributeAsync("data-date", "2019-11-01");
        await Assertions.Expect(shown.Locator(".map-callout-words")).ToHaveTextAsync("A crossing");
        await Assertions.Expect(shown.Locator(".map-legend-row:has-text('HTS') .map-swatch").First).ToHaveCSSAsync("background-color", "rgb(44, 127, 184)");
        await Assertions.Expect(shown.Locator(".map-buttons")).ToBeHiddenAsync();
        await Assertions.Expect(reader.Page.Locator("iframe")).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("height"));
        Assert.Empty(reader.Violations);
        Assert.Empty(reader.Errors);

        // Once it names who may frame it, nobody else does.
        await page.EnterAsync("Framers", host.Address.ToString());
        await page.EnterAsync("Reason", "for one paper alone");
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Field("Reason")).ToHaveValueAsync("");
        await reader.GoAsync("");
        await Assertions.Expect(shown.Locator("[data-map][data-ready='true']")).ToHaveCountAsync(1);
        await using var other = await HostPage.ServeAsync(code);
        await using var stranger = await product.StrangerAsync(other.Address);
        await stranger.GoAsync("");
        await stranger.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(stranger.Page.Frames, it => it.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal));
    }

    /// <summary>The frame is drawn anew with each change: this is the one with that in its address.</summary>
    private static Task<IJSHandle> FrameReadyAsync(IPage page, string with) => page.WaitForFunctionAsync(
        "part => { const frame = document.querySelector('[data-view-preview]').contentWindow; return frame.location.search.includes(part) && frame.document.querySelector('[data-map][data-ready=true]') !== null; }", with);
}
