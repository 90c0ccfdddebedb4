using Map.Web.Data;
using Map.Web.Data.FirstLoad;

namespace Map.Web.Packs;

/// <summary>
/// The public events in memory, once for all viewers, because counting a million of them in the tables takes as long as a reader notices. In step with every
/// committed write: before an answer the rows it touched are read again.
/// </summary>
public sealed class KnownEvents : BackgroundService
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource end = new();
    private readonly CountedReading source;
    private readonly LoadState load;
    private readonly ILogger<KnownEvents> log;
    private readonly IDisposable ear;
    private HashSet<long> touched = [];
    private CountedEvents? current;
    private Task<CountedEvents>? reading;

    internal KnownEvents(CountedReading source, Changes changes, LoadState load, ILogger<KnownEvents> log)
    {
        (this.source, this.load, this.log) = (source, load, log);
        ear = changes.Listen(Note);
    }

    /// <summary>The events as they are now; null while they are read for the first time, or were all written anew.</summary>
    internal async ValueTask<CountedEvents?> NowAsync(CancellationToken cancel)
    {
        var whole = Reading();
        return whole is { IsCompletedSuccessfully: true } ? await InStepAsync(cancel) : null;
    }

    /// <summary>The events as they are now; waits until they are read.</summary>
    internal async Task<CountedEvents> ReadyAsync(CancellationToken cancel)
    {
        await Reading().WaitAsync(cancel);
        return await InStepAsync(cancel);
    }

    public override void Dispose()
    {
        ear.Dispose();
        // A reading that is under way ends soon, and needs the turn until then.
        end.Cancel();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await load.Completed.WaitAsync(stoppingToken);
            await Reading().WaitAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops before anybody asked.
        }
        catch (System.Data.Common.DbException unread)
        {
            // The tables answer in its stead; of a damaged file some still do.
            log.LogError(unread, "The events could not be read into memory");
        }
    }

    private void Note(DataChanged change)
    {
        if ((change.Parts & DataParts.Events) == 0) return;
        lock (gate)
        {
            if (change.Events.Count == 0) reading = null;
            else touched.UnionWith(change.Events);
        }
    }

    /// <summary>The reading of all events that answers now, begun if there is none.</summary>
    private Task<CountedEvents> Reading()
    {
        lock (gate)
        {
            if (reading is null or { IsFaulted: true } or { IsCanceled: true }) reading = Task.Run(ReadAsync);
            return reading;
        }
    }

    private async Task<CountedEvents> ReadAsync()
    {
        await turn.WaitAsync(end.Token);
        try
        {
            // What is written from here on is read again afterwards.
            lock (gate) touched = [];
            return current = await source.AllAsync(end.Token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The events could not be read for counting; the list counts in the tables until they are");
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<CountedEvents> InStepAsync(CancellationToken cancel)
    {
        lock (gate)
        {
            if (touched.Count == 0) return current!;
        }
        await turn.WaitAsync(cancel);
        try
        {
            HashSet<long> ids;
            lock (gate) (ids, touched) = (touched, []);
            if (ids.Count == 0) return current!;
            try
            {
                return current = await source.AgainAsync(current!, ids, cancel);
            }
            catch
            {
                lock (gate) touched.UnionWith(ids);
                throw;
            }
        }
        finally
        {
            turn.Release();
        }
    }
}
