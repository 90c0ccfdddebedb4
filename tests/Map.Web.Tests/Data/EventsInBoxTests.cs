using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Data;

public class EventsInBoxTests
{
    private static readonly Box Earth = new(-90, -180, 90, 180);

    [Fact]
    public async Task The_first_rows_by_the_tree_are_those_of_the_whole_table_put_in_order()
    {
        await using var host = await WebHost.StartFullAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        var events = await db.PublicEvents.AsNoTracking().ToListAsync();
        var random = new Random(20231219);
        var rows = 0;
        for (var i = 0; i < 120; i++)
        {
            double lat = 32 + random.NextDouble() * 5, lng = 35.5 + random.NextDouble() * 7, size = Math.Pow(10, random.NextDouble() * 3 - 2);
            var box = new Box(lat - size, lng - size, lat + size, lng + size);
            var date = Days.Of(new DateOnly(2016, 1, 1)) + random.Next(3000);
            var window = (i % 4) switch { 0 => new ListOrder(Days.OpenStart, date), 1 => new ListOrder(date, Days.OpenEnd), _ => new ListOrder(date - random.Next(900), date) };
            string[]? types = i % 3 == 0 ? ["clash", "strike"] : null;
            var most = random.Next(1, 250);

            var inside = events.Where(e => e.EarliestDay <= window.To && e.LatestDay >= window.From
                && e.Latitude >= box.South && e.Latitude <= box.North && e.Longitude >= box.West && e.Longitude <= box.East).ToList();
            var expected = inside.Where(e => types is null || types.Contains(e.Type));
            var ordered = window.To == Days.OpenEnd
                ? expected.OrderBy(e => Math.Max(e.EarliestDay, window.From)).ThenBy(e => e.LatestDay).ThenBy(e => e.Id)
                : expected.OrderByDescending(e => Math.Min(e.LatestDay, window.To)).ThenByDescending(e => e.EarliestDay).ThenBy(e => e.Id);
            var found = await db.FirstInAsync(box, window, types, most);
            Assert.Equal(ordered.Take(most).Select(e => e.Id), found);
            Assert.Equal(inside.Count, await db.EventsIn(box, window.From, window.To).CountAsync());
            rows += found.Count;
        }
        Assert.True(rows > 2000, $"Only {rows} rows were compared");
    }

    [Fact]
    public async Task The_tree_follows_events_that_move_in_time_and_space_and_open_ends()
    {
        using var database = await TestDatabase.CreateAsync();
        var row = TestDatabase.Event(7);
        (row.EarliestDay, row.LatestDay) = (Days.OpenStart, Days.OpenEnd);
        await database.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Events.Add(row).Entity.Id));
        var idlib = new Box(35.5, 36, 36.5, 37);
        await using var read = database.Dbs.CreateDbContext();
        Assert.Single(await FindAsync(0, 1));
        Assert.Single(await FindAsync(Days.OpenStart, 1));
        Assert.Single(await FindAsync(1, Days.OpenEnd));
        Assert.Empty(await read.FirstInAsync(idlib, new ListOrder(0, 1), ["strike"], 100));

        await ChangeAsync(e => (e.EarliestDay, e.LatestDay) = (100, 200));
        Assert.Equal((0, 1), ((await FindAsync(201, 300)).Count, (await FindAsync(200, 300)).Count));
        await ChangeAsync(e => e.Latitude = 33);
        Assert.Empty(await FindAsync(200, 300));
        await ChangeAsync(e => (e.Latitude, e.Longitude) = (null, null));
        using var raw = database.Open();
        Assert.Equal(0L, raw.Ask("SELECT COUNT(*) FROM EventBox"));

        Task<IReadOnlyList<long>> FindAsync(int from, int to) => read.FirstInAsync(idlib, new ListOrder(from, to), null, 100);
        Task<bool> ChangeAsync(Action<EventRow> change) => database.Gate.RunAsync(TestDatabase.Request(), async db => { change(await db.Events.SingleAsync()); return true; });
    }

    [Fact]
    public async Task Open_ends_and_days_beyond_the_trees_own_are_listed_once_and_in_order()
    {
        using var database = await TestDatabase.CreateAsync();
        (int Earliest, int Latest)[] spans = [(Days.OpenStart, 5), (10, Days.OpenEnd), (7, 7), (6, 8), (1_200_000, 1_300_000), (Days.OpenStart, Days.OpenEnd), (-1_100_000, -1_050_000)];
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Events.AddRange(spans.Select((span, i) =>
            {
                var row = TestDatabase.Event(i + 1);
                (row.EarliestDay, row.LatestDay) = span;
                return row;
            }));
            return Task.FromResult(true);
        });
        await using var read = database.Dbs.CreateDbContext();
        Assert.Equal([5, 2, 6, 4, 3, 1, 7], await read.FirstInAsync(Earth, new ListOrder(Days.OpenStart, 1_250_000), null, 100));
        Assert.Equal([2, 6, 4, 3], await read.FirstInAsync(Earth, new ListOrder(7, 10), null, 100));
        Assert.Equal([3, 4, 6, 2, 5], await read.FirstInAsync(Earth, new ListOrder(7, Days.OpenEnd), null, 100));
        Assert.Equal([1, 6, 7, 4, 3, 2, 5], await read.FirstInAsync(Earth, new ListOrder(-1_200_000, Days.OpenEnd), null, 100));
    }

    [Theory]
    [InlineData(Days.OpenStart, 20_000)]
    [InlineData(19_990, 20_000)]
    [InlineData(20_000, 20_000)]
    [InlineData(20_000, Days.OpenEnd)]
    public void Slices_cover_a_window_from_the_end_at_which_the_list_begins_without_gap_or_overlap(int from, int to)
    {
        var order = new ListOrder(from, to);
        var slices = TimeSlices.Of(order).ToList();
        Assert.All(slices, slice => Assert.True(slice.Low <= slice.High));
        var inward = order.IsNextFirst ? slices : slices.Select(slice => (Low: -slice.High, High: -slice.Low)).ToList();
        Assert.All(inward.Zip(inward.Skip(1)), pair => Assert.Equal(pair.First.High + 1, pair.Second.Low));
        Assert.Equal(order.IsNextFirst ? 20_000 : -20_000, inward[0].High);
        Assert.Equal(to == Days.OpenEnd || from == Days.OpenStart ? 1_000_000 : -from, inward[^1].High);
        Assert.True(slices.Count < 12);
    }
}
