using Microsoft.Data.Sqlite;

namespace Map.Web.Data;

/// <summary>The one folder that holds everything worth a backup: the database, the keys that sign cookies, and copies of sources.</summary>
public sealed class DataFolder : IDisposable
{
    private FileStream? held;
    private volatile string? damage;

    public DataFolder(string path)
    {
        FullPath = Path.GetFullPath(path);
        Create(FullPath);
        Create(Keys);
    }

    public string FullPath { get; }
    public string Database => Path.Combine(FullPath, "map.db");
    public string Keys => Path.Combine(FullPath, "keys");
    /// <summary>Copies of sources, by their hash.</summary>
    public string Archive => Path.Combine(FullPath, "archive");
    public string Backups => Path.Combine(FullPath, "backups");
    /// <summary>What SQLite finds wrong in the database file; null while nothing is. From then on nothing is written to it.</summary>
    public string? Damage => damage;
    public string LoadProblems => Path.Combine(FullPath, "first-load-problems.txt");

    internal void ReportDamage(string words) => damage ??= words;

    /// <summary>Keeps the folder for this process until it ends, however it ends.</summary>
    /// <exception cref="DataFolderInUseException">Another server holds it.</exception>
    public void Hold()
    {
        try
        {
            held = new FileStream(Path.Combine(FullPath, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new DataFolderInUseException(FullPath, taken);
        }
    }

    /// <summary>Brings the write-ahead log into the database first, so that after a clean stop the one file is the whole of it.</summary>
    public void Dispose()
    {
        if (held is null) return;
        SqliteConnection.ClearAllPools();
        if (damage is null && File.Exists(Database)) BringTogether();
        held.Dispose();
    }

    private void BringTogether()
    {
        using var last = new SqliteConnection($"Data Source={Database};Pooling=False");
        last.Open();
        using var bring = last.CreateCommand();
        bring.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        bring.ExecuteNonQuery();
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

public sealed class DataFolderInUseException(string folder, Exception inner)
    : Exception($"Another Map server is running on the data folder {folder}. Stop it first, or give this one its own folder with Map__DataFolder.", inner);
