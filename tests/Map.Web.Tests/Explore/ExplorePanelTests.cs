using AngleSharp.Dom;
using Bunit;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Features.Explore;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Explore;

[Collection(nameof(Shipped))]
public class ExplorePanelTests(Shipped shipped)
{
    private static readonly MapBounds Everywhere = new(30, 33, 39, 45);

    private static MapReport Report(string date, string window = "7d", long? chosen = null, params string[] types) =>
        new(new MapState(date, window, new MapView(35.9, 37.6, 8), ["control", "events"], chosen, types.Length == 0 ? null : types), Everywhere, "date");

    [Fact]
    public void The_first_list_stands_before_the_map_has_spoken()
    {
        using var page = shipped.Panel("/?date=2018-01-20&window=30d");
        var panel = page.Render();
        panel.WaitForElement("[data-live]");
        Assert.Equal(100, panel.FindAll(".row").Count);
        Assert.Matches(@"^\d+ certain, \d+ possible in this view$", panel.Find(".panel-summary").TextContent.Trim());
        Assert.Equal("true", panel.Find("[data-panel]").GetAttribute("data-live"));
    }

    [Fact]
    public async Task A_report_of_the_map_brings_the_list_of_its_window_and_view()
    {
        using var page = shipped.Panel("/?date=2018-01-20");
        var panel = page.Render();
        await page.ReportAsync(Report("2023-12-19", "1d"));
        Assert.Contains(panel.FindAll(".row-title"), row => row.TextContent.Contains("Azaz", StringComparison.Ordinal));
        Assert.Contains("19 December 2023", panel.Find(".day-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_event_is_in_the_window_but_control_changed_the_panel_opens_on_the_changes()
    {
        using var page = shipped.Panel("/?date=2024-12-11&window=30d");
        var panel = page.Render();
        panel.WaitForElement(".change");
        Assert.Equal("tab-Changes", panel.Find("[role=tab][aria-selected=true]").Id);
        Assert.NotEmpty(panel.FindAll(".change"));
        panel.Find("#tab-Events").Click();
        // The panel may be busy with its first turn when it is clicked.
        panel.WaitForElement(".nothing-ways button");
    }

    [Fact]
    public void Who_filters_sees_the_events_or_why_there_are_none()
    {
        using var page = shipped.Panel("/?date=2024-12-11&window=30d&disputed=1");
        var panel = page.Render();
        panel.WaitForElement(".nothing");
        Assert.Equal("tab-Events", panel.Find("[role=tab][aria-selected=true]").Id);
    }

    [Fact]
    public async Task A_question_that_was_overtaken_is_cancelled_and_its_answer_dropped()
    {
        var slow = new SlowDatabases(shipped.Dbs);
        using var page = shipped.Panel("/?date=2018-01-20", slow);
        var panel = page.Render();
        slow.HoldNext();
        var first = page.ReportAsync(Report("2016-03-01"));
        await slow.Held;
        await page.ReportAsync(Report("2019-06-01"));
        await first;
        Assert.True(slow.WasCancelled);
        Assert.Contains("2019", panel.Find(".day-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_rows_come_when_they_are_asked_for()
    {
        using var page = shipped.Panel("/?date=2018-01-20");
        var panel = page.Render();
        await page.ReportAsync(Report("2018-01-20", "30d"));
        await panel.Find(".more").ClickAsync(new());
        Assert.Equal(200, panel.FindAll(".row").Count);
        await page.ReportAsync(Report("2018-01-21", "30d"));
        Assert.Equal(100, panel.FindAll(".row").Count);
    }

    [Fact]
    public async Task The_filters_have_their_place_at_all_times_and_show_where_the_list_stood()
    {
        using var page = shipped.Panel("/?date=2018-01-20");
        var panel = page.Render();
        await page.ReportAsync(Report("2018-01-20", "30d"));
        Assert.True(panel.Find("[data-filters]").HasAttribute("hidden"));
        await panel.Find("#tab-Filters").ClickAsync(new());
        Assert.False(panel.Find("[data-filters]").HasAttribute("hidden"));
        Assert.True(panel.Find("#panel-list").HasAttribute("hidden"));
        Assert.Empty(panel.Find("[data-filters]").Children);
        await panel.Find("#tab-Events").ClickAsync(new());
        Assert.False(panel.Find("#panel-list").HasAttribute("hidden"));
        Assert.NotEmpty(panel.FindAll("#panel-list .row"));
    }

    [Fact]
    public async Task An_actor_that_was_found_becomes_the_one_filter_by_actors_and_the_other_filters_stay()
    {
        using var page = shipped.Panel("/?date=2018-01-20&disputed=1");
        var panel = page.Render();
        await TypeAsync(panel, "Hayat Tahrir al-Sham");
        await panel.Find("input[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        Assert.True(panel.Find(".lists").HasAttribute("hidden"));
        await panel.FindAll("button").Single(b => b.TextContent.Trim() == "Show only on the map").ClickAsync(new());
        Assert.Equal(["hts"], page.Asked.Last().Filters!.Actors!);
        Assert.True(page.Asked.Last().Filters!.Disputed);
        Assert.False(panel.Find(".lists").HasAttribute("hidden"));
    }

    [Theory]
    [InlineData("2017-01-15", true)]
    [InlineData("2019-03-01", false)]
    public void The_list_of_an_address_with_predecessors_holds_their_events_until_they_left(string date, bool more)
    {
        using var alone = shipped.Panel($"/?date={date}&window=30d&at=35.5,38.5,6&actors=hts");
        using var including = shipped.Panel($"/?date={date}&window=30d&at=35.5,38.5,6&actors=hts&lineage=1");
        int Listed(PanelOnPage page) => page.Render().FindAll(".rows .row").Count;
        if (more) { Assert.True(Listed(including) > Listed(alone)); }
        else { Assert.Equal(Listed(alone), Listed(including)); }
    }

    [Fact]
    public async Task A_list_that_the_filters_leave_empty_offers_to_clear_them_all()
    {
        using var page = shipped.Panel("/?date=2018-01-20&window=30d&types=&disputed=1");
        var panel = page.Render();
        var clear = panel.Find(".nothing-ways button");
        Assert.Equal("Clear 2 filters", clear.TextContent);
        await clear.ClickAsync(new());
        Assert.Equal((null, null), (page.Asked.Last().Types, page.Asked.Last().Filters));
        Assert.NotEmpty(panel.FindAll(".rows .row"));
    }

    [Fact]
    public async Task Changes_name_place_holders_date_and_source()
    {
        using var page = shipped.Panel("/?date=2018-01-20");
        var panel = page.Render();
        await page.ReportAsync(Report("2019-10-31", "30d"));
        await panel.Find("#tab-Changes").ClickAsync(new());
        var change = panel.FindAll(".change").Single(row => row.QuerySelector(".change-place")!.TextContent == "Tell Abyad");
        Assert.Contains("SDF", change.QuerySelector(".change-holders")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("SNA", change.QuerySelector(".change-holders")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(change.QuerySelectorAll(".source"));
        Assert.NotEmpty(change.QuerySelectorAll(".grade"));
    }

    [Fact]
    public async Task A_row_opens_its_event_and_tells_the_map()
    {
        using var page = shipped.Panel("/?date=2018-01-20");
        var panel = page.Render();
        await page.ReportAsync(Report("2023-12-19", "1d"));
        await panel.Find("[data-event='1002']").ClickAsync(new());
        Assert.Equal(1002, page.Asked.Last().Event);
        Assert.Contains("Azaz", panel.Find(".card-title").TextContent, StringComparison.Ordinal);
        await panel.Find(".card-back").ClickAsync(new());
        Assert.Null(page.Asked.Last().Event);
        Assert.Empty(panel.FindAll(".card"));
    }

    [Fact]
    public async Task The_search_box_is_worked_by_keyboard_and_an_actor_lists_their_events()
    {
        using var page = shipped.Panel("/?date=2018-01-20");
        var panel = page.Render();
        await TypeAsync(panel, "الجولاني");
        Assert.Equal("true", panel.Find("input[role=combobox]").GetAttribute("aria-expanded"));
        while (panel.Find("[aria-selected=true] .found-name").TextContent != "Abu Mohammad al-Jolani")
        {
            await panel.Find("input[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        }
        await panel.Find("input[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        Assert.Empty(panel.FindAll("[role=listbox]"));
        Assert.Equal("Abu Mohammad al-Jolani", panel.Find("h2").TextContent);
        Assert.NotEmpty(panel.FindAll(".row"));
    }

    [Fact]
    public async Task A_found_place_moves_the_map()
    {
        using var page = shipped.Panel("/?date=2018-01-20");
        var panel = page.Render();
        await TypeAsync(panel, "Idleb");
        await panel.Find("input[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        var at = page.Asked.Last().At!;
        Assert.InRange(at.Latitude, 35.9, 36.0);
        Assert.InRange(at.Longitude, 36.6, 36.7);
    }

    [Fact]
    public void In_Arabic_the_panel_speaks_Arabic()
    {
        using var page = shipped.Panel("/?date=2018-01-20&lang=ar");
        var panel = page.Render();
        panel.WaitForElement(".panel-summary");
        Assert.Contains("مؤكد", panel.Find(".panel-summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("20 كانون الثاني 2018", panel.Find(".day-head").TextContent, StringComparison.Ordinal);
        Assert.All(panel.FindAll(".row"), row => Assert.Contains("lang=ar", row.GetAttribute("href")!, StringComparison.Ordinal));
    }

    /// <summary>In one turn of the renderer: drawn anew meanwhile, the field would hear by another handler.</summary>
    private static Task TypeAsync(IRenderedComponent<ExplorePanel> panel, string words) =>
        panel.InvokeAsync(() => panel.Find("input[role=combobox]").InputAsync(new() { Value = words }));

    /// <summary>Databases that can be made to wait before one of them opens.</summary>
    private sealed class SlowDatabases(IDbContextFactory<MapDb> real) : IDbContextFactory<MapDb>
    {
        private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool hold;

        public Task Held => held.Task;
        public bool WasCancelled { get; private set; }

        public void HoldNext() => hold = true;

        public MapDb CreateDbContext() => real.CreateDbContext();

        public async Task<MapDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            if (hold)
            {
                hold = false;
                held.SetResult();
                try { await Task.Delay(Timeout.Infinite, cancellationToken); }
                catch (OperationCanceledException) { WasCancelled = true; throw; }
            }
            return real.CreateDbContext();
        }
    }
}
