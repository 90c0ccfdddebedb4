using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Map.Web.Data;

/// <summary>
/// What every connection promises: a save that was acknowledged survives power loss (write-ahead log, synchronous FULL), references hold,
/// and what is deleted is overwritten. The promise is set and then read back, because a pragma that is not understood is ignored in silence.
/// </summary>
internal sealed class ConnectionRules : DbConnectionInterceptor
{
    public static readonly ConnectionRules Instance = new();

    public static string Writing(string file) => Connection(file, SqliteOpenMode.ReadWriteCreate);

    public static string Reading(string file) => Connection(file, SqliteOpenMode.ReadOnly);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    internal static void Apply(DbConnection connection)
    {
        var canWrite = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode != SqliteOpenMode.ReadOnly;
        using var command = connection.CreateCommand();
        if (canWrite)
        {
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";
            command.ExecuteNonQuery();
            Expect(command, "synchronous", "2");
            Expect(command, "secure_delete", "1");
        }
        Expect(command, "journal_mode", "wal");
        Expect(command, "foreign_keys", "1");
    }

    private static void Expect(DbCommand command, string pragma, string value)
    {
        command.CommandText = $"PRAGMA {pragma}";
        var found = Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (found != value) throw new InvalidOperationException($"SQLite would run with {pragma} = {found}; Map needs {value}.");
    }

    private static string Connection(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = 5,
    }.ToString();
}
