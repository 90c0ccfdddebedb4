using System.Collections.Concurrent;
using Map.Web.Data;
using Map.Web.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Map.Web.Tests.Faults;

/// <summary>What a disk holds that was told to sync, and no more; and a disk that fails at every single step of a save. tests/faults/run takes the power from a real file system.</summary>
public class PowerLossTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_save_is_synced_before_it_is_acknowledged()
    {
        var folder = WebHost.NewFolder();
        using var disk = WatchedDisk.Of(folder);
        using var database = await TestDatabase.CreateAsync(folder);
        var before = disk.Syncs;
        for (var id = 1; id <= 50; id++) await BackupTests.AddAsync(database, id);
        Assert.True(disk.Syncs - before >= 50, $"{disk.Syncs - before} syncs for 50 saves");

        // The test can fail: a connection that promises less asks for none.
        using var other = database.Open();
        other.Ask("PRAGMA synchronous = NORMAL");
        before = disk.Syncs;
        for (var i = 0; i < 5; i++) other.Ask($"INSERT INTO Settings (Key, Value) VALUES ('unsynced {i}', '')");
        Assert.Equal(before, disk.Syncs);
        var lost = Lost(disk);
        Assert.DoesNotContain("unsynced 4", Settings(lost));
        Assert.Equal(Enumerable.Range(1, 50).Select(id => (long)id), BackupTests.Ids(Path.Combine(lost, "map.db")));
        Directory.Delete(lost, recursive: true);
    }

    [Fact]
    public async Task Power_that_is_lost_while_people_save_takes_no_acknowledged_save_with_it()
    {
        var folder = WebHost.NewFolder();
        using var disk = WatchedDisk.Of(folder);
        using var database = await TestDatabase.CreateAsync(folder);
        var acknowledged = new ConcurrentQueue<long>();
        var losses = new ConcurrentQueue<(long[] Before, string Folder)>();
        await Parallel.ForEachAsync(Enumerable.Range(1, 120), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (id, _) =>
        {
            await BackupTests.AddAsync(database, id);
            acknowledged.Enqueue(id);
            if (id % 11 == 0) losses.Enqueue(([.. acknowledged], Lost(disk)));
        });
        Assert.Equal(10, losses.Count);
        foreach (var (before, lost) in losses)
        {
            var file = Path.Combine(lost, "map.db");
            using (var raw = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                raw.Open();
                Assert.Equal("ok", raw.Ask("PRAGMA integrity_check"));
            }
            Assert.Empty(before.Except(BackupTests.Ids(file)));
            Assert.Null(StoredChain.Walk(file, null).First);
            Directory.Delete(lost, recursive: true);
        }
    }

    [Fact]
    public async Task Whichever_write_of_a_save_fails_it_is_refused_in_words_leaves_nothing_and_goes_through_when_the_disk_does()
    {
        var folder = WebHost.NewFolder();
        using var disk = WatchedDisk.Of(folder);
        using var database = await TestDatabase.CreateAsync(folder);
        await BackupTests.AddAsync(database, 1);
        var (id, refused) = (2L, 0);
        for (var isThrough = false; !isThrough; id++)
        {
            Assert.True(id < 400, "A save takes more steps than it should");
            var request = TestDatabase.Request();
            disk.FailAt((int)id - 1);
            var fault = await Record.ExceptionAsync(() => SaveAsync(request));
            isThrough = !disk.HasFailed;
            disk.FailAt(0);
            if (fault is not null)
            {
                var words = Assert.IsType<NotAllowedException>(fault);
                Assert.Contains("disk", words.Message, StringComparison.Ordinal);
                refused++;
                await using (var read = database.Dbs.CreateDbContext()) Assert.Equal(id - 1, await read.Events.MaxAsync(row => row.Id));
                await SaveAsync(request);
            }
            await using var db = database.Dbs.CreateDbContext();
            Assert.Equal((id, id), (await db.Events.CountAsync(), await db.Audit.CountAsync()));
        }
        Assert.True(refused > 10, $"Only {refused} steps failed");
        output.WriteLine($"» C6 the disk fails at each of {id - 3} steps of a save: {refused} saves refused in words, 0 left in part, each made once when it was sent again");
        using var raw = database.Open();
        Assert.Equal("ok", raw.Ask("PRAGMA integrity_check"));
        Assert.Null(StoredChain.Walk(database.Folder.Database, null).First);

        Task<long> SaveAsync(WriteRequest request) => database.Gate.RunAsync(request, db => Task.FromResult(db.Events.Add(TestDatabase.Event(id)).Entity.Id));
    }

    private static string Lost(WatchedDisk disk)
    {
        var into = WebHost.NewFolder();
        disk.LosePower(into);
        return into;
    }

    private static List<string> Settings(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "map.db")};Pooling=False");
        connection.Open();
        using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT Key FROM Settings";
        using var reader = ask.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read()) keys.Add(reader.GetString(0));
        return keys;
    }
}
