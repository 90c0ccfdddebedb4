using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(SecondProduct))]
public class ReviewTests(Product product)
{
    private const string Phrase = "four words do well";

    [Fact]
    public async Task What_an_editor_sends_a_reviewer_compares_and_lets_out_by_keyboard_or_sends_back_with_a_reason()
    {
        await using var site = await product.CopyAsync();
        await AddAsync(site, "rana", "editor");
        await AddAsync(site, "lina", "reviewer");
        await using var reader = await product.VisitAsync(site, "/?date=2014-05-06&window=1d");
        await reader.LiveAsync();
        var before = await reader.CertainAsync();
        await using var rana = await SignedInAsync(site, "rana", "/desk/events/new");
        var form = rana.Page;
        await form.Field("Type").SelectOptionAsync("protest");
        await form.EnterAsync("Title", "A gathering in the square");
        await form.EnterAsync("DateText", "6 May 2014");
        await form.ChooseAsync("f-placename", "Azaz", "Azaz");
        await form.Locator("[data-add=source]").ClickAsync();
        await form.EnterAsync("Claims[0].NewSource.Title", "A statement on the gathering");
        await form.EnterAsync("Claims[0].Says", "People gathered");
        await form.EnterAsync("Claims[0].ClaimantText", "local residents");
        await Assertions.Expect(form.Locator("[data-review-hint]")).ToContainTextAsync("once it is approved");
        await form.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(form.Locator("[data-submission=waiting]")).ToBeVisibleAsync();

        await using var lina = await SignedInAsync(site, "lina", "/desk/events");
        await lina.GoAsync("/desk/review");
        await lina.Page.Locator("[data-review]").ClickAsync();
        await lina.AtDeskAsync();
        await Assertions.Expect(lina.Page.Locator("[data-field='Title']")).ToContainTextAsync("A gathering in the square");
        await Assertions.Expect(lina.Page.Locator(".review-sources")).ToContainTextAsync("A statement on the gathering");
        Assert.Equal(before, await reader.CertainAsync());
        await lina.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(lina.Page.Locator("[data-done]")).ToContainTextAsync("Approved");
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-certain", $"{before + 1}");

        // A change of what readers see: they go on seeing it, and who proposed it reads why it came back.
        await rana.GoAsync("/desk/events/1001");
        await rana.AtDeskAsync();
        await form.EnterAsync("Title", "A title that is sent back");
        await form.EnterAsync("Reason", "read again");
        await form.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(form.Locator("[data-submission=waiting]")).ToBeVisibleAsync();
        await lina.GoAsync("/desk/review?kind=change");
        await lina.Page.Locator("[data-review]").ClickAsync();
        await lina.AtDeskAsync();
        await lina.Page.Locator("[data-reason]").FillAsync("The source does not say so");
        await lina.Page.Locator("[data-send-back]").ClickAsync();
        await Assertions.Expect(lina.Page.Locator("[data-done]")).ToContainTextAsync("Sent back");
        await form.ReloadAsync();
        await rana.AtDeskAsync();
        await Assertions.Expect(form.Locator("[data-submission=sent-back]")).ToContainTextAsync("The source does not say so");
        await Assertions.Expect(form.Field("Title")).ToHaveValueAsync("A title that is sent back");
        await reader.GoAsync("/?event=1001");
        await reader.LiveAsync();
        await Assertions.Expect(reader.Page.GetByText("A title that is sent back")).ToHaveCountAsync(0);
        foreach (var visit in new[] { rana, lina, reader })
        {
            Assert.Empty(visit.Violations);
            Assert.Empty(visit.Errors);
        }
    }

    private async Task<Visit> SignedInAsync(Site site, string name, string path)
    {
        var visit = await product.VisitAsync(site, "/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await visit.Page.GetByLabel("E-mail").FillAsync($"{name}@example.org");
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Phrase);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visit.AtDeskAsync();
        return visit;
    }

    /// <summary>
    /// An account as an invitation makes it, put straight into the database of a running product. Nothing of the product is used here: loading it would choose another SQLite engine than this process has begun with.
    /// </summary>
    private static async Task AddAsync(Site site, string name, string role)
    {
        await using var db = new SqliteConnection($"Data Source={site.DatabasePath};Pooling=False;Default Timeout=30");
        await db.OpenAsync();
        using var add = db.CreateCommand();
        add.CommandText = """
            INSERT INTO AspNetUsers (Id, DisplayName, Disabled, UserName, NormalizedUserName, Email, NormalizedEmail, EmailConfirmed, PasswordHash, SecurityStamp, ConcurrencyStamp, PhoneNumberConfirmed, TwoFactorEnabled, LockoutEnabled, AccessFailedCount)
            VALUES ($id, $id, 0, $mail, upper($mail), $mail, upper($mail), 1, $hash, $id, $id, 0, 0, 1, 0);
            INSERT INTO AspNetUserRoles (UserId, RoleId) SELECT $id, Id FROM AspNetRoles WHERE Name = $role;
            """;
        add.Parameters.AddWithValue("$id", name);
        add.Parameters.AddWithValue("$mail", $"{name}@example.org");
        add.Parameters.AddWithValue("$role", role);
        add.Parameters.AddWithValue("$hash", new PasswordHasher<object>().HashPassword(new(), Phrase));
        await add.ExecuteNonQueryAsync();
    }
}
