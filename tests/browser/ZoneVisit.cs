using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What an editor does with files of zones.</summary>
internal static class ZoneVisit
{
    /// <summary>Waits for the files, and takes holder and date from their attributes.</summary>
    public static async Task ByAttributeAsync(this IPage page)
    {
        await Assertions.Expect(page.Locator("[data-column]")).ToHaveValueAsync("holder");
        await page.Locator("[data-dates]").SelectOptionAsync("Attribute");
        await Assertions.Expect(page.Locator("[data-from]")).ToHaveValueAsync("date");
        await page.Locator("[data-region]").SelectOptionAsync("syria");
    }

    public static async Task DescribeAsync(this IPage page, string title, string source)
    {
        await page.EnterAsync("Title", title);
        await page.EnterAsync("Method", "Traced by hand.");
        await page.EnterAsync("Licence", "CC BY 4.0");
        await page.SourceAsync(source);
    }

    public static async Task SourceAsync(this IPage page, string title)
    {
        if (await page.Locator("[data-add=source]").CountAsync() > 0) { await page.Locator("[data-add=source]").ClickAsync(); }
        await page.EnterAsync("NewSource.Title", title);
    }

    public static FilePayload Hostile(string name) => Payload($"{name}.geojson", File.ReadAllText(Path.Combine(Site.Root(), "tests", "zones", "hostile", $"{name}.geojson")));

    public static FilePayload Payload(string name, string text) => new() { Name = name, MimeType = "application/geo+json", Buffer = Encoding.UTF8.GetBytes(text) };

    public static string Square(string holder) =>
        $$$"""{"type":"Feature","properties":{"holder":"{{{holder}}}"},"geometry":{"type":"Polygon","coordinates":[[[37,36],[37.3,36],[37.3,36.3],[37,36.3],[37,36]]]}}""";

    /// <summary>As a day number.</summary>
    public static string Day(int year, int month, int day) => (new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber).ToString(CultureInfo.InvariantCulture);
}
