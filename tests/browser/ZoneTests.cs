using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Zones that others drew: files are judged feature by feature, become a series, and the map shows it and says what it is.</summary>
[Collection(nameof(ThirdProduct))]
public class ZoneTests(Product product)
{
    [Fact]
    public async Task Files_become_a_series_that_the_map_shows_with_holder_validity_method_and_source_and_goes_on_by_another_source_with_a_break()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/zones/import");
        var page = editor.Page;
        await page.Locator("[data-files]").SetInputFilesAsync([ZoneVisit.Hostile("overlapping"), ZoneVisit.Hostile("self-crossing")]);
        await page.ByAttributeAsync();
        // The first feature of the second file repeats one of the first; three cross themselves or have a hole astray.
        await Assertions.Expect(page.Locator("[data-judged]")).ToHaveAttributeAsync("data-judged", "4/4");
        await Assertions.Expect(page.Locator(".zone-bad-table")).ToContainTextAsync("crosses itself at 37.1, 36.1");
        await Assertions.Expect(page.Locator("[data-overlaps]")).ToContainTextAsync("opposition lies over sdf");
        await Assertions.Expect(page.Locator("[data-preview] circle")).ToHaveCountAsync(3);

        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Problem("Title")).ToBeVisibleAsync();
        await page.DescribeAsync("Test areas", "A weekly map");
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator(".zone-problems")).ToContainTextAsync("which lies on top");
        await page.Locator("[data-accept]").CheckAsync();
        await page.Locator("[data-save=publish]").ClickAsync();
        await page.Locator("[data-saved]").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-save=publish]")).ToBeDisabledAsync();

        await using var reader = await product.VisitAsync(site, "/?date=2018-01-25&series=test-areas&at=36.15,37.15,10&layers=control,boundaries,places");
        await reader.ReadyAsync();
        await Assertions.Expect(reader.Map).ToHaveAttributeAsync("data-holders", "opposition,sdf");
        await Assertions.Expect(reader.Page.Locator(".map-legend-layer")).ToContainTextAsync("Imported: A weekly map");
        await Assertions.Expect(reader.Page.Locator(".map-legend-layer")).ToContainTextAsync("CC BY 4.0");
        var box = (await reader.Map.BoundingBoxAsync())!;
        await reader.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        var card = reader.Page.Locator(".map-popup-zone");
        // The uppermost answers by the order the editor accepted, and names what lies under it.
        foreach (var words in new[] { "Opposition groups", "Valid from", "20 January 2018", "Method: Traced by hand.", "A weekly map", "CC BY 4.0", "Under it", "Syrian Democratic Forces" })
        {
            await Assertions.Expect(card).ToContainTextAsync(words);
        }
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Layers" }).ClickAsync();
        await reader.Page.GetByLabel("Cited claims (derived)").CheckAsync();
        await Assertions.Expect(reader.Page).Not.ToHaveURLAsync(new Regex("series="));
        await Assertions.Expect(reader.Page.Locator(".map-legend-layer")).ToContainTextAsync("Derived from");
        await reader.Page.GetByRole(AriaRole.Radio, new() { Name = "Test areas" }).CheckAsync();
        await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex("series=test-areas"));

        await page.Locator("[data-files]").SetInputFilesAsync([ZoneVisit.Payload("areas_2018-06-01.geojson", ZoneVisit.Square("sna"))]);
        await page.Locator("[data-dates]").SelectOptionAsync("FileName");
        await Assertions.Expect(page.Locator("[data-judged]")).ToHaveAttributeAsync("data-judged", "1/0");
        await page.Locator("[data-into]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.SourceAsync("Another map");
        await page.Locator("[data-save=publish]").ClickAsync();
        await page.Locator("[data-saved]").WaitForAsync();
        await using var later = await product.VisitAsync(site, "/?date=2018-06-10&series=test-areas&at=36.15,37.15,10&layers=control,boundaries,places");
        await later.ReadyAsync();
        await Assertions.Expect(later.Map).ToHaveAttributeAsync("data-holders", "sna");
        await Assertions.Expect(later.Page.Locator(".map-legend-layer")).ToContainTextAsync("Another map");
        await Assertions.Expect(later.Page.Locator(".map-legend")).ToContainTextAsync("Break: another source or method, no movement");
        await Assertions.Expect(later.Track).ToHaveAttributeAsync("data-breaks", $"{ZoneVisit.Day(2018, 1, 20)} {ZoneVisit.Day(2018, 6, 1)}");
        Assert.Empty(editor.Violations.Concat(reader.Violations).Concat(later.Violations));
    }

    [Fact]
    public async Task The_overlapping_layers_of_ACAPS_are_previewed_beyond_the_maps_reach_and_the_editor_decides_their_order()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/zones/import");
        var page = editor.Page;
        await page.Locator("[data-files]").SetInputFilesAsync(Path.Combine(Site.Root(), "tests", "zones", "yemen_acaps_excerpt_2023.geojson"));
        await Assertions.Expect(page.Locator("[data-column]")).ToHaveValueAsync("layer");
        await page.Locator("[data-region]").SelectOptionAsync("yemen");
        foreach (var (layer, holder) in new[] { ("DFA", "dfa"), ("DFA expanded", "dfa"), ("IRG", "irg"), ("STC", "stc"), ("AQAP presence", "aqap") })
        {
            await page.Locator($"tr[data-value='{layer}'] input").FillAsync(holder);
            await page.Locator($"tr[data-value='{layer}'] input").BlurAsync();
            await Assertions.Expect(page.Locator($"tr[data-value='{layer}']")).ToHaveAttributeAsync("data-holders", holder);
        }
        await Assertions.Expect(page.Locator("[data-judged]")).ToHaveAttributeAsync("data-judged", "8/0");
        await Assertions.Expect(page.Locator("[data-flattened]")).ToContainTextAsync("of 6 the third dimension is left out");
        await Assertions.Expect(page.Locator("[data-preview] .zone-shape")).ToHaveCountAsync(8);
        await Assertions.Expect(page.Locator("[data-overlaps]")).ToContainTextAsync("IRG lies over AQAP presence");
        for (var step = 0; step < 4; step++) { await page.Locator("tr[data-value='AQAP presence'] [data-up]").ClickAsync(); }
        await Assertions.Expect(page.Locator("[data-overlaps]")).ToContainTextAsync("AQAP presence lies over IRG");

        await page.DescribeAsync("Areas of control, ACAPS", "Areas of control: ACAPS Yemen Analysis Hub, via HDX");
        await page.Locator("[data-accept]").CheckAsync();
        // Nobody would find them on the map: that is said before and after, and in the list.
        await Assertions.Expect(page.Locator("[data-beyond='8']")).ToContainTextAsync("None of the zones lies within the reach of the map (29.5–40° N, 31.5–46.5° E)");
        await page.Locator("[data-save=draft]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("None of the zones lies within the reach of the map");
        await page.GotoAsync(new Uri(site.Address, "/desk/zones").ToString());
        var row = page.Locator("[data-series=areas-of-control-acaps]");
        await Assertions.Expect(row).ToContainTextAsync("Draft");
        await Assertions.Expect(row.Locator("[data-beyond]")).ToContainTextAsync("Lies beyond the reach of the map");
        Assert.Contains("\"zones\":null", await new HttpClient().GetStringAsync(new Uri(site.Address, "data/index.json")), StringComparison.Ordinal);

        // Published, readers who choose it are told why they see nothing.
        await row.Locator("[data-publish]").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Published");
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = "See it on the map" })).ToHaveCountAsync(0);
        await using var reader = await product.VisitAsync(site, "/?date=2023-06-01&series=areas-of-control-acaps");
        await reader.ReadyAsync();
        await Assertions.Expect(reader.Page.Locator(".map-legend-layer")).ToContainTextAsync("lies beyond this map");
    }

    [Fact]
    public async Task An_empty_list_leads_to_the_import_which_says_what_to_bring_and_of_hostile_files_every_bad_feature_is_listed_with_its_reason()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/zones");
        var page = editor.Page;
        await page.Locator("[data-no-series]").GetByRole(AriaRole.Link, new() { Name = "Import the first files" }).ClickAsync();
        await editor.AtDeskAsync();
        var bring = page.Locator("[data-what-to-bring]");
        await Assertions.Expect(bring).ToContainTextAsync("areas_2018-01-20.geojson");
        await Assertions.Expect(bring.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "https://www.rfc-editor.org/rfc/rfc7946");
        await page.Locator("[data-files]").SetInputFilesAsync(Directory.GetFiles(Path.Combine(Site.Root(), "tests", "zones", "hostile")));
        await page.ByAttributeAsync();
        await Assertions.Expect(bring).ToHaveCountAsync(0);
        var table = page.Locator(".zone-bad-table");
        foreach (var reason in new[]
        {
            "no geometry", "The shape is empty", "LineString is no area", "The year 2202", "is not understood as one date", "are swapped", "crosses itself at", "hole lies outside", "No holder is chosen for “Free Idlib Army”",
            "It repeats feature", "no kind of shape", "is there twice", "not readable as JSON", "EPSG::32637",
        })
        {
            await Assertions.Expect(table).ToContainTextAsync(reason);
        }
        await Assertions.Expect(page.Locator("[data-judged]")).Not.ToHaveAttributeAsync("data-judged", new Regex("^0/"));
        var list = Uri.UnescapeDataString((await page.Locator("[data-bad-list]").GetAttributeAsync("href"))!);
        Assert.Contains("\"self-crossing.geojson\",\"2\",\"The outline crosses itself at 37.1, 36.1.\",36.1,37.1", list, StringComparison.Ordinal);
        Assert.Empty(editor.Errors);
    }
}
