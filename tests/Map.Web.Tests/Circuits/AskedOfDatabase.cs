using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Map.Web.Tests.Circuits;

/// <summary>Everything that is asked of one server's database, in its order, with what it was asked for.</summary>
internal sealed class AskedOfDatabase : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string folder;
    private readonly List<IDisposable> subscriptions = [];

    public AskedOfDatabase(WebHost host)
    {
        folder = host.Folder;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public ConcurrentQueue<string> Asked { get; } = [];

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name != DbLoggerCategory) { return; }
        lock (subscriptions) { subscriptions.Add(listener.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name)); }
    }

    public void OnNext(KeyValuePair<string, object?> told)
    {
        // Others' servers run beside this one.
        if (told.Value is CommandEventData data && data.Command.Connection?.ConnectionString.Contains(folder, StringComparison.Ordinal) == true)
        {
            Asked.Enqueue($"{data.Command.CommandText} [{string.Join(", ", data.Command.Parameters.Cast<DbParameter>().Select(it => $"{it.ParameterName}={it.Value}"))}]");
        }
    }

    /// <summary>What was asked since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (Asked.TryDequeue(out var one)) { taken.Add(one); }
        return taken;
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        lock (subscriptions) { subscriptions.ForEach(it => it.Dispose()); }
    }

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
}
