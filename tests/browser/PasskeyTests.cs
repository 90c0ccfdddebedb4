using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(SecondProduct))]
public class PasskeyTests(Product product)
{
    [Fact]
    public async Task An_administrator_adds_a_passkey_on_the_way_to_the_desk_signs_everyone_out_and_comes_back_by_it()
    {
        await using var site = await product.CopyAsync(withSecondFactor: true);
        await using var visit = await product.VisitAsync(site, "/account/sign-in");
        var page = visit.Page;
        // A passkey is made for a name; an address of numbers has none.
        var home = $"http://localhost:{site.Address.Port}";
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });

        await page.GotoAsync($"{home}/account/sign-in?returnUrl=%2Fdesk%2Fpeople");
        await AccountTests.SignInAsync(visit, Site.AdminEmail, Site.AdminPassword);
        await page.WaitForURLAsync("**/account/second-factor?**");
        await Assertions.Expect(page.Locator(".qr")).ToBeVisibleAsync();
        await page.GetByLabel("What to call it").FillAsync("Laptop");
        await page.Locator("[data-passkey=add]").ClickAsync();
        await page.WaitForURLAsync("**/desk/people");
        await page.Locator("[data-live=true]").WaitForAsync();

        await page.GetByText("Sign everyone out…").ClickAsync();
        await page.GetByText("Yes, sign everyone out").ClickAsync();
        await Assertions.Expect(page.Locator("#access-notice")).ToContainTextAsync("You are signed out here");
        await page.Locator("#access-notice a").ClickAsync();
        await page.Locator("[data-passkey=ask]").ClickAsync();
        await page.WaitForURLAsync("**/desk/people");

        await page.GotoAsync($"{home}/account");
        var name = page.Locator("[data-passkey-kept] input[name=name]");
        await Assertions.Expect(name).ToHaveValueAsync("Laptop");
        await name.FillAsync("Old laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Assertions.Expect(name).ToHaveValueAsync("Old laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(name).ToHaveCountAsync(0);
        Assert.Empty(visit.Violations);
    }
}
