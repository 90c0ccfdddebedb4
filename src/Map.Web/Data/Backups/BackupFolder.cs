using System.Globalization;

namespace Map.Web.Data.Backups;

/// <param name="At">In UTC: all that was acknowledged before it is in the file.</param>
/// <param name="IsSound">False where the history in it does not follow: kept beside the sound ones, and never counted as one.</param>
public sealed record Backup(string Path, DateTime At, long Bytes, bool IsSound)
{
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>The files of the backups, each named by its moment; readable by the server's own account alone.</summary>
internal sealed class BackupFolder
{
    private const string Sound = ".db", Unsound = ".unsound", Part = ".part", Moment = "yyyyMMdd'T'HHmmssfff'Z'", First = "map-";
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(6);

    public BackupFolder(string path)
    {
        FullPath = path;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string FullPath { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Backup> All()
    {
        var all = from path in Directory.EnumerateFiles(FullPath, First + "*")
                  let ending = Path.GetExtension(path)
                  where ending is Sound or Unsound
                  let at = MomentOf(Path.GetFileNameWithoutExtension(path)[First.Length..])
                  where at is not null
                  orderby at descending
                  select new Backup(path, at.Value, new FileInfo(path).Length, ending == Sound);
        return [.. all];
    }

    /// <summary>An empty file of a name that no list shows, for a copy to be written into.</summary>
    public string Begin()
    {
        var path = Path.Combine(FullPath, $"{Guid.NewGuid():N}{Part}");
        PrivateFile.Create(path);
        return path;
    }

    /// <summary>Under its name there is only ever the whole of it.</summary>
    public Backup Finish(string part, DateTime at, bool isSound)
    {
        PrivateFile.Flush(part);
        var path = Path.Combine(FullPath, First + at.ToString(Moment, CultureInfo.InvariantCulture) + (isSound ? Sound : Unsound));
        File.Move(part, path, overwrite: true);
        return new(path, at, new FileInfo(path).Length, isSound);
    }

    /// <summary>Takes away what is beyond the number to keep, what is from before an erasure, all unsound ones but the last, and what a killed round left.</summary>
    /// <param name="erasedAt">Of the last erasure that the newest backup knows of: what was erased stands in those before it.</param>
    public void Thin(Backup newest, int kept, DateTime? erasedAt, DateTime now)
    {
        var all = All();
        var old = all.Where(it => it.IsSound).Skip(Math.Max(1, kept)).Concat(all.Where(it => !it.IsSound).Skip(1)).Concat(all.Where(it => it.At <= erasedAt));
        foreach (var path in old.Select(it => it.Path).Distinct().Where(path => path != newest.Path)) File.Delete(path);
        // A part may be of a command that is at work beside the server.
        foreach (var part in Directory.EnumerateFiles(FullPath, "*" + Part).Where(part => File.GetLastWriteTimeUtc(part) < now - Forgotten)) File.Delete(part);
    }

    private static DateTime? MomentOf(string text) =>
        DateTime.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
