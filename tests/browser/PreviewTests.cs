using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What an editor is shown before saving is what stands there afterwards.</summary>
[Collection(nameof(ThirdProduct))]
public class PreviewTests(Product product)
{
    private static readonly Regex Ahrar = new("ahrar-al-sham");

    /// <summary>
    /// Keeps pictures of the map beside the form, and counts the pixels in which two differ, but for those around the middle: the place that a claim would change stands there
    /// and is ringed as long as the claim is not saved.
    /// </summary>
    private const string Pictures = $$"""
        () => {
          const whole = {{Picture.Whole}}, kept = {}, ringed = 26;
          const keep = async name => {
            await whole(document.querySelector('.effect-map [data-map]'));
            const canvas = document.querySelector('.effect-map .map-stage canvas'), { width, height } = canvas;
            kept[name] = { width, height, pixels: new Uint32Array(canvas.getContext('2d').getImageData(0, 0, width, height).data.buffer) };
          };
          const differing = (one, other) => {
            const a = kept[one], b = kept[other];
            if (a.width !== b.width || a.height !== b.height) return { many: a.pixels.length, where: `${a.width}x${a.height} and ${b.width}x${b.height}` };
            let many = 0, left = a.width, top = a.height, right = 0, bottom = 0;
            for (let i = 0; i < a.pixels.length; i++) {
              const x = i % a.width, y = Math.floor(i / a.width);
              if (a.pixels[i] === b.pixels[i] || Math.hypot(x - a.width / 2, y - a.height / 2) <= ringed) continue;
              many++;
              [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
            }
            return { many, where: `${many} pixels between ${left},${top} and ${right},${bottom}` };
          };
          // What is said beside the map is of another length before and after; the map is not.
          Object.assign(document.querySelector('.effect-map').style, { width: '480px', height: '400px', flex: 'none' });
          window.pictures = { keep, differing };
        }
        """;

    [Fact]
    public async Task The_picture_previewed_beside_a_sheet_of_claims_is_the_picture_after_saving_pixel_for_pixel_at_two_zooms()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/control/new");
        var page = editor.Page;
        var map = page.Locator(".effect-map [data-map]");
        await page.EvaluateAsync(Pictures);
        await page.ChooseAsync("f-sourceid", "Fall of Damascus", "Fall of Damascus");
        await page.ChooseAsync("f-lines-0-placekey", "Raqqa", "Raqqa");
        await page.EnterAsync("Lines[0].Holders", "hts");
        await page.EnterAsync("Lines[0].DateText", "9 December 2024");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-preview", "true");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2024-12-09");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-zoom", "8");
        await KeepAsync(page, "by another");
        await page.EnterAsync("Lines[0].Holders", "ahrar");
        await Assertions.Expect(page.Locator("[data-effect=changes]")).ToContainTextAsync("Ahrar");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-holders", Ahrar);
        await KeepAsync(page, "previewed");
        await page.Locator(".effect-map").GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await Assertions.Expect(map).ToHaveAttributeAsync("data-zoom", "9");
        await KeepAsync(page, "previewed nearer");
        // The test can fail: what is claimed is to be seen, and from nearer it is another picture.
        Assert.InRange((await DifferingAsync(page, "by another", "previewed")).Many, 500, 1e7);
        Assert.InRange((await DifferingAsync(page, "previewed", "previewed nearer")).Many, 500, 1e7);

        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-preview", "false");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-holders", Ahrar);
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2024-12-09");
        await KeepAsync(page, "saved nearer");
        await page.Locator(".effect-map").GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).ClickAsync();
        await Assertions.Expect(map).ToHaveAttributeAsync("data-zoom", "8");
        await KeepAsync(page, "saved");
        foreach (var zoom in new[] { " nearer", "" })
        {
            var (many, where) = await DifferingAsync(page, "previewed" + zoom, "saved" + zoom);
            Assert.True(many == 0, $"previewed and saved{zoom} differ: {where}");
        }
        Assert.Empty(editor.Errors);
    }

    private static async Task KeepAsync(IPage page, string name) => await page.EvaluateAsync("name => pictures.keep(name)", name);

    private static async Task<(double Many, string Where)> DifferingAsync(IPage page, string one, string other)
    {
        var found = await page.EvaluateAsync<JsonElement>("([one, other]) => pictures.differing(one, other)", new[] { one, other });
        return (found.GetProperty("many").GetDouble(), found.GetProperty("where").GetString()!);
    }
}
