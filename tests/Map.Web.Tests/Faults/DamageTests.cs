using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Drafts;
using Map.Web.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Faults;

public class DamageTests
{
    [Fact]
    public async Task A_damaged_file_is_shown_with_a_warning_and_not_one_byte_of_it_is_written()
    {
        var folder = WebHost.NewFolder();
        await using (await WebHost.StartSmallAsync(folder: folder))
        {
        }
        var file = Path.Combine(folder, "map.db");
        Damage(file, "Drafts");
        var before = SHA256.HashData(await File.ReadAllBytesAsync(file));
        await using (var host = await WebHost.StartAsync(WebHost.SmallGeodata, folder: folder, untilLoaded: false))
        {
            await host.Services.GetRequiredService<LoadState>().Completed.WaitAsync(TimeSpan.FromMinutes(1));
            using var health = await host.Http.GetAsync("health");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "damaged"), (health.StatusCode, (await health.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString()));
            Assert.Contains("data-damaged", await host.Http.GetStringAsync(""), StringComparison.Ordinal);
            Assert.Contains("متضرر", await host.Http.GetStringAsync("about/data?lang=ar"), StringComparison.Ordinal);

            Assert.Contains("data-damaged", await host.Http.GetStringAsync("embed"), StringComparison.Ordinal);
            Assert.Contains("متضرر", await host.Http.GetStringAsync("embed?lang=ar"), StringComparison.Ordinal);

            var refused = await Assert.ThrowsAsync<NotAllowedException>(() => host.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Events.Add(TestDatabase.Event(9100)).Entity.Id)));
            Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<DatabaseBusyException>(() => host.Services.GetRequiredService<ServerDrafts>().KeepAsync("a", "event-1", "words"));
        }
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(file)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Where_there_was_a_database_none_is_begun_anew_and_the_words_say_how_to_bring_it_back()
    {
        using var database = await TestDatabase.CreateAsync();
        await BackupTests.AddAsync(database, 1);
        using (var backups = BackupTests.Of(database, kept: 1)) Assert.NotNull(await backups.RunAsync());
        SqliteConnection.ClearAllPools();
        foreach (var beside in Directory.EnumerateFiles(database.Folder.FullPath, "map.db?*")) File.Delete(beside);
        foreach (var gone in new Action[] { () => File.WriteAllBytes(database.Folder.Database, []), () => File.Delete(database.Folder.Database) })
        {
            gone();
            var refused = Assert.Throws<StartRefusedException>(() => DatabaseAtStart.Look(database.Folder));
            Assert.Contains("restore FILE", refused.Message, StringComparison.Ordinal);
            Assert.Contains(database.Folder.Backups, refused.Message, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(database.Folder.Database));
        // A folder that was never used is begun.
        using var fresh = new DataFolder(WebHost.NewFolder());
        DatabaseAtStart.Look(fresh);
        Directory.Delete(fresh.FullPath, recursive: true);
    }

    [Fact]
    public async Task A_file_that_readers_cannot_be_shown_is_refused_before_anything_is_done_to_it()
    {
        foreach (var table in new[] { "Settings", "sqlite_master" })
        {
            using var database = await TestDatabase.CreateAsync();
            await BackupTests.AddAsync(database, 1);
            SqliteConnection.ClearAllPools();
            Damage(database.Folder.Database, table);
            var before = SHA256.HashData(await File.ReadAllBytesAsync(database.Folder.Database));
            DatabaseAtStart.Look(database.Folder);
            Assert.NotNull(database.Folder.Damage);
            await using (var db = database.Dbs.CreateDbContext())
            {
                var refused = await Assert.ThrowsAsync<StartRefusedException>(() => DatabaseAtStart.MustBeReadableAsync(database.Folder, db, new(database.Dbs, new(WebHost.SmallGeodata, true))));
                Assert.Contains("restore FILE", refused.Message, StringComparison.Ordinal);
            }
            Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(database.Folder.Database)));
        }
    }

    /// <summary>Overwrites the first page of a table; of the file itself, where its name is that of the schema.</summary>
    internal static void Damage(string file, string table)
    {
        long page = 1;
        if (table != "sqlite_master")
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            connection.Ask("PRAGMA wal_checkpoint(TRUNCATE)");
            page = (long)connection.Ask($"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")!;
        }
        using var bytes = File.OpenWrite(file);
        bytes.Seek((page - 1) * 4096, SeekOrigin.Begin);
        bytes.Write([.. Enumerable.Repeat((byte)0xA5, 4096)]);
    }
}
