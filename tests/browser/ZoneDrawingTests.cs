using System.Text.Json;
using Microsoft.Playwright;
using static Map.Browser.Tests.ZoneHand;

namespace Map.Browser.Tests;

[Collection(nameof(ThirdProduct))]
public class ZoneDrawingTests(Product product)
{
    [Fact]
    public async Task A_zone_is_drawn_mended_undone_published_and_fitted_by_its_neighbour()
    {
        await using var site = await product.CopyAsync();
        await using var visit = await product.EditorAsync(site, "/desk/zones/new");
        var page = visit.Page;
        await ToolsAsync(page);

        await PressAllAsync(page, (300, 200), (500, 200), (500, 400), (300, 400), (300, 200));
        await CornersAsync(page, 4);
        var square = await GroundAsync(page);

        // The middle of a side becomes a corner, and goes again.
        await DragAsync(page, (500, 300), (560, 300));
        await CornersAsync(page, 5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await CornersAsync(page, 4);
        Assert.Equal(square, await GroundAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await CornersAsync(page, 5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Hole", Exact = true }).ClickAsync();
        await PressAllAsync(page, (380, 280), (420, 280), (400, 320), (380, 280));
        await CornersAsync(page, 7);

        // Behind it stands the latest day, until it is said when the zone begins: then the first day of that.
        await Assertions.Expect(page.Locator("[data-day-behind]")).ToContainTextAsync("the latest day the map knows; once “From” is filled in, its first day");
        var latest = await visit.DateAsync();
        Assert.Equal(latest, await page.Locator("[data-day-behind]").GetAttributeAsync("data-day-behind"));
        await FillAsync(page, "SDF", "January 2018");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2018-01-01");
        await Assertions.Expect(page.Locator("[data-day-behind='2018-01-01']")).ToContainTextAsync("1 January 2018, the first day of “From”");
        await page.EnterAsync("Series.Zones[0].From", "");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", latest);
        await page.EnterAsync("Series.Zones[0].From", "January 2018");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2018-01-01");
        await NameSeriesAsync(page);
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published");
        await visit.AtDeskAsync();

        // The next zone of the series: its corners are drawn to those of the first, so that they share a border exactly.
        await ToolsAsync(page);
        var neighbour = await page.Locator("#zone-ground").GetAttributeAsync("data-neighbours");
        var corners = Rings(neighbour!)[0];
        var (east, north) = (corners.Max(at => at.Lng), corners.Max(at => at.Lat));
        var south = corners.Min(at => at.Lat);
        var pixel = await PixelsAsync(page);
        var (top, bottom) = (pixel(east, north), pixel(east, south));
        await FillAsync(page, "SNA", "2018-01-01");
        await PressAllAsync(page, (top.X + 4, top.Y + 3), (top.X + 120, top.Y), (bottom.X + 120, bottom.Y), (bottom.X - 4, bottom.Y - 3), (top.X, top.Y));
        await CornersAsync(page, 4);
        var second = Rings(await GroundAsync(page))[0];
        Assert.Contains((east, north), second);
        Assert.Contains((east, south), second);

        // Pulled over the first, it is said to overlap, and not saved.
        await DragAsync(page, (top.X, top.Y), (top.X - 90, top.Y + 40));
        await Assertions.Expect(page.Locator("[data-trouble=Overlap]")).ToHaveCountAsync(1);
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-ground-problem]")).ToContainTextAsync("overlaps");
        Assert.Equal(1L, await CountAsync(site));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-trouble]")).ToHaveCountAsync(0);
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published");
        Assert.Equal(2L, await CountAsync(site));

        // Both stand in the list, and can be taken up again.
        await visit.GoAsync("/desk/zones");
        await visit.AtDeskAsync();
        await Assertions.Expect(page.Locator(".zone-drawn li")).ToHaveCountAsync(2);
        await page.Locator(".zone-drawn a", new() { HasText = "SDF" }).ClickAsync();
        await ToolsAsync(page);
        await CornersAsync(page, 7);

        // The next version begins with the ground of the last.
        await visit.GoAsync("/desk/zones");
        await visit.AtDeskAsync();
        await page.Locator("[data-draw]").ClickAsync();
        await ToolsAsync(page);
        await page.Locator("#f-start").SelectOptionAsync(new SelectOptionValue { Label = "SDF, January 2018" });
        await CornersAsync(page, 7);
        await page.EnterAsync("Series.Zones[0].From", "2018-03");
        await Assertions.Expect(page.Locator("[data-day-behind='2018-03-01']")).ToBeVisibleAsync();
        await DragAsync(page, pixel(corners.Min(at => at.Lng), north), (270, 170));
        await Assertions.Expect(page.Locator("textarea[name=Ground]")).Not.ToHaveValueAsync(neighbour!);
        var outline = Rings(await GroundAsync(page))[0];
        // From here on the series rests on another source.
        await Assertions.Expect(page.Locator("[data-own-source=false]")).ToContainTextAsync("As the series: A report with a map");
        await page.Locator("[data-source-of-zone]").ClickAsync();
        await page.Locator("[data-own-source=true] [data-add=source]").ClickAsync();
        await page.EnterAsync("Series.Zones[0].NewSource.Title", "A later report");
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published");
        Assert.Equal(3L, await CountAsync(site));
        // What goes on from a version goes on by its source.
        await visit.AtDeskAsync();
        await page.Locator("#f-start").SelectOptionAsync(new SelectOptionValue { Label = "SDF, March 2018" });
        await Assertions.Expect(page.Locator("[data-own-source=true]")).ToContainTextAsync("A later report");
        await SaysItsSourceAsync(site, outline.Min(at => at.Lng) * 0.85 + outline.Max(at => at.Lng) * 0.15, (outline.Min(at => at.Lat) + outline.Max(at => at.Lat)) / 2);
        Assert.Empty(visit.Errors);
    }

    /// <summary>On a day of the first version, and on one of the second: legend, pop-up and time axis.</summary>
    private async Task SaysItsSourceAsync(Site site, double lng, double lat)
    {
        foreach (var (date, source, isBroken) in new[] { ("2018-02-10", "A report with a map", false), ("2018-04-10", "A later report", true) })
        {
            await using var reader = await product.VisitAsync(site, FormattableString.Invariant($"/?date={date}&series=zones-drawn-for-a-test&layers=control&at={lat:0.####},{lng:0.####},8"));
            await reader.ReadyAsync();
            await Assertions.Expect(reader.Page.Locator(".map-legend-layer")).ToContainTextAsync(source);
            await Assertions.Expect(reader.Track).ToHaveAttributeAsync("data-breaks", $"{ZoneVisit.Day(2018, 1, 1)} {ZoneVisit.Day(2018, 3, 1)}");
            var legend = reader.Page.Locator(".map-legend");
            if (isBroken) { await Assertions.Expect(legend).ToContainTextAsync("Break: another source or method, no movement"); }
            else { await Assertions.Expect(legend).Not.ToContainTextAsync("Break:"); }
            var box = (await reader.Map.BoundingBoxAsync())!;
            await reader.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
            await Assertions.Expect(reader.Page.Locator(".map-popup-zone")).ToContainTextAsync($"Source: {source}");
            Assert.Empty(reader.Errors);
        }
    }

    [Fact]
    public async Task A_border_that_crosses_itself_is_marked_at_the_spot_and_refused()
    {
        await using var visit = await product.EditorAsync(product.Site, "/desk/zones/new");
        var page = visit.Page;
        await ToolsAsync(page);
        await PressAllAsync(page, (300, 200), (500, 400), (500, 200), (300, 400), (300, 200));
        await Assertions.Expect(page.Locator("#zone-ground")).ToHaveAttributeAsync("data-fault", "crossing");
        await Assertions.Expect(page.Locator(".zone-words")).ToHaveTextAsync("The border crosses itself");
        var before = await GroundAsync(page);
        await FillAsync(page, "SDF", "2018");
        await NameSeriesAsync(page);
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-ground-problem]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToHaveCountAsync(0);
        Assert.Equal(before, await GroundAsync(page));
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task By_keys_alone_an_area_is_drawn_and_its_corners_moved_added_and_removed()
    {
        await using var visit = await product.EditorAsync(product.Site, "/desk/zones/new");
        var page = visit.Page;
        await ToolsAsync(page);
        await page.Locator(".zone-map .leaflet-container").FocusAsync();
        // Each arrow moves the map under the cross on its middle.
        foreach (var way in new[] { "ArrowRight", "ArrowDown", "ArrowLeft" })
        {
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync(way);
        }
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await CornersAsync(page, 4);

        await page.Keyboard.PressAsync("PageDown");
        await page.Keyboard.PressAsync("Insert");
        await CornersAsync(page, 5);
        await page.Keyboard.PressAsync("Shift+ArrowUp");
        await page.Keyboard.PressAsync("Delete");
        await CornersAsync(page, 4);
        await page.Keyboard.PressAsync("Control+z");
        await CornersAsync(page, 5);
        await page.Keyboard.PressAsync("Control+Shift+z");
        await CornersAsync(page, 4);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_cut_makes_two_areas_and_joining_heals_it()
    {
        await using var visit = await product.EditorAsync(product.Site, "/desk/zones/new");
        var page = visit.Page;
        await ToolsAsync(page);
        await PressAllAsync(page, (300, 200), (500, 200), (500, 400), (300, 400), (300, 200));
        await CornersAsync(page, 4);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cut", Exact = true }).ClickAsync();
        await PressAllAsync(page, (400, 150), (400, 450), (400, 450));
        await CornersAsync(page, 8);
        Assert.Equal(2, await PartsAsync(page));
        // Two areas side by side are no ground that can be saved: one of them goes, or they are joined again.
        await Assertions.Expect(page.Locator("#zone-ground")).ToHaveAttributeAsync("data-fault", "parts-side-by-side");
        await Assertions.Expect(page.Locator(".zone-words")).ToHaveTextAsync("Two areas share a border: remove one, or join them");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await PressAllAsync(page, (450, 300));
        await CornersAsync(page, 4);
        await Assertions.Expect(page.Locator("#zone-ground")).ToHaveAttributeAsync("data-fault", "");
        Assert.Equal(1, await PartsAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await CornersAsync(page, 8);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await PressAllAsync(page, (350, 300), (450, 300));
        await Assertions.Expect(page.Locator("#zone-ground")).ToHaveAttributeAsync("data-fault", "");
        Assert.Equal(1, await PartsAsync(page));
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task On_a_phone_a_finger_draws_cuts_joins_and_moves_and_adds_corners()
    {
        await using var visit = await product.EditorAsync(product.Site, "/desk/zones/new", 390, 844, new() { HasTouch = true, IsMobile = true });
        var page = visit.Page;
        await ToolsAsync(page);
        foreach (var tool in await page.Locator(".zone-tool").AllAsync())
        {
            var size = (await tool.BoundingBoxAsync())!;
            Assert.True(size.Height >= 43.9, $"{await tool.TextContentAsync()} is {size.Height} high");
        }
        await TapAllAsync(page, (60, 260), (220, 260), (220, 420), (60, 420), (60, 260));
        await CornersAsync(page, 4);
        var drawn = await GroundAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Cut", Exact = true }).TapAsync();
        await TapAllAsync(page, (140, 230), (140, 450), (140, 450));
        await CornersAsync(page, 8);
        Assert.Equal(2, await PartsAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).TapAsync();
        await TapAllAsync(page, (100, 340), (180, 340));
        await Assertions.Expect(page.Locator("#zone-ground")).ToHaveAttributeAsync("data-fault", "");
        Assert.Equal(1, await PartsAsync(page));

        // A finger is thicker than a pointer: it takes hold of a corner from beside it, and the map stays where it is.
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).TapAsync();
        await CornersAsync(page, 4);
        Assert.Equal(drawn, await GroundAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Corners", Exact = true }).TapAsync();
        await SwipeAsync(visit, (232, 408), (262, 380));
        await Assertions.Expect(page.Locator("textarea[name=Ground]")).Not.ToHaveValueAsync(drawn);
        await CornersAsync(page, 4);
        var (before, after) = (Rings(drawn)[0], Rings(await GroundAsync(page))[0]);
        Assert.Equal(3, before.Intersect(after).Count());
        await SwipeAsync(visit, (60, 340), (30, 342));
        await CornersAsync(page, 5);
        Assert.Equal(4, after.Intersect(Rings(await GroundAsync(page))[0]).Count());

        // What a finger chose can be removed. By a click: a browser may take the first tap after a swipe for that swipe's end and make no click of it.
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove corner" }).ClickAsync();
        await CornersAsync(page, 4);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_drawn_series_says_in_the_legend_what_it_is_from_whom_and_as_of_when()
    {
        await using var site = await product.CopyAsync();
        await using var visit = await product.EditorAsync(site, "/desk/zones/new");
        var page = visit.Page;
        await ToolsAsync(page);
        await PressAllAsync(page, (300, 200), (500, 200), (500, 400), (300, 400), (300, 200));
        await CornersAsync(page, 4);
        await FillAsync(page, "SDF", "20 January 2018");
        await NameSeriesAsync(page);
        await page.EnterAsync("Series.Licence", "CC BY 4.0");
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published");

        foreach (var (language, words) in new[]
        {
            ("en", "Drawn: Drawn by hand along roads. · A report with a map, as of 1 Feb 2018 · valid from 20 Jan 2018 · CC BY 4.0"),
            ("ar", "مرسومة: Drawn by hand along roads. · A report with a map، بتاريخ 1 شباط 2018 · سارية منذ 20 كانون الثاني 2018 · CC BY 4.0"),
        })
        {
            await using var reader = await product.VisitAsync(site, $"/?date=2018-03-01&series=zones-drawn-for-a-test&lang={language}");
            await reader.ReadyAsync();
            await Assertions.Expect(reader.Page.Locator(".map-legend-layer")).ToHaveTextAsync(words);
            await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-holders", "sdf");
        }
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task What_was_drawn_is_there_after_the_server_was_killed_and_started_again()
    {
        var site = await product.CopyAsync();
        try
        {
            await using var visit = await product.EditorAsync(site, "/desk/zones/new");
            var page = visit.Page;
            await ToolsAsync(page);
            var ring = Enumerable.Range(0, 40).Select(i => (X: 420 + (float)(150 * Math.Cos(i * Math.PI / 20)), Y: 330 + (float)(150 * Math.Sin(i * Math.PI / 20)))).ToList();
            await PressAllAsync(page, [.. ring, ring[0]]);
            await CornersAsync(page, 40);
            await FillAsync(page, "SDF", "2018-01-20");
            await site.DisposeAsync();

            // The line is down: the hand goes on.
            var before = await GroundAsync(page);
            await DragAsync(page, ring[0], (620, 340));
            await Assertions.Expect(page.Locator("textarea[name=Ground]")).Not.ToHaveValueAsync(before);
            var drawn = await GroundAsync(page);
            await page.WaitForFunctionAsync("drawn => Object.values(localStorage).some(kept => { try { return JSON.parse(kept).draft.Draft.Ground === drawn; } catch { return false; } })", drawn);

            site = await Site.StartAsync(site.DataFolder, port: site.Address.Port);
            await page.GotoAsync(new Uri(site.Address, "/desk/zones/new").ToString());
            await visit.AtDeskAsync();
            await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
            await CornersAsync(page, 40);
            Assert.Equal(drawn, await GroundAsync(page));
            await Assertions.Expect(page.Field("Series.Zones[0].From")).ToHaveValueAsync("2018-01-20");
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    /// <summary>Waits for the tools, and puts away what another visit has left undone.</summary>
}
