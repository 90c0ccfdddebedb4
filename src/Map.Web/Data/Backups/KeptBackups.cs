using Map.Web.Data.FirstLoad;
using Microsoft.Data.Sqlite;

namespace Map.Web.Data.Backups;

/// <summary>Why the last round left no sound backup.</summary>
public enum BackupProblem { None, NoRoom, Unwritable, Damaged, History }

/// <summary>
/// Makes backups while people write, and knows how old the newest is. A backup is written under another name, read whole (every page, every index, the history's chain) and only then counts; older ones go after that.
/// </summary>
public sealed class KeptBackups : IDisposable
{
    /// <summary>A new installation is busy with itself first.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5), Again = TimeSpan.FromHours(1);

    /// <summary>What a backup leaves free on the disk: saves come first.</summary>
    private const long Spared = 64L << 20;

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly SemaphoreSlim asked = new(0);
    private readonly BackupFolder folder;
    private readonly DataFolder data;
    private readonly TimeProvider clock;
    private readonly ILogger<KeptBackups> log;
    private readonly DateTime begun;
    private DateTime? failedAt;

    internal KeptBackups(DataFolder data, BackupRules rules, TimeProvider clock, ILogger<KeptBackups> log)
    {
        (this.data, Rules, this.clock, this.log) = (data, rules, clock, log);
        folder = new(data.Backups);
        begun = Now;
    }

    public BackupRules Rules { get; }
    public BackupProblem Problem { get; private set; }
    public string FullPath => folder.FullPath;
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Backup> All() => folder.All();

    /// <summary>The last that can be relied on.</summary>
    public Backup? Newest() => All().FirstOrDefault(it => it.IsSound);

    /// <summary>How long ago all that was saved was in a backup; counted from the start where there never was one.</summary>
    public TimeSpan Age() => Now - (Newest()?.At ?? begun);

    public bool IsStale() => Rules.Oldest is { } oldest && Age() > oldest;

    /// <summary>Makes one now and lets older ones go. Null where it came to nothing: <see cref="Problem"/> says why.</summary>
    public async Task<Backup?> RunAsync(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            var made = await Task.Run(Make, cancel);
            failedAt = made is null ? Now : null;
            return made;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>This version changes the database's form: what it was stays as a backup, by which the version before it can be gone back to.</summary>
    /// <param name="due">The names of the migrations.</param>
    /// <exception cref="StartRefusedException">None could be made, and nothing was changed.</exception>
    internal async Task BeforeMigrationAsync(IReadOnlyList<string> due)
    {
        var made = await RunAsync();
        // One whose history does not follow, or of before there was one, is whole all the same, and kept.
        if (made is null && Problem is not BackupProblem.History)
            throw new StartRefusedException($"This version has to bring the database {data.Database} to another form, and could not make a backup of it first ({Problem switch { BackupProblem.NoRoom => "the disk has too little room", BackupProblem.Damaged => "it is damaged", _ => "the folder of the backups cannot be written to" }}): nothing was changed. Backups are kept in {FullPath}.");
        log.LogWarning("The database is brought to this version's form ({Count} changes, from {First} to {Last}). As it was before, it is in {Backup}", due.Count, due[0], due[^1], (made ?? All().First(it => !it.IsSound)).Path);
    }

    /// <summary>Something was erased for good: those before it go as soon as there is one without it.</summary>
    internal void AskSoon()
    {
        if (All().Count > 0) asked.Release();
    }

    /// <summary>Ends when the next one is due, or was asked for.</summary>
    internal async Task DueAsync(CancellationToken cancel)
    {
        while (true)
        {
            var due = Rules.Every is not { } every ? DateTime.MaxValue : failedAt is { } failed ? failed + (every < Again ? every : Again) : Newest() is { } newest ? newest.At + every : begun + First;
            if (due <= Now) return;
            // A clock may be set; so it is looked at now and then.
            if (await asked.WaitAsync(due - Now < Again ? due - Now : Again, cancel)) return;
        }
    }

    public void Dispose()
    {
        one.Dispose();
        asked.Dispose();
    }

    private Backup? Make()
    {
        string? part = null;
        try
        {
            if (!HasRoom()) return Fail(BackupProblem.NoRoom, "the disk has too little room");
            // As its name will tell it, and never later than it was.
            var at = new DateTime(Now.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
            part = folder.Begin();
            DatabaseCopy.Write(data.Database, part);
            var check = DatabaseCopy.Check(part);
            if (check.Damage is { } damage) return Fail(BackupProblem.Damaged, damage);
            var made = folder.Finish(part, at, check.IsSound);
            folder.Thin(made, Rules.Kept, check.ErasedAt, Now);
            if (!made.IsSound) return Fail(BackupProblem.History, "the history in it does not follow; verify-history says where. It is kept beside the sound ones");
            Problem = BackupProblem.None;
            return made;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            return Fail(StorageFault.IsFull(fault) ? BackupProblem.NoRoom : BackupProblem.Unwritable, fault.Message);
        }
        finally
        {
            if (part is not null) File.Delete(part);
        }
    }

    private bool HasRoom()
    {
        try
        {
            return new DriveInfo(folder.FullPath).AvailableFreeSpace > new FileInfo(data.Database).Length + Spared;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Some file systems do not tell; the copy itself will.
            return true;
        }
    }

    private Backup? Fail(BackupProblem problem, string words)
    {
        Problem = problem;
        log.LogError("No sound backup was made, and the older ones are kept: {Words}", words);
        return null;
    }
}

/// <summary>Makes them by the clock, once the first load is behind.</summary>
internal sealed class BackupRounds(KeptBackups backups, LoadState state, DataFolder folder) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await state.Completed.WaitAsync(stoppingToken);
            while (true)
            {
                await backups.DueAsync(stoppingToken);
                // A damaged file would push out the last good copies.
                if (folder.Damage is not null) return;
                await backups.RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was half written has no name yet, and goes.
        }
    }
}
