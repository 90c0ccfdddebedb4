using System.Globalization;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What is drawn step by step is what a whole new picture shows, pixel for pixel.</summary>
[Collection(nameof(FourthProduct))]
public class PictureTests(Product product)
{
    /// <summary>Each is a picture and a whole new one beside it, in the seconds of which the run is made: what a step may leave undone shows in the first few or not at all.</summary>
    private const int Steps = 12;

    private static readonly string[] Windows = ["1d", "7d", "30d", "30d", "90d", "17d", "1y", "all", "from"];
    private static readonly string[] Types = ["clash", "strike", "explosion", "killing", "detention", "protest", "politics", "control-change", "movement", "statement"];

    /// <summary>The pixels of every canvas of the map in bands, each band a number; and a way to have all of it drawn anew.</summary>
    private const string Tools = $$"""
        (() => {
          const whole = {{Picture.Whole}};
          const bands = () => [...document.querySelectorAll('.map-stage canvas')].flatMap(canvas => {
            const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer), found = [`${canvas.width}x${canvas.height}`];
            for (let top = 0; top < canvas.height; top += 16) {
              let sum = 2166136261;
              for (let i = top * canvas.width; i < Math.min(canvas.height, top + 16) * canvas.width; i++) sum = Math.imul(sum ^ pixels[i], 16777619);
              found.push(String(sum >>> 0));
            }
            return found;
          });
          const still = async () => {
            await whole();
            return bands();
          };
          // A change of theme is a change of every colour: nothing drawn before is used again.
          const anew = async () => {
            document.documentElement.dataset.theme = document.documentElement.dataset.theme ?? 'light';
            // Watchers of the page hear of it before the next line.
            await null;
            return still();
          };
          window.picture = { still, anew };
        })()
        """;

    [Theory]
    [InlineData(1, "control,events,boundaries,places")]
    [InlineData(2, "control,events,boundaries")]
    [InlineData(3, "control,events")]
    public async Task A_picture_reached_by_any_way_is_the_one_drawn_whole(int seed, string layers)
    {
        await using var visit = await OpenAsync($"/?date=2016-02-01&layers={layers}");
        await GoAnyWayAsync(visit, seed, layers, Steps);
    }

    [Fact]
    public async Task With_thousands_of_places_a_picture_reached_by_any_way_is_the_one_drawn_whole()
    {
        await using var site = await product.CopyAsync(seeded: 8000);
        await using var visit = await OpenAsync("/?date=2016-02-01&at=35.6,38.4,7&layers=control,events,boundaries", site);
        await GoAnyWayAsync(visit, 7, "control,events,boundaries", 6);
    }

    private static async Task GoAnyWayAsync(Visit visit, int seed, string layers, int steps)
    {
        var random = new Random(seed);
        await visit.Page.EvaluateAsync("""async () => { const { attach } = await import('/js/blazor.js'); window.held = attach('[data-map]', { invokeMethodAsync: async () => {} }); }""");
        var day = new DateOnly(2016, 2, 1);
        HashSet<string> pictures = [];
        for (var step = 0; step < steps; step++)
        {
            object? at = null;
            string? window = null;
            string[]? types = null;
            switch (random.Next(8))
            {
                case 0: day = new DateOnly(2011, 6, 1).AddDays(random.Next(4900)); break;
                case 1: window = Windows[random.Next(Windows.Length)]; break;
                case 2: types = [.. Types.Where(_ => random.Next(2) == 0)]; break;
                case 3: at = new { latitude = 34.4 + random.NextDouble() * 2.4, longitude = 36 + random.NextDouble() * 4, zoom = random.Next(6, 11) }; break;
                default: day = day.AddDays(random.Next(-40, 60)); break;
            }
            var stepwise = await visit.Page.EvaluateAsync<string[]>(
                "async state => { held.show(state); return await picture.still(); }",
                new { date = day.ToString("O", CultureInfo.InvariantCulture), window, at, layers = layers.Split(','), @event = (long?)null, types, filters = (object?)null });
            Assert.Equal(day.ToString("O", CultureInfo.InvariantCulture), await visit.DateAsync());
            Same(await visit.Page.EvaluateAsync<string[]>("() => picture.anew()"), stepwise, $"seed {seed}, step {step}, {day:O}");
            pictures.Add(string.Join(',', stepwise));
        }
        Assert.True(pictures.Count > steps / 2, $"only {pictures.Count} pictures");
    }

    [Theory]
    [InlineData(4, "35.6,38.4,7", "30d")]
    [InlineData(5, "35.9,36.9,8", "all")]
    [InlineData(6, "36.2,37.2,10", "90d")]
    public async Task While_a_finger_drags_the_date_each_picture_is_the_one_drawn_whole(int seed, string at, string window)
    {
        var random = new Random(seed);
        await using var visit = await OpenAsync($"/?date=2017-06-01&at={at}&window={window}&layers=control,events,boundaries");
        await visit.Page.EvaluateAsync("""
            () => {
              const track = document.querySelector('[data-track]'), thumb = document.querySelector('[data-date-slider]');
              // Made-up fingers cannot be captured.
              track.setPointerCapture = () => {};
              const { left, width } = track.getBoundingClientRect(), { left: x, width: wide, top, height } = thumb.getBoundingClientRect();
              const say = (kind, at) => thumb.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 9, pointerType: 'mouse', isPrimary: true, button: 0, buttons: 1, clientX: at, clientY: top + height / 2 }));
              window.finger = { down: () => say('pointerdown', x + wide / 2), to: share => say('pointermove', left + width * share) };
              finger.down();
            }
            """);
        var share = 0.5;
        HashSet<string> pictures = [];
        for (var step = 0; step < Steps; step++)
        {
            share = Math.Clamp(random.Next(6) == 0 ? random.NextDouble() : share + (random.NextDouble() - 0.45) * 0.04, 0.02, 0.98);
            var stepwise = await visit.Page.EvaluateAsync<string[]>("async share => { finger.to(share); return await picture.still(); }", share);
            if (step % 4 == 3)
                Same(await visit.Page.EvaluateAsync<string[]>("() => picture.anew()"), stepwise, $"seed {seed}, step {step}, {await visit.DateAsync()}");
            pictures.Add(string.Join(',', stepwise));
        }
        Assert.True(pictures.Count > Steps / 2, $"only {pictures.Count} pictures");

        // Another page, which has never been anywhere else.
        var last = await visit.Page.EvaluateAsync<string[]>("() => picture.still()");
        await using var fresh = await OpenAsync($"/?date={await visit.DateAsync()}&at={at}&window={window}&layers=control,events,boundaries");
        Same(await fresh.Page.EvaluateAsync<string[]>("() => picture.still()"), last, "a page of its own");
    }

    [Fact]
    public async Task A_map_that_was_moved_and_zoomed_by_hand_shows_the_picture_drawn_whole()
    {
        await using var visit = await OpenAsync("/?date=2016-02-01&layers=control,events,boundaries");
        var page = visit.Page;
        var box = (await visit.Map.BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width * 0.6f, box.Y + box.Height * 0.5f);
        HashSet<string> pictures = [];
        for (var step = 0; step < 8; step++)
        {
            var at = await page.EvaluateAsync<string?>("new URLSearchParams(location.search).get('at')");
            await page.Mouse.MoveAsync(x, y);
            if (step % 3 == 1) { await page.Mouse.WheelAsync(0, step < 6 ? -180 : 180); }
            else
            {
                await page.Mouse.DownAsync();
                await page.Mouse.MoveAsync(x - 70 - 30 * step, y + 20 * (step % 2 * 2 - 1), new() { Steps = 6 });
                await page.Mouse.UpAsync();
            }
            await page.WaitForFunctionAsync("at => new URLSearchParams(location.search).get('at') !== at && !document.querySelector('.leaflet-zoom-anim')", at);
            // While the picture of the new view is drawn in slices, the date moves on.
            if (step % 2 == 0) { await page.Locator("[data-date-slider]").PressAsync("ArrowRight"); }
            await page.Mouse.MoveAsync(1, 1);
            var stepwise = await page.EvaluateAsync<string[]>("() => picture.still()");
            Same(await page.EvaluateAsync<string[]>("() => picture.anew()"), stepwise, $"step {step}");
            pictures.Add(string.Join(',', stepwise));
        }
        Assert.Equal(8, pictures.Count);
    }

    private async Task<Visit> OpenAsync(string path, Site? site = null)
    {
        var visit = await product.VisitAsync(site ?? product.Site, path, 1000, 500, new() { ReducedMotion = ReducedMotion.Reduce });
        await visit.LiveAsync();
        await visit.Page.EvaluateAsync(Tools);
        return visit;
    }

    private static void Same(string[] whole, string[] stepwise, string where)
    {
        var apart = Enumerable.Range(0, Math.Max(whole.Length, stepwise.Length)).Where(i => whole.ElementAtOrDefault(i) != stepwise.ElementAtOrDefault(i)).ToList();
        Assert.True(apart.Count == 0, $"{where}: bands {string.Join(' ', apart)} of {whole.Length} differ");
    }
}
