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
        Console.WriteLine("| making the event pack anew | ms | bytes | brotli |");
        Console.WriteLine("|---|--:|--:|--:|");
        var touched = new HashSet<long> { 100_000 };
        foreach (var (name, changed) in new (string, HashSet<long>?)[] { ("all rows, first", null), ("all rows, again", null), ("one row", touched), ("one row, again", touched) })
        {
            var start = Stopwatch.GetTimestamp();
            var part = await source.EventsAsync(changed, CancellationToken.None);
            Say($"read ({name}), order, write, compress", start, part.Events.Raw.Length + part.Ids.Raw.Length, part.Events.Brotli.Length + part.Ids.Brotli.Length);
            start = Stopwatch.GetTimestamp();
            var events = Pack.Of("events", part.Events.Raw);
            Say("of it compressing the events", start, events.Raw.Length, events.Brotli.Length);
            start = Stopwatch.GetTimestamp();
            var ids = Pack.Of("ids", part.Ids.Raw);
            Say("of it compressing the ids", start, ids.Raw.Length, ids.Brotli.Length);
        }
    }

    private static void Say(string what, long start, int raw, int brotli) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} | {raw:N0} | {brotli:N0} |"));

    private sealed class Reading(string folder) : IDbContextFactory<MapDb>
    {
        private readonly DbContextOptions<MapDb> options = new DbContextOptionsBuilder<MapDb>().UseSqlite($"Data Source={Path.Combine(folder, "map.db")};Mode=ReadOnly").Options;

        public MapDb CreateDbContext() => new(options);
    }
}
