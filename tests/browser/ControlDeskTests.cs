using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Map.Browser.Tests;

[Collection(nameof(SecondProduct))]
public class ControlDeskTests(Product product, ITestOutputHelper output)
{
    private static readonly Regex Ahrar = new("ahrar-al-sham");

    /// <summary>Made up for this test: towns, who holds them, how, from when, and words.</summary>
    private static readonly (string Place, string Holders, string Posture, string Date, string Quote)[] Report =
    [
        ("Manbij", "SNA", "holds", "11 December 2024", "first"), ("كوباني", "5 + 4", "contested", "11 December 2024", ""), ("al-Bab", "4", "holds", "11 December 2024", ""), ("Azaz", "4", "holds", "11 December 2024", ""),
        ("Idlib", "2", "holds", "11 December 2024", "fifth"), ("Ariha", "2", "holds", "11 December 2024", ""), ("Raqqa", "sdf", "holds", "11 December 2024", ""), ("Tabqa", "sdf", "holds", "11 December 2024", ""),
        ("Hasakah", "sdf", "holds", "11 December 2024", ""), ("Qamishli", "sdf", "holds", "11 December 2024", ""), ("Aleppo", "3", "holds", "10 December 2024", ""), ("Hama", "3", "holds", "10 December 2024", ""),
        ("Homs", "3", "holds", "10 December 2024", ""), ("Latakia", "3", "holds", "10 December 2024", ""), ("Tartus", "3", "holds", "10 December 2024", "fifteenth"), ("Palmyra", "3", "holds", "10 December 2024", ""),
        ("Daraa", "3", "holds", "10 December 2024", ""), ("Jarabulus", "4 + 8", "joint", "10 December 2024", ""), ("Afrin", "4 + 8", "joint", "10 December 2024", ""), ("Tell Abyad", "7", "holds", "10 December 2024", "last"),
    ];

    [Fact]
    public async Task Twenty_claims_of_one_report_are_entered_by_keyboard_alone_and_shown_on_every_open_map()
    {
        await using var site = await product.CopyAsync();
        await using var reader = await product.VisitAsync(site, "/?date=2024-12-11&window=1d&at=36.53,37.95,9");
        await reader.LiveAsync();
        await Assertions.Expect(reader.Map).Not.ToHaveAttributeAsync("data-holders", Ahrar);
        await using var editor = await product.EditorAsync(site, "/desk/control/new");
        var page = editor.Page;
        var keys = 0;
        Task PressAsync(string key)
        {
            keys++;
            return page.Keyboard.PressAsync(key);
        }
        async Task InAsync(string field) => await Assertions.Expect(page.Locator("#f-" + field)).ToBeFocusedAsync();

        // The report is chosen once, by keyboard too; it is not among the keys of a claim.
        await page.Locator("#f-sourceid").FocusAsync();
        await page.Keyboard.TypeAsync("Fall of Damascus");
        await Assertions.Expect(page.Locator("#f-sourceid-list [role=option][aria-selected=true]")).ToContainTextAsync("Fall of Damascus");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".desk-source-title")).ToContainTextAsync("Fall of Damascus");
        await page.Locator("#f-lines-0-placekey").FocusAsync();

        var before = Report[0] with { Holders = "", Posture = "holds", Date = "" };
        for (var i = 0; i < Report.Length; i++)
        {
            var claim = Report[i];
            var line = $"lines-{i}-";
            await InAsync(line + "placekey");
            await page.Keyboard.TypeAsync(claim.Place);
            await Assertions.Expect(page.Locator($"#f-{line}placekey-list [role=option][aria-selected=true]")).ToBeVisibleAsync();
            await PressAsync("Enter");
            var last = claim.Quote.Length > 0 ? 4 : claim.Date != before.Date ? 3 : claim.Posture != before.Posture ? 2 : claim.Holders != before.Holders ? 1 : 0;
            for (var field = 1; field <= last; field++)
            {
                await PressAsync("Tab");
                var (name, now, was) = field switch { 1 => ("holders", claim.Holders, before.Holders), 2 => ("posture", claim.Posture, before.Posture), 3 => ("datetext", claim.Date, before.Date), _ => ("quote", claim.Quote, "") };
                await InAsync(line + name);
                if (now == was) { continue; }
                // The first letter chooses how a place is held.
                if (name == "posture") { await PressAsync(now[..1]); } else { await page.Keyboard.TypeAsync(now); }
            }
            await PressAsync("Enter");
            before = claim;
        }
        await InAsync($"lines-{Report.Length}-placekey");
        output.WriteLine($"{keys} keys for {Report.Length} claims beyond their words: {keys / (double)Report.Length:0.0} a claim");
        Assert.True(keys <= 12 * Report.Length, $"{keys} keys");
        await Assertions.Expect(page.Locator(".desk-foot-news")).ToContainTextAsync("20 claims");
        await Assertions.Expect(page.Locator(".desk-problem")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published: 20 claims");
        Assert.Equal(20, await CountAsync(site, "SELECT COUNT(*) FROM ControlClaims WHERE Key LIKE 'desk-%' AND Status = 'published'"));
        Assert.Equal(1, await CountAsync(site, "SELECT COUNT(*) FROM Audit WHERE Target = '20 control claims'"));

        // Who held nothing that day before is on the other open map, which was not loaded again.
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-holders", Ahrar);
        Assert.Empty(editor.Violations);
        Assert.Empty(editor.Errors);
        Assert.Empty(editor.Outside());
    }

    [Fact]
    public async Task What_a_claim_would_do_is_said_and_drawn_before_it_is_saved_and_readers_see_nothing_of_it()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/control/new");
        var page = editor.Page;
        await page.ChooseAsync("f-sourceid", "Fall of Damascus", "Fall of Damascus");
        await page.ChooseAsync("f-lines-0-placekey", "Raqqa", "Raqqa");
        await page.EnterAsync("Lines[0].Holders", "ahrar");
        await page.EnterAsync("Lines[0].DateText", "9 December 2024");
        await Assertions.Expect(page.Locator("[data-effect=changes]")).ToContainTextAsync("SDF → Ahrar from 9 December 2024");
        await Assertions.Expect(page.Locator(".effect-band")).ToContainTextAsync("Preview, not saved");
        var map = page.Locator(".effect-map [data-map]");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-preview", "true");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2024-12-09");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-holders", Ahrar);
        Assert.Equal(0, await CountAsync(site, "SELECT COUNT(*) FROM ControlClaims WHERE Key LIKE 'desk-%'"));

        await page.EnterAsync("Lines[0].Holders", "sdf");
        await Assertions.Expect(page.Locator("[data-effect=confirms]")).ToBeVisibleAsync();
        await Assertions.Expect(map).Not.ToHaveAttributeAsync("data-holders", Ahrar);
        await page.EnterAsync("Lines[0].PlaceKey", "");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-preview", "false");
    }

    [Fact]
    public async Task A_half_typed_sheet_comes_back_after_a_reload_and_a_claim_is_found_changed_and_taken_back()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/control/new");
        var page = editor.Page;
        await page.ChooseAsync("f-lines-0-placekey", "Manbij", "Manbij");
        await page.Field("Lines[0].Quote").PressSequentiallyAsync("words that were n");
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(kept => kept.includes('words that were n'))");
        await page.ReloadAsync();
        await editor.AtDeskAsync();
        await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Field("Lines[0].Quote")).ToHaveValueAsync("words that were n");
        await Assertions.Expect(page.Field("Lines[0].PlaceKey")).ToHaveValueAsync("Manbij");

        await editor.GoAsync("/desk/control");
        await editor.AtDeskAsync();
        await page.Locator("[data-filter=place]").FillAsync("منبج");
        await page.Locator("[data-filter=holder]").SelectOptionAsync("sna");
        await page.Locator(".event-cell a", new() { HasText = "Manbij" }).First.ClickAsync();
        await editor.AtDeskAsync();
        await Assertions.Expect(page.Field("Lines[0].Holders")).ToHaveValueAsync("SNA");
        await page.EnterAsync("Lines[0].Note", "looked at again");
        await page.EnterAsync("Reason", "checked");
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published");
        await page.Locator(".desk-history summary").ClickAsync();
        await Assertions.Expect(page.Locator(".desk-history")).ToContainTextAsync("looked at again");
        await page.Locator("[data-delete=ask]").ClickAsync();
        await page.GetByLabel("Why is it deleted?").FillAsync("recorded twice");
        await page.Locator("[data-delete=yes]").ClickAsync();
        await page.Locator("[data-deleted] button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-deleted]")).ToHaveCountAsync(0);
    }

    private static async Task<int> CountAsync(Site site, string question)
    {
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        using var count = db.CreateCommand();
        count.CommandText = question;
        return Convert.ToInt32(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
