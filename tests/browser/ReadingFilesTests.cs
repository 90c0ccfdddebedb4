using System.Text;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Reports that are chosen as files: a text, a saved page, a PDF whose words are taken in the browser.</summary>
[Collection(nameof(ThirdProduct))]
public class ReadingFilesTests(Product product)
{
    private static readonly string[][] Pages =
    [
        ["A made-up quarterly, page 1", "", "On 3 May 2018 two shells fell near the mill of an invented", "village, and the people who were dis-", "placed by them came back by night.", "", "A second paragraph tells of a market that was opened again"],
        ["A made-up quarterly, page 2", "", "by the traders (nobody was hurt) on the same day."],
        ["A made-up quarterly, page 3", "", "Nothing else is told."],
    ];

    [Fact]
    public async Task The_words_of_a_PDF_are_taken_in_the_browser_and_what_has_none_is_refused_in_words()
    {
        await using var editor = await product.EditorAsync(product.Site, "/desk/read/new");
        var (page, text) = (editor.Page, editor.Page.Field("Text"));
        await Assertions.Expect(text).ToBeFocusedAsync();
        Assert.DoesNotContain(editor.Requests, url => url.Contains("pdf-worker", StringComparison.Ordinal));

        await ChooseAsync(page, "made-up.pdf", "application/pdf", MadePdf.Of(Pages));
        await Assertions.Expect(text).ToHaveValueAsync(
            "On 3 May 2018 two shells fell near the mill of an invented village, and the people who were displaced by them came back by night.\n\n"
            + "A second paragraph tells of a market that was opened again by the traders (nobody was hurt) on the same day.\n\nNothing else is told.");
        await Assertions.Expect(page.Locator("[data-file-news]")).ToContainTextAsync("“made-up.pdf” are in the field");
        Assert.Contains(editor.Requests, url => url.Contains("pdf-worker", StringComparison.Ordinal));

        await RefusedAsync(page, MadePdf.Of([[]]), "pictures of pages and no text");
        await RefusedAsync(page, MadePdf.Of(Pages, encrypted: true), "asks for a password");
        await RefusedAsync(page, Encoding.ASCII.GetBytes("%PDF-1.4 and then nothing"), "cannot be read as a PDF");
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^On 3 May"));

        // Of a saved page the article is taken, of a text all of it; what is no text is refused.
        var body = string.Join(' ', Enumerable.Repeat("An invented sentence of the article that is long enough to be one.", 5));
        await ChooseAsync(page, "page.html", "text/html", Encoding.UTF8.GetBytes($"<html><body><nav>Menu Contact</nav><article><p>{body}</p></article></body></html>"));
        await Assertions.Expect(text).ToHaveValueAsync(body);
        await ChooseAsync(page, "note.txt", "text/plain", Encoding.UTF8.GetBytes("Words of a note, أعزاز."));
        await Assertions.Expect(text).ToHaveValueAsync("Words of a note, أعزاز.");
        await ChooseAsync(page, "latin.txt", "text/plain", [(byte)'a', 0xE9, (byte)'b']);
        await Assertions.Expect(page.GetByText("not a text in UTF-8")).ToBeVisibleAsync();
        Assert.Empty(editor.Violations);
        Assert.Empty(editor.Errors);
        Assert.Empty(editor.Outside());
    }

    private static async Task RefusedAsync(IPage page, byte[] bytes, string words)
    {
        await ChooseAsync(page, "other.pdf", "application/pdf", bytes);
        await Assertions.Expect(page.GetByText(words)).ToBeVisibleAsync();
    }

    private static Task ChooseAsync(IPage page, string name, string type, byte[] bytes) => page.Locator("#f-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = bytes });
}
