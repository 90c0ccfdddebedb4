using System.Security.Cryptography;
using Map.Web.Data;
using Map.Web.Data.Backups;
using Map.Web.Features.Backups;
using Map.Web.Tests.Data;
using Microsoft.Data.Sqlite;

namespace Map.Web.Tests.Faults;

public class RestoreTests
{
    [Fact]
    public async Task One_command_makes_a_backup_and_one_puts_it_back_and_keeps_what_stood_there()
    {
        using var database = await TestDatabase.CreateAsync();
        for (var id = 1; id <= 3; id++) await BackupTests.AddAsync(database, id);
        var (code, said, _) = await BackUpAsync(database.Folder);
        Assert.Equal(0, code);
        var made = new BackupFolder(database.Folder.Backups).All().Single();
        Assert.StartsWith(made.Path, said, StringComparison.Ordinal);
        await BackupTests.AddAsync(database, 4);
        Directory.CreateDirectory(Path.Combine(database.Folder.FullPath, "packs"));

        SqliteConnection.ClearAllPools();
        (code, said, var wrong) = await RestoreAsync(database.Folder, made.Path);
        Assert.Equal((0, ""), (code, wrong));
        Assert.Equal([1L, 2, 3], BackupTests.Ids(database.Folder.Database));
        Assert.False(Directory.Exists(Path.Combine(database.Folder.FullPath, "packs")));
        var aside = Directory.EnumerateDirectories(database.Folder.FullPath, "replaced-*").Single();
        Assert.Contains(aside, said, StringComparison.Ordinal);
        Assert.Equal([1L, 2, 3, 4], BackupTests.Ids(Path.Combine(aside, "map.db")));
        Assert.Null(StoredChain.Walk(database.Folder.Database, null).First);
        // It is written to again as before.
        await BackupTests.AddAsync(database, 5);
        Assert.Null(StoredChain.Walk(database.Folder.Database, null).First);
    }

    [Fact]
    public async Task Nothing_is_restored_while_a_server_runs_nor_from_a_file_that_is_damaged_foreign_or_newer()
    {
        using var database = await TestDatabase.CreateAsync();
        for (var id = 1; id <= 3; id++) await BackupTests.AddAsync(database, id);
        using var backups = BackupTests.Of(database, kept: 7);
        var made = (await backups.RunAsync())!;
        SqliteConnection.ClearAllPools();
        using (var running = new DataFolder(database.Folder.FullPath))
        {
            running.Hold();
            await RefusedAsync(database, made.Path, "Stop it first");
        }
        SqliteConnection.ClearAllPools();

        var damaged = made.Path + ".damaged";
        // A table: an index that is damaged is made anew by the copying, and nothing is lost with it.
        File.Copy(made.Path, damaged);
        DamageTests.Damage(damaged, "Events");
        await RefusedAsync(database, damaged, "damaged");
        await RefusedAsync(database, made.Path + ".none", "There is no file");

        var foreign = made.Path + ".foreign";
        await File.WriteAllTextAsync(foreign, "no database at all, but some words instead of one");
        await RefusedAsync(database, foreign, "Nothing was restored");

        var newer = made.Path + ".newer";
        File.Copy(made.Path, newer);
        using (var raw = new SqliteConnection($"Data Source={newer};Pooling=False"))
        {
            raw.Open();
            raw.Ask("INSERT INTO __EFMigrationsHistory VALUES ('99991231000000_Later', '99.0')");
        }
        await RefusedAsync(database, newer, "newer version");
    }

    [Fact]
    public async Task A_change_over_that_was_cut_short_is_finished_by_the_next_start()
    {
        var folder = WebHost.NewFolder();
        string made;
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            var data = new DataFolder(folder);
            Assert.Equal(0, (await BackUpAsync(data)).Code);
            made = new BackupFolder(data.Backups).All().Single().Path;
            await host.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Events.Add(TestDatabase.Event(9100)).Entity.Id));
        }
        SqliteConnection.ClearAllPools();
        using (var data = new DataFolder(folder)) Assert.Null((await Restoring.PrepareAsync(data, made)).Refused);
        // Killed after the old one was moved away.
        File.Move(Path.Combine(folder, "map.db"), Path.Combine(folder, "elsewhere"));
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            await using var db = await host.Dbs.CreateDbContextAsync();
            Assert.False(db.Events.Any(e => e.Id == 9100));
            Assert.True(db.Events.Any());
        }
        Assert.Empty(Directory.EnumerateFiles(folder, "*.restoring"));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RefusedAsync(TestDatabase database, string file, string words)
    {
        var before = SHA256.HashData(await File.ReadAllBytesAsync(database.Folder.Database));
        var (code, _, wrong) = await RestoreAsync(database.Folder, file);
        Assert.Equal(1, code);
        Assert.Contains(words, wrong, StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(database.Folder.Database)));
        Assert.Empty(Directory.EnumerateDirectories(database.Folder.FullPath, "replaced-*"));
        Assert.Empty(Directory.EnumerateFiles(database.Folder.FullPath, "*.part"));
    }

    private static Task<(int Code, string Said, string Wrong)> BackUpAsync(DataFolder folder) =>
        SaidAsync((output, errors) => BackupCommands.BackUpAsync([], folder, BackupRules.Default, output, errors));

    private static Task<(int Code, string Said, string Wrong)> RestoreAsync(DataFolder folder, string file) =>
        SaidAsync((output, errors) => BackupCommands.RestoreAsync([file], new DataFolder(folder.FullPath), output, errors));

    private static async Task<(int, string, string)> SaidAsync(Func<TextWriter, TextWriter, Task<int>> command)
    {
        using StringWriter output = new(), errors = new();
        var code = await command(output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
