using System.Globalization;
using Map.Core.Chain;
using Microsoft.Data.Sqlite;

namespace Map.Web.Data.Backups;

/// <summary>What is wrong with a file; null where nothing is.</summary>
/// <param name="Damage">In SQLite's words.</param>
/// <param name="History">The chain as it stands in the file; null where the file could not be read.</param>
/// <param name="ErasedAt">When something was last erased for good, in UTC.</param>
internal sealed record CopyCheck(string? Damage, ChainReport? History, DateTime? ErasedAt)
{
    public bool IsSound => Damage is null && History is { First: null };
}

/// <summary>A whole database in one other file, taken while others write.</summary>
internal static class DatabaseCopy
{
    /// <summary>Copies of large databases take as long as they take.</summary>
    private const int Seconds = 3600;
    private const int NoSuchThing = 1;

    /// <summary>
    /// All as of one moment. The engine's other way, page by page, begins anew whenever somebody else writes, or keeps them from it; this one reads as any reader does, holds no writer up, and leaves out what was deleted.
    /// </summary>
    /// <param name="target">Empty, or not there.</param>
    /// <exception cref="SqliteException">The database cannot be read, or the copy not written.</exception>
    public static void Write(string database, string target)
    {
        using var connection = Open(database);
        using var copy = connection.CreateCommand();
        copy.CommandTimeout = Seconds;
        copy.CommandText = "VACUUM INTO @target";
        copy.Parameters.AddWithValue("@target", target);
        copy.ExecuteNonQuery();
    }

    /// <summary>Reads every page, compares every index with its table, and walks the history.</summary>
    public static CopyCheck Check(string database)
    {
        try
        {
            using (var connection = Open(database))
            {
                using var check = connection.CreateCommand();
                check.CommandTimeout = Seconds;
                check.CommandText = "PRAGMA integrity_check(3)";
                var found = new List<string>();
                using (var reader = check.ExecuteReader()) while (reader.Read()) found.Add(reader.GetString(0));
                if (found is not ["ok"]) return new(string.Join("; ", found), null, null);
            }
            var history = StoredChain.Walk(database, null);
            return new(null, history, history.Erasures == 0 ? null : ErasedAt(database));
        }
        catch (SqliteException old) when (old.SqliteErrorCode == NoSuchThing)
        {
            // A database of before there was a chain.
            return new(null, null, null);
        }
        catch (SqliteException unread)
        {
            return new(unread.Message, null, null);
        }
    }

    private static DateTime? ErasedAt(string database)
    {
        using var connection = Open(database);
        using var last = connection.CreateCommand();
        last.CommandText = "SELECT MAX(At) FROM Revisions WHERE Field = @field";
        last.Parameters.AddWithValue("@field", ErasedLines.Field);
        return last.ExecuteScalar() is string at ? DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) : null;
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        return connection;
    }
}
