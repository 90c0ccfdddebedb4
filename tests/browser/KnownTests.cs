using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(Product))]
public class KnownTests(Product product)
{
    [Fact]
    public async Task A_past_day_is_set_with_the_keyboard_says_which_it_is_and_is_left_with_the_view_as_it_stands()
    {
        await using var visit = await product.VisitAsync("/?date=2019-05-01&window=90d");
        await visit.ReadyAsync();
        var page = visit.Page;
        // The data of the tests were loaded today: nothing was public before.
        var day = DateTime.UtcNow.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await page.GetByRole(AriaRole.Button, new() { Name = "Layers" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("As known on …").FillAsync(day);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"date=2019-05-01.*known={day}"));
        await Assertions.Expect(page.Locator(".known")).ToContainTextAsync("Nothing was published on");
        await visit.ReadyAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-certain", "0");
        Assert.All(visit.Requests.Where(url => url.Contains($"/data/known/{day}/", StringComparison.Ordinal)), url => Assert.StartsWith(product.Site.Address.ToString(), url, StringComparison.Ordinal));
        Assert.Contains(visit.Requests, url => url.Contains($"/data/known/{day}/events-", StringComparison.Ordinal));

        await page.Locator(".known-back").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?date=2019-05-01&window=90d[^?]*$"));
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("known="));
        await visit.ReadyAsync();
        await Assertions.Expect(visit.Map).Not.ToHaveAttributeAsync("data-certain", "0");
        Assert.Empty(visit.Errors);
        Assert.Empty(visit.Violations);
    }
}
