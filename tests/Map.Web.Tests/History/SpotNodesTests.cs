using System.Buffers.Binary;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Data.Erasing;
using Map.Web.Data.PastDays;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.History;

/// <summary>A spot stands in the tree of spots as numbers, which no search for words finds.</summary>
public class SpotNodesTests
{
    private const double Latitude = 35.61237, Longitude = 36.46543;

    [Fact]
    public async Task Of_an_erased_event_no_byte_of_its_spot_is_left_in_any_file()
    {
        using var database = await WithAsync(40, "published");
        Assert.NotEmpty(Files(database, Latitude));
        await EraserTests.EraseAsync(database, "Events", 41, null);
        Assert.Empty(Files(database, Latitude));
        Assert.Empty(Files(database, Longitude));
        using var raw = database.Open();
        Assert.Equal((40L, "ok"), (raw.Ask("SELECT COUNT(*) FROM EventBox"), raw.Ask("SELECT rtreecheck('EventBox')")));
    }

    [Theory]
    // Copied node by node, and put in one by one: of three hundred one is hidden, and of three one.
    [InlineData(299)]
    [InlineData(2)]
    public async Task A_past_day_finds_what_is_public_where_it_is_and_holds_no_spot_that_is_hidden(int others)
    {
        using var database = await WithAsync(others, "draft");
        await using var db = database.Dbs.CreateDbContext();
        var line = await db.Revisions.MaxAsync(it => it.Id);
        using var day = await new PastDays(database.Dbs, database.Folder, DistrictMap.Shipped).MakeAsync(DateOnly.FromDateTime(DateTime.UtcNow), new EndOfDay(line, 0), default);
        await using var past = day.CreateDbContext();
        var box = new Box(34, 35, 37, 38);
        var found = await past.EventsIn(box, Days.OpenStart, Days.OpenEnd).Select(it => it.Id).ToListAsync();
        Assert.Equal(Enumerable.Range(1, others).Select(id => (long)id), found.Order());
        Assert.Equal("ok", await past.Database.SqlQueryRaw<string>("SELECT rtreecheck('EventBox') AS Value").SingleAsync());
        Assert.NotEmpty(Files(database, Latitude));
        Assert.DoesNotContain(Files(database, Latitude), file => file.Contains("past", StringComparison.Ordinal));
    }

    /// <summary>So many events, and one more that came last.</summary>
    private static async Task<TestDatabase> WithAsync(int others, string status)
    {
        var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Places.Add(new() { Key = "azaz", Name = "Azaz" });
            for (var i = 1; i <= others; i++)
            {
                var row = TestDatabase.Event(i);
                (row.Latitude, row.Longitude) = (35 + i / 400d, 36 + i % 7 / 10d);
                db.Events.Add(row);
            }
            return Task.FromResult(true);
        });
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            var row = TestDatabase.Event(others + 1);
            (row.Latitude, row.Longitude, row.Status) = (Latitude, Longitude, status);
            return Task.FromResult(db.Events.Add(row).Entity.Id);
        });
        return database;
    }

    /// <summary>Files of the data folder in which the number stands as the tree keeps it.</summary>
    private static List<string> Files(TestDatabase database, double number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteSingleBigEndian(bytes, (float)number);
        return [.. Directory.EnumerateFiles(database.Folder.FullPath, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "in-use").Where(file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            open.CopyTo(all);
            return all.ToArray().AsSpan().IndexOf(bytes) >= 0;
        })];
    }
}
