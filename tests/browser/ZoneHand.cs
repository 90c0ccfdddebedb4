using System.Text.Json;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>The hand at the drawing map: presses, touches and drags, and what is read back of what it drew.</summary>
internal static class ZoneHand
{
    public static async Task ToolsAsync(IPage page)
    {
        await page.Locator(".zone-tools").WaitForAsync();
        if (await page.Locator("[data-restored]").CountAsync() == 0) { return; }
        await page.Locator("[data-restored] button").ClickAsync();
        await CornersAsync(page, 0);
    }

    public static async Task PressAllAsync(IPage page, params (float X, float Y)[] spots)
    {
        var map = page.Locator(".zone-map .leaflet-container");
        await map.ScrollIntoViewIfNeededAsync();
        var box = (await map.BoundingBoxAsync())!;
        foreach (var (x, y) in spots) { await page.Mouse.ClickAsync(box.X + x, box.Y + y); }
    }

    public static async Task TapAllAsync(IPage page, params (float X, float Y)[] spots)
    {
        var map = page.Locator(".zone-map .leaflet-container");
        await map.ScrollIntoViewIfNeededAsync();
        var box = (await map.BoundingBoxAsync())!;
        foreach (var (x, y) in spots) { await page.Touchscreen.TapAsync(box.X + x, box.Y + y); }
    }

    /// <summary>One finger, put down, moved and lifted.</summary>
    public static async Task SwipeAsync(Visit visit, (float X, float Y) from, (float X, float Y) to)
    {
        var box = (await visit.Page.Locator(".zone-map .leaflet-container").BoundingBoxAsync())!;
        var line = await visit.Context.NewCDPSessionAsync(visit.Page);
        async Task Touch(string type, params (float X, float Y)[] spots) => await line.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = spots.Select(spot => new { x = box.X + spot.X, y = box.Y + spot.Y }).ToArray(),
        });
        await Touch("touchStart", from);
        for (var step = 1; step <= 5; step++) { await Touch("touchMove", (from.X + (to.X - from.X) * step / 5, from.Y + (to.Y - from.Y) * step / 5)); }
        await Touch("touchEnd");
    }

    public static async Task DragAsync(IPage page, (float X, float Y) from, (float X, float Y) to)
    {
        var map = page.Locator(".zone-map .leaflet-container");
        await map.ScrollIntoViewIfNeededAsync();
        var box = (await map.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + from.X, box.Y + from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + to.X, box.Y + to.Y, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }

    public static Task CornersAsync(IPage page, int count) => Assertions.Expect(page.Locator("#zone-ground")).ToHaveAttributeAsync("data-corners", $"{count}");

    public static async Task<int> PartsAsync(IPage page) => JsonDocument.Parse(await GroundAsync(page)).RootElement.GetProperty("coordinates").GetArrayLength();

    public static Task<string> GroundAsync(IPage page) => page.Locator("textarea[name=Ground]").InputValueAsync();

    public static async Task FillAsync(IPage page, string holder, string from)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = holder, Exact = true }).ClickAsync();
        await page.EnterAsync("Series.Zones[0].From", from);
    }

    public static async Task NameSeriesAsync(IPage page)
    {
        await page.EnterAsync("Series.Title", "Zones drawn for a test");
        await page.EnterAsync("Series.Method", "Drawn by hand along roads.");
        await page.Locator("[data-add=source]").ClickAsync();
        await page.EnterAsync("Series.NewSource.Title", "A report with a map");
        await page.EnterAsync("Series.NewSource.Published", "2018-02-01");
    }

    public static List<List<(double Lng, double Lat)>> Rings(string ground) =>
        [.. JsonDocument.Parse(ground).RootElement.GetProperty("coordinates").EnumerateArray().SelectMany(part => part.EnumerateArray())
            .Select(ring => ring.EnumerateArray().Select(at => (at[0].GetDouble(), at[1].GetDouble())).ToList())];

    /// <summary>Where positions stand on the drawing map, worked out from a triangle drawn for it and taken back.</summary>
    public static async Task<Func<double, double, (float X, float Y)>> PixelsAsync(IPage page)
    {
        (float X, float Y)[] known = [(60, 540), (160, 540), (110, 620)];
        await PressAllAsync(page, [.. known, known[0]]);
        await CornersAsync(page, 3);
        var spots = Rings(await GroundAsync(page))[0];
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await CornersAsync(page, 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Area", Exact = true }).ClickAsync();
        static double Down(double latitude) => -Math.Log(Math.Tan(Math.PI / 4 + latitude * Math.PI / 360)) * 180 / Math.PI;
        // Told counter-clockwise from some corner: by what is farthest west, east and south.
        var (west, east, south) = (spots.MinBy(at => at.Lng), spots.MaxBy(at => at.Lng), spots.MinBy(at => at.Lat));
        var scale = 100 / (east.Lng - west.Lng);
        return (lng, lat) => ((float)(60 + (lng - west.Lng) * scale), (float)(620 + (Down(lat) - Down(south.Lat)) * scale));
    }

    public static async Task<long> CountAsync(Site site)
    {
        await using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        await using var count = database.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM Zones";
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
