using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>The chart under the slider: area and number of places per holder over time, of what is in view.</summary>
[Collection(nameof(Product))]
public class ChartTests(Product product)
{
    private const string Northwest = "/?date=2017-10-15&window=30d&at=35.6,37.5,8";

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.9)]
    public async Task A_click_on_it_goes_to_the_date_under_the_pointer(double share)
    {
        await using var visit = await OpenAsync(Northwest);
        var chart = (await Chart(visit).BoundingBoxAsync())!;
        var bars = (await visit.Track.BoundingBoxAsync())!;
        Assert.Equal(bars.X, chart.X, 0.6);
        Assert.Equal(bars.Width, chart.Width, 0.6);

        await visit.Page.Mouse.ClickAsync(chart.X + chart.Width * (float)share, chart.Y + chart.Height / 2);
        await Assertions.Expect(visit.Map).Not.ToHaveAttributeAsync("data-date", "2017-10-15");
        var first = Number(await Chart(visit).GetAttributeAsync("aria-valuemin"));
        var last = Number(await Chart(visit).GetAttributeAsync("aria-valuemax"));
        var expected = new DateOnly(1970, 1, 1).AddDays(first + (int)Math.Floor((last + 1 - first) * share));
        Assert.InRange(DateOnly.Parse(await visit.DateAsync(), CultureInfo.InvariantCulture).DayNumber, expected.DayNumber - 3, expected.DayNumber + 3);
    }

    [Fact]
    public async Task A_drag_on_it_moves_the_date_along_and_sends_nothing_until_the_finger_lifts()
    {
        await using var visit = await OpenAsync(Northwest);
        await visit.QuietAsync();
        var chart = (await Chart(visit).BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(chart.X + chart.Width * 0.2f, chart.Y + 20);
        await visit.Page.Mouse.DownAsync();
        visit.Requests.Clear();
        HashSet<string> dates = [];
        for (var step = 0; step <= 20; step++)
        {
            await visit.Page.Mouse.MoveAsync(chart.X + chart.Width * (0.2f + 0.02f * step), chart.Y + 20);
            await visit.WholeAsync();
            dates.Add(await visit.DateAsync());
        }
        Assert.Empty(visit.Requests);
        Assert.True(dates.Count > 15, $"only {dates.Count} dates");
        await visit.Page.Mouse.UpAsync();
        await visit.Page.WaitForURLAsync(new Regex("date=201[5-9]"));
    }

    [Fact]
    public async Task Its_places_are_those_that_the_legend_counts()
    {
        await using var visit = await OpenAsync(Northwest);
        await visit.Page.Locator("[data-holders-menu]").SelectOptionAsync("places");
        foreach (var date in new[] { "2013-06-30", "2015-05-01", "2018-03-20", "2020-03-15", "2024-12-08" })
        {
            await Go(visit, date);
            await Assertions.Expect(visit.Page.Locator(".time-holders-title")).ToHaveTextAsync("Places held in this view");
            await Assertions.Expect(visit.Page.Locator(".map-legend-date")).ToContainTextAsync(DateOnly.Parse(date, CultureInfo.InvariantCulture).ToString("d MMM yyyy", CultureInfo.InvariantCulture));
            var legend = await visit.Page.Locator("button.map-legend-row").EvaluateAllAsync<string[]>("rows => rows.map(row => row.textContent)");
            await Assertions.Expect(visit.Page.Locator("[data-holders-chart] .time-holders-figure:not([hidden])").First).ToContainTextAsync(legend[0]);
            var chart = await visit.Page.Locator("[data-holders-chart] .time-holders-figure:not([hidden])").EvaluateAllAsync<string[]>("figures => figures.map(figure => figure.textContent)");
            Assert.Equal(legend, chart.Where(text => !Regex.IsMatch(text, "^(contested|joint|no claim)")));
        }
    }

    [Fact]
    public async Task It_is_read_by_keyboard_and_told_as_a_table()
    {
        await using var visit = await OpenAsync(Northwest);
        await Chart(visit).FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2017-10-16");
        await Assertions.Expect(Chart(visit)).ToHaveAttributeAsync("aria-valuetext", new Regex(@"^16 October 2017: Government [\d,]+ km², .*no claim [\d,]+ km²$"));
        var table = visit.Page.Locator("[data-holders-table]");
        await Assertions.Expect(table.Locator("tbody tr", new() { HasText = "16 October 2017" })).ToHaveCountAsync(1);
        await Assertions.Expect(table.Locator("tbody tr", new() { HasText = "31 December 2014" })).ToHaveCountAsync(1);
        await Assertions.Expect(table.Locator("thead th").First).ToHaveTextAsync("Date");
        Assert.Equal(await table.Locator("thead th").CountAsync(), await table.Locator("tbody tr").First.Locator("th, td").CountAsync());
    }

    [Fact]
    public async Task It_is_of_what_is_in_view()
    {
        await using var visit = await OpenAsync(Northwest);
        var wide = Number(await Chart(visit).GetAttributeAsync("data-counted"));
        await using var close = await OpenAsync("/?date=2017-10-15&window=30d&at=35.9,36.6,10");
        var near = Number(await Chart(close).GetAttributeAsync("data-counted"));
        Assert.InRange(near, 1, wide - 1);
    }

    [Fact]
    public async Task Put_away_it_stays_away_and_gives_its_room_to_the_map()
    {
        await using var visit = await OpenAsync(Northwest);
        var with = (await visit.Map.BoundingBoxAsync())!.Height;
        await visit.Page.Locator("[data-holders-menu]").SelectOptionAsync("off");
        await Assertions.Expect(Chart(visit)).ToBeHiddenAsync();
        Assert.True((await visit.Map.BoundingBoxAsync())!.Height > with + 60);
        await visit.Page.ReloadAsync();
        await visit.ReadyAsync();
        await Assertions.Expect(Chart(visit)).ToBeHiddenAsync();
        await visit.Page.Locator("[data-holders-menu]").SelectOptionAsync("area");
        await Assertions.Expect(Chart(visit)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_embed_and_a_low_page_have_none()
    {
        await using var embed = await product.VisitAsync("/embed?date=2017-10-15");
        await embed.ReadyAsync();
        await Assertions.Expect(embed.Page.Locator("[data-holders-chart]")).ToHaveCountAsync(0);
        await using var low = await product.VisitAsync(Northwest, 1366, 700);
        await low.ReadyAsync();
        await Assertions.Expect(Chart(low)).ToBeHiddenAsync();
        await low.Page.Locator("[data-holders-menu]").SelectOptionAsync("places");
        await Assertions.Expect(Chart(low)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en", "light")]
    [InlineData("ar", "dark")]
    public async Task On_a_phone_it_takes_a_finger_and_lies_within_the_page(string language, string scheme)
    {
        await using var visit = await product.VisitAsync($"{Northwest}&lang={language}", 390, 844,
            new() { HasTouch = true, IsMobile = true, ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        await visit.ReadyAsync();
        await Assertions.Expect(Chart(visit)).ToHaveAttributeAsync("data-counted", new Regex(@"\d"));
        var chart = (await Chart(visit).BoundingBoxAsync())!;
        Assert.True(chart.Height >= 44 && chart.X >= 0 && chart.X + chart.Width <= 390, $"{chart.Width} by {chart.Height}");
        await visit.Page.Touchscreen.TapAsync(chart.X + chart.Width * 0.3f, chart.Y + chart.Height / 2);
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", new Regex("^2015"));
        Assert.Empty(visit.Errors);
    }

    private static ILocator Chart(Visit visit) => visit.Page.Locator("[data-holders-track]");

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);

    private async Task<Visit> OpenAsync(string path)
    {
        var visit = await product.VisitAsync(path);
        await visit.LiveAsync();
        await Assertions.Expect(Chart(visit)).ToHaveAttributeAsync("data-counted", new Regex(@"\d"));
        return visit;
    }

    private static async Task Go(Visit visit, string date)
    {
        await visit.Page.Locator(".time-words").ClickAsync();
        await visit.Page.Locator(".time-date .time-field").FillAsync(date);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", date);
    }
}
