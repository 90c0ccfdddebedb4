using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Play: in calendar time, from change to change, to the end or over again.</summary>
[Collection(nameof(Product))]
public class TimePlayTests(Product product)
{
    private static ILocator Playing(Visit visit) => visit.Page.Locator(".time-play[data-playing]");

    /// <summary>Writes down every date the map shows from now on.</summary>
    private static async Task Record(Visit visit) => await visit.Page.EvaluateAsync("""
        () => {
          const map = document.querySelector('[data-map]');
          window.dates = [];
          new MutationObserver(() => { if (window.dates.at(-1) !== map.dataset.date) window.dates.push(map.dataset.date); }).observe(map, { attributes: true, attributeFilter: ['data-date'] });
        }
        """);

    private static Task<string[]> Dates(Visit visit) => visit.Page.EvaluateAsync<string[]>("() => window.dates");

    [Fact]
    public async Task By_change_it_goes_from_one_change_in_view_to_the_next_skips_what_is_empty_and_stops_after_the_last()
    {
        await using var visit = await product.VisitAsync("/?date=2017-09-15&window=1d&at=35,38,6&layers=events&types=movement,politics,control-change");
        await visit.ReadyAsync();
        await visit.Page.Locator(".time-by-change").ClickAsync();
        await Record(visit);
        await visit.Page.Locator(".time-play").ClickAsync();
        await Assertions.Expect(Playing(visit)).ToHaveCountAsync(1);
        await Assertions.Expect(Playing(visit)).ToHaveCountAsync(0);
        Assert.Equal(await BeginDays(), await Dates(visit));
    }

    [Fact]
    public async Task The_step_buttons_go_by_change_too_and_back_to_days_when_it_is_let_go()
    {
        await using var visit = await product.VisitAsync("/?date=2017-09-15&window=1d&at=35,38,6&layers=events&types=movement,politics,control-change");
        await visit.ReadyAsync();
        var days = await BeginDays();
        var forward = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Forward" });
        await visit.Page.Locator(".time-by-change").ClickAsync();
        await forward.ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", days[0]);
        await visit.Page.Locator(".time-by-change").ClickAsync();
        await forward.ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", DateOnly.Parse(days[0], CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task On_a_phone_the_menu_has_it_and_the_steps_are_wide_enough_for_a_finger()
    {
        await using var visit = await product.VisitAsync("/?date=2017-09-15&window=1d&at=35,38,6&layers=events&types=movement,politics,control-change", 360, 740, new() { HasTouch = true, IsMobile = true });
        await visit.ReadyAsync();
        await visit.Page.GetByLabel("Speed and step").SelectOptionAsync("change");
        foreach (var part in await visit.Page.Locator(".time-bar button:visible, .time-bar select:visible").AllAsync())
        {
            var box = (await part.BoundingBoxAsync())!;
            if (await part.GetAttributeAsync("class") is "time-words" or "time-next") { continue; }
            Assert.True(box.Width >= 43.9 && box.Height >= 43.9, $"{await part.GetAttributeAsync("aria-label")} is {box.Width} by {box.Height}");
        }
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Forward" }).TapAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", (await BeginDays())[0]);
    }

    [Fact]
    public async Task It_stops_at_the_end_and_starts_over_only_if_asked()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.ReadyAsync();
        var last = await visit.Thumb.GetAttributeAsync("aria-valuemax");
        await visit.Page.Locator(".time-speed-menu select").SelectOptionAsync("year");
        await visit.Page.Locator(".time-play").ClickAsync();
        await Assertions.Expect(Playing(visit)).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Thumb).ToHaveAttributeAsync("aria-valuenow", last!);

        await visit.Page.Locator(".time-loop").ClickAsync();
        await visit.Page.Locator("[data-date-slider]").PressAsync("ArrowLeft");
        await visit.Page.Locator(".time-play").ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", new Regex("^201[1-5]"));
        await Assertions.Expect(Playing(visit)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Who_asks_for_less_motion_gets_whole_steps_and_seeking_keeps_it_going()
    {
        await using var visit = await product.VisitAsync("/?date=2018-01-15&window=30d", options: new() { ReducedMotion = ReducedMotion.Reduce });
        await visit.ReadyAsync();
        await visit.Page.Locator(".time-speed-menu select").SelectOptionAsync("month");
        await Record(visit);
        await visit.Page.Locator(".time-play").ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2018-03-15");
        Assert.Equal(["2018-02-15", "2018-03-15"], await Dates(visit));
        await visit.Thumb.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        var first = DateOnly.FromDayNumber(new DateOnly(1970, 1, 1).DayNumber + int.Parse((await visit.Thumb.GetAttributeAsync("aria-valuemin"))!, CultureInfo.InvariantCulture));
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", first.AddMonths(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Assertions.Expect(Playing(visit)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_popup_stays_open_while_it_plays()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=1d&at=36.84,40.07,11&layers=control,boundaries,places");
        await visit.ReadyAsync();
        var box = (await visit.Map.BoundingBoxAsync())!;
        await visit.Page.Mouse.ClickAsync(box.X + box.Width / 2 + 30, box.Y + box.Height / 2 + 30);
        var popup = visit.Page.Locator(".map-popup");
        await Assertions.Expect(popup).ToContainTextAsync("Ras al-Ayn");
        await visit.Page.Locator(".time-play").ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", new Regex("^20(19-12|20)"));
        await Assertions.Expect(popup).ToBeVisibleAsync();
        await Assertions.Expect(popup).ToContainTextAsync("Ras al-Ayn");
        await Assertions.Expect(Playing(visit)).ToHaveCountAsync(1);
        // Back to before anybody is said to have held it as in the popup.
        await visit.Thumb.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(popup).ToBeVisibleAsync();
        await Assertions.Expect(popup).ToContainTextAsync("not yet");
    }

    /// <summary>The days after 15 September 2017 on which an event of the three types may begin, from the database.</summary>
    private async Task<string[]> BeginDays()
    {
        await using var database = new SqliteConnection($"Data Source={product.Site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        using var command = database.CreateCommand();
        command.CommandText = """
            SELECT DISTINCT date(EarliestDay * 86400, 'unixepoch') FROM Events
            WHERE Status = 'published' AND DeletedAt IS NULL AND Type IN ('movement', 'politics', 'control-change') AND EarliestDay > julianday('2017-09-15') - julianday('1970-01-01')
            ORDER BY EarliestDay
            """;
        using var reader = await command.ExecuteReaderAsync();
        var days = new List<string>();
        while (await reader.ReadAsync()) { days.Add(reader.GetString(0)); }
        return [.. days];
    }
}
