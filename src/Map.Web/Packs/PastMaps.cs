using System.Collections.Concurrent;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Data.PastDays;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

public enum PastRefusal
{
    /// <summary>The day is not over: what is known now is what is known on it.</summary>
    NotOver,
    /// <summary>Other days are being made.</summary>
    Busy,
    /// <summary>This address has asked for many.</summary>
    TooMany,
}

/// <param name="Map">Null where it is refused.</param>
/// <param name="First">The day of the first publication; null where nothing was ever published.</param>
public sealed record PastAnswer(PastMap? Map, PastRefusal? Refusal, DateOnly? First)
{
    /// <summary>How long to wait before asking again.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromSeconds(10);
}

/// <summary>
/// Past days' maps, made when somebody asks: one at a time, a few kept, and so that no address makes the server work without end. After each write it is asked anew whether they still hold,
/// and one that does not, because something was withdrawn or erased since, is served no more.
/// </summary>
public sealed class PastMaps : IDisposable
{
    /// <summary>How many are kept, and how many bytes of them: the one asked for longest ago goes first, the newest never.</summary>
    internal const int Most = 8;
    internal const long MostBytes = 1L << 30;

    /// <summary>How many may wait for their turn.</summary>
    internal const int MostWaiting = 4;

    /// <summary>How many an address may have made in a minute.</summary>
    internal const int MostOfAddress = 8;

    /// <summary>Addresses remembered before those of minutes ago are forgotten.</summary>
    private const int MostAddresses = 10_000;

    private const int MostDays = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25), Reading = TimeSpan.FromSeconds(30), Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, (DateTimeOffset Since, int Made)> asked = [];
    private readonly Dictionary<EndOfDay, Task<PastMap>> made = [];
    private readonly List<EndOfDay> order = [];
    private readonly ConcurrentDictionary<DateOnly, EndOfDay> ends = [];
    private readonly PastDays days;
    private readonly PackSource source;
    private readonly PackStore store;
    private readonly LoadState load;
    private readonly TimeProvider clock;
    private readonly IDbContextFactory<MapDb> dbs;
    private readonly ILogger<PastMaps> log;
    private readonly IDisposable ear;
    private DateOnly? first;
    private long written, seen;
    private int waiting;

    internal PastMaps(PastDays days, PackSource source, PackStore store, LoadState load, TimeProvider clock, Changes changes, IDbContextFactory<MapDb> dbs, ILogger<PastMaps> log)
    {
        (this.days, this.source, this.store, this.load, this.clock, this.dbs, this.log) = (days, source, store, load, clock, dbs, log);
        ear = changes.Listen(_ => Interlocked.Increment(ref written));
    }

    /// <summary>What was known at the end of that day, by the clock of the server in UTC.</summary>
    /// <param name="who">The address that asks; null for the server itself.</param>
    public async Task<PastAnswer> OfAsync(DateOnly day, string? who, CancellationToken cancel)
    {
        if (day >= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) return new(null, PastRefusal.NotOver, null);
        await store.CurrentAsync(cancel);
        await LookAgainAsync(cancel);
        first ??= await days.FirstAsync(cancel);
        var end = first is null || day < first ? default : await EndOfAsync(day, cancel);
        Task<PastMap>? making;
        lock (gate)
        {
            if (made.TryGetValue(end, out making) && !making.IsFaulted)
            {
                order.Remove(end);
                order.Add(end);
            }
            else
            {
                if (waiting >= MostWaiting) return new(null, PastRefusal.Busy, first);
                if (who is not null && !MayAsk(who)) return new(null, PastRefusal.TooMany, first);
                waiting++;
                order.Remove(end);
                order.Add(end);
                // Whoever asked first may leave: others wait for the same one.
                made[end] = making = Task.Run(() => MakeAsync(day, end), CancellationToken.None);
            }
        }
        try
        {
            return new(await making.WaitAsync(Patience, clock, cancel), null, first);
        }
        catch (Exception fault) when (fault is TimeoutException || StorageFault.Refusal(fault) is not null)
        {
            // A past day takes room that the disk may not have: the map of now goes on.
            return new(null, PastRefusal.Busy, first);
        }
    }

    public void Dispose()
    {
        ear.Dispose();
        List<Task<PastMap>> all;
        lock (gate) all = [.. made.Values];
        foreach (var map in all.Where(it => it.IsCompletedSuccessfully)) map.Result.Rows.Dispose();
    }

    private async Task<PastMap> MakeAsync(DateOnly day, EndOfDay end)
    {
        await turn.WaitAsync();
        PastDay? rows = null;
        try
        {
            rows = await days.MakeAsync(day, end, CancellationToken.None);
            var map = await PastMap.OfAsync(rows, source, store.Current!, load, clock, dbs, CancellationToken.None);
            Bound(end, map);
            return map;
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The map as it was known on {Day} could not be made", day);
            rows?.Dispose();
            lock (gate) Drop(end);
            throw;
        }
        finally
        {
            lock (gate) waiting--;
            turn.Release();
        }
    }

    /// <summary>Under the lock.</summary>
    private bool MayAsk(string who)
    {
        var now = clock.GetUtcNow();
        if (asked.Count >= MostAddresses)
            foreach (var old in asked.Where(it => now - it.Value.Since > Minute).Select(it => it.Key).ToList()) asked.Remove(old);
        var (since, count) = asked.TryGetValue(who, out var known) && now - known.Since <= Minute ? known : (now, 0);
        if (count >= MostOfAddress) return false;
        asked[who] = (since, count + 1);
        return true;
    }

    /// <summary>Days between which nothing was written are one, and those that are over stay as they are.</summary>
    private async Task<EndOfDay> EndOfAsync(DateOnly day, CancellationToken cancel)
    {
        if (ends.TryGetValue(day, out var known)) return known;
        var end = await days.EndOfAsync(day, cancel);
        if (ends.Count >= MostDays) ends.Clear();
        return ends[day] = end;
    }

    /// <summary>After a write: whatever does not hold any more goes.</summary>
    private async Task LookAgainAsync(CancellationToken cancel)
    {
        var now = Interlocked.Read(ref written);
        if (now == Interlocked.Read(ref seen)) return;
        List<(EndOfDay End, Task<PastMap> Map)> all;
        lock (gate) all = [.. made.Select(it => (it.Key, it.Value))];
        foreach (var (end, map) in all)
        {
            // One that is being made may have been read before the write.
            var ready = map.IsCompletedSuccessfully ? map.Result : await Finished(map, cancel);
            if (ready is not null && await days.StandsAsync(ready.Rows, cancel)) continue;
            lock (gate)
                if (made.TryGetValue(end, out var still) && still == map) Drop(end);
            if (ready is not null) Retire(ready);
        }
        Interlocked.Exchange(ref seen, now);
    }

    private static async Task<PastMap?> Finished(Task<PastMap> map, CancellationToken cancel)
    {
        await ((Task)map).WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
        return map.IsCompletedSuccessfully ? map.Result : null;
    }

    private void Bound(EndOfDay newest, PastMap map)
    {
        List<PastMap> gone = [];
        lock (gate)
        {
            var ready = order.Where(it => it != newest && made[it].IsCompletedSuccessfully).ToList();
            var (count, bytes) = (ready.Count + 1, map.Bytes + ready.Sum(it => made[it].Result.Bytes));
            foreach (var oldest in ready.TakeWhile(_ => count > Most || bytes > MostBytes))
            {
                var old = made[oldest].Result;
                (count, bytes) = (count - 1, bytes - old.Bytes);
                gone.Add(old);
                Drop(oldest);
            }
        }
        gone.ForEach(Retire);
    }

    private void Drop(EndOfDay end)
    {
        made.Remove(end);
        order.Remove(end);
    }

    /// <summary>Nobody is handed it any more; who was handed it a moment ago may still be reading.</summary>
    private void Retire(PastMap map) => _ = Task.Delay(Reading, clock).ContinueWith(_ => map.Rows.Dispose(), TaskScheduler.Default);
}
