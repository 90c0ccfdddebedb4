using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Data;

public class EventsInBoxTests
{
    [Fact]
    public async Task The_tree_agrees_with_the_table_on_fifty_random_boxes_and_spans_of_the_real_events()
    {
        await using var host = await WebHost.StartFullAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        var events = await db.PublicEvents.ToListAsync();
        var random = new Random(20231219);
        for (var i = 0; i < 50; i++)
        {
            double lat = 32 + random.NextDouble() * 5, lng = 35.5 + random.NextDouble() * 7, size = Math.Pow(10, random.NextDouble() * 3 - 2);
            var box = new Box(lat - size, lng - size, lat + size, lng + size);
            var to = Days.Of(new DateOnly(2016, 1, 1)) + random.Next(3000);
            var from = i % 5 == 0 ? Days.OpenStart : to - random.Next(90);

            var expected = events.Where(e => e.EarliestDay <= to && e.LatestDay >= from
                && e.Latitude >= box.South && e.Latitude <= box.North && e.Longitude >= box.West && e.Longitude <= box.East)
                .OrderByDescending(e => e.LatestDay).ThenByDescending(e => e.EarliestDay).ThenBy(e => e.Id).Select(e => e.Id).ToList();
            var found = await db.FindEventsAsync(box, from, to);
            Assert.Equal(expected.Count, found.Total);
            Assert.Equal(expected.Take(100), found.Rows.Select(e => e.Id));
        }
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
        Assert.Equal(1, (await read.FindEventsAsync(idlib, 0, 1)).Total);
        Assert.Equal(0, (await read.FindEventsAsync(idlib, 0, 1, ["strike"])).Total);

        await ChangeAsync(e => (e.EarliestDay, e.LatestDay) = (100, 200));
        Assert.Equal((0, 1), ((await read.FindEventsAsync(idlib, 201, 300)).Total, (await read.FindEventsAsync(idlib, 200, 300)).Total));
        await ChangeAsync(e => e.Latitude = 33);
        Assert.Equal(0, (await read.FindEventsAsync(idlib, 200, 300)).Total);
        await ChangeAsync(e => (e.Latitude, e.Longitude) = (null, null));
        using var raw = database.Open();
        Assert.Equal(0L, raw.Ask("SELECT COUNT(*) FROM EventBox"));

        Task<bool> ChangeAsync(Action<EventRow> change) => database.Gate.RunAsync(TestDatabase.Request(), async db => { change(await db.Events.SingleAsync()); return true; });
    }
}
