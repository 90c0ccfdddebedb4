using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(ThirdProduct))]
public class SlowLineTests(Product product)
{
    /// <summary>Fields of both forms that the server writes differently from how they were typed, and some that it leaves alone.</summary>
    public static TheoryData<string, string, string, string, string?> Fields => new()
    {
        { "/desk/events/new", "Title", "Convoy stopped", " near Azaz", null },
        { "/desk/events/new", "Description", "First line", "\nand what came after it", null },
        { "/desk/events/new", "DateText", "6 May", " 2014", null },
        { "/desk/events/new", "DateAnchor", "8 May 2014", " or a day later", null },
        { "/desk/events/new", "PlaceName", "Azaz ", "and a village near it", "Azaz and a village near it" },
        { "/desk/control/new", "Lines[0].Holders", "4", " + 8", "SNA + Türkiye" },
        { "/desk/control/new", "Lines[0].DateText", "9 December", " 2024", null },
        { "/desk/control/new", "Lines[0].Quote", "the town", " and its bridge", null },
        { "/desk/zones/new", "Series.Method", "Drawn by hand", " along roads", null },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task What_is_typed_before_a_late_answer_comes_stands_in_field_draft_and_record(string form, string path, string handedOver, string typedSince, string? tidied)
    {
        await using var visit = await product.VisitAsync("/account/sign-in");
        var line = await SlowLine.LayAsync(visit.Page);
        var page = visit.Page;
        await visit.SignInAsync(form);
        await visit.DiscardRestoredAsync();
        var field = page.Field(path);

        line.Hold();
        await field.PressSequentiallyAsync(handedOver);
        // Left and come back to, as with Tab and Shift+Tab: the browser hands the field over.
        await field.BlurAsync();
        await field.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(typedSince);
        // The server has heard it and answered.
        await line.Answered;
        line.Release();
        await Assertions.Expect(page.Locator(".desk-kept")).Not.ToBeEmptyAsync();
        await Assertions.Expect(field).ToHaveValueAsync(handedOver + typedSince);
        await page.WaitForFunctionAsync("words => Object.values(localStorage).some(kept => kept.includes(JSON.stringify(words).slice(1, -1)))", handedOver + typedSince);
        await Assertions.Expect(field).ToHaveValueAsync(handedOver + typedSince);

        await field.BlurAsync();
        await Assertions.Expect(field).ToHaveValueAsync(tidied ?? handedOver + typedSince);
        await page.ReloadAsync();
        await visit.AtDeskAsync();
        await Assertions.Expect(field).ToHaveValueAsync(tidied ?? handedOver + typedSince);
    }

    [Fact]
    public async Task Nothing_typed_into_a_sheet_of_claims_is_lost_when_the_line_breaks_and_the_server_is_killed_and_it_is_saved_once()
    {
        const string Quote = "the town, and its bridge", Note = "read twice, written while nobody heard", More = "; and on after the server was killed";
        var site = await product.CopyAsync();
        try
        {
            await using var visit = await product.VisitAsync(site, "/account/sign-in");
            var line = await SlowLine.LayAsync(visit.Page);
            var page = visit.Page;
            await visit.SignInAsync("/desk/control/new");
            await page.ChooseAsync("f-sourceid", "Fall of Damascus", "Fall of Damascus");
            await page.ChooseAsync("f-lines-0-placekey", "Manbij", "Manbij");
            await page.EnterAsync("Lines[0].Holders", "4 + 8");
            await page.Field("Lines[0].Posture").SelectOptionAsync("joint");
            await page.EnterAsync("Lines[0].DateText", "9 December 2024");
            await Assertions.Expect(page.Field("Lines[0].Holders")).ToHaveValueAsync("SNA + Türkiye");

            // The server hears one more field and keeps it, but its answer is lost with the line: the two copies have parted.
            line.Hold();
            await page.EnterAsync("Lines[0].Quote", Quote);
            await line.Answered;
            await KeptOnServerAsync(site, Quote);
            await page.Field("Lines[0].Note").PressSequentiallyAsync(Note[..10]);
            await line.BreakAsync();
            await page.Keyboard.TypeAsync(Note[10..]);
            await site.DisposeAsync();
            await page.Keyboard.TypeAsync(More);
            await page.WaitForFunctionAsync("words => Object.values(localStorage).some(kept => kept.includes(words))", Note + More);

            site = await Site.StartAsync(site.DataFolder, port: site.Address.Port);
            line.Release();
            await page.GotoAsync(page.Url);
            await visit.AtDeskAsync();
            await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".desk-source-title")).ToContainTextAsync("Fall of Damascus");
            foreach (var (field, words) in new[] { ("PlaceKey", "Manbij"), ("Holders", "SNA + Türkiye"), ("Posture", "joint"), ("DateText", "9 December 2024"), ("Quote", Quote), ("Note", Note + More) })
            {
                await Assertions.Expect(page.Field("Lines[0]." + field)).ToHaveValueAsync(words);
            }

            await page.EvaluateAsync("() => { for (let i = 0; i < 10; i++) document.querySelector('[data-save=publish]').click(); }");
            await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published: 1 claim");
            Assert.Equal([$"{Quote}|{Note}{More}|sna+turkey|joint|2024-12-09"], await AskAsync(site, "SELECT Quote || '|' || Note || '|' || Holders || '|' || Posture || '|' || Edtf FROM ControlClaims WHERE Key LIKE 'desk-%'"));
            await page.ReloadAsync();
            await visit.AtDeskAsync();
            await Assertions.Expect(page.Locator("[data-restored]")).ToHaveCountAsync(0);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    /// <summary>Asks the drafts on the server until they hold the words; bounded at half a minute.</summary>
    private static async Task KeptOnServerAsync(Site site, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Chromium.Patience));
        while (!(await AskAsync(site, "SELECT Json FROM Drafts")).Any(json => json.Contains(words, StringComparison.Ordinal))) { await Task.Delay(100, patience.Token); }
    }

    private static async Task<List<string>> AskAsync(Site site, string question)
    {
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        using var ask = db.CreateCommand();
        ask.CommandText = question;
        await using var rows = await ask.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync()) { found.Add(rows.GetString(0)); }
        return found;
    }
}
