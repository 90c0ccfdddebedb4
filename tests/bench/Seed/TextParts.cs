using System.Diagnostics;
using System.Globalization;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Bench.Seed;

/// <summary>What it costs to find the events whose text holds a word, as the product finds them for its map.</summary>
internal static class TextParts
{
    public static async Task RunAsync(string folder, string[] texts)
    {
        var options = new DbContextOptionsBuilder<MapDb>().UseSqlite($"Data Source={Path.Combine(folder, "map.db")};Mode=ReadOnly").Options;
        Console.WriteLine("| words | events found | p50 ms | p95 ms | bytes |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var text in texts)
        {
            var times = new List<double>();
            var (found, bytes) = (0, 0);
            for (var turn = -2; turn < 20; turn++)
            {
                await using var db = new MapDb(options);
                var start = Stopwatch.GetTimestamp();
                var ids = await db.EventsWithWordsAsync(text);
                var pack = TextMatches.Write(ids);
                if (turn >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                (found, bytes) = (ids.Count, pack.Length);
            }
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {text} | {found:N0} | {times[10]:0} | {times[19]:0} | {bytes:N0} |"));
        }
    }
}
