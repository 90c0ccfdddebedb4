namespace Map.Web.Data;

[Flags]
public enum DataParts { None = 0, Events = 1, Control = 2, Accounts = 4, Places = 8, Actors = 16, Sources = 32, Zones = 64 }

/// <summary>What a committed write touched.</summary>
/// <param name="Parts">Kinds of rows.</param>
/// <param name="Events">Ids of the events touched, themselves or their actors, figures and claims; empty after the first load, when everything is new.</param>
/// <param name="Places">Ids of the places whose control is told otherwise now: their claims were touched, a source of those, or they themselves; empty after the first load.</param>
public sealed record DataChanged(DataParts Parts, IReadOnlyCollection<long> Events, IReadOnlyCollection<long> Places);

/// <summary>Tells whoever listens in this process that data changed, after the commit.</summary>
public sealed class Changes(ILogger<Changes> log)
{
    private readonly Lock gate = new();
    private Action<DataChanged>[] listeners = [];

    /// <summary>Calls the listener after every committed write, on the writer's thread: it should only take note. Dispose to stop.</summary>
    public IDisposable Listen(Action<DataChanged> listener)
    {
        lock (gate) listeners = [.. listeners, listener];
        return new Ear(this, listener);
    }

    internal void Tell(DataChanged change)
    {
        foreach (var listener in listeners)
        {
#pragma warning disable CA1031 // The save is committed: a listener's fault must not tell the editor that it failed.
            try { listener(change); }
            catch (Exception fault) { log.LogError(fault, "A listener failed on a change of {Parts}", change.Parts); }
#pragma warning restore CA1031
        }
    }

    private sealed class Ear(Changes changes, Action<DataChanged> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (changes.gate) changes.listeners = [.. changes.listeners.Where(l => l != listener)];
        }
    }
}
