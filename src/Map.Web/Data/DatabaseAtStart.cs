using Map.Web.Data.Backups;
using Map.Web.Data.FirstLoad;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>The server does not start on this data folder, and says what to do.</summary>
public sealed class StartRefusedException(string words) : Exception(words);

/// <summary>
/// Looks the database file over before anything is written to it. A damaged one is shown to readers with a warning and written to by nobody; one that cannot even be read, or is gone where there was one, is not begun anew.
/// </summary>
internal static class DatabaseAtStart
{
    /// <summary>Reports damage to the folder. Reads every page but not each index against its table: about a second for 500 MB.</summary>
    /// <exception cref="StartRefusedException">There is no database any more.</exception>
    public static void Look(DataFolder folder)
    {
        if (!File.Exists(folder.Database) || new FileInfo(folder.Database).Length == 0)
        {
            // A log without its file, or copies of a file that is not there: this folder was in use.
            if (Directory.Exists(folder.Backups) && Directory.EnumerateFiles(folder.Backups, "map-*.db").Any() || new FileInfo(folder.Database + "-wal") is { Exists: true, Length: > 0 })
                throw new StartRefusedException($"The database {folder.Database} is missing or empty, and there was one: nothing is begun in its place. {Instructions(folder)}");
            return;
        }
        if (Damage(folder.Database) is { } damage) folder.ReportDamage(damage);
    }

    /// <summary>A damaged file is opened for readers only as it is: nothing that is due is done to it.</summary>
    /// <exception cref="StartRefusedException">What readers are shown rests on what cannot be read, or is of an older version.</exception>
    public static async Task MustBeReadableAsync(DataFolder folder, MapDb reading, LoadState state)
    {
        try
        {
            await state.ReadAsync();
            if (state.IsReady && !(await reading.Database.GetPendingMigrationsAsync()).Any() && await reading.Settings.AnyAsync() && await reading.Roles.AnyAsync()) return;
        }
        catch (Exception unread) when (unread is SqliteException or InvalidOperationException)
        {
            // Said below, as what was found before.
        }
        throw new StartRefusedException($"The database {folder.Database} is damaged and cannot be shown as it is. SQLite says: {folder.Damage} {Instructions(folder)}");
    }

    public static string Instructions(DataFolder folder) =>
        $"Keep the folder as it is. Bring back a backup with “Map.Web restore FILE”; those of the server are in {folder.Backups}. What is damaged is kept beside it.";

    private static string? Damage(string database)
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionRules.Reading(database) + ";Pooling=False");
            connection.Open();
            using var check = connection.CreateCommand();
            check.CommandTimeout = 600;
            check.CommandText = "PRAGMA quick_check(3)";
            var found = new List<string>();
            using (var reader = check.ExecuteReader()) while (reader.Read()) found.Add(reader.GetString(0));
            return found is ["ok"] ? null : string.Join("; ", found);
        }
        catch (SqliteException broken) when (StorageFault.IsDamage(broken))
        {
            return broken.Message;
        }
    }
}
