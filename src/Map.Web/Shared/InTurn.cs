using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Map.Web.Shared;

/// <summary>
/// Lets everything that comes from a page wait for its turn on the page's circuit, confirmations of what was drawn too. Blazor takes those at once: one that comes before the drawing
/// thread has ended its own work, as on a busy machine, makes it forget the handlers that were replaced while what was typed for them still waits, and then that is lost.
/// </summary>
public sealed class InTurn : CircuitHandler
{
    private SynchronizationContext? turns;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        turns = SynchronizationContext.Current;
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity => turns is null || SynchronizationContext.Current == turns ? next(activity) : TakeAsync(turns, () => next(activity));

    /// <summary>Does it after everything that came before it.</summary>
    public static Task TakeAsync(SynchronizationContext turns, Func<Task> act)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        turns.Post(async _ =>
        {
            try
            {
                await act();
                done.SetResult();
            }
#pragma warning disable CA1031 // Whoever asked for it is told.
            catch (Exception error) { done.SetException(error); }
#pragma warning restore CA1031
        }, null);
        return done.Task;
    }
}
