using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Fingers on the chart: what a drag shows on each frame, spans that are drawn, and a wheel that stays the page's.</summary>
[Collection(nameof(Product))]
public class TimeSpanTests(Product product)
{
    private static string Iso(double day) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(Math.Floor(day))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day under a pixel of the track, while the axis shows all there is.</summary>
    private static async Task<(float X, string Day)> At(Visit visit, double share)
    {
        var track = (await visit.Track.BoundingBoxAsync())!;
        double Number(string? text) => double.Parse(text!, CultureInfo.InvariantCulture);
        var first = Number(await visit.Thumb.GetAttributeAsync("aria-valuemin"));
        var last = Number(await visit.Thumb.GetAttributeAsync("aria-valuemax"));
        return ((float)(track.X + track.Width * share), Iso(first + share * (last + 1 - first)));
    }

    private static string Window(string from, string to)
    {
        var days = DateOnly.ParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber + 1;
        return $"date={to}&window={days}d&";
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_span_is_drawn_along_the_dates_or_on_the_bars_with_Shift(bool onTheBars)
    {
        await using var visit = await product.VisitAsync("/?date=2023-11-01&window=30d");
        await visit.ReadyAsync();
        var track = (await visit.Track.BoundingBoxAsync())!;
        var y = onTheBars ? track.Y + 40 : track.Y + track.Height - 6;
        var (right, to) = await At(visit, 0.523);
        var (left, from) = await At(visit, 0.441);
        if (onTheBars) { await visit.Page.Keyboard.DownAsync("Shift"); }
        // From right to left: a span has no direction.
        await visit.Page.Mouse.MoveAsync(right, y);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(left, y, new() { Steps = 5 });
        await Assertions.Expect(visit.Page.Locator(".time-bubble")).ToBeVisibleAsync();
        await visit.Page.Mouse.UpAsync();
        if (onTheBars) { await visit.Page.Keyboard.UpAsync("Shift"); }
        await visit.Page.WaitForURLAsync(url => url.Contains(Window(from, to), StringComparison.Ordinal));
        await Assertions.Expect(visit.Page.Locator(".time-bubble")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_press_on_the_dates_or_the_bars_without_a_drag_goes_to_that_day()
    {
        await using var visit = await product.VisitAsync("/?date=2023-11-01&window=30d");
        await visit.ReadyAsync();
        var track = (await visit.Track.BoundingBoxAsync())!;
        foreach (var (share, y) in new[] { (0.313, track.Y + 40), (0.617, track.Y + track.Height - 6) })
        {
            var (x, day) = await At(visit, share);
            await visit.Page.Mouse.ClickAsync(x, y);
            await visit.Page.WaitForURLAsync(url => url.Contains($"date={day}&window=30d&", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_finger_held_still_on_the_bars_then_draws_a_span_and_a_swipe_moves_the_date()
    {
        await using var visit = await product.VisitAsync("/?date=2023-11-01&window=30d", 390, 844, new() { HasTouch = true, IsMobile = true });
        await visit.ReadyAsync();
        var track = (await visit.Track.BoundingBoxAsync())!;
        var cdp = await visit.Context.NewCDPSessionAsync(visit.Page);
        // The browser stamps what it is given without a time when it hears it, on a busy machine long after.
        var began = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;
        async Task Touch(string type, double after, params float[] xs) => await cdp.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["timestamp"] = began + after,
            ["touchPoints"] = xs.Select(x => new { x, y = track.Y + 34 }).ToArray(),
        });
        var (left, from) = await At(visit, 0.413);
        var (right, to) = await At(visit, 0.557);
        await Touch("touchStart", 0, left);
        await Assertions.Expect(visit.Page.Locator(".time-bubble")).ToBeVisibleAsync();
        await Touch("touchMove", 0.6, left + 20);
        await Touch("touchMove", 0.65, right);
        await Touch("touchEnd", 0.7);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex(Regex.Escape(Window(from, to))));

        var (begin, _) = await At(visit, 0.2);
        var (end, day) = await At(visit, 0.309);
        began += 5;
        await Touch("touchStart", 0, begin);
        // So late is the first move heard on a page that was busy: the finger was taken for held still, and by its own time was not.
        await Assertions.Expect(visit.Page.Locator(".time-bubble")).ToBeVisibleAsync();
        await Touch("touchMove", 0.05, begin + 8);
        await Touch("touchMove", 0.1, end);
        await Touch("touchEnd", 0.15);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex($"date={day[..7]}-\\d\\d&window={Regex.Match(Window(from, to), "\\d+d&").Value}"));
    }

    [Fact]
    public async Task Each_frame_of_a_drag_shows_the_day_of_the_pointer_and_nothing_is_asked_for()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=all");
        await visit.LiveAsync();
        await visit.QuietAsync();
        var thumb = (await visit.Thumb.BoundingBoxAsync())!;
        var track = (await visit.Track.BoundingBoxAsync())!;
        await visit.Page.EvaluateAsync("""
            () => {
              const map = document.querySelector('[data-map]'), track = document.querySelector('[data-track]'), thumb = document.querySelector('[data-date-slider]');
              const box = track.getBoundingClientRect(), first = Number(thumb.getAttribute('aria-valuemin')), last = Number(thumb.getAttribute('aria-valuemax'));
              const line = box.x + (Number(thumb.getAttribute('aria-valuenow')) + 1 - first) / (last + 1 - first) * box.width;
              let offset = null;
              window.frames_ = 0;
              window.late_ = [];
              window.addEventListener('pointerdown', event => { offset = event.clientX - line; });
              window.addEventListener('pointermove', event => {
                if (offset === null) return;
                const edge = first + (event.clientX - offset - box.x) / box.width * (last + 1 - first);
                const day = Math.max(first, Math.min(last, Math.round(edge) - 1));
                const wanted = new Date(day * 864e5).toISOString().slice(0, 10);
                // The listener of the bar came first, and so did its frame: this callback ends the very frame that follows the move.
                requestAnimationFrame(() => { window.frames_++; if (map.dataset.date !== wanted) window.late_.push(`${map.dataset.date} is not ${wanted}`); });
              });
            }
            """);
        await visit.Page.Mouse.MoveAsync(thumb.X + thumb.Width / 2, thumb.Y + thumb.Height / 2);
        await visit.Page.Mouse.DownAsync();
        visit.Requests.Clear();
        for (var step = 0; step <= 40; step++)
        {
            await visit.Page.Mouse.MoveAsync(track.X + track.Width * (40 + (step % 2 == 0 ? step : -step)) / 80, thumb.Y + thumb.Height / 2);
            await visit.WholeAsync();
        }
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("() => window.late_"));
        Assert.True(await visit.Page.EvaluateAsync<int>("() => window.frames_") >= 40);
        Assert.Empty(visit.Requests);
        await visit.Page.Mouse.UpAsync();
    }

    [Fact]
    public async Task The_wheel_zooms_the_axis_and_at_its_limit_is_left_to_the_page()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.ReadyAsync();
        await visit.Page.EvaluateAsync("() => { window.taken = []; addEventListener('wheel', event => window.taken.push(event.defaultPrevented)); }");
        var track = (await visit.Track.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(track.X + 500, track.Y + 30);
        async Task<bool> Taken(float turned)
        {
            await visit.Page.EvaluateAsync("() => { window.taken = []; }");
            await visit.Page.Mouse.WheelAsync(0, turned);
            await visit.Page.WaitForFunctionAsync("() => window.taken.length > 0");
            return await visit.Page.EvaluateAsync<bool>("() => window.taken[0]");
        }
        Assert.False(await Taken(300), "all is shown: nothing to zoom out of");
        Assert.True(await Taken(-300));
        await Assertions.Expect(visit.Page.Locator(".time-all")).ToBeVisibleAsync();
        for (var turn = 0; turn < 12; turn++) { await Taken(-900); }
        Assert.False(await Taken(-300), "a week is shown: nothing to zoom into");
        Assert.Equal("2019-11-01", await visit.DateAsync());
    }

    [Fact]
    public async Task Over_an_embeds_time_bar_the_plain_wheel_scrolls_the_page_around_it()
    {
        await using var host = await HostPage.ServeAsync(
            $"<iframe title=\"Map\" src=\"{product.Site.Address}embed?date=2019-11-01\" width=\"640\" height=\"420\"></iframe><div style=\"height: 4000px\"></div>");
        await using var visit = await product.StrangerAsync(host.Address);
        await visit.GoAsync("");
        var frame = visit.Page.FrameLocator("iframe");
        await frame.Locator("[data-map][data-ready='true']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var track = (await frame.Locator("[data-track]").BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(track.X + 200, track.Y + 20);
        await visit.Page.Mouse.WheelAsync(0, 200);
        await visit.Page.WaitForFunctionAsync("() => scrollY > 100");
        await Assertions.Expect(frame.Locator(".time-all")).ToBeHiddenAsync();
    }
}
