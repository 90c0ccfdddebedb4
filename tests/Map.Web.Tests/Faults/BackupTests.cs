using System.Collections.Concurrent;
using Map.Web.Data;
using Map.Web.Data.Backups;
using Map.Web.Data.Erasing;
using Map.Web.Tests.Data;
using Map.Web.Tests.History;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Web.Tests.Faults;

public class BackupTests
{
    private const int Saves = 200, Rounds = 5;

    [Fact]
    public async Task Every_save_that_was_acknowledged_before_a_backup_began_is_in_it()
    {
        using var database = await TestDatabase.CreateAsync();
        using var backups = Of(database, kept: Rounds);
        var acknowledged = new ConcurrentQueue<long>();
        var isOver = false;
        var writing = Task.Run(async () =>
        {
            // Saves go on for as long as backups are made.
            for (var id = 1L; id <= Saves || !Volatile.Read(ref isOver); id++)
            {
                await AddAsync(database, id);
                acknowledged.Enqueue(id);
            }
        });
        var rounds = new List<(Backup Made, long[] Before)>();
        for (var round = 0; round < Rounds; round++)
        {
            while (acknowledged.Count < (round + 1) * 10) await Task.Yield();
            long[] before = [.. acknowledged];
            rounds.Add((Assert.IsType<Backup>(await backups.RunAsync()), before));
        }
        Volatile.Write(ref isOver, true);
        await writing;

        Assert.Equal(Rounds, backups.All().Count);
        foreach (var (made, before) in rounds)
        {
            Assert.True(DatabaseCopy.Check(made.Path).IsSound);
            Assert.Empty(before.Except(Ids(made.Path)));
        }
    }

    [Fact]
    public async Task Only_so_many_are_kept_and_files_and_folder_are_for_the_server_alone()
    {
        using var database = await TestDatabase.CreateAsync();
        using var backups = Of(database, kept: 2);
        var names = new List<string>();
        for (var id = 1; id <= 4; id++)
        {
            await AddAsync(database, id);
            names.Insert(0, (await backups.RunAsync())!.Name);
        }
        Assert.Equal(names.Take(2), backups.All().Select(it => it.Name));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(backups.FullPath).Count());
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(backups.FullPath));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backups.Newest()!.Path));
    }

    [Fact]
    public async Task A_database_that_is_damaged_or_whose_history_was_changed_pushes_no_good_backup_out()
    {
        using var database = await TestDatabase.CreateAsync();
        for (var id = 1; id <= 3; id++) await AddAsync(database, id);
        using var backups = Of(database, kept: 1);
        var good = (await backups.RunAsync())!;

        using (var raw = database.Open()) raw.Ask("UPDATE Revisions SET New = 'forged' WHERE Field = 'Title' AND RowId = 2");
        for (var again = 0; again < 2; again++) Assert.Null(await backups.RunAsync());
        Assert.Equal(BackupProblem.History, backups.Problem);
        // A copy of it is kept all the same: it holds the newest work.
        Assert.Equal([false, true], backups.All().Select(it => it.IsSound));
        Assert.Equal(good.Path, backups.Newest()!.Path);

        using (var raw = database.Open()) raw.Ask("PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'Events'");
        Assert.Null(await backups.RunAsync());
        Assert.Contains(backups.Problem, new[] { BackupProblem.Damaged, BackupProblem.Unwritable });
        Assert.Equal(good.Path, backups.Newest()!.Path);
    }

    [Fact]
    public async Task What_was_erased_for_good_leaves_with_the_next_backup_those_before_it()
    {
        using var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Events.Add(TestDatabase.Event(7, "canarytitle")).Entity.Id));
        using var backups = Of(database, kept: 7);
        for (var round = 0; round < 2; round++) Assert.NotNull(await backups.RunAsync());
        Assert.NotEmpty(EraserTests.Files(database.Folder, "canary"));

        var eraser = new Eraser(database.Gate, new SweptFiles(database.Gate, database.Folder, NullLogger<SweptFiles>.Instance), new ArchivedCopies(database.Folder), TimeProvider.System, backups);
        await eraser.RunAsync(new("Events", 7, null, "somebody's safety", Elsewhere: false), Acting.Server("admin"), Guid.NewGuid());
        // Asked for: the rounds need not wait for their hour.
        await backups.DueAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
        var made = await backups.RunAsync();
        Assert.Equal([made!], backups.All());
        Assert.Empty(EraserTests.Files(database.Folder, "canary"));
    }

    [Fact]
    public async Task None_is_due_before_its_hour_and_a_failed_one_is_tried_again_within_the_hour()
    {
        using var database = await TestDatabase.CreateAsync();
        var clock = new AheadClock();
        using var backups = new KeptBackups(database.Folder, BackupRules.Default, clock, NullLogger<KeptBackups>.Instance);
        Assert.False(backups.DueAsync(CancellationToken.None).IsCompleted);
        clock.Ahead = TimeSpan.FromMinutes(6);
        Assert.True(backups.DueAsync(CancellationToken.None).IsCompleted);
        await backups.RunAsync();
        clock.Ahead = TimeSpan.FromHours(24);
        Assert.False(backups.DueAsync(CancellationToken.None).IsCompleted);
        Assert.False(backups.IsStale());
        clock.Ahead = TimeSpan.FromHours(24.2);
        Assert.True(backups.DueAsync(CancellationToken.None).IsCompleted);
        Assert.False(backups.IsStale());
        clock.Ahead = TimeSpan.FromHours(25.2);
        Assert.True(backups.IsStale());

        using (var raw = database.Open()) raw.Ask("UPDATE Revisions SET Hash = X''; INSERT INTO Revisions (\"Table\", RowId, Field, Who, At, RequestId, Version, Digest, Hash) VALUES ('Events', 1, 'Title', 'nobody', '2026-01-01', '', '', X'', X'')");
        Assert.Null(await backups.RunAsync());
        Assert.False(backups.DueAsync(CancellationToken.None).IsCompleted);
        clock.Ahead += TimeSpan.FromHours(1.1);
        Assert.True(backups.DueAsync(CancellationToken.None).IsCompleted);
    }

    internal static KeptBackups Of(TestDatabase database, int kept) => new(database.Folder, BackupRules.Default with { Kept = kept }, TimeProvider.System, NullLogger<KeptBackups>.Instance);

    internal static Task AddAsync(TestDatabase database, long id) =>
        database.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Events.Add(TestDatabase.Event(id)).Entity.Id));

    internal static List<long> Ids(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT Id FROM Events ORDER BY Id";
        using var reader = ask.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read()) ids.Add(reader.GetInt64(0));
        return ids;
    }
}
