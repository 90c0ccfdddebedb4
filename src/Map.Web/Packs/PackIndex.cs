using System.Threading.Channels;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;

namespace Map.Web.Packs;

/// <summary>
/// Keeps the packs equal to what is published: listens for committed writes, makes anew what they touched, off the path of any request,
/// and tells open pages.
/// </summary>
public sealed class PackIndex : BackgroundService
{
    /// <summary>Writes in quick succession are answered with one set.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the files of all rows may stand with a row in them that the changes leave out: time for other edits to come.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<DataChanged> changed = Channel.CreateUnbounded<DataChanged>(new UnboundedChannelOptions { SingleReader = true });
    private readonly PackSource source;
    private readonly KnownControl known;
    private readonly PackStore store;
    private readonly Changes changes;
    private readonly LoadState load;
    private readonly TimeProvider clock;
    private readonly ILogger<PackIndex> log;
    private EventPart? events;
    private ControlPart? control;
    private DateTimeOffset? due;
    private ITimer? alarm;

    internal PackIndex(PackSource source, KnownControl known, PackStore store, Changes changes, LoadState load, TimeProvider clock, ILogger<PackIndex> log) =>
        (this.source, this.known, this.store, this.changes, this.load, this.clock, this.log) = (source, known, store, changes, load, clock, log);

    /// <summary>Raised after a new set is served, on the thread that made it: take note and return.</summary>
    public event Action<PackIndexFile>? Changed;

    /// <summary>The current index, or null before the first set is made.</summary>
    public PackIndexFile? Current => store.Current?.Index;

    /// <summary>The current index; waits for the first set.</summary>
    public async Task<PackIndexFile> CurrentAsync(CancellationToken cancel = default) => (await store.CurrentAsync(cancel)).Index;

    public override void Dispose()
    {
        alarm?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = changes.Listen(change => changed.Writer.TryWrite(change));
        // What the first load has only half read is not shown; its end is told as a change.
        if (load.IsReady)
            changed.Writer.TryWrite(new DataChanged(DataParts.None, [], []));
        try
        {
            while (await changed.Reader.WaitToReadAsync(stoppingToken))
            {
                if (store.Current is not null)
                    await Task.Delay(Pause, clock, stoppingToken);
                await MakeAsync(Heard(), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the next start finds the last set on disk.
        }
    }

    /// <summary>All that was told since the last look, as one. Without ids of events or places, any of them may have changed.</summary>
    private DataChanged Heard()
    {
        var parts = DataParts.None;
        HashSet<long> touched = [], places = [];
        bool isAny = false, isAnywhere = false;
        while (changed.Reader.TryRead(out var more))
        {
            parts |= more.Parts;
            touched.UnionWith(more.Events);
            places.UnionWith(more.Places);
            isAny |= (more.Parts & DataParts.Events) != 0 && more.Events.Count == 0;
            isAnywhere |= (more.Parts & DataParts.Control) != 0 && more.Places.Count == 0;
        }
        return new DataChanged(parts, isAny ? [] : touched, isAnywhere ? [] : places);
    }

    private async Task MakeAsync(DataChanged change, CancellationToken cancel)
    {
        var parts = change.Parts;
        var (isDue, isWhole) = (clock.GetUtcNow() >= due, events is not null && control is not null);
        if (store.Current is not null && (parts & ~DataParts.Accounts) == DataParts.None && !isDue)
            return;
#pragma warning disable CA1031 // The map goes on with the last right set; the next change, or start, tries again.
        try
        {
            var (version, state) = await source.StateAsync(cancel);
            if (store.Current is null && store.Kept(state) is { } kept)
            {
                // The rows are read now, so that the first edit need not wait for all of them; what had changed beside them is folded in.
                Serve(kept);
                events = await source.EventsAsync(null, cancel);
                control = await known.PartAsync(anew: true, cancel);
                if ((kept.Events.Name, kept.Ids.Name, kept.Facets.Name, kept.Changes, kept.Control.Name, kept.ControlChanges) != (events.Events.Name, events.Ids.Name, events.Facets.Name, null, control.Control.Name, null))
                    Serve(await BuildAsync(new DataChanged(DataParts.None, [], []), version, state, cancel));
                return;
            }
            if (!isDue || (parts & ~DataParts.Accounts) != DataParts.None)
                Serve(await BuildAsync(change, version, state, cancel));
            if (events is { IsLarge: true } || control is { IsLarge: true } || isDue)
            {
                if (events is { IsLarge: true } || (isDue && events is { HoldsGone: true }))
                    events = await source.FoldedEventsAsync(cancel);
                if (control is { IsLarge: true } || (isDue && control is { HoldsGone: true }))
                    control = await known.PartAsync(anew: true, cancel);
                var folded = await BuildAsync(new DataChanged(DataParts.None, [], []), version, state, cancel);
                // To those who have the rows and what changed since, the same rows in one file say nothing new.
                if (isDue && isWhole)
                    Publish(folded);
                else
                    Serve(folded);
            }
            Await();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What was not read this time is read whole the next time.
            (events, control) = (null, null);
            Ring();
            log.LogError(fault, "The map's files could not be made anew; the last ones are still served");
        }
#pragma warning restore CA1031
    }

    /// <summary>From the first withdrawal or correction on, not from the last: who goes on editing does not keep a withdrawn row in the files.</summary>
    private void Await()
    {
        if (events is not { HoldsGone: true } && control is not { HoldsGone: true })
            due = null;
        else if (due is null || due <= clock.GetUtcNow())
            Ring();
    }

    /// <summary>Wakes the maker of files when its time has come.</summary>
    private void Ring()
    {
        due = clock.GetUtcNow() + Patience;
        alarm?.Dispose();
        alarm = clock.CreateTimer(_ => changed.Writer.TryWrite(new DataChanged(DataParts.None, [], [])), null, Patience + Pause, Timeout.InfiniteTimeSpan);
    }

    private async Task<PackSet> BuildAsync(DataChanged change, long version, string state, CancellationToken cancel)
    {
        var parts = change.Parts;
        var before = store.Current;
        if (events is null || IsAny(change))
            events = await source.EventsAsync(null, cancel);
        else
        {
            if ((parts & DataParts.Events) != 0)
                events = await source.EventsAsync(change.Events.ToHashSet(), cancel);
            if ((parts & (DataParts.Actors | DataParts.Sources)) != 0)
                events = await source.RenamedEventsAsync(cancel);
        }
        if (control is null || (parts & (DataParts.Control | DataParts.Places | DataParts.Sources)) != 0)
            control = await known.PartAsync(anew: false, cancel);
        var ground = before?.Base ?? source.Base();
        var places = before is null || (parts & DataParts.Places) != 0 ? await source.PlacesAsync(cancel) : before.Places;
        var zones = before is null || (parts & (DataParts.Zones | DataParts.Sources)) != 0 ? await source.ZonesAsync(cancel) : before.Zones;
        return new PackSet(IndexFile.Of(version, clock, events, control, ground, places, zones, await source.LineagesAsync(cancel)), state, events.Events, events.Ids, events.Facets, events.Changes, control.Control, control.Changes, ground, places, zones);
    }

    private void Serve(PackSet set)
    {
        Publish(set);
        Changed?.Invoke(set.Index);
    }

    private void Publish(PackSet set)
    {
        if (store.Publish(set) is { } fault)
            log.LogWarning(fault, "The disk does not take the map's files: they are served from memory");
    }

    /// <summary>May any event have changed? A place that is moved moves no event.</summary>
    private static bool IsAny(DataChanged change) => (change.Parts & DataParts.Events) != 0 && change.Events.Count == 0;
}
