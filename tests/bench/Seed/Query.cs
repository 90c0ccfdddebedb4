using System.Diagnostics;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Bench.Seed;

/// <summary>The first 100 events of a box and a span, found as the product finds them, by the tree or in memory, with the places of their rows; and its counts by day, type and certainty.</summary>
internal static class Query
{
    private static readonly (string Name, double Side, int Days)[] Kinds =
        [("town, 30 days", 0.5, 30), ("governorate, 30 days", 1.5, 30), ("north of the country, 30 days", 4, 30), ("town, a year", 0.5, 365), ("north of the country, a year", 4, 365), ("governorate, all so far", 1.5, 100_000), ("north of the country, all so far", 4, 100_000), ("town, all so far", 0.1, 100_000), ("two towns, all so far", 0.2, 100_000)];

    public static async Task RunAsync(string folder)
    {
        var options = new DbContextOptionsBuilder<MapDb>().UseSqlite($"Data Source={Path.Combine(folder, "map.db")};Mode=ReadOnly").Options;
        var load = new LoadState(new Reading(options), new Geodata(Path.Combine(AppContext.BaseDirectory, "geodata")));
        var files = new GroundFiles(new Geodata(Path.Combine(AppContext.BaseDirectory, "geodata")));
        using var known = new KnownEvents(new CountedReading(new Reading(options), new PackSource(new Reading(options), files).Governorates), new Changes(NullLogger<Changes>.Instance), load, NullLogger<KnownEvents>.Instance);
        var reading = Stopwatch.GetTimestamp();
        await known.ReadyAsync(default);
        Console.WriteLine($"Read for counting in {Stopwatch.GetElapsedTime(reading).TotalSeconds:0.0} s");
        Console.WriteLine("| box and span | events found | by the tree | first 100 rows p50 ms | p95 ms | processor ms | all counts p50 ms | p95 ms | processor ms |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (name, side, days) in Kinds)
        {
            var random = new Random(11);
            var rows = new List<double>();
            var counts = new List<double>();
            var found = new List<int>();
            var clock = Stopwatch.StartNew();
            var trees = 0;
            var (rowsWork, countsWork) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var turn = -5; turn < 100 && (turn < 5 || clock.Elapsed.TotalSeconds < 10); turn++)
            {
                var south = 34.5 + random.NextDouble() * Math.Max(0, 2.5 - side);
                var west = 36 + random.NextDouble() * Math.Max(0, 4 - side);
                var box = new Box(south, west, south + side, west + side);
                var to = SeededEvents.FirstDay + random.Next(SeededEvents.DaysLong);
                await using var db = new MapDb(options);
                // Of the whole process: what a busy machine adds to the clock is not in it.
                var work = Environment.CpuUsage.TotalTime;
                var start = Stopwatch.GetTimestamp();
                var asked = new EventQuestion(new ListOrder(to - days + 1, to), box, null, null);
                var answer = EventTally.Of(await known.ReadyAsync(default), asked, LeftByFilters.All, 100);
                var counted = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                var countsTook = Environment.CpuUsage.TotalTime - work;
                start = Stopwatch.GetTimestamp();
                var isForTree = EventAnswer.IsForTree(answer.Certain + answer.Possible, 100);
                if (isForTree) trees++;
                var ids = isForTree ? await db.FirstInAsync(box, asked.Window, null, 100) : answer.First;
                _ = await db.PublicEvents.AsNoTracking().Include(e => e.Place).Where(e => ids.Contains(e.Id)).ToListAsync();
                var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                var rowsTook = Environment.CpuUsage.TotalTime - work - countsTook;
                if (turn < 0) continue;
                rows.Add(first);
                counts.Add(counted);
                rowsWork += rowsTook;
                countsWork += countsTook;
                found.Add(answer.Certain + answer.Possible);
            }
            Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {name} | {At(found, 0.5):N0} | {100.0 * trees / (rows.Count + 5):0} % | {At(rows, 0.5):0.0} | {At(rows, 0.95):0.0} | {rowsWork.TotalMilliseconds / rows.Count:0.0} | {At(counts, 0.5):0.0} | {At(counts, 0.95):0.0} | {countsWork.TotalMilliseconds / rows.Count:0.0} |"));
        }
    }

    private sealed class Reading(DbContextOptions<MapDb> options) : IDbContextFactory<MapDb>
    {
        public MapDb CreateDbContext() => new(options);
    }

    private static T At<T>(List<T> values, double share)
    {
        values.Sort();
        return values[Math.Min(values.Count - 1, (int)(values.Count * share))];
    }
}
