using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Map.Browser.Tests;

[Collection(nameof(SecondProduct))]
public class EditTests(Product product, ITestOutputHelper output)
{
    [Fact]
    public async Task An_event_with_every_field_is_on_every_open_map_and_survives_reload_edit_and_deletion()
    {
        await using var site = await product.CopyAsync();
        await using var reader = await product.VisitAsync(site, "/?date=2014-05-06&window=1d");
        await reader.LiveAsync();
        var before = await reader.CertainAsync();
        await using var editor = await product.EditorAsync(site, "/desk/events/new");
        var page = editor.Page;

        await page.Field("Type").SelectOptionAsync("detention");
        await page.EnterAsync("Title", "Convoy stopped near Azaz");
        await page.EnterAsync("TitleAr", "توقيف رتل قرب أعزاز");
        await page.EnterAsync("DateText", "6 May 2014");
        await page.EnterAsync("SourcePhrase", "on Tuesday");
        await page.EnterAsync("DateAnchor", "8 May 2014");
        await page.ChooseAsync("f-placename", "Azaz", "Azaz");
        await page.EnterAsync("Coordinates", "36°36'N 37°3'E");
        await page.Field("Precision").SelectOptionAsync("near");
        await page.Locator("[data-add=actor]").ClickAsync();
        await page.ChooseAsync("f-actor-add", "Tahrir al Sham", "Tahrir al-Sham");
        await page.Field("Actors[0].Role").SelectOptionAsync("initiator");
        await page.Locator("[data-add=figure]").ClickAsync();
        await page.Field("Figures[0].Kind").SelectOptionAsync("detained");
        await page.EnterAsync("Figures[0].Low", "2");
        await page.EnterAsync("Figures[0].Best", "3");
        await page.EnterAsync("Figures[0].High", "5");
        await page.EnterAsync("Description", "First line\nsecond line");
        await page.Locator("[data-add=source]").ClickAsync();
        foreach (var (part, words) in NewSource) { await page.EnterAsync("Claims[0].NewSource." + part, words); }
        await page.Field("Claims[0].NewSource.Reliability").SelectOptionAsync("C");
        await page.Field("Claims[0].NewSource.Kind").SelectOptionAsync("statement");
        await page.Field("Claims[0].Field").SelectOptionAsync("attribution");
        await page.Field("Claims[0].Credibility").SelectOptionAsync("3");
        await page.ChooseAsync("f-claims-0-placetext", "Idlib", "Idlib");
        foreach (var (part, words) in Claim) { await page.EnterAsync("Claims[0]." + part, words); }
        await page.GetByLabel("Denies that it was so").CheckAsync();
        await page.EnterAsync("Reason", "first record");

        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published");
        var since = Stopwatch.StartNew();
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-certain", $"{before + 1}");
        output.WriteLine($"On the other open map {since.ElapsedMilliseconds} ms after the save was acknowledged");

        await page.ReloadAsync();
        await editor.AtDeskAsync();
        await ShowsAsync(page, "Title", "Convoy stopped near Azaz");
        await ShowsAsync(page, "TitleAr", "توقيف رتل قرب أعزاز");
        await ShowsAsync(page, "Type", "detention");
        await ShowsAsync(page, "DateText", "2014-05-06");
        await ShowsAsync(page, "SourcePhrase", "on Tuesday");
        await ShowsAsync(page, "DateAnchor", "2014-05-08");
        await ShowsAsync(page, "PlaceName", "Azaz");
        await ShowsAsync(page, "Coordinates", "36.6, 37.05");
        await ShowsAsync(page, "Precision", "near");
        await Assertions.Expect(page.Locator(".desk-chip-name").First).ToContainTextAsync("Tahrir al-Sham");
        await ShowsAsync(page, "Actors[0].Role", "initiator");
        foreach (var (path, words) in new[] { ("Kind", "detained"), ("Low", "2"), ("Best", "3"), ("High", "5") }) { await ShowsAsync(page, "Figures[0]." + path, words); }
        await ShowsAsync(page, "Description", "First line\nsecond line");
        await Assertions.Expect(page.Locator("[data-source='Claims[0]']")).ToContainTextAsync("A statement about the convoy");
        foreach (var (part, words) in Claim) { await ShowsAsync(page, "Claims[0]." + part, part is "SaidOn" ? "2014-05-07" : part is "When" ? "2014-05-06" : words); }
        await ShowsAsync(page, "Claims[0].Field", "attribution");
        await ShowsAsync(page, "Claims[0].Credibility", "3");
        await ShowsAsync(page, "Claims[0].PlaceText", "Idlib");
        await Assertions.Expect(page.GetByLabel("Denies that it was so")).ToBeCheckedAsync();

        await page.EnterAsync("Title", "Convoy stopped at Azaz");
        await page.EnterAsync("Reason", "read again");
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Convoy stopped at Azaz" })).ToBeVisibleAsync();
        await page.Locator(".desk-history summary").ClickAsync();
        await Assertions.Expect(page.Locator(".desk-history")).ToContainTextAsync("read again");

        await page.Locator("[data-delete=ask]").ClickAsync();
        await page.GetByLabel("Why is it deleted?").FillAsync("recorded twice");
        await page.Locator("[data-delete=yes]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-deleted]")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-certain", $"{before}");
        await editor.GoAsync("/desk/events");
        await editor.AtDeskAsync();
        await page.Locator("[data-filter=status]").SelectOptionAsync("deleted");
        await page.Locator("[data-restore]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-restore]")).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-certain", $"{before + 1}");
        Assert.Empty(editor.Violations);
        Assert.Empty(editor.Errors);
        Assert.Empty(editor.Outside());
    }

    [Fact]
    public async Task The_second_of_two_editors_chooses_field_by_field_and_nothing_is_dropped()
    {
        await using var site = await product.CopyAsync();
        await using var first = await product.EditorAsync(site, "/desk/events/1001");
        await using var second = await product.EditorAsync(site, "/desk/events/1001");
        await first.Page.EnterAsync("Title", "A title by the first");
        await first.Page.EnterAsync("Reason", "the first's reason");
        await second.Page.EnterAsync("Description", "A description by the second");
        await second.Page.EnterAsync("Reason", "the second's reason");
        await first.Page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(first.Page.Locator("[data-saved]")).ToBeVisibleAsync();

        await second.Page.Locator("[data-save=publish]").ClickAsync();
        var conflict = second.Page.Locator(".desk-conflict");
        await Assertions.Expect(conflict).ToContainTextAsync("A title by the first");
        await Assertions.Expect(conflict).ToContainTextAsync("A description by the second");
        await second.Page.Locator("[data-merge=save]").ClickAsync();

        await Assertions.Expect(second.Page.Locator("[data-saved]")).ToBeVisibleAsync();
        await ShowsAsync(second.Page, "Title", "A title by the first");
        await ShowsAsync(second.Page, "Description", "A description by the second");
        await second.Page.Locator(".desk-history summary").ClickAsync();
        await Assertions.Expect(second.Page.Locator(".desk-history")).ToContainTextAsync("the first's reason");
        await Assertions.Expect(second.Page.Locator(".desk-history")).ToContainTextAsync("the second's reason");
    }

    [Fact]
    public async Task What_is_half_typed_comes_back_after_a_reload_and_is_gone_after_signing_out()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/events/new");
        var page = editor.Page;
        await page.EnterAsync("Title", "A title that was left");
        await page.Field("Description").PressSequentiallyAsync("a description that was n");
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(kept => kept.includes('that was n'))");

        await page.ReloadAsync();
        await editor.AtDeskAsync();
        await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
        await ShowsAsync(page, "Title", "A title that was left");
        await ShowsAsync(page, "Description", "a description that was n");

        await page.Locator(".account-name").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).First.ClickAsync();
        await page.WaitForURLAsync(site.Address.ToString());
        Assert.False(await page.EvaluateAsync<bool>("() => Object.keys(localStorage).some(key => key.startsWith('map-draft'))"));
    }

    [Fact]
    public async Task What_was_changed_while_the_server_did_not_hear_is_saved_with_the_rest()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/events/new");
        var page = editor.Page;
        await page.Field("Type").SelectOptionAsync("clash");
        await page.EnterAsync("Title", "A title that arrived");
        await page.EnterAsync("DateText", "6 May 2014");
        // As on a line that is down: the browser's own change never reaches the server.
        await page.EvaluateAsync("() => window.addEventListener('change', lost => lost.stopImmediatePropagation(), { capture: true, signal: (window.down = new AbortController()).signal })");
        await page.EnterAsync("Title", "A title typed meanwhile");
        await page.Field("Type").SelectOptionAsync("protest");
        await page.EvaluateAsync("() => window.down.abort()");

        await page.Locator("[data-save=draft]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await editor.AtDeskAsync();
        await ShowsAsync(page, "Title", "A title typed meanwhile");
        await ShowsAsync(page, "Type", "protest");
    }

    [Fact]
    public async Task Ten_presses_of_the_key_save_one_event()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/events/new");
        var page = editor.Page;
        await page.Field("Type").SelectOptionAsync("clash");
        await page.EnterAsync("Title", "Saved by the keyboard");
        await page.EnterAsync("DateText", "6 May 2014");
        await page.EvaluateAsync("() => { for (let i = 0; i < 10; i++) document.querySelector('[data-save=draft]').click(); }");
        await Assertions.Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".desk-history summary")).ToContainTextAsync("1 change");
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        using var count = db.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM Audit WHERE Act = 'save' AND Target LIKE 'event %'";
        Assert.Equal(1, Convert.ToInt32(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture));
    }

    private static readonly (string Part, string Words)[] NewSource =
    [
        ("Title", "A statement about the convoy"), ("Outlet", "A channel"), ("Author", "A speaker"), ("Url", "https://example.org/statement"),
        ("Published", "8 May 2014"), ("Language", "ar"), ("Licence", "unknown"),
    ];

    private static readonly (string Part, string Words)[] Claim =
    [
        ("Says", "A checkpoint stopped the convoy"), ("SaysAr", "أوقف حاجز الرتل"), ("ClaimantText", "local residents"), ("SaidOn", "7 May 2014"),
        ("When", "6 May 2014"), ("RadiusKm", "7.5"), ("Quote", "they stopped it"),
    ];

    private static Task ShowsAsync(IPage page, string path, string words) => Assertions.Expect(page.Field(path)).ToHaveValueAsync(words);
}
