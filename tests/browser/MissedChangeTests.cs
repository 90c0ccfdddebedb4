using System.Globalization;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What is published while a page is still on its way to being told.</summary>
[Collection(nameof(ThirdProduct))]
public class MissedChangeTests(Product product)
{
    private const string Address = "/?date=2023-12-19&window=1d&at=36.586,37.044,9";

    [Theory]
    [InlineData("**/_blazor/negotiate**")]
    [InlineData("**/data/events-*.pack")]
    public async Task A_change_published_before_the_page_can_be_told_is_on_its_map_as_soon_as_it_can(string held)
    {
        await using var site = await product.CopyAsync();
        await using var other = await product.VisitAsync(site, Address);
        var before = await (await other.LiveAsync()).CertainAsync();

        var let = new TaskCompletionSource();
        await using var reader = await product.StrangerAsync(site.Address, 1366, 900);
        await reader.Page.RouteAsync(held, async route =>
        {
            await let.Task;
            await route.ContinueAsync();
        });
        await reader.GoAsync(Address);
        if (held.Contains("negotiate", StringComparison.Ordinal)) await reader.ReadyAsync();
        else await reader.Page.Locator("[data-live='true']").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await using var editor = await product.EditorAsync(site, "/desk/events/1002");
        await editor.Page.Locator("[data-delete=ask]").ClickAsync();
        await editor.Page.GetByLabel("Why is it deleted?").FillAsync("recorded twice");
        await editor.Page.Locator("[data-delete=yes]").ClickAsync();
        await Assertions.Expect(editor.Page.Locator("[data-deleted]")).ToBeVisibleAsync();
        // Told to whoever listens by now.
        await Assertions.Expect(other.Map).ToHaveAttributeAsync("data-certain", (before - 1).ToString(CultureInfo.InvariantCulture));

        let.SetResult();
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-certain", (before - 1).ToString(CultureInfo.InvariantCulture));
        await reader.LiveAsync();
        await Assertions.Expect(reader.Page.Locator("[data-event='1002']")).ToHaveCountAsync(0);
        Assert.Empty(reader.Errors);
    }
}
