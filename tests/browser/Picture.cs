using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>When the map's picture may be compared: the map itself says while it owes anything, and nothing else is waited for.</summary>
internal static class Picture
{
    /// <summary>For scripts of a page: done once the map owes nothing of what it was told before. Read at once: the next thing told may be drawn in any frame.</summary>
    public const string Whole = """
        (async (map = document.querySelector('[data-map]')) => {
          for (const began = performance.now(); map.dataset.behind !== 'false';) {
            if (performance.now() - began > 90_000) throw new Error('The map still owes a part of its picture.');
            await new Promise(requestAnimationFrame);
          }
        })
        """;

    /// <summary>Nothing is drawn late, in slices or in the next frame, and no data or move is on its way.</summary>
    public static Task WholeAsync(this IPage page) => Assertions.Expect(page.Locator("[data-map]")).ToHaveAttributeAsync("data-behind", "false");

    public static Task WholeAsync(this Visit visit) => visit.Page.WholeAsync();
}
