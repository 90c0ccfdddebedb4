using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.Erasing;

/// <summary>
/// Takes the last bytes of what was erased out of the files, those of past days whole. Overwriting what is deleted is every connection's rule, but the index of words keeps deleted ones until it is made anew, the tree of spots does so within its nodes, a page may keep what lay in its
/// middle, and the write-ahead log holds pages as they were.
/// </summary>
internal sealed class SweptFiles(WriteGate gate, DataFolder folder, ILogger<SweptFiles> log)
{
    /// <summary>The setting that stands from an erasure until the files are swept: a server that is killed in between sweeps at its next start.</summary>
    public const string Due = "ErasureSweepDue";

    private const int Tries = 20;

    /// <summary>False where readings of others held the log for too long, or the disk has no room: the setting stays.</summary>
    public async Task<bool> SweepAsync(CancellationToken cancel)
    {
        try
        {
            using var turn = await gate.EnterAsync(cancel);
            return await Task.Run(() => Sweep(folder.Database), cancel);
        }
        catch (Exception held) when (held is SqliteException or DatabaseBusyException)
        {
            log.LogWarning(held, "What was erased is gone from every table, but not swept from the files yet; the next start does it");
            return false;
        }
    }

    /// <summary>At the start, before anybody reads.</summary>
    public static async Task FinishAsync(MapDb db, DataFolder folder, CancellationToken cancel)
    {
        if (await db.Settings.AnyAsync(it => it.Key == Due, cancel)) Sweep(folder.Database);
    }

    private static bool Sweep(string database)
    {
        PastDays.PastDays.Clear(database);
        using var connection = new SqliteConnection(ConnectionRules.Writing(database) + ";Pooling=False");
        connection.Open();
        ConnectionRules.Apply(connection);
        using var command = connection.CreateCommand();
        // A large database takes its time; whoever wants to save meanwhile is told that it is busy.
        command.CommandTimeout = 600;
        using (var nodes = connection.BeginTransaction())
        {
            SpotNodes.Clean(connection);
            nodes.Commit();
        }
        command.CommandText = "INSERT INTO EventWords (EventWords) VALUES ('rebuild')";
        command.ExecuteNonQuery();
        command.CommandText = "VACUUM";
        command.ExecuteNonQuery();
        command.CommandTimeout = 1;
        for (var attempt = 0; !IsTruncated(command); attempt++) if (attempt == Tries) return false;
        command.CommandText = $"DELETE FROM Settings WHERE Key = '{Due}'";
        command.ExecuteNonQuery();
        return true;
    }

    /// <summary>It waits a moment for readings that began before.</summary>
    private static bool IsTruncated(SqliteCommand command)
    {
        command.CommandText = "PRAGMA busy_timeout = 500";
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetInt64(0) == 0;
    }
}
