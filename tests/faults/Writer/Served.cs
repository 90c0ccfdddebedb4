using System.Diagnostics;
using System.Globalization;
using Map.Web.Data;
using Map.Web.Data.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Map.Faults.Writer;

/// <summary>The product as it is, in this process, with saves made through its own gate as they are told line by line. What is printed as saved was acknowledged.</summary>
internal static class Served
{
    public static async Task RunAsync(string[] arguments)
    {
        var built = new TaskCompletionSource<IHost>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var all = DiagnosticListener.AllListeners.Subscribe(new Listeners(built));
        var ended = Task.Run(() => typeof(MapDb).Assembly.EntryPoint!.Invoke(null, [arguments]));
        if (await Task.WhenAny(built.Task, ended) == ended) throw new InvalidOperationException("The product ended before it was built.");
        var services = (await built.Task).Services;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["save", var from, var count, var atOnce]:
                    await SaveAsync(services, long.Parse(from, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture), int.Parse(atOnce, CultureInfo.InvariantCulture));
                    break;
                case ["backups", var rounds, var saves]:
                    await BackUpAsync(services, int.Parse(rounds, CultureInfo.InvariantCulture), int.Parse(saves, CultureInfo.InvariantCulture));
                    break;
            }
            Say("done");
        }
        services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await ended;
    }

    private static Task SaveAsync(IServiceProvider services, long from, int count, int atOnce) =>
        Parallel.ForEachAsync(Numbers(from, count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, _) =>
        {
            var start = Stopwatch.GetTimestamp();
            string outcome;
            try { outcome = $"saved {number} as {await SaveAsync(services, number)}"; }
            catch (DatabaseBusyException) { outcome = $"busy {number}"; }
            catch (NotAllowedException refused) { outcome = $"refused {number}: {refused.Message}"; }
            Say(string.Create(CultureInfo.InvariantCulture, $"{outcome} ms {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0}"));
        });

    /// <summary>A row that nothing of its own tells from another: sent again without its id it would stand there twice.</summary>
    private static Task<string> SaveAsync(IServiceProvider services, long number) =>
        services.GetRequiredService<WriteGate>().RunAsync(new WriteRequest(Acting.Server("faults"), "A fault is tried.", new Guid((int)number, 0, 0, new byte[8])), db =>
        {
            var row = new SourceRow { Key = $"fault-{Guid.NewGuid()}", Title = $"fault {number}", Kind = "news", Reliability = "C" };
            db.Sources.Add(row);
            return Task.FromResult(row.Key);
        });

    /// <summary>Backups taken while saves go on; each is asked for what had been acknowledged before it began.</summary>
    private static async Task BackUpAsync(IServiceProvider services, int rounds, int saves)
    {
        var backups = services.GetRequiredService<KeptBackups>();
        var acknowledged = new System.Collections.Concurrent.ConcurrentQueue<long>();
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        var writing = Parallel.ForEachAsync(Numbers(1_000_000, saves), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var start = Stopwatch.GetTimestamp();
            await SaveAsync(services, number);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            acknowledged.Enqueue(number);
        });
        int sound = 0, missing = 0, during = 0;
        for (var round = 0; round < rounds; round++)
        {
            long[] before = [.. acknowledged];
            if (!writing.IsCompleted) during++;
            if (await backups.RunAsync() is not { } made) continue;
            sound++;
            missing += before.Except(Checked.Numbers(made.Path)).Count();
        }
        await writing;
        var sorted = times.Order().ToList();
        Say(string.Create(CultureInfo.InvariantCulture, $"{sound} of {rounds} sound, {during} while saves went on, {missing} missing; a save took {sorted[sorted.Count / 2]:0} ms, p99 {sorted[(int)(sorted.Count * 0.99)]:0} ms, the longest {sorted[^1]:0} ms"));
    }

    private static IEnumerable<long> Numbers(long from, int count) => Enumerable.Range(0, count).Select(step => from + step);

    private static void Say(string words)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine("» " + words);
            Console.Out.Flush();
        }
    }

    /// <summary>Hears of the host that the product's own start builds.</summary>
    private sealed class Listeners(TaskCompletionSource<IHost> built) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting") value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilt", Value: IHost host }) built.TrySetResult(host);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
