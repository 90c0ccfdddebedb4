using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.FirstLoad;

/// <summary>How far the first load is. Pages wait for it; afterwards it only says that it is done.</summary>
public sealed class LoadState
{
    private readonly IDbContextFactory<MapDb> dbs;
    private readonly Geodata geodata;
    private readonly TaskCompletionSource completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string step = "Starting";

    internal LoadState(IDbContextFactory<MapDb> dbs, Geodata geodata) => (this.dbs, this.geodata) = (dbs, geodata);

    /// <summary>Ends when the first load is complete and the console has said where the map is.</summary>
    public Task Completed => completed.Task;

    /// <summary>True once every file of geodata has been read and pages can be shown.</summary>
    public bool IsReady { get; private set; }

    /// <summary>What is being read, in English: "Loading events 8,000 of 16,566".</summary>
    public string Step => step;

    /// <summary>Rows refused in this run; the file first-load-problems.txt in the data folder lists them.</summary>
    public int Problems { get; internal set; }

    /// <summary>The one-time link that makes the first administrator, while there is none.</summary>
    public string? SetUpLink { get; internal set; }

    /// <summary>Ready at once where an earlier run has read every file.</summary>
    internal async Task ReadAsync()
    {
        await using var db = await dbs.CreateDbContextAsync();
        IsReady = !(await MissingAsync(db)).Any();
    }

    internal async Task<IReadOnlyList<LoadStep>> MissingAsync(MapDb db)
    {
        var read = await db.Settings.Where(s => s.Key.StartsWith(LoadStep.MarkerPrefix)).Select(s => s.Key).ToListAsync();
        return [.. geodata.Steps().Where(s => !read.Contains(s.Marker))];
    }

    internal void Say(string words)
    {
        step = words;
        Console.WriteLine(words);
    }

    internal void Open() => IsReady = true;

    internal void Complete() => completed.TrySetResult();
}
