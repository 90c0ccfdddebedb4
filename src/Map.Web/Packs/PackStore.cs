using System.Text.Json;
using Map.Web.Canvas;
using Map.Web.Data;

namespace Map.Web.Packs;

/// <summary>The files of one state of the data, and the index that names them.</summary>
/// <param name="State">What they were made from: see <see cref="PackSource"/>.</param>
internal sealed record PackSet(PackIndexFile Index, string State, Pack Events, Pack Ids, Pack Facets, Pack Control, Pack Base, Pack Places)
{
    public IEnumerable<Pack> All => [Events, Ids, Facets, Control, Base, Places];

    /// <summary>The index as it is sent.</summary>
    public byte[] IndexJson { get; } = JsonSerializer.SerializeToUtf8Bytes(Index, DataJson.Options);
}

/// <summary>
/// Keeps the current set of packs in memory and on disk, and the one before it for those who have just read the old index.
/// A page that comes later than that asks for the index again.
/// </summary>
internal sealed class PackStore
{
    /// <summary>How long the previous set is still served.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

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

    /// <summary>A pack of the current set, or of the one before it for a minute.</summary>
    public Pack? Find(string name)
    {
        if (served is not { } they)
            return null;
        return they.Now.All.FirstOrDefault(pack => pack.Name == name)
            ?? (clock.GetUtcNow() - they.Since < Grace ? they.Before?.All.FirstOrDefault(pack => pack.Name == name) : null);
    }

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
        return packs is [{ } events, { } ids, { } facets, { } control, { } ground, { } places] ? new PackSet(index, state, events, ids, facets, control, ground, places) : null;
    }

    /// <summary>Serves a set from now on. It is on disk before anybody hears of it.</summary>
    public void Publish(PackSet set)
    {
        foreach (var pack in set.All.Where(pack => !File.Exists(Path.Combine(folder, pack.Name + ".br"))))
            pack.Write(folder);
        Pack.WriteWhole(Path.Combine(folder, IndexName), JsonSerializer.SerializeToUtf8Bytes(new Kept(set.State, set.Index), DataJson.Options));
        served = new Served(set, served?.Now, clock.GetUtcNow());
        first.TrySetResult();

        var names = set.All.SelectMany(pack => new[] { pack.Name, pack.Name + ".br" }).Append(IndexName).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !names.Contains(Path.GetFileName(file))))
            File.Delete(file);
    }

    private sealed record Served(PackSet Now, PackSet? Before, DateTimeOffset Since);
}

/// <summary>What stands in the folder beside the packs.</summary>
internal sealed record Kept(string State, PackIndexFile Index);
