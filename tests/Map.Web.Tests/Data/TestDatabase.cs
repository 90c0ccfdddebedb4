using Map.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Web.Tests.Data;

/// <summary>A real database file with its gate, without a server.</summary>
internal sealed class TestDatabase : IDisposable
{
    private TestDatabase(DataFolder folder)
    {
        Folder = folder;
        Dbs = new MapDbs(folder);
        Changes = new Changes(NullLogger<Changes>.Instance);
        Gate = new WriteGate(Dbs, Changes, TimeProvider.System);
    }

    public DataFolder Folder { get; }
    public MapDbs Dbs { get; }
    public Changes Changes { get; }
    public WriteGate Gate { get; }

    public static async Task<TestDatabase> CreateAsync(string? folder = null)
    {
        var database = new TestDatabase(new DataFolder(folder ?? WebHost.NewFolder()));
        await database.MigrateAsync();
        return database;
    }

    public async Task MigrateAsync()
    {
        await using var db = Dbs.ForWriting();
        await Migrator.MigrateAsync(db, NullLogger.Instance);
    }

    /// <summary>Somebody who may keep drafts.</summary>
    public Task AddEditorAsync(string id) => Gate.RunAsync(Request(), db =>
    {
        db.Users.Add(new() { Id = id, UserName = $"{id}@example.org", DisplayName = id });
        db.UserRoles.Add(new() { UserId = id, RoleId = Map.Web.Shared.Roles.Editor });
        return Task.FromResult(true);
    });

    /// <summary>A connection of somebody else's, outside the gate.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Folder.Database};Default Timeout=1");
        connection.Open();
        return connection;
    }

    public static WriteRequest Request(string why = "a test") => new(Acting.Server("editor"), why, Guid.NewGuid());

    public static EventRow Event(long id, string title = "Clash, Idlib") => new()
    {
        Id = id,
        Type = "clash",
        Title = title,
        Edtf = "2018-08-08",
        EarliestDay = 17751,
        LatestDay = 17751,
        Latitude = 35.93,
        Longitude = 36.63,
        Status = "published",
    };

    public void Dispose()
    {
        Gate.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder.FullPath, recursive: true);
    }
}

internal static class Raw
{
    public static object? Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
