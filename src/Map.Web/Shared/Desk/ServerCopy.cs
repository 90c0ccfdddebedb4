using Map.Web.Data;
using Map.Web.Drafts;

namespace Map.Web.Shared.Desk;

/// <summary>Keeps one form's draft on the server whenever the editor pauses: the latest wins, and a busy database may miss one.</summary>
internal sealed class ServerCopy<T>(ServerDrafts drafts, string userId, string form, TimeProvider clock) : IAsyncDisposable where T : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim one = new(1, 1);
    private T? waiting;
    private Task running = Task.CompletedTask;
    private CancellationTokenSource pause = new();

    /// <summary>Keeps it after a pause, unless something newer comes first. Takes its copy now: the form goes on changing.</summary>
    public void KeepSoon(T draft)
    {
        waiting = DraftJson.Copy(draft);
        if (running.IsCompleted) { running = KeepAfterPauseAsync(); }
    }

    /// <exception cref="DatabaseBusyException">It is not kept here; the device has it.</exception>
    public async Task KeepNowAsync(T draft)
    {
        waiting = null;
        await one.WaitAsync();
        try { await drafts.KeepAsync(userId, form, draft); }
        finally { one.Release(); }
    }

    public async Task ForgetAsync()
    {
        waiting = null;
        await one.WaitAsync();
        try { await drafts.ClearAsync(userId, form); }
        // A copy that stays is offered once more and can be discarded then; the save itself is done.
        catch (Exception kept) when (kept is DatabaseBusyException or NotAllowedException) { }
        finally { one.Release(); }
    }

    private async Task KeepAfterPauseAsync()
    {
        try { await Task.Delay(Pause, clock, pause.Token); }
        // The form is closing: what waits is kept at once.
        catch (OperationCanceledException) { }
        await one.WaitAsync();
        try
        {
            if (Interlocked.Exchange(ref waiting, null) is { } draft) { await drafts.KeepAsync(userId, form, draft); }
        }
        // The next pause tries again, with something newer; the device has it meanwhile, and whoever may not edit any longer has only that.
        catch (Exception kept) when (kept is DatabaseBusyException or NotAllowedException) { }
        finally { one.Release(); }
    }

    public async ValueTask DisposeAsync()
    {
        await pause.CancelAsync();
        await running;
        pause.Dispose();
        one.Dispose();
    }
}
