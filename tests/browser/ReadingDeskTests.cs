using System.Globalization;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(ThirdProduct))]
public class ReadingDeskTests(Product product)
{
    private static readonly string Report = File.ReadAllText(Path.Combine(Site.Root(), "tests", "reading", "reports", "agency.txt"));

    [Fact]
    public async Task A_pasted_report_becomes_draft_events_by_keyboard_and_readers_see_none_of_it()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/read/new");
        var page = editor.Page;
        await PasteAsync(page, "A wire story made up");

        // Marked in the text, each kind; what is not the article is greyed and holds no mark.
        await Assertions.Expect(page.Locator(".read-text .read-place", new() { HasText = "Kafr Nabl" }).First).ToBeVisibleAsync();
        foreach (var kind in new[] { "date", "actor", "figure" }) { await Assertions.Expect(page.Locator($".read-text .read-{kind}").First).ToBeVisibleAsync(); }
        await Assertions.Expect(page.Locator("p.read-aside", new() { HasTextRegex = new("^By Dana Merhej") })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".read-aside .read-mark")).ToHaveCountAsync(0);

        // The first proposal has the keyboard, and its sentence is shown in the text.
        var first = page.Locator("[data-proposal='0']");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".read-said").First).ToBeVisibleAsync();
        var quote = await first.Locator(".proposal-quote").InnerTextAsync();
        Assert.Contains(quote, Report, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(first).ToHaveAttributeAsync("data-decision", "accepted");
        await Assertions.Expect(page.Locator("[data-proposal='1']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator("[data-proposal='1']")).ToHaveAttributeAsync("data-decision", "dropped");

        // Decisions are there after a reload, and the text is on the list.
        await page.ReloadAsync();
        await editor.AtDeskAsync();
        await Assertions.Expect(first).ToHaveAttributeAsync("data-decision", "accepted");
        await Assertions.Expect(page.Locator("[data-proposal='1']")).ToHaveAttributeAsync("data-decision", "dropped");
        await Assertions.Expect(page.Locator("[data-progress]")).ToContainTextAsync("1 accepted, 1 dropped");

        // The event stands on the desk as a draft, with its quote and a way back to the text.
        // Pressed for as long as a hand does: a proposal that opens under the press would move the link away from it.
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the draft" }).ClickAsync(new() { Delay = 400 });
        await editor.AtDeskAsync();
        await Assertions.Expect(page.Field("Claims[0].Quote")).ToHaveValueAsync(quote);
        await Assertions.Expect(page.Locator(".desk-quote-in")).ToHaveCountAsync(1);
        Assert.Equal(("draft", Report.ReplaceLineEndings("\n").Trim().IndexOf(quote, StringComparison.Ordinal)), await EventAsync(site));
        Assert.Empty(editor.Violations);
        Assert.Empty(editor.Errors);
        Assert.Empty(editor.Outside());
    }

    [Fact]
    public async Task A_proposal_is_corrected_with_words_marked_in_the_text_and_comes_back_after_a_reload()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/read/new");
        var page = editor.Page;
        await editor.GoAsync("/desk/read");
        await Assertions.Expect(page.Locator("[data-empty]")).ToBeVisibleAsync();
        await page.Locator("[data-read-new]").ClickAsync();
        await editor.AtDeskAsync();
        await PasteAsync(page, "Another wire story made up");
        await Assertions.Expect(page.Locator("[data-proposal='0']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Field("Events[0].Title")).ToBeFocusedAsync();

        var date = page.Locator(".read-text .read-date").First;
        var words = await date.InnerTextAsync();
        await page.Field("Events[0].DateText").FillAsync("");
        await date.DblClickAsync();
        await Assertions.Expect(page.Field("Events[0].DateText")).ToHaveValueAsync(words);
        await Assertions.Expect(page.Field("Events[0].DateText")).ToBeFocusedAsync();
        await Assertions.Expect(page.Field("Events[0].SourcePhrase")).ToHaveValueAsync(words);
        await page.EnterAsync("Events[0].Title", "A title of my own");
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(kept => kept.includes('A title of my own'))");

        await page.ReloadAsync();
        await editor.AtDeskAsync();
        await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-proposal='0'] h3")).ToHaveTextAsync("A title of my own");
        await page.Locator("[data-proposal='0'] [data-accept]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-proposal='0']")).ToHaveAttributeAsync("data-decision", "accepted");
        Assert.Empty(editor.Violations);
        Assert.Empty(editor.Errors);
    }

    private static async Task PasteAsync(IPage page, string title)
    {
        await page.Locator("[data-add=source]").ClickAsync();
        await page.EnterAsync("NewSource.Title", title);
        await page.EnterAsync("NewSource.Published", "16 May 2018");
        await Assertions.Expect(page.Locator("[data-understood]")).ToContainTextAsync("16 May 2018");
        await page.EnterAsync("Text", Report);
        await page.Locator("[data-save=publish]").ClickAsync();
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath is var path && path.StartsWith("/desk/read/", StringComparison.Ordinal) && path[^1] is >= '0' and <= '9');
    }

    private static async Task<(string Status, int QuoteStart)> EventAsync(Site site)
    {
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        using var ask = db.CreateCommand();
        ask.CommandText = "SELECT Events.Status, Claims.QuoteStart FROM Claims JOIN Events ON Events.Id = Claims.EventId JOIN ArticleDrafts ON ArticleDrafts.EventId = Events.Id WHERE Claims.ArticleId = ArticleDrafts.ArticleId";
        using var row = await ask.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return (row.GetString(0), Convert.ToInt32(row.GetValue(1), CultureInfo.InvariantCulture));
    }
}
