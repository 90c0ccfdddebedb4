using System.Diagnostics;
using System.Globalization;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Bench.Seed;

/// <summary>What making the event pack anew costs, part by part: after an edit, readers wait for their sum.</summary>
internal static class PackParts
{
    public static async Task RunAsync(string folder)
    {
        var files = new GroundFiles(new Map.Web.Data.FirstLoad.Geodata(Path.Combine(AppContext.BaseDirectory, "geodata")));
        var source = new PackSource(new Reading(folder), files);
        Console.WriteLine("| making what the index names of events | ms | processor ms | bytes | brotli |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        var touched = new HashSet<long> { 100_000 };
        var cancel = CancellationToken.None;
        var steps = new (string Name, Func<Task<EventPart>> Make)[]
        {
            ("every row read, first", () => source.EventsAsync(null, cancel)), ("every row read, again", () => source.EventsAsync(null, cancel)),
            ("one row read", () => source.EventsAsync(touched, cancel)), ("one row read, again", () => source.EventsAsync(touched, cancel)),
            ("every row from memory", () => source.FoldedEventsAsync(cancel)),
        };
        EventPart? before = null;
        foreach (var (name, make) in steps)
        {
            var start = Start();
            var part = await make();
            List<Pack> made = [.. new[] { part.Events, part.Ids, part.Facets }.Except(before is null ? [] : [before.Events, before.Ids, before.Facets])];
            if (part.Changes is { } changes)
                made.Add(changes);
            before = part;
            Say($"{name}, ordered, written, compressed", start, made.Sum(pack => pack.Raw.Length), made.Sum(pack => pack.Brotli.Length));
            foreach (var pack in made)
            {
                start = Start();
                var again = Pack.Of("again", pack.Raw);
                Say($"of it compressing the {pack.Name.Split('-')[0]}", start, again.Raw.Length, again.Brotli.Length);
            }
        }
    }

    private static (long At, TimeSpan Used) Start() => (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);

    private static void Say(string what, (long At, TimeSpan Used) start, int raw, int brotli) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {Stopwatch.GetElapsedTime(start.At).TotalMilliseconds:0} | {(Process.GetCurrentProcess().TotalProcessorTime - start.Used).TotalMilliseconds:0} | {raw:N0} | {brotli:N0} |"));

    private sealed class Reading(string folder) : IDbContextFactory<MapDb>
    {
        private readonly DbContextOptions<MapDb> options = new DbContextOptionsBuilder<MapDb>().UseSqlite($"Data Source={Path.Combine(folder, "map.db")};Mode=ReadOnly").Options;

        public MapDb CreateDbContext() => new(options);
    }
}
