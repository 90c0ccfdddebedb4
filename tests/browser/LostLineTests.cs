using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>A form whose line to the server is gone for a while, whose tab falls, and whose person signs out.</summary>
[Collection(nameof(ThirdProduct))]
public class LostLineTests(Product product)
{
    private const string Before = "typed before the line went", Meanwhile = "typed while nobody heard, بكلماتها 🕊", After = "typed just before the tab fell";

    [Fact]
    public async Task What_is_typed_without_a_line_is_saved_with_the_rest_once_it_is_back_and_comes_back_after_the_tab_fell_and_is_gone_after_signing_out()
    {
        await using var site = await product.CopyAsync();
        await using var visit = await product.VisitAsync(site, "/account/sign-in");
        var line = await SlowLine.LayAsync(visit.Page);
        var page = visit.Page;
        await visit.SignInAsync("/desk/sources/new");
        await page.EnterAsync("Source.Title", "A report of a lost line");
        await page.EnterAsync("PrivateNote", Before);
        await Assertions.Expect(page.Locator(".desk-kept")).Not.ToBeEmptyAsync();

        await visit.Context.SetOfflineAsync(true);
        await line.BreakAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToContainTextAsync("saving waits");
        await Assertions.Expect(page.Locator("[data-save]").First).ToHaveAttributeAsync("aria-disabled", "true");
        await page.Field("PrivateNote").FillAsync(Meanwhile);
        await page.Keyboard.PressAsync("Control+Enter");
        await KeptAsync(page, Meanwhile);
        await visit.Context.SetOfflineAsync(false);
        await page.EvaluateAsync("() => Blazor.reconnect()");
        await Assertions.Expect(page.Locator("body[data-line-down]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-save]").First).Not.ToHaveAttributeAsync("aria-disabled", "true");
        // The keys pressed without a line are not done later.
        Assert.Equal("/desk/sources/new", new Uri(page.Url).AbsolutePath[..17]);
        await page.Locator("[data-save]").First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Field("PrivateNote")).ToHaveValueAsync(Meanwhile);

        await page.Field("PrivateNote").PressSequentiallyAsync(After);
        await KeptAsync(page, After);
        var fallen = new TaskCompletionSource();
        page.Crash += (_, _) => fallen.SetResult();
        var record = page.Url.Split('?')[0];
        _ = page.GotoAsync("chrome://crash").ContinueWith(gone => gone.Exception, TaskScheduler.Default);
        await fallen.Task.WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience));

        page = await visit.Context.NewPageAsync();
        await page.GotoAsync(record);
        await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
        Assert.Contains(After, await page.Field("PrivateNote").InputValueAsync(), StringComparison.Ordinal);

        // Signed out with something on the page that the server has not heard of, and in another tab too.
        var other = await visit.Context.NewPageAsync();
        await other.GotoAsync(new Uri(site.Address, "/desk/places/new").ToString());
        await other.Locator("[data-live='true']").WaitForAsync();
        await other.Field("PrivateNote").PressSequentiallyAsync("in another tab");
        await page.Field("PrivateNote").PressSequentiallyAsync("; and on");
        await page.EvaluateAsync("() => document.querySelector('form[action*=\"/account/sign-out\"] button, form[action*=\"/account/sign-out\"] [type=submit]').click()");
        await page.WaitForURLAsync(site.Address.ToString());
        await other.Field("PrivateNote").PressSequentiallyAsync("; and on");
        await other.GotoAsync(new Uri(site.Address, "/about").ToString());
        Assert.Equal("", await other.EvaluateAsync<string>("() => Object.keys(localStorage).filter(key => key.startsWith('map-')).join()"));
    }

    [Fact]
    public async Task Who_asks_that_a_device_keep_nothing_leaves_nothing_typed_on_it_and_goes_on_with_what_the_server_has()
    {
        await using var site = await product.CopyAsync();
        await using var visit = await product.EditorAsync(site, "/desk/sources/new");
        var page = visit.Page;
        await page.Field("PrivateNote").PressSequentiallyAsync(Before);
        await KeptAsync(page, Before);
        var account = await visit.Context.NewPageAsync();
        await account.GotoAsync(new Uri(site.Address, "/account").ToString());
        await account.GetByLabel("Keep nothing I type on this device").CheckAsync();
        Assert.Equal("", await DraftsAsync(account));
        await page.EnterAsync("Source.Title", Meanwhile);
        await Assertions.Expect(page.Locator(".desk-kept")).Not.ToBeEmptyAsync();
        await page.Field("PrivateNote").PressSequentiallyAsync("; and on");
        await page.GotoAsync(page.Url);
        await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Field("Source.Title")).ToHaveValueAsync(Meanwhile);
        Assert.Equal("", await DraftsAsync(page));

        // The choice is the device's, and can be taken back.
        await account.ReloadAsync();
        await Assertions.Expect(account.GetByLabel("Keep nothing I type on this device")).ToBeCheckedAsync();
        await account.GetByLabel("Keep nothing I type on this device").UncheckAsync();
        await page.Field("PrivateNote").PressSequentiallyAsync(After);
        await KeptAsync(page, After);
    }

    private static Task<string> DraftsAsync(IPage page) => page.EvaluateAsync<string>("() => Object.keys(localStorage).filter(key => key.startsWith('map-draft')).join()");

    private static Task<IJSHandle> KeptAsync(IPage page, string words) => page.WaitForFunctionAsync("words => Object.values(localStorage).some(kept => kept.includes(words))", words);
}
