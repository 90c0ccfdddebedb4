using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>A lineage along the time axis, and the filter that follows it.</summary>
[Collection(nameof(Product))]
public class LineageTests(Product product)
{
    // The year in which the group was formed, and left by two of its groups.
    private const string Year2017 = "?date=2017-12-31&window=1y&at=35.5,38.5,6";

    [Theory]
    [InlineData("", 1366, 900)]
    [InlineData("?lang=ar", 390, 844)]
    public async Task The_river_runs_with_time_from_left_to_right_and_is_walked_by_keyboard(string query, int width, int height)
    {
        await using var visit = await product.VisitAsync($"/actors/hts{query}", width, height);
        var river = visit.Page.Locator(".river-scroll");
        var years = await visit.Page.Locator(".river-year-words").EvaluateAllAsync<string[]>("words => words.map(word => ({ at: word.getBoundingClientRect().left, year: word.textContent })).sort((a, b) => a.at - b.at).map(word => word.year)");
        Assert.Equal(years.Order(StringComparer.Ordinal), years);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "only the picture scrolls, not the page");
        Assert.Equal(0, await river.EvaluateAsync<int>("it => it.scrollLeft"));
        Assert.True(await visit.Page.Locator(".relations").First.EvaluateAsync<bool>("it => it.parentElement.scrollWidth <= it.parentElement.clientWidth"), "a relation is read without scrolling sideways");
        // The menu that leads here fits beside everything else.
        foreach (var narrow in (int[])[768, 1024])
        {
            await visit.Page.SetViewportSizeAsync(narrow, height);
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('.top').scrollWidth <= innerWidth"), $"the top bar at {narrow}");
        }
        await visit.Page.SetViewportSizeAsync(width, height);

        // No word lies over another.
        var over = await visit.Page.Locator(".river-picture text").EvaluateAllAsync<string[]>("""
            words => words.flatMap((one, i) => words.slice(i + 1).filter(other => {
              const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
              return a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 5 && b.top < a.bottom - 5;
            }).map(other => `${one.textContent} / ${other.textContent}`))
            """);
        Assert.Empty(over);

        await river.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(river.Locator("a:focus")).ToHaveCountAsync(1);
        var date = river.Locator(".river-date").First;
        await date.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(new Regex("/\\?date=2017-01-31"));
        await visit.ReadyAsync();
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task With_its_predecessors_an_actor_shows_the_same_on_the_map_in_the_list_and_in_an_embed()
    {
        await using var visit = await product.VisitAsync("/" + Year2017 + "&actors=hts");
        await visit.LiveAsync();
        await visit.Page.Locator("#tab-Filters").ClickAsync();
        var expected = CountWithPredecessors();
        Assert.NotEqual(expected, await visit.CertainAsync() + await visit.PossibleAsync());
        await visit.Page.Locator("[data-lineage]").CheckAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("actors=hts&lineage=1"));
        await Assertions.Expect(visit.Page.Locator(".filter-left")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"{expected:N0} events left here"));
        await Assertions.Expect(visit.Page.Locator("#tab-Events .tab-count")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $" {expected:N0}"));
        Assert.Equal(expected, await visit.CertainAsync() + await visit.PossibleAsync());
        await visit.Page.Locator("#tab-Events").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-chip=lineage]")).ToHaveTextAsync("Including predecessors");

        await using var embed = await product.VisitAsync("/embed" + Year2017 + "&actors=hts&lineage=1", 640, 460);
        await embed.ReadyAsync();
        Assert.Equal(expected, await embed.CertainAsync() + await embed.PossibleAsync());
        await Assertions.Expect(embed.Page.Locator("[data-embed-filters]")).ToHaveTextAsync("Showing only these events: Hayat Tahrir al-Sham · Including predecessors");

        await visit.Page.Locator("[data-chip=lineage]").ClickAsync();
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(new Regex("lineage"));
        await Assertions.Expect(visit.Page.Locator("[data-chip='actors hts']")).ToBeVisibleAsync();
    }

    /// <summary>Public events of 2017 in which the group took part, or one that it was formed from: of the two that left, what began before they had.</summary>
    private int CountWithPredecessors()
    {
        using var database = new SqliteConnection($"Data Source={product.Site.DatabasePath};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = """
            SELECT COUNT(*) FROM Events e
            WHERE e.Status = 'published' AND e.DeletedAt IS NULL AND e.EarliestDay <= $to AND e.LatestDay >= $from AND EXISTS (
              SELECT 1 FROM EventActors r JOIN Actors a ON a.Id = r.ActorId WHERE r.EventId = e.Id AND r.Role <> 'claimant' AND (
                a.Key IN ('hts', 'jabhat-al-nusra', 'jabhat-fateh-al-sham', 'jaysh-al-sunna', 'ansar-al-din', 'liwa-al-haq')
                OR (a.Key IN ('nour-al-din-al-zenki', 'jaish-al-ahrar') AND e.EarliestDay <= $left)))
            """;
        command.Parameters.AddWithValue("$from", Day(2017, 1, 1));
        command.Parameters.AddWithValue("$to", Day(2017, 12, 31));
        command.Parameters.AddWithValue("$left", Day(2017, 10, 31));
        return (int)(long)command.ExecuteScalar()!;
    }

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
}
