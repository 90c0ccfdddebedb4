using System.Globalization;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(ThirdProduct))]
public class MergeTests(Product product)
{
    private const long Known = 2001;

    [Fact]
    public async Task An_event_recorded_twice_is_noticed_merged_and_can_be_taken_apart_again()
    {
        await using var site = await product.CopyAsync();
        var (type, latitude, longitude) = await FactsAsync(site);
        await using var reader = await product.VisitAsync(site, "/?date=2018-08-08&window=1d");
        await reader.LiveAsync();
        var before = await reader.CertainAsync();
        await using var editor = await product.EditorAsync(site, "/desk/events/new");
        var page = editor.Page;
        var id = page.Url.Split('/')[^1].Split('?')[0];

        // While it is typed, the event that it may be is listed with what tells the two apart.
        await page.Field("Type").SelectOptionAsync(type);
        await page.EnterAsync("Title", "Thirty people arrested in the south");
        await page.EnterAsync("DateText", "9 August 2018");
        await page.EnterAsync("Coordinates", string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}"));
        var same = page.Locator($"[data-duplicate='{Known}']");
        await Assertions.Expect(same).ToContainTextAsync("8 August 2018");
        await page.EnterAsync("DateText", "12 August 2018");
        await Assertions.Expect(same).ToHaveCountAsync(0);
        await page.EnterAsync("DateText", "8 August 2018");
        await page.EnterAsync("Claims[0].Says", "About thirty were taken");
        await page.EnterAsync("Claims[0].ClaimantText", "a witness");
        await page.Locator("[data-add=source]").ClickAsync();
        await page.EnterAsync("Claims[0].NewSource.Title", "Another report");
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-certain", $"{before + 1}");

        // Side by side, chosen, merged.
        await page.Locator($"[data-merge-into='{Known}']").ClickAsync();
        await page.WaitForURLAsync($"**/desk/events/{Known}/merge/{id}");
        await editor.AtDeskAsync();
        await page.Locator("[data-merge-field=Title] input[value=Other]").CheckAsync();
        await Assertions.Expect(page.Locator("[data-preview] h3")).ToHaveTextAsync("Thirty people arrested in the south");
        await Assertions.Expect(page.Locator("[data-preview-grade]")).ToBeVisibleAsync();
        await page.Locator("[data-merge=save]").ClickAsync();
        await page.WaitForURLAsync($"**/desk/events/{Known}");
        await editor.AtDeskAsync();
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-certain", $"{before}");
        await page.Locator(".desk-history summary").ClickAsync();
        await Assertions.Expect(page.Locator(".desk-history [data-record]").First).ToContainTextAsync("Thirty people arrested in the south");

        // Every address of the one leads to the other.
        await reader.GoAsync($"/?event={id}");
        await reader.LiveAsync();
        Assert.Contains($"event={Known}", reader.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.Locator($"[data-card='{Known}']")).ToContainTextAsync("About thirty were taken");
        var card = await reader.Page.APIRequest.GetAsync(new Uri(site.Address, $"/data/event/{id}.json").ToString());
        Assert.EndsWith($"/data/event/{Known}.json", card.Url, StringComparison.Ordinal);
        var embed = await reader.Page.APIRequest.GetAsync(new Uri(site.Address, $"/embed?event={id}&lang=ar").ToString());
        Assert.EndsWith($"/embed?event={Known}&lang=ar", embed.Url, StringComparison.Ordinal);
        await editor.GoAsync($"/desk/events/{id}");
        await editor.AtDeskAsync();
        Assert.EndsWith($"/desk/events/{Known}", page.Url, StringComparison.Ordinal);

        // And back: both stand on the map again.
        await page.Locator($"[data-merged-in='{id}'] [data-take-back]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("as they were before");
        await Assertions.Expect(page.Locator("[data-merged-in]")).ToHaveCountAsync(0);
        await reader.GoAsync("/?date=2018-08-08&window=1d");
        await reader.LiveAsync();
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-certain", $"{before + 1}");
        await editor.GoAsync($"/desk/events/{id}");
        await editor.AtDeskAsync();
        await Assertions.Expect(page.Field("Title")).ToHaveValueAsync("Thirty people arrested in the south");
        Assert.Empty(editor.Violations);
        Assert.Empty(editor.Errors);
        Assert.Empty(editor.Outside());
        Assert.Empty(reader.Errors);
    }

    private static async Task<(string Type, double Latitude, double Longitude)> FactsAsync(Site site)
    {
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        using var ask = db.CreateCommand();
        ask.CommandText = $"SELECT Type, Latitude, Longitude FROM Events WHERE Id = {Known}";
        using var row = await ask.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return (row.GetString(0), row.GetDouble(1), row.GetDouble(2));
    }
}
