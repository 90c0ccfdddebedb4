using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What an editor does at the desk, by the labels they see.</summary>
internal static class DeskVisit
{
    /// <summary>Signs in and opens a page of the desk.</summary>
    public static async Task<Visit> EditorAsync(this Product product, Site site, string path, int width = 1366, int height = 900, BrowserNewContextOptions? options = null)
    {
        var visit = await product.VisitAsync(site, "/account/sign-in", width, height, options);
        await visit.SignInAsync(path);
        return visit;
    }

    public static async Task SignInAsync(this Visit visit, string path)
    {
        await visit.GoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await visit.Page.GetByLabel("E-mail").FillAsync(Site.AdminEmail);
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Site.AdminPassword);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visit.AtDeskAsync();
    }

    /// <summary>Puts away what another visit has left undone.</summary>
    public static async Task DiscardRestoredAsync(this Visit visit)
    {
        if (await visit.Page.Locator("[data-restored]").CountAsync() == 0) { return; }
        await visit.Page.Locator("[data-restored] button").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-restored]")).ToHaveCountAsync(0);
    }

    /// <summary>Waits until the form or the list can be used.</summary>
    public static Task AtDeskAsync(this Visit visit) => visit.Page.Locator("[data-live='true']").WaitForAsync();

    /// <summary>The element of a draft's path.</summary>
    public static ILocator Field(this IPage page, string path) => page.Locator("#" + IdOf(path));

    public static ILocator Problem(this IPage page, string path) => page.Locator($"#{IdOf(path)}-problem");

    /// <summary>Types into a field and leaves it.</summary>
    public static async Task EnterAsync(this IPage page, string path, string text)
    {
        await page.Field(path).FillAsync(text);
        await page.Field(path).BlurAsync();
    }

    /// <summary>Types into a field that offers what it finds, and takes the first offer by keyboard.</summary>
    public static async Task ChooseAsync(this IPage page, string id, string typed, string offered)
    {
        await page.Locator("#" + id).FillAsync(typed);
        await Assertions.Expect(page.Locator($"#{id}-list [role=option][aria-selected=true]")).ToContainTextAsync(offered);
        await page.Locator("#" + id).PressAsync("Enter");
    }

    public static string IdOf(string path) => "f-" + path.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-').ToLowerInvariant();
}
