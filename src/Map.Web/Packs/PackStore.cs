using System.Text.Json;
using Map.Web.Canvas;
using Map.Web.Data;

namespace Map.Web.Packs;

/// <summary>The files of one state of the data, and the index that names them.</summary>
/// <param name="State">What they were made from: see <see cref="PackSource"/>.</param>
internal sealed record PackSet(PackIndexFile Index, string State, Pack Events, Pack Ids, Pack Facets, Pack? Changes, Pack Control, Pack? ControlChanges, Pack Base, Pack Places, Pack? Zones)
{
    public IEnumerable<Pack> All => new[] { Events, Ids, Facets, Changes, Control, ControlChanges, Base, Places, Zones }.OfType<Pack>();

    /// <summary>The index as it is sent.</summary>
    public byte[] IndexJson { get; } = JsonSerializer.SerializeToUtf8Bytes(Index, DataJson.Options);
}

/// <summary>
/// Keeps the current set of packs in memory and on disk, and those before it for a moment, for those who have just read an old index.
/// A page that comes later than that asks for the index again.
/// </summary>
internal sealed class PackStore
{
    /// <summary>How long a file that is not current any more is still served. With <see cref="PackIndex.Patience"/> before it, a minute is not over when the last file that holds a withdrawn record is gone.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(25);

    private const string IndexName = "index.json";

    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Served? served;

    public PackStore(DataFolder data, TimeProvider clock)
    {
        folder = Path.Combine(data.FullPath, "packs");
        this.clock = clock;
        Directory.CreateDirectory(folder);
    }

    public PackSet? Current => served?.Now;

    /// <summary>The current set; waits for the first one.</summary>
    public async Task<PackSet> CurrentAsync(CancellationToken cancel)
    {
        await first.Task.WaitAsync(cancel);
        return served!.Now;
    }

    /// <summary>A pack of the current set, or of one that was current a minute ago.</summary>
    public Pack? Find(string name) => served is not { } they ? null
        : they.Now.All.FirstOrDefault(pack => pack.Name == name) ?? (they.Before.TryGetValue(name, out var old) && clock.GetUtcNow() < old.Until ? old.Pack : null);

    /// <summary>The set an earlier run left, if it was made from the same state of the data.</summary>
    public PackSet? Kept(string state)
    {
        var path = Path.Combine(folder, IndexName);
        if (!File.Exists(path))
            return null;
        Kept? kept;
        try
        {
            kept = JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(path), DataJson.Options);
        }
        catch (JsonException)
        {
            // A file somebody else wrote: the packs are made anew.
            return null;
        }
        if (kept?.Index is not { } index || kept.State != state)
            return null;
        Pack?[] packs = [.. new[] { index.Events, index.EventIds, index.Facets, index.Control, index.Base, index.Places }.Select(name => name is null ? null : Pack.Read(folder, name))];
        var changes = index.Changes is null ? null : Pack.Read(folder, index.Changes);
        var controlChanges = index.ControlChanges is null ? null : Pack.Read(folder, index.ControlChanges);
        var zones = index.Zones is null ? null : Pack.Read(folder, index.Zones);
        return packs is [{ } events, { } ids, { } facets, { } control, { } ground, { } places] && changes?.Name == index.Changes && controlChanges?.Name == index.ControlChanges && zones?.Name == index.Zones
            ? new PackSet(index, state, events, ids, facets, changes, control, controlChanges, ground, places, zones) : null;
    }

    /// <summary>
    /// Serves a set from now on. It is on disk before anybody hears of it; where the disk does not take it, it is served from memory all the same, for what was withdrawn must leave, and the next start makes it anew.
    /// </summary>
    /// <returns>What the disk said; null where all is well.</returns>
    public Exception? Publish(PackSet set)
    {
        var fault = Try(() => Write(set));
        served = new Served(set, Before(set));
        first.TrySetResult();
        // What is old may be all that the room lacks.
        var kept = Try(() => Clear(set));
        return fault is null ? kept : Try(() => Write(set));
    }

    private void Write(PackSet set)
    {
        foreach (var pack in set.All.Where(pack => !File.Exists(Path.Combine(folder, pack.Name + ".br"))))
            pack.Write(folder);
        Pack.WriteWhole(Path.Combine(folder, IndexName), JsonSerializer.SerializeToUtf8Bytes(new Kept(set.State, set.Index), DataJson.Options));
    }

    private void Clear(PackSet set)
    {
        var names = set.All.SelectMany(pack => new[] { pack.Name, pack.Name + ".br" }).Append(IndexName).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !names.Contains(Path.GetFileName(file))))
            File.Delete(file);
    }

    private static Exception? Try(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault;
        }
    }

    /// <summary>What is still asked for by its old name. Edits may follow each other closely: each set leaves what was its own.</summary>
    private Dictionary<string, (Pack Pack, DateTimeOffset Until)> Before(PackSet next)
    {
        var now = clock.GetUtcNow();
        var before = served?.Before.Where(it => it.Value.Until > now).ToDictionary() ?? [];
        foreach (var pack in served?.Now.All.Except(next.All) ?? [])
            before[pack.Name] = (pack, now + Grace);
        return before;
    }

    private sealed record Served(PackSet Now, IReadOnlyDictionary<string, (Pack Pack, DateTimeOffset Until)> Before);
}

/// <summary>What stands in the folder beside the packs.</summary>
internal sealed record Kept(string State, PackIndexFile Index);
