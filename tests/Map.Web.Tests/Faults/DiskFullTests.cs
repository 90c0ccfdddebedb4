using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Faults;

/// <summary>A database that may not grow refuses as a full disk does; tests/faults/run fills a real one.</summary>
public class DiskFullTests
{
    [Fact]
    public async Task A_full_disk_refuses_in_words_and_the_same_save_goes_through_once_there_is_room()
    {
        using var database = await TestDatabase.CreateAsync();
        await database.AddEditorAsync("a");
        await GrowAsync(database, pages: 1);
        var (id, acknowledged, refused) = (1L, new List<long>(), (NotAllowedException?)null);
        var request = TestDatabase.Request();
        while (refused is null && id < 500)
        {
            try { acknowledged.Add(await SaveAsync(database, id++, request = TestDatabase.Request())); }
            catch (NotAllowedException full) { refused = full; }
        }
        Assert.Contains("disk is full", refused!.Message, StringComparison.Ordinal);
        Assert.Contains("امتلأ", refused.Arabic, StringComparison.Ordinal);
        // A draft is not kept on the server then, and its form goes on: the device has it.
        await Assert.ThrowsAsync<DatabaseBusyException>(() => new ServerDrafts(database.Gate, database.Dbs, TimeProvider.System).KeepAsync("a", "event-1", new string('x', 100_000)));
        await using (var read = database.Dbs.CreateDbContext()) Assert.Equal(acknowledged, await read.Events.Select(e => e.Id).Order().ToListAsync());

        await GrowAsync(database, pages: 1_000_000);
        Assert.Equal(id - 1, await SaveAsync(database, id - 1, request));
        await using var after = database.Dbs.CreateDbContext();
        Assert.Equal([.. acknowledged, id - 1], await after.Events.Select(e => e.Id).Order().ToListAsync());
        using var raw = database.Open();
        Assert.Equal("ok", raw.Ask("PRAGMA integrity_check"));
    }

    private static Task<long> SaveAsync(TestDatabase database, long id, WriteRequest request) => database.Gate.RunAsync(request, db =>
    {
        var row = TestDatabase.Event(id);
        row.Description = new string('d', 20_000);
        return Task.FromResult(db.Events.Add(row).Entity.Id);
    });

    /// <summary>The limit is the connection's, and the pool hands the one there is to whoever writes next.</summary>
    private static async Task GrowAsync(TestDatabase database, int pages)
    {
        await using var db = database.Dbs.ForWriting();
        await db.Database.OpenConnectionAsync();
        ((SqliteConnection)db.Database.GetDbConnection()).Ask($"PRAGMA max_page_count = {pages}");
    }
}
