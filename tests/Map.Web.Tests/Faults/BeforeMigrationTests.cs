using Map.Web.Data;
using Map.Web.Data.Backups;
using Map.Web.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Faults;

public class BeforeMigrationTests
{
    [Fact]
    public async Task A_database_of_an_older_version_is_backed_up_as_it_was_before_it_is_changed_and_a_new_one_is_not()
    {
        var folder = WebHost.NewFolder();
        await using (var host = await WebHost.StartSmallAsync(folder: folder)) Assert.Empty(host.Services.GetRequiredService<KeptBackups>().All());
        MakeOlder(folder);
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            var made = Assert.Single(host.Services.GetRequiredService<KeptBackups>().All());
            Assert.True(made.IsSound);
            Assert.Equal((0L, 1L), (Tables(made.Path, "EventBox"), Tables(Path.Combine(folder, "map.db"), "EventBox")));
            Assert.True(DatabaseCopy.Check(made.Path).IsSound);
        }
        await using (var host = await WebHost.StartSmallAsync(folder: folder)) Assert.Single(host.Services.GetRequiredService<KeptBackups>().All());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Where_no_backup_can_be_made_nothing_is_changed_and_the_words_say_why()
    {
        using var database = await TestDatabase.CreateAsync();
        using var backups = BackupTests.Of(database, kept: 1);
        Directory.Delete(database.Folder.Backups, recursive: true);
        await File.WriteAllTextAsync(database.Folder.Backups, "not a folder");
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => backups.BeforeMigrationAsync(["20260101_One", "20260102_Two"]));
        Assert.Contains("nothing was changed", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>As it was before the boxes of events.</summary>
    private static void MakeOlder(string folder)
    {
        SqliteConnection.ClearAllPools();
        using var raw = new SqliteConnection($"Data Source={Path.Combine(folder, "map.db")};Pooling=False");
        raw.Open();
        raw.Ask("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_EventBox'");
        foreach (var trigger in new[] { "Added", "Moved", "Gone", "Shown", "Hidden" }) raw.Ask($"DROP TRIGGER EventBox_{trigger}");
        raw.Ask("DROP TABLE EventBox");
    }

    private static object? Tables(string file, string name)
    {
        using var raw = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        raw.Open();
        return raw.Ask($"SELECT COUNT(*) FROM sqlite_master WHERE name = '{name}'");
    }
}
