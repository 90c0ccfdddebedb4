using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.Backups;

/// <summary>
/// Puts a backup in the place of the database. The whole copy is on the disk and checked before anything that stands there is touched, what stood there is moved aside, and where the change-over is cut short the next start,
/// or the next try, finishes it.
/// </summary>
internal static class Restoring
{
    /// <summary>The copy under this name is whole: from here on the change-over is under way.</summary>
    private const string Ready = "map.db.restoring";
    private static readonly string[] Parts = ["map.db", "map.db-wal", "map.db-shm", "map.db-journal"];
    /// <summary>What the map draws, and past days: made of the database that goes.</summary>
    private static readonly string[] MadeOfIt = ["packs", "past"];

    /// <summary>Copies the file to beside the database and looks it over. Null where nothing is wrong; otherwise nothing was touched.</summary>
    public static async Task<(string? Refused, CopyCheck? Check)> PrepareAsync(DataFolder folder, string file)
    {
        var part = Path.Combine(folder.FullPath, $"{Guid.NewGuid():N}.part");
        try
        {
            PrivateFile.Create(part);
            DatabaseCopy.Write(file, part);
            var check = DatabaseCopy.Check(part);
            if (check.Damage is { } damage) return ($"the file is damaged: {damage}", check);
            if (await OfNewerVersionAsync(part)) return ("it was written by a newer version of Map, or is no database of Map's", check);
            PrivateFile.Flush(part);
            File.Move(part, Path.Combine(folder.FullPath, Ready), overwrite: true);
            return (null, check);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26)
        {
            return ($"the file is damaged, or no database: {damaged.Message}", null);
        }
        catch (Exception unread) when (unread is SqliteException or IOException or UnauthorizedAccessException)
        {
            return (unread.Message, null);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Null where no change-over was under way; otherwise the folder that what stood there is in now.</summary>
    public static string? Finish(DataFolder folder, DateTime now)
    {
        var ready = Path.Combine(folder.FullPath, Ready);
        if (!File.Exists(ready)) return null;
        var aside = Path.Combine(folder.FullPath, "replaced-" + now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(aside);
        else Directory.CreateDirectory(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var part in Parts.Where(part => File.Exists(Path.Combine(folder.FullPath, part))))
            File.Move(Path.Combine(folder.FullPath, part), Path.Combine(aside, part));
        foreach (var made in MadeOfIt.Select(name => Path.Combine(folder.FullPath, name)).Where(Directory.Exists)) Directory.Delete(made, recursive: true);
        File.Move(ready, folder.Database);
        return aside;
    }

    private static async Task<bool> OfNewerVersionAsync(string database)
    {
        await using var db = new MapDb(new DbContextOptionsBuilder<MapDb>().UseSqlite($"Data Source={database};Mode=ReadOnly;Pooling=False").Options);
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        return applied.Count == 0 || applied.Except(db.Database.GetMigrations()).Any();
    }
}
