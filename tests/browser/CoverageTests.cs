using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>The strip under the axis: how many sources report on what is in view, month by month.</summary>
[Collection(nameof(Product))]
public class CoverageTests(Product product)
{
    [Fact]
    public async Task A_month_is_told_with_the_sources_that_report_and_a_silent_one_as_no_peace()
    {
        await using var visit = await OpenAsync("/?date=2017-10-15&window=30d&at=35.9,38.4,8");
        await Strip(visit).FocusAsync();
        await Assertions.Expect(Strip(visit)).ToHaveAttributeAsync("aria-label", new Regex(@"^October 2017: \d+ sources report here: .+"));
        var box = (await Strip(visit).BoundingBoxAsync())!;
        // Nothing was gathered of the spring of 2022.
        double Of(string? attribute) => double.Parse(attribute!, CultureInfo.InvariantCulture);
        var first = Of(await visit.Thumb.GetAttributeAsync("aria-valuemin"));
        var share = (new DateOnly(2022, 4, 15).DayNumber - new DateOnly(1970, 1, 1).DayNumber - first) / (Of(await visit.Thumb.GetAttributeAsync("aria-valuemax")) + 1 - first);
        await visit.Page.Mouse.MoveAsync(box.X + box.Width * (float)share, box.Y + 4);
        await Assertions.Expect(visit.Page.Locator(".time-holders-told")).ToHaveTextAsync("April 2022: no source reported here in this month: silence is not peace");
        // The pointer gone, the keyboard's month is told again; then that goes too.
        await visit.Page.Mouse.MoveAsync(box.X + 3, box.Y - 300);
        await Assertions.Expect(visit.Page.Locator(".time-holders-told")).ToContainTextAsync("October 2017");
        await visit.Thumb.FocusAsync();
        await Assertions.Expect(visit.Page.Locator(".time-holders-title")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en", 1366, 768)]
    [InlineData("ar", 1366, 768)]
    [InlineData("en", 390, 700)]
    public async Task Where_the_chart_has_no_room_or_was_put_away_the_strip_stays_and_tells(string language, int width, int height)
    {
        await using var visit = await OpenAsync($"/?date=2022-04-15&window=30d&at=35.9,38.4,8&lang={language}", width, height);
        await Assertions.Expect(visit.Page.Locator("[data-holders-track]")).ToBeHiddenAsync();
        await Assertions.Expect(Strip(visit)).ToBeVisibleAsync();
        await Strip(visit).FocusAsync();
        var told = visit.Page.Locator(".time-holders-told");
        await visit.Page.Keyboard.PressAsync("Shift+Tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(told).ToContainTextAsync(language == "ar" ? "الصمت ليس سلاماً" : "April 2022: no source reported here");
        var (strip, words) = ((await Strip(visit).BoundingBoxAsync())!, (await told.BoundingBoxAsync())!);
        Assert.True(words.X >= 0 && words.X + words.Width <= width && words.Y + words.Height <= strip.Y + 1, $"{words.X} {words.Y} {words.Width} {words.Height}");
        Assert.True(strip.Y + strip.Height <= height);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task It_is_asked_for_once_where_the_map_has_come_to_rest_and_never_while_time_is_dragged()
    {
        await using var visit = await OpenAsync("/?date=2015-10-15&window=30d&at=35.9,38.4,8");
        Assert.Single(visit.Requests, IsCoverage);
        var thumb = (await visit.Thumb.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(thumb.X + thumb.Width / 2, thumb.Y + thumb.Height / 2);
        await visit.Page.Mouse.DownAsync();
        for (var step = 1; step <= 12; step++) { await visit.Page.Mouse.MoveAsync(thumb.X + 12 * step, thumb.Y + thumb.Height / 2); }
        await visit.Page.Mouse.UpAsync();
        await visit.Page.WaitForURLAsync(new Regex("date=201[67]"));
        Assert.Single(visit.Requests, IsCoverage);
        var again = visit.Page.WaitForRequestAsync(request => IsCoverage(request.Url));
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Zoom in|Closer", RegexOptions.IgnoreCase) }).First.ClickAsync();
        await again;
    }

    private static bool IsCoverage(string url) => url.Contains("/coverage.json?", StringComparison.Ordinal);

    private static ILocator Strip(Visit visit) => visit.Page.Locator("[data-coverage]");

    private async Task<Visit> OpenAsync(string path, int width = 1366, int height = 900)
    {
        var visit = await product.VisitAsync(path, width, height);
        await visit.LiveAsync();
        await Assertions.Expect(Strip(visit)).ToHaveAttributeAsync("data-months", new Regex(@"\d"));
        return visit;
    }
}
