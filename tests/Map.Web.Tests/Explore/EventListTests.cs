using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Features.Explore;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Explore;

[Collection(nameof(Shipped))]
public class EventListTests(Shipped shipped)
{
    private static readonly MapBounds Idlib = new(35.2, 35.9, 36.3, 37.2);
    private static readonly MapBounds Everywhere = new(30, 33, 39, 45);

    private static ShownPart Part(string date, string window, MapBounds box, params string[] types)
    {
        var to = Days.Of(DateOnly.Parse(date));
        return new ShownPart(ShownPart.Span(to, window).From, ShownPart.Span(to, window).To, box, types.Length == 0 ? null : types);
    }

    [Theory]
    [InlineData("2018-01-20", "30d")]
    [InlineData("2017-03-15", "7d")]
    [InlineData("2019-11-01", "1d")]
    [InlineData("2019-12-01", "1y")]
    [InlineData("2018-08-20", "all")]
    [InlineData("2017-12-10", "7d")]
    public async Task Certain_and_possible_are_what_the_table_says_for_window_and_box(string date, string window)
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var part = Part(date, window, Idlib);
        var list = await EventList.FindAsync(db, shipped.Known, part, 100, default);

        var inBox = (await db.PublicEvents.AsNoTracking().ToListAsync()).Where(e =>
            e.EarliestDay <= part.To && e.LatestDay >= part.From
            && e.Latitude >= Idlib.South && e.Latitude <= Idlib.North && e.Longitude >= Idlib.West && e.Longitude <= Idlib.East).ToList();
        var certain = inBox.Count(e => (e.EarliestDay >= part.From && e.LatestDay <= part.To) || (e.Lasted && e.EarliestDay > int.MinValue && e.LatestDay < int.MaxValue));
        Assert.Equal((certain, inBox.Count - certain), (list.Certain, list.Possible));
        Assert.Equal(Math.Min(100, inBox.Count), list.Shown);
        Assert.Equal(inBox.Count, list.ByType.Values.Sum());
    }

    [Fact]
    public async Task Events_that_name_no_place_stay_in_the_list_wherever_the_map_looks()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var list = await EventList.FindAsync(db, shipped.Known, Part("2023-12-20", "7d", new MapBounds(30, 33, 31, 34)), 100, default);
        Assert.Contains(list.Unplaced, e => e.Id == 1003);
        Assert.Equal(list.Unplaced.Count, list.Listed);
        Assert.DoesNotContain((await EventList.FindAsync(db, shipped.Known, Part("2023-12-20", "7d", Everywhere, "protest"), 100, default)).Unplaced, e => e.Id == 1003);
        Assert.Empty((await EventList.FindAsync(db, shipped.Known, Part("2019-11-01", "7d", Everywhere), 100, default)).Unplaced);
    }

    [Fact]
    public async Task Days_come_newest_first_with_all_their_events_counted()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var list = await EventList.FindAsync(db, shipped.Known, Part("2018-01-20", "30d", Everywhere), 100, default);
        Assert.Equal(list.Days.Select(d => d.Day).OrderDescending(), list.Days.Select(d => d.Day));
        Assert.Equal(100, list.Shown);
        Assert.True(list.Total > 100);
        Assert.All(list.Days.SkipLast(1), day => Assert.Equal(day.Events.Count, day.Count));
        var all = await EventList.FindAsync(db, shipped.Known, Part("2018-01-20", "30d", Everywhere), 10_000, default);
        Assert.Equal(all.Total, all.Days.Sum(day => day.Count));
    }

    [Fact]
    public async Task A_span_that_reaches_past_the_date_is_listed_under_the_date()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var part = Part("2018-01-15", "7d", Everywhere);
        var list = await EventList.FindAsync(db, shipped.Known, part, 10_000, default);
        var base4002 = Assert.Single(list.Days.SelectMany(day => day.Events.Select(e => (day.Day, Event: e))), row => row.Event.Id == 4002);
        Assert.Equal(part.To, base4002.Day);
        Assert.False(part.IsCertain(base4002.Event.EarliestDay, base4002.Event.LatestDay, base4002.Event.Lasted));
    }

    [Fact]
    public async Task An_event_that_lasted_is_certain_in_every_window_inside_its_span()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        foreach (var date in (string[])["2017-10-01", "2017-12-10", "2018-02-28"])
        {
            var part = Part(date, "1d", Everywhere);
            var list = await EventList.FindAsync(db, shipped.Known, part, 10_000, default);
            var meetings = Assert.Single(list.Days.SelectMany(day => day.Events), e => e.Id == 4001);
            Assert.True(meetings.Lasted && part.IsCertain(meetings.EarliestDay, meetings.LatestDay, meetings.Lasted));
        }
        Assert.False(Part("2018-01-15", "1d", Everywhere) is var middle && middle.IsCertain(middle.From - 3, Days.OpenEnd, lasted: true));
    }

    [Fact]
    public async Task Types_that_are_not_shown_are_left_out_of_the_list_but_not_out_of_the_counts()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var all = await EventList.FindAsync(db, shipped.Known, Part("2018-01-20", "30d", Idlib), 100, default);
        var strikes = await EventList.FindAsync(db, shipped.Known, Part("2018-01-20", "30d", Idlib, "strike"), 100, default);
        Assert.Equal(all.ByType, strikes.ByType);
        Assert.Equal(all.ByType["strike"], strikes.Total);
        Assert.All(strikes.Days.SelectMany(day => day.Events), e => Assert.Equal("strike", e.Type));
    }

    [Fact]
    public async Task An_empty_list_says_why_and_names_the_nearest_days_with_events()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var before = await EventList.FindAsync(db, shipped.Known, Part("2012-05-01", "7d", Idlib, "clash"), 100, default);
        Assert.Equal((0, null), (before.Total, before.Nothing!.Previous));
        Assert.Equal(2016, Days.Date(before.Nothing.Next!.Value).Year);
        var sea = await EventList.FindAsync(db, shipped.Known, Part("2018-01-20", "30d", new MapBounds(34, 33, 34.5, 34)), 100, default);
        Assert.True(sea.Nothing!.Elsewhere > 100);
        var filtered = await EventList.FindAsync(db, shipped.Known, Part("2018-01-20", "30d", Idlib, "speech"), 100, default);
        Assert.True(filtered.Nothing!.FilteredOut > 0);
        Assert.Equal(1, filtered.Nothing.Filters);
        var disputed = Part("2018-01-20", "30d", Idlib, "speech") with { Filters = new EventFilters(["sdf"], null, ["SY07"], true, null) };
        Assert.Equal(4, (await EventList.FindAsync(db, shipped.Known, disputed, 100, default)).Nothing!.Filters);
    }

    [Fact]
    public async Task From_a_day_on_the_next_events_come_first_under_their_first_day_in_the_window()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var part = Part("2018-01-15", "from", Everywhere);
        var list = await EventList.FindAsync(db, shipped.Known, part, 100, default);
        Assert.Equal(part.From, list.Days[0].Day);
        Assert.Equal(list.Days.Select(d => d.Day).Order(), list.Days.Select(d => d.Day));
        Assert.Contains(list.Days[0].Events, e => e.EarliestDay < part.From && !part.IsCertain(e.EarliestDay, e.LatestDay, e.Lasted));
        Assert.True(list.Total > 1000);
    }

    [Fact]
    public async Task A_row_says_who_and_how_many_in_the_readers_language()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var list = await EventList.FindAsync(db, shipped.Known, Part("2019-11-01", "1d", Everywhere), 100, default);
        var row = list.Days.SelectMany(day => day.Events).First(e => e.Title == "Armed clash, Hawshariyah");
        Assert.Equal("SNA and SDF · 7 killed", row.SecondLine(Language.English));
        Assert.Contains("7 قتلى", row.SecondLine(Language.Arabic), StringComparison.Ordinal);
        Assert.StartsWith("اشتباك مسلح، ", EventTitle.Of(row, Language.Arabic), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1d", 1)]
    [InlineData("45d", 45)]
    [InlineData("1y", 365)]
    [InlineData("all", null)]
    [InlineData("d", null)]
    [InlineData("3parsecs", null)]
    [InlineData("-3d", null)]
    [InlineData("0d", null)]
    public void A_window_is_a_number_of_days(string window, int? days) => Assert.Equal(days, ShownPart.DaysIn(window));
}
