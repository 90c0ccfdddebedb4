using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>The time bar: windows, spans, the axis, what the bars count, and what is said.</summary>
[Collection(nameof(Product))]
public class TimeTests(Product product)
{
    private static readonly BrowserNewContextOptions Finger = new() { HasTouch = true, IsMobile = true };

    private static ILocator Start(Visit visit) => visit.Page.Locator("[data-start-slider]");

    private static Task WindowIs(Visit visit, string window) => visit.Page.WaitForURLAsync(url => url.Contains($"window={window}&", StringComparison.Ordinal));

    [Fact]
    public async Task A_length_in_words_becomes_the_window_and_stays_on_its_button()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.ReadyAsync();
        var other = visit.Page.Locator("[data-window-other]");
        await other.ClickAsync();
        var field = visit.Page.GetByLabel("Length of the window");
        await field.FillAsync("6 parsecs");
        await field.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator(".time-choice-window [role=alert]")).ToContainTextAsync("6 weeks, 3 months or 2 y");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await field.FillAsync("6 weeks");
        await field.PressAsync("Enter");
        await WindowIs(visit, "42d");
        await Assertions.Expect(other).ToHaveTextAsync("42 d");
        await Assertions.Expect(other).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(other).ToBeFocusedAsync();

        await visit.Page.Locator("[data-window='7d']").ClickAsync();
        await WindowIs(visit, "7d");
        await other.ClickAsync();
        await Assertions.Expect(field).ToHaveValueAsync("42 days");
    }

    [Fact]
    public async Task On_a_phone_the_menu_opens_the_field_and_keeps_the_length_typed_in_Arabic()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d&lang=ar", 360, 740, Finger);
        await visit.ReadyAsync();
        var menu = visit.Page.Locator(".time-window-menu select");
        await menu.SelectOptionAsync("other");
        await visit.Page.Locator(".time-choice-window input").FillAsync("قرن");
        await visit.Page.Locator(".time-choice-window input").PressAsync("Enter");
        // Playwright refuses a click that something else would take: nothing lies over the sentence, and it lies within the screen.
        var alert = visit.Page.Locator(".time-choice-window [role=alert]");
        await alert.ClickAsync(new() { Trial = true });
        var sentence = (await alert.BoundingBoxAsync())!;
        Assert.True(sentence.X >= 0 && sentence.X + sentence.Width <= 360, $"the sentence goes from {sentence.X} to {sentence.X + sentence.Width}");
        Assert.True((await visit.Page.Locator(".time-choice-window input").BoundingBoxAsync())!.Width > 200);
        await visit.Page.Locator(".time-choice-window input").FillAsync("٣ أشهر");
        await visit.Page.Locator(".time-choice-window input").PressAsync("Enter");
        await WindowIs(visit, "91d");
        await Assertions.Expect(menu).ToHaveValueAsync("91d");
        await Assertions.Expect(menu.Locator("option:checked")).ToHaveTextAsync("91 يوماً");

        await visit.Page.Locator(".time-words").ClickAsync();
        await visit.Page.Locator(".time-date input").FillAsync("8/10/2017");
        await visit.Page.Locator(".time-date input").PressAsync("Enter");
        await visit.Page.Locator(".time-date [role=alert]").ClickAsync(new() { Trial = true });
    }

    [Fact]
    public async Task From_here_on_the_date_is_the_beginning_and_the_far_end_can_be_pulled_to_a_length()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.ReadyAsync();
        await visit.Page.Locator("[data-window='from']").ClickAsync();
        await WindowIs(visit, "from");
        var track = (await visit.Track.BoundingBoxAsync())!;
        await Assertions.Expect(Start(visit)).ToHaveAttributeAsync("aria-label", "Last day of the window");
        await Assertions.Expect(Start(visit)).ToHaveAttributeAsync("aria-valuetext", "from here on");
        var far = (await Start(visit).BoundingBoxAsync())!;
        Assert.Equal(track.X + track.Width, far.X + far.Width / 2, 2.0);
        var onwardCount = await visit.CertainAsync();
        Assert.True(onwardCount > 0);

        await visit.Thumb.FocusAsync();
        await visit.Page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2019-10-01");
        Assert.True(await visit.CertainAsync() > onwardCount, "a month more from here on has more events");

        await visit.Page.Mouse.MoveAsync(far.X + far.Width / 2, far.Y + far.Height / 2);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(track.X + track.Width * 0.9f, far.Y + far.Height / 2, new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();
        await visit.Page.WaitForURLAsync(new Regex("window=\\d+d"));
        await Assertions.Expect(Start(visit)).ToHaveAttributeAsync("aria-label", "First day of the window");
        await Assertions.Expect(Start(visit)).ToHaveAttributeAsync("aria-valuetext", new Regex("^1 October 2019, "));
        Assert.StartsWith("2023", await visit.DateAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_everything_so_far_the_start_can_be_pulled_to_a_length_and_a_mere_press_leaves_it_open()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=all");
        await visit.ReadyAsync();
        var track = (await visit.Track.BoundingBoxAsync())!;
        var start = (await Start(visit).BoundingBoxAsync())!;
        var y = start.Y + start.Height / 2;
        await visit.Page.Mouse.ClickAsync(track.X + 1, y);
        await Assertions.Expect(Start(visit)).ToHaveAttributeAsync("aria-valuetext", "all so far");
        await visit.Page.Mouse.MoveAsync(track.X + 1, y);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(track.X + track.Width * 0.5f, y, new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();
        await visit.Page.WaitForURLAsync(new Regex("window=\\d+d"));
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2019-11-01");
    }

    [Fact]
    public async Task With_a_finger_one_day_of_all_the_years_is_picked_at_360_pixels()
    {
        await using var visit = await product.VisitAsync("/?date=2018-01-28&window=30d", 360, 740, Finger);
        await visit.ReadyAsync();
        await visit.Page.Locator(".time-window-menu select").SelectOptionAsync("1d");
        var closer = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show less time, closer" });
        while (await closer.GetAttributeAsync("aria-disabled") is null)
        {
            var days = await visit.Track.GetAttributeAsync("data-days") ?? "";
            await closer.TapAsync();
            await Assertions.Expect(visit.Track).Not.ToHaveAttributeAsync("data-days", days);
        }
        var track = (await visit.Track.BoundingBoxAsync())!;
        var thumb = (await visit.Thumb.BoundingBoxAsync())!;
        var day = track.Width / 7;
        Assert.True(day >= 44, $"a day is {day} pixels wide");
        // The date's line stands at the end of its day; two days on, in the middle.
        await visit.Page.Touchscreen.TapAsync(thumb.X + thumb.Width / 2 + day * 1.5f, track.Y + 30);
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2018-01-30");
        await Assertions.Expect(visit.Page.Locator(".time-words")).ToHaveTextAsync("30 January 2018");
        await WindowIs(visit, "1d");
    }

    [Fact]
    public async Task Two_fingers_spread_on_the_chart_show_less_time_and_leave_date_and_window()
    {
        await using var visit = await product.VisitAsync("/?date=2018-01-28&window=30d", 360, 740, Finger);
        await visit.ReadyAsync();
        await Assertions.Expect(visit.Page.Locator(".time-all")).ToBeHiddenAsync();
        var track = (await visit.Track.BoundingBoxAsync())!;
        var y = track.Y + 30;
        var cdp = await visit.Context.NewCDPSessionAsync(visit.Page);
        async Task Touch(string type, params float[] xs) => await cdp.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = xs.Select((x, id) => new { x, y, id }).ToArray(),
        });
        await Touch("touchStart", track.X + 60);
        await Touch("touchStart", track.X + 60, track.X + 90);
        for (var step = 1; step <= 5; step++) { await Touch("touchMove", track.X + 60 - step * 8, track.X + 90 + step * 30); }
        await Touch("touchEnd");
        await Assertions.Expect(visit.Page.Locator(".time-all")).ToBeVisibleAsync();
        Assert.Equal("2018-01-28", await visit.DateAsync());
        Assert.Contains("window=30d", visit.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("36.2,37.15,10", "", null, null)]
    [InlineData("35.2,38.6,6", "", null, null)]
    [InlineData("35.2,38.6,6", "&types=strike", "strike", null)]
    [InlineData("35.2,38.6,7", "&actors=sdf", null, "sdf")]
    public async Task The_bars_count_what_types_and_filters_leave_in_view_and_events_without_a_place_always(string at, string filter, string? type, string? actor)
    {
        await using var visit = await product.VisitAsync($"/?date=2019-11-01&window=30d&at={at}{filter}");
        await visit.ReadyAsync();
        var left = await InView(visit, type, actor);
        Assert.True(left > 0);
        await Assertions.Expect(visit.Track).ToHaveAttributeAsync("data-counted", $"{left}");
    }

    [Fact]
    public async Task The_bars_follow_the_map_when_it_has_come_to_rest()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d&at=36.2,37.15,10");
        await visit.ReadyAsync();
        var near = await InView(visit, null, null);
        await Assertions.Expect(visit.Track).ToHaveAttributeAsync("data-counted", $"{near}");
        await visit.Page.Locator(".map-button").Nth(1).ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("at=[\\d.]+,[\\d.]+,9"));
        await Assertions.Expect(visit.Track).Not.ToHaveAttributeAsync("data-counted", $"{near}");
        // An address names the middle to some ten metres, and a place may stand on the very edge.
        var wide = await InView(visit, null, null);
        Assert.True(wide > near * 1.2);
        Assert.InRange(int.Parse((await visit.Track.GetAttributeAsync("data-counted"))!, CultureInfo.InvariantCulture), wide * 0.99, wide * 1.01);
    }

    /// <summary>Events with two known ends that the database has in the map's view or without a place.</summary>
    private async Task<int> InView(Visit visit, string? type, string? actor)
    {
        var at = Regex.Match(visit.Page.Url, "at=([\\d.]+),([\\d.]+),(\\d+)").Groups;
        double Number(int group) => double.Parse(at[group].Value, CultureInfo.InvariantCulture);
        var map = (await visit.Map.BoundingBoxAsync())!;
        var world = 256 * Math.Pow(2, Number(3));
        double Down(double latitude) => (0.5 - Math.Asinh(Math.Tan(latitude * Math.PI / 180)) / (2 * Math.PI)) * world;
        double Latitude(double down) => Math.Atan(Math.Sinh(2 * Math.PI * (0.5 - down / world))) * 180 / Math.PI;
        var middle = Down(Number(1));
        await using var database = new SqliteConnection($"Data Source={product.Site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        using var command = database.CreateCommand();
        command.CommandText = """
            SELECT COUNT(*) FROM Events
            WHERE Status = 'published' AND DeletedAt IS NULL AND EarliestDay > -2147483648 AND LatestDay < 2147483647 AND ($type IS NULL OR Type = $type)
              AND ($actor IS NULL OR EXISTS (SELECT 1 FROM EventActors JOIN Actors ON Actors.Id = ActorId WHERE EventId = Events.Id AND Key = $actor))
              AND (Latitude IS NULL OR (Latitude BETWEEN $south AND $north AND Longitude BETWEEN $west AND $east))
            """;
        command.Parameters.AddWithValue("$type", (object?)type ?? DBNull.Value);
        command.Parameters.AddWithValue("$actor", (object?)actor ?? DBNull.Value);
        command.Parameters.AddWithValue("$north", Latitude(middle - map.Height / 2));
        command.Parameters.AddWithValue("$south", Latitude(middle + map.Height / 2));
        command.Parameters.AddWithValue("$west", Number(2) - map.Width / 2 / world * 360);
        command.Parameters.AddWithValue("$east", Number(2) + map.Width / 2 / world * 360);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
