using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Filters narrow map, histogram and list alike, live in the address, and need no circuit.</summary>
[Collection(nameof(Product))]
public class FilterTests(Product product)
{
    // The whole country on a desktop's screen: what the map counts is what the list names.
    private const string Year2018 = "/?date=2018-12-31&window=1y&at=35.5,38.5,6";

    private const string Hts = "e.Id IN (SELECT EventId FROM EventActors r JOIN Actors a ON a.Id = r.ActorId WHERE r.Role <> 'claimant' AND a.Key = 'hts')";

    [Fact]
    public async Task A_chosen_actor_leaves_the_same_events_on_the_map_in_the_list_and_in_the_database()
    {
        await using var visit = await product.VisitAsync(Year2018);
        await visit.LiveAsync();
        await visit.Page.Locator("#tab-Filters").ClickAsync();
        await Choose(visit, "actors", "hts");
        var (certain, possible) = Count(Hts);
        Assert.True(certain > 50, "the shipped data name the group often");
        await Shows(visit, certain, possible);
        await Assertions.Expect(visit.Page.Locator(".filter-left")).ToHaveTextAsync($"{certain + possible:N0} events left here");
        await Assertions.Expect(visit.Page.Locator("#tab-Events .tab-count")).ToHaveTextAsync($" {certain + possible:N0}");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("actors=hts"));
    }

    [Fact]
    public async Task Three_filters_hold_together_and_their_address_shows_the_same_in_another_browser()
    {
        await using var visit = await product.VisitAsync(Year2018);
        await visit.LiveAsync();
        await visit.Page.Locator("#tab-Filters").ClickAsync();
        await Choose(visit, "actors", "hts");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show only: Armed clash" }).ClickAsync();
        await Choose(visit, "actors", "syrian-insurgents");
        await Choose(visit, "governorates", "SY07");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("governorates=SY07"));
        await Assertions.Expect(visit.Page.Locator("[data-filter-badge]").Last).ToHaveTextAsync("4");
        var left = await Number(visit.Page.Locator(".filter-left"));
        var (most, mostPossible) = Count("e.Type = 'clash' AND e.Id IN (SELECT EventId FROM EventActors r JOIN Actors a ON a.Id = r.ActorId WHERE r.Role <> 'claimant' AND a.Key IN ('hts', 'syrian-insurgents'))");
        Assert.InRange(left, 1, most + mostPossible - 1);

        await using var other = await product.VisitAsync(new Uri(visit.Page.Url).PathAndQuery);
        await other.LiveAsync();
        Assert.Equal(left, await other.CertainAsync() + await other.PossibleAsync());
        await Assertions.Expect(other.Page.Locator(".chip")).ToHaveCountAsync(4);
        await Assertions.Expect(other.Page.Locator("#tab-Events .tab-count")).ToHaveTextAsync($" {left:N0}");
    }

    [Fact]
    public async Task Each_chip_takes_its_filter_away_and_one_button_takes_all()
    {
        await using var visit = await product.VisitAsync(Year2018 + "&actors=hts,sdf&types=clash");
        await visit.LiveAsync();
        await visit.Page.Locator("[data-chip='actors sdf']").ClickAsync();
        var (certain, possible) = Count($"e.Type = 'clash' AND {Hts}");
        await Shows(visit, certain, possible);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        (certain, possible) = Count("1");
        await Shows(visit, certain, possible);
        await Assertions.Expect(visit.Page.Locator(".chip")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(new Regex("actors=|types="));
    }

    [Fact]
    public async Task Going_back_brings_back_the_filters_that_were_there()
    {
        await using var visit = await product.VisitAsync(Year2018 + "&actors=hts");
        await visit.LiveAsync();
        await visit.Page.Locator("#panel-list [data-event]").First.ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("event=\\d+"));
        await visit.Page.Locator(".card-back").ClickAsync();
        await visit.Page.Locator("[data-chip='actors hts']").ClickAsync();
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(new Regex("actors="));
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.Locator("[data-chip='actors hts']")).ToBeVisibleAsync();
        var (certain, possible) = Count(Hts);
        await Shows(visit, certain, possible);
    }

    [Fact]
    public async Task In_Arabic_an_actor_is_found_by_another_spelling()
    {
        await using var visit = await product.VisitAsync(Year2018 + "&lang=ar");
        await visit.LiveAsync();
        await visit.Page.Locator("#tab-Filters").ClickAsync();
        var actors = visit.Page.Locator("[data-facet=actors]");
        await actors.Locator(".filter-narrow").FillAsync("هيئه تحرير الشآم");
        await actors.Locator(".filter-row").First.ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("actors=hts"));
        await Assertions.Expect(actors.Locator(".filter-name").First).ToHaveTextAsync("هيئة تحرير الشام");
    }

    [Fact]
    public async Task Words_of_the_text_are_asked_when_the_typing_rests_and_cleared_by_one_press()
    {
        await using var visit = await product.VisitAsync(Year2018 + "&lang=ar");
        await visit.LiveAsync();
        await visit.Page.Locator("#tab-Filters").ClickAsync();
        await visit.Page.Locator(".filter-words").FillAsync("عفرين");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("text=" + Uri.EscapeDataString("عفرين")));
        var all = Count("1");
        await Assertions.Expect(visit.Map).Not.ToHaveAttributeAsync("data-certain", $"{all.Certain}");
        var left = await visit.CertainAsync() + await visit.PossibleAsync();
        Assert.InRange(left, 1, all.Certain);
        await Assertions.Expect(visit.Page.Locator(".filter-left")).ToContainTextAsync($"{left:N0}");
        await Assertions.Expect(visit.Page.Locator("#tab-Events .tab-count")).ToHaveTextAsync($" {left:N0}");
        await visit.Page.Locator(".filter-words").FillAsync("؟!");
        await Shows(visit, 0, 0);
        await Assertions.Expect(visit.Page.Locator(".map-failure")).ToBeHiddenAsync();
        await visit.Page.Locator(".filter-clear").ClickAsync();
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(new Regex("text="));
        await Expects(visit, "data-certain", Count("1").Certain);
    }

    [Fact]
    public async Task An_embed_shows_what_the_dashboard_shows_and_says_what_it_is_narrowed_to()
    {
        const string Query = "?date=2018-12-31&window=1y&actors=hts&types=clash,strike";
        await using var visit = await product.VisitAsync("/embed" + Query, 640, 460);
        await visit.ReadyAsync();
        var (certain, possible) = Count($"e.Type IN ('clash', 'strike') AND {Hts}");
        await Shows(visit, certain, possible);
        await Assertions.Expect(visit.Page.Locator("[data-embed-filters]")).ToHaveTextAsync("Showing only these events: Armed clash or Strike or shelling · Hayat Tahrir al-Sham");
        await Assertions.Expect(visit.Page.Locator("[data-embed-open]")).ToHaveAttributeAsync("href", new Regex("actors=hts"));
        Assert.Empty(visit.Sockets);
        await using var dashboard = await product.VisitAsync("/" + Query);
        await dashboard.ReadyAsync();
        Assert.Equal(certain, await dashboard.CertainAsync());
    }

    [Fact]
    public async Task A_key_that_nobody_has_shows_nothing_and_can_be_taken_away()
    {
        await using var visit = await product.VisitAsync(Year2018 + "&actors=nobody-has-this");
        await visit.LiveAsync();
        await Shows(visit, 0, 0);
        await visit.Page.Locator("#tab-Filters").ClickAsync();
        var row = visit.Page.Locator("[data-facet=actors] .filter-row").First;
        await Assertions.Expect(row.Locator(".filter-name")).ToHaveTextAsync("nobody-has-this");
        await Assertions.Expect(row.Locator("input")).ToBeCheckedAsync();
        await row.ClickAsync();
        await Expects(visit, "data-certain", Count("1").Certain);
    }

    [Fact]
    public async Task Without_a_circuit_the_filters_open_count_and_narrow_the_map()
    {
        await using var visit = await product.VisitAsync("/about");
        await visit.Page.RouteAsync("**/_blazor**", route => route.AbortAsync());
        await visit.GoAsync(Year2018);
        await visit.ReadyAsync();
        await visit.Page.Locator("#tab-Events").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(visit.Page.Locator("#tab-Filters")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("#tab-Filters")).ToHaveAttributeAsync("aria-selected", "true");
        await Choose(visit, "actors", "hts");
        var (certain, possible) = Count(Hts);
        await Shows(visit, certain, possible);
        await visit.Page.Locator("#tab-Events").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-filters]")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator("[data-chip='actors hts']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_opened_chosen_and_typed_before_the_circuit_came_is_there_when_it_has()
    {
        var may = new TaskCompletionSource();
        await using var visit = await product.VisitAsync("/about");
        await visit.Page.RouteAsync("**/_blazor/negotiate**", async route => { await may.Task; await route.ContinueAsync(); });
        await visit.GoAsync(Year2018);
        await visit.ReadyAsync();
        await visit.Page.Locator("#tab-Filters").ClickAsync();
        await Choose(visit, "actors", "hts");
        await visit.Page.Locator("[data-facet=actors] .filter-narrow").FillAsync("sham");
        may.SetResult();
        await visit.LiveAsync();
        await Assertions.Expect(visit.Page.Locator("#tab-Filters")).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(visit.Page.Locator("[data-facet=actors] .filter-narrow")).ToHaveValueAsync("sham");
        await Assertions.Expect(visit.Page.Locator("[data-facet=actors] input[value=hts]")).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page.Locator("#tab-Filters [data-filter-badge]")).ToHaveTextAsync("1");
        await visit.Page.Locator("#tab-Events").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-filters]")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator("#panel-list .row").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_cannot_be_fetched_is_said_and_can_be_tried_again()
    {
        await using var visit = await product.VisitAsync("/about");
        await visit.Page.RouteAsync("**/data/facets-*", route => route.AbortAsync());
        await visit.GoAsync(Year2018 + "&actors=hts");
        var strip = visit.Page.Locator(".map-failure");
        await Assertions.Expect(strip).ToContainTextAsync("no events are shown yet");
        await Assertions.Expect(visit.Map).Not.ToHaveAttributeAsync("data-ready", "true");
        await visit.Page.UnrouteAsync("**/data/facets-*");
        await strip.GetByRole(AriaRole.Button).ClickAsync();
        await visit.ReadyAsync();
        var (certain, possible) = Count(Hts);
        await Shows(visit, certain, possible);
        await Assertions.Expect(strip).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_deleted_at_the_desk_leaves_an_open_map_that_is_filtered_and_nothing_else_comes()
    {
        await using var site = await product.CopyAsync();
        await using var reader = await product.VisitAsync(site, Year2018 + "&actors=hts");
        await reader.LiveAsync();
        var (certain, possible) = Count(Hts);
        await Shows(reader, certain, possible);
        await reader.Page.Locator("#tab-Filters").ClickAsync();
        await using var editor = await product.EditorAsync(site, $"/desk/events/{First(Hts)}");
        await editor.Page.Locator("[data-delete=ask]").ClickAsync();
        await editor.Page.GetByLabel("Why is it deleted?").FillAsync("recorded twice");
        await editor.Page.Locator("[data-delete=yes]").ClickAsync();
        await Expects(reader, "data-certain", certain - 1);
        await Expects(reader, "data-possible", possible);
        await Assertions.Expect(reader.Page.Locator(".filter-left")).ToHaveTextAsync($"{certain + possible - 1:N0} events left here");
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public async Task On_a_phone_the_filters_are_one_press_away_and_every_row_is_a_fingers_width_high()
    {
        await using var visit = await product.VisitAsync(Year2018, 390, 844, new() { HasTouch = true });
        await visit.LiveAsync();
        await visit.Page.Locator("[data-open-filters]").TapAsync();
        await Assertions.Expect(visit.Page.Locator("[data-explore]")).ToHaveAttributeAsync("data-sheet-stop", "half");
        await Choose(visit, "actors", "hts");
        foreach (var row in await visit.Page.Locator("[data-filters] .filter-row:visible").AllAsync())
        {
            Assert.True((await row.BoundingBoxAsync())!.Height >= 44);
        }
        await visit.Page.Locator("[data-open-filters]").TapAsync();
        await Assertions.Expect(visit.Page.Locator("[data-chip='actors hts']")).ToBeVisibleAsync();
        Assert.True((await visit.Page.Locator("[data-chip='actors hts']").BoundingBoxAsync())!.Height >= 44);
    }

    private static async Task Choose(Visit visit, string facet, string key)
    {
        var section = visit.Page.Locator($"[data-facet={facet}]");
        var box = section.Locator($"input[type=checkbox][value='{key}']");
        await Assertions.Expect(section.Locator(".filter-row").First).ToBeVisibleAsync();
        if (await box.CountAsync() == 0) { await section.Locator(".filter-more").ClickAsync(); }
        await box.CheckAsync();
    }

    private static async Task Shows(Visit visit, int certain, int possible)
    {
        await Expects(visit, "data-certain", certain);
        await Expects(visit, "data-possible", possible);
    }

    private static Task Expects(Visit visit, string attribute, int value) =>
        Assertions.Expect(visit.Map).ToHaveAttributeAsync(attribute, value.ToString(CultureInfo.InvariantCulture));

    private static async Task<int> Number(ILocator words)
    {
        await Assertions.Expect(words).ToHaveTextAsync(new Regex("\\d"));
        return int.Parse(Regex.Replace(await words.InnerTextAsync(), "\\D", ""), CultureInfo.InvariantCulture);
    }

    /// <summary>Public events of 2018 of which this holds, e being the event.</summary>
    private (int Certain, int Possible) Count(string holds)
    {
        using var database = new SqliteConnection($"Data Source={product.Site.DatabasePath};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        const string Certain = "((e.EarliestDay >= $from AND e.LatestDay <= $to) OR (e.Lasted AND e.EarliestDay > -2147483648 AND e.LatestDay < 2147483647))";
        command.CommandText = $"""
            SELECT COALESCE(SUM({Certain}), 0), COALESCE(SUM(NOT {Certain}), 0)
            FROM Events e
            WHERE e.Status = 'published' AND e.DeletedAt IS NULL AND e.EarliestDay <= $to AND e.LatestDay >= $from AND {holds}
            """;
        command.Parameters.AddWithValue("$from", Day(2018, 1, 1));
        command.Parameters.AddWithValue("$to", Day(2018, 12, 31));
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    /// <summary>One event that certainly was in 2018, by its id.</summary>
    private long First(string holds)
    {
        using var database = new SqliteConnection($"Data Source={product.Site.DatabasePath};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT e.Id FROM Events e WHERE e.Status = 'published' AND e.DeletedAt IS NULL AND e.EarliestDay >= $from AND e.LatestDay <= $to AND {holds} LIMIT 1";
        command.Parameters.AddWithValue("$from", Day(2018, 1, 1));
        command.Parameters.AddWithValue("$to", Day(2018, 12, 31));
        return (long)command.ExecuteScalar()!;
    }

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
}
