using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(SecondProduct))]
public class AccountTests(Product product)
{
    private const string Phrase = "four words do well";
    private const string NewPhrase = "five other words do too";

    [Fact]
    public async Task The_one_time_link_makes_the_first_administrator_who_invites_promotes_resets_and_disables_an_editor()
    {
        await using var site = await product.CopyAsync(withAdmin: false);
        var link = Regex.Match(site.Output, @"http://\S+/account/setup\?token=\S+").Value;
        Assert.NotEmpty(link);
        await using var admin = await product.VisitAsync(site, new Uri(link).PathAndQuery);
        await FillAccountAsync(admin.Page, "ada@example.org", "Ada", "short", "short");
        await Assertions.Expect(admin.Page.GetByText("at least 12 characters; four or five")).ToBeVisibleAsync();
        await FillAccountAsync(admin.Page, "ada@example.org", "Ada", Phrase, Phrase);
        await admin.Page.WaitForURLAsync("**/desk/people");

        await admin.Page.Locator("[data-live='true']").WaitForAsync();
        await admin.Page.GetByLabel("Invite somebody as").SelectOptionAsync("editor");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Make an invitation link" }).ClickAsync();
        var invitation = await admin.Page.GetByLabel("Invitation link for a new editor").InputValueAsync();

        await using var editor = await product.VisitAsync(site, new Uri(invitation).PathAndQuery);
        await FillAccountAsync(editor.Page, "edda@example.org", "Edda", Phrase, Phrase);
        await editor.Page.WaitForURLAsync(site.Address.ToString());
        await editor.GoAsync("/desk/people");
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Name = "Not for this account" })).ToBeVisibleAsync();

        foreach (var used in new[] { link, invitation })
        {
            await using var second = await product.VisitAsync(site, new Uri(used).PathAndQuery);
            await Assertions.Expect(second.Page.GetByText("This link no longer works")).ToBeVisibleAsync();
        }

        await admin.Page.ReloadAsync();
        await admin.Page.Locator("[data-live='true']").WaitForAsync();
        await admin.Page.GetByLabel("Role of Ada").SelectOptionAsync("viewer");
        await Assertions.Expect(admin.Page.GetByText("This is the only administrator.")).ToBeVisibleAsync();
        await Assertions.Expect(admin.Page.GetByLabel("Role of Ada")).ToHaveValueAsync("admin");
        await admin.Page.GetByLabel("Role of Edda").SelectOptionAsync("reviewer");
        await Assertions.Expect(admin.Page.GetByText("This is the only administrator.")).ToHaveCountAsync(0);

        await admin.Page.GetByRole(AriaRole.Row, new() { Name = "Edda" }).GetByRole(AriaRole.Button, new() { Name = "Reset link" }).ClickAsync();
        var reset = await admin.Page.GetByLabel("Link with which Edda chooses a new password").InputValueAsync();
        await using var forgetful = await product.VisitAsync(site, new Uri(reset).PathAndQuery);
        await forgetful.Page.GetByLabel("New password", new() { Exact = true }).FillAsync(NewPhrase);
        await forgetful.Page.GetByLabel("New password again").FillAsync(NewPhrase);
        await forgetful.Page.Locator("main").GetByRole(AriaRole.Button).ClickAsync();
        await forgetful.Page.WaitForURLAsync("**/account/sign-in");
        await SignInAsync(forgetful, "edda@example.org", Phrase);
        await Assertions.Expect(forgetful.Page.GetByText("The address or the password is not right.")).ToBeVisibleAsync();
        await SignInAsync(forgetful, "edda@example.org", NewPhrase);
        await forgetful.Page.WaitForURLAsync(site.Address.ToString());

        await admin.Page.GetByRole(AriaRole.Row, new() { Name = "Edda" }).GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();
        await Assertions.Expect(admin.Page.GetByRole(AriaRole.Row, new() { Name = "Edda" })).ToContainTextAsync("disabled");
        await using var refused = await product.VisitAsync(site, "/account/sign-in");
        await SignInAsync(refused, "edda@example.org", NewPhrase);
        await Assertions.Expect(refused.Page.GetByText("The address or the password is not right.")).ToBeVisibleAsync();
        Assert.Empty(admin.Violations.Concat(editor.Violations).Concat(refused.Violations));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    public async Task Signing_in_never_leads_off_the_site(string back)
    {
        await using var visit = await product.VisitAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(back));
        await SignInAsync(visit, Site.AdminEmail, Site.AdminPassword);
        await visit.Page.WaitForURLAsync(product.Site.Address.ToString());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_while()
    {
        await using var site = await product.CopyAsync();
        await using var visit = await product.VisitAsync(site, "/account/sign-in");
        for (var attempt = 0; attempt < 5; attempt++) { await SignInAsync(visit, Site.AdminEmail, "not the password " + attempt); }
        await SignInAsync(visit, Site.AdminEmail, Site.AdminPassword);
        await Assertions.Expect(visit.Page.GetByText("Too many tries")).ToBeVisibleAsync();
    }

    internal static async Task SignInAsync(Visit visit, string email, string password)
    {
        await visit.Page.GetByLabel("E-mail").FillAsync(email);
        await visit.Page.GetByLabel("Password").FillAsync(password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private static async Task FillAccountAsync(IPage page, string email, string name, string password, string again)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByLabel("Password again").FillAsync(again);
        await page.Locator("main").GetByRole(AriaRole.Button).ClickAsync();
    }
}
