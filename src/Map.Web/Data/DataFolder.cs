using Microsoft.Data.Sqlite;

namespace Map.Web.Data;

/// <summary>The one folder that holds everything worth a backup: the database and the keys that sign cookies.</summary>
public sealed class DataFolder : IDisposable
{
    private FileStream? held;

    public DataFolder(string path)
    {
        FullPath = Path.GetFullPath(path);
        Create(FullPath);
        Create(Keys);
    }

    public string FullPath { get; }
    public string Database => Path.Combine(FullPath, "map.db");
    public string Keys => Path.Combine(FullPath, "keys");
    public string LoadProblems => Path.Combine(FullPath, "first-load-problems.txt");

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

    /// <summary>Closes idle connections first, so that after a clean stop the one file is the whole database.</summary>
    public void Dispose()
    {
        if (held is null) return;
        SqliteConnection.ClearAllPools();
        held.Dispose();
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

public sealed class DataFolderInUseException(string folder, Exception inner)
    : Exception($"Another Map server is running on the data folder {folder}. Stop it first, or give this one its own folder with Map__DataFolder.", inner);
