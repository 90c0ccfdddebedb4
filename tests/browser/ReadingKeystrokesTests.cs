using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Map.Browser.Tests;

/// <summary>How many keys it takes from a report to a saved event, the words themselves not counted.</summary>
[Collection(nameof(ThirdProduct))]
public class ReadingKeystrokesTests(Product product, ITestOutputHelper output)
{
    private const int Most = 60;

    private const string Report = "A note made up for this test\n\nOn 3 May 2018 fighters of Hayat Tahrir al-Sham arrested two men in Saraqib.\n\n"
        + "A committee of invented traders was given the keys of the mill in Sarmin on 5 May 2018, and everybody went home.\n\nNothing else is told here.";

    [Fact]
    public async Task From_the_paste_to_an_event_of_a_marked_sentence_it_takes_at_most_sixty_keys_beyond_the_words()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/read/new");
        var page = editor.Page;
        await editor.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Assertions.Expect(page.Field("Text")).ToBeFocusedAsync();
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", Report);
        var (pressed, typed) = (0, 0);

        // The report is pasted, its source found by a word, and it is read.
        await PressAsync("Control+V");
        await Assertions.Expect(page.Field("Text")).ToHaveValueAsync(Report);
        for (var tabs = 0; tabs < 10 && !await page.Field("SourceId").EvaluateAsync<bool>("field => field === document.activeElement"); tabs++) { await PressAsync("Shift+Tab"); }
        await TypeAsync("Bellingcat");
        await Assertions.Expect(page.Locator("#f-sourceid-list [role=option][aria-selected=true]")).ToContainTextAsync("Bellingcat");
        await PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-understood]")).ToBeVisibleAsync();
        await PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("[data-proposal='0']")).ToBeFocusedAsync();
        var toDesk = pressed;

        // A sentence that no rule proposed anything from is marked and made an event.
        await PressAsync("t");
        for (var steps = 0; steps < 5 && !(await page.EvaluateAsync<string>("() => getSelection().toString()")).StartsWith("A committee", StringComparison.Ordinal); steps++) { await PressAsync("ArrowDown"); }
        var toMark = pressed;
        await PressAsync("n");
        await Assertions.Expect(page.Field("Events[1].Type")).ToBeFocusedAsync();
        await PressAsync("p");
        if (await page.Field("Events[1].Type").InputValueAsync() != "politics") { await PressAsync("p"); }
        await Assertions.Expect(page.Field("Events[1].Type")).ToHaveValueAsync("politics");
        // Place and date were found in the words.
        await Assertions.Expect(page.Field("Events[1].PlaceName")).ToHaveValueAsync("Sarmin");
        await Assertions.Expect(page.Field("Events[1].DateText")).ToHaveValueAsync("2018-05-05");
        for (var tabs = 0; tabs < 10 && !await page.Field("Events[1].Title").EvaluateAsync<bool>("field => field === document.activeElement"); tabs++) { await PressAsync("Tab"); }
        await TypeAsync("Traders are given the mill of Sarmin");
        for (var tabs = 0; tabs < 30 && !await page.Locator("#f-events-1-actor-add").EvaluateAsync<bool>("field => field === document.activeElement"); tabs++) { await PressAsync("Tab"); }
        await TypeAsync("Civilians");
        await Assertions.Expect(page.Locator("#f-events-1-actor-add-list [role=option][aria-selected=true]")).ToContainTextAsync("ivilians");
        await PressAsync("Enter");
        await Assertions.Expect(page.Field("Events[1].Actors[0].Role")).ToBeFocusedAsync();
        await PressAsync("i");
        await Assertions.Expect(page.Field("Events[1].Actors[0].Role")).ToHaveValueAsync("initiator");
        await PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("[data-proposal='1']")).ToHaveAttributeAsync("data-decision", "accepted");

        output.WriteLine($"{pressed} keys beyond {typed} letters of words: {toDesk} to paste, name the source and read, {toMark - toDesk} to mark the sentence, {pressed - toMark} from it to the saved event");
        Assert.InRange(pressed, 1, Most);
        Assert.Equal(["draft|politics|sarmin|Traders are given the mill of Sarmin|2018-05-05|civilians:initiator"], await EventsAsync(site));
        Assert.Empty(editor.Violations);
        Assert.Empty(editor.Errors);

        // A chord is one key of the hand that holds and one that strikes.
        async Task PressAsync(string keys)
        {
            pressed += keys.Split('+').Length;
            await page.Keyboard.PressAsync(keys);
        }

        async Task TypeAsync(string words)
        {
            typed += words.Length;
            await page.Keyboard.TypeAsync(words);
        }
    }

    private static async Task<List<string>> EventsAsync(Site site)
    {
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        using var ask = db.CreateCommand();
        ask.CommandText = "SELECT e.Status || '|' || e.Type || '|' || p.Key || '|' || e.Title || '|' || e.Edtf || '|' || a.Key || ':' || ea.Role FROM Events e JOIN ArticleDrafts d ON d.EventId = e.Id JOIN Places p ON p.Id = e.PlaceId JOIN EventActors ea ON ea.EventId = e.Id JOIN Actors a ON a.Id = ea.ActorId";
        using var rows = await ask.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync()) { found.Add(rows.GetString(0)); }
        return found;
    }
}
