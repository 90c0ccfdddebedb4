using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(ThirdProduct))]
public class GridTests(Product product)
{
    [Fact]
    public async Task The_table_of_events_is_walked_corrected_and_changed_in_bulk_by_keys_alone()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/events");
        var page = editor.Page;
        await Assertions.Expect(page.Locator("[data-range]")).ToHaveTextAsync(new Regex("^1–25 of 16,\\d{3}$"));
        var rows = page.Locator("[data-row]");
        var ids = await rows.EvaluateAllAsync<long[]>("found => found.slice(0, 3).map(row => Number(row.dataset.row))");
        await page.GetByLabel("Reason for the changes").FillAsync("read again");
        ILocator Cell(int row, string column) => rows.Nth(row).Locator($".grid-{column}");
        var editing = page.Locator("[data-cell-editor]");
        var title = (await Cell(0, "title").InnerTextAsync()).Trim();

        // One cell of the table is in the page's tab order; arrows walk it.
        Assert.Equal(1, await page.Locator("[role=grid] [data-cell][tabindex='0']").CountAsync());
        await rows.First.Locator("[data-cell]").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Cell(0, "title")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Cell(1, "title")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Cell(0, "title")).ToBeFocusedAsync();

        // Whoever types faster than the server opens and saves loses nothing: down, title, down, title, without a look.
        await page.Keyboard.PressAsync("ArrowDown");
        foreach (var words in new[] { "Typed at once", "And another" })
        {
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync(words);
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("ArrowDown");
        }
        await Assertions.Expect(Cell(3, "title")).ToBeFocusedAsync();
        await Assertions.Expect(Cell(1, "title")).ToHaveTextAsync("Typed at once");
        await Assertions.Expect(Cell(2, "title")).ToHaveTextAsync("And another");
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("ArrowRight");

        // What cannot be is refused at the cell and loses nothing; Escape leaves it as it was.
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(editing.Locator("input")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("12345");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(editing.GetByRole(AriaRole.Alert)).ToContainTextAsync("“12345” has no letters");
        await Assertions.Expect(editing.Locator("input")).ToHaveValueAsync("12345");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Cell(0, "title")).ToHaveTextAsync(title);
        await Assertions.Expect(Cell(0, "title")).ToBeFocusedAsync();

        // A date in words; Tab saves and opens the next cell, where a place is chosen.
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("F2");
        await Assertions.Expect(editing.Locator("input")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("early January 2017");
        await Assertions.Expect(editing.Locator("[data-understood]")).ToContainTextAsync("1 and 10 January 2017");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Cell(0, "date")).ToContainTextAsync("1 and 10 January 2017");
        await Assertions.Expect(page.Locator("#grid-place")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Azaz");
        await Assertions.Expect(page.Locator("#grid-place-list [aria-selected=true]")).ToContainTextAsync("Azaz");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cell(0, "place")).ToHaveTextAsync("Azaz");
        await Assertions.Expect(Cell(0, "place")).ToBeFocusedAsync();

        // Three rows marked by keys, one act for all of them, and the way back.
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(page.Locator("[data-row][aria-selected=true]")).ToHaveCountAsync(3);
        await page.Locator("[data-batch-what]").SelectOptionAsync("status");
        await page.Locator("[data-batch-value]").SelectOptionAsync("withdrawn");
        await page.Locator("[data-apply]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-batch]")).ToContainTextAsync("3 changed, 0 already so, 0 refused");
        await Assertions.Expect(Cell(2, "status")).ToHaveTextAsync("withdrawn");
        Assert.Equal((3, 1), await ActAsync(site, ids, "withdrawn"));
        await Cell(0, "title").FocusAsync();
        await page.Keyboard.PressAsync("Control+Z");
        await Assertions.Expect(page.Locator("[data-batch]")).ToContainTextAsync("Taken back for 3");
        await Assertions.Expect(Cell(2, "status")).ToHaveTextAsync("published");

        // Everything on the page, and the next page with the keyboard where it was.
        await page.Keyboard.PressAsync("Control+A");
        await Assertions.Expect(page.Locator("[data-batch-bar]")).ToContainTextAsync("25 events marked");
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.Locator("[data-range]")).ToContainTextAsync("26–50");
        await Assertions.Expect(Cell(0, "title")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-row][aria-selected=true]")).ToHaveCountAsync(0);
        Assert.Empty(editor.Violations);
        Assert.Empty(editor.Errors);
        Assert.Empty(editor.Outside());
    }

    /// <summary>How many of the events have a revision with that status, and by how many acts.</summary>
    private static async Task<(int Events, int Acts)> ActAsync(Site site, long[] ids, string status)
    {
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        using var ask = db.CreateCommand();
        ask.CommandText = $"SELECT COUNT(DISTINCT RowId), COUNT(DISTINCT RequestId) FROM Revisions WHERE \"Table\" = 'Events' AND Field = 'Status' AND New = $status AND RowId IN ({string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))})";
        ask.Parameters.AddWithValue("$status", status);
        using var row = await ask.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return (row.GetInt32(0), row.GetInt32(1));
    }
}
