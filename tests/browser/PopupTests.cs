using System.Text.Json;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Where the list lies over the map, what the map answers is still seen: the map moves, and the keyboard goes to the answer.</summary>
[Collection(nameof(FourthProduct))]
public class PopupTests(Product product)
{
    [Theory]
    [InlineData(800, 640, "en")]
    [InlineData(800, 640, "ar")]
    [InlineData(390, 844, "en")]
    public async Task A_pop_up_asked_for_by_key_search_or_list_stands_with_its_spot_beside_the_list_and_has_the_keyboard(int width, int height, string language)
    {
        await using var visit = await product.VisitAsync($"/?date=2016-08-30&window=1y&at=36.52815,37.95495,9&layers=control,boundaries,places&lang={language}", width, height);
        await visit.LiveAsync();
        var page = visit.Page;
        if (width == 800) { await page.Locator("[data-panel-toggle]").ClickAsync(); }
        await page.Locator(".leaflet-container").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await SeenAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".map-popup")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".leaflet-container").First).ToBeFocusedAsync();

        await page.Locator(".search-input").FillAsync("Azaz");
        await Assertions.Expect(page.Locator("[role=listbox] [role=option]").First).ToContainTextAsync(language == "ar" ? "أعزاز" : "Azaz");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".map-popup-title")).ToContainTextAsync("Azaz");
        await SeenAsync(page);
        await page.Keyboard.PressAsync("Escape");

        // The sheet drawn up whole goes down again for what is asked from it.
        if (width == 390)
        {
            await page.Locator("[data-sheet-handle]").FocusAsync();
            await page.Keyboard.PressAsync("ArrowUp");
            await page.Keyboard.PressAsync("ArrowUp");
            await Assertions.Expect(page.Locator("[data-explore]")).ToHaveAttributeAsync("data-sheet-stop", "full");
        }
        await page.GetByRole(AriaRole.Tab).Nth(1).ClickAsync();
        await page.Locator(".change-place").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".map-popup-title")).ToBeVisibleAsync();
        await SeenAsync(page);
        Assert.Empty(visit.Errors);
    }

    /// <summary>Corners of the card, its way to close it and its spot, each the uppermost thing there.</summary>
    private static async Task SeenAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".map-popup")).ToBeFocusedAsync();
        var found = await page.WaitForFunctionAsync("""
            () => {
              const popup = document.querySelector('.map-popup'), ring = document.querySelector('.map-leader circle').getBoundingClientRect(), box = popup.getBoundingClientRect();
              const shut = popup.querySelector('.map-popup-close').getBoundingClientRect(), over = (x, y) => document.elementFromPoint(x, y);
              const inCard = [[box.left + 9, box.top + 9], [box.right - 9, box.top + 9], [box.left + 9, box.bottom - 9], [box.right - 9, box.bottom - 9], [shut.left + 16, shut.top + 16]];
              const inMap = [[ring.left + 2, ring.top + 11], [ring.right - 2, ring.top + 11], [ring.left + 11, ring.top + 2], [ring.left + 11, ring.bottom - 2]];
              return box.width > 0 && inCard.every(([x, y]) => popup.contains(over(x, y))) && inMap.every(([x, y]) => over(x, y)?.closest('.map-stage'));
            }
            """);
        Assert.Equal(JsonValueKind.True, (await found.JsonValueAsync<JsonElement>()).ValueKind);
    }
}
