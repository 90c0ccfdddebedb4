using Map.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Data;

public class DatabaseTests
{
    [Fact]
    public async Task Migrations_build_the_whole_model_from_an_empty_file()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var db = database.Dbs.ForWriting();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(["admin", "editor", "reviewer", "viewer"], await db.Roles.Select(r => r.Name!).Order().ToListAsync());
        using var raw = database.Open();
        Assert.Equal(0L, raw.Ask("SELECT COUNT(*) FROM EventBox"));
    }

    [Fact]
    public async Task A_writing_connection_survives_power_loss_and_keeps_references()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var db = database.Dbs.ForWriting();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        Assert.Equal("wal", connection.Ask("PRAGMA journal_mode"));
        Assert.Equal(2L, connection.Ask("PRAGMA synchronous"));
        Assert.Equal(1L, connection.Ask("PRAGMA foreign_keys"));
        Assert.Equal(1L, connection.Ask("PRAGMA secure_delete"));
        Assert.Equal(5, connection.DefaultTimeout);
    }

    [Fact]
    public async Task Every_connection_keeps_references_and_the_log_and_every_writing_one_survives_power_loss()
    {
        using var database = await TestDatabase.CreateAsync();
        using var gated = new GatedSaves(database.Gate);
        foreach (var (open, writes) in new (Func<MapDb>, bool)[] { (database.Dbs.CreateDbContext, false), (database.Dbs.ForWriting, true), (() => database.Dbs.ForAccounts(gated), true) })
        {
            await using var db = open();
            await db.Database.OpenConnectionAsync();
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            Assert.Equal(("wal", 1L), (connection.Ask("PRAGMA journal_mode"), connection.Ask("PRAGMA foreign_keys")));
            if (writes) Assert.Equal((2L, 1L), (connection.Ask("PRAGMA synchronous"), connection.Ask("PRAGMA secure_delete")));
        }
    }

    [Fact]
    public async Task A_context_from_the_factory_cannot_write()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var db = database.Dbs.CreateDbContext();
        db.Events.Add(TestDatabase.Event(1));
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.Contains("readonly", refused.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_takes_the_write_lock_at_once()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var db = database.Dbs.ForWriting();
        await using var transaction = await db.Database.BeginTransactionAsync();
        using var other = database.Open();
        Assert.Equal(5, Assert.Throws<SqliteException>(() => other.Ask("BEGIN IMMEDIATE")).SqliteErrorCode);
    }

    [Fact]
    public async Task The_lock_of_an_interrupted_migration_is_removed_and_the_migration_finished()
    {
        using var database = await TestDatabase.CreateAsync();
        using (var raw = database.Open())
        {
            raw.Ask("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_EventBox'");
            raw.Ask("DROP TRIGGER EventBox_Added");
            raw.Ask("DROP TRIGGER EventBox_Moved");
            raw.Ask("DROP TRIGGER EventBox_Gone");
            raw.Ask("DROP TRIGGER EventBox_Shown");
            raw.Ask("DROP TRIGGER EventBox_Hidden");
            raw.Ask("DROP TABLE EventBox");
            raw.Ask("INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");
        }
        await database.MigrateAsync().WaitAsync(TimeSpan.FromSeconds(30));
        using var after = database.Open();
        Assert.Equal(3L, after.Ask("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'EventBox%'"));
        Assert.Equal(0L, after.Ask("SELECT COUNT(*) FROM __EFMigrationsLock"));
    }

    [Fact]
    public void A_data_folder_has_one_server()
    {
        var path = WebHost.NewFolder();
        using var first = new DataFolder(path);
        first.Hold();
        using var second = new DataFolder(path);
        Assert.Contains(path, Assert.Throws<DataFolderInUseException>(second.Hold).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newer_of_the_two_engines_is_used()
    {
        Assert.True(SqliteEngine.Version >= new Version(3, 35, 5));
        Assert.Equal(SqliteEngine.Version.ToString(), new SqliteConnection("Data Source=:memory:").ServerVersion);
    }
}
