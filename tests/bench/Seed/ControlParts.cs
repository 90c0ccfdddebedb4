using System.Diagnostics;
using System.Globalization;
using Map.Core.Control;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Bench.Seed;

/// <summary>What deriving the control layer costs, whole and after one claim, part by part.</summary>
internal static class ControlParts
{
    private const int Turns = 21;
    private const long Unused = 1_000_000;

    public static async Task RunAsync(string folder)
    {
        var reading = new Reading(folder);
        var source = new PackSource(reading, new GroundFiles(new Geodata(Path.Combine(AppContext.BaseDirectory, "geodata"))));
        using var known = new KnownControl(reading, source.Country, new Changes(NullLogger<Changes>.Instance));
        Console.WriteLine("| the control layer | ms | processor ms | grounds worked out | histories derived | bytes | brotli |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        var start = Start();
        var map = await known.ReadyAsync(default);
        Say($"every claim read, {map.Cells.Count:N0} cells made", start, 1, map.Work);
        start = Start();
        var whole = ControlMap.Of(source.Country.Value, map.Places);
        Say("the same cells made again", start, 1, whole.Work);
        start = Start();
        var part = await known.PartAsync(anew: true, default);
        Say("the control pack written, compressed", start, 1, null, part.Control);

        var middle = map.Cells[map.Cells.Count / 2].Place;
        var claim = new ControlClaim("measured", ["sdf"], Posture.Holds, "2025-03-01", map.To, map.To);
        Try("one claim more at a known place", new() { [middle.Id] = middle with { Claims = [.. middle.Claims, claim] } });
        Try("the first claim of a place", new() { [Unused] = new ControlPlace(Unused, "Measured", null, middle.Latitude + 0.0123, middle.Longitude + 0.0123, [claim]) });
        Try("the last claim of a place gone", new() { [middle.Id] = null });

        void Try(string what, Dictionary<long, ControlPlace?> changed)
        {
            var next = map.With(changed);
            var begun = Start();
            for (var turn = 0; turn < Turns; turn++) next = map.With(changed);
            Say(what, begun, Turns, next.Work);
            begun = Start();
            byte[] bytes = [];
            for (var turn = 0; turn < Turns; turn++) bytes = ControlChangePack.Write(ControlDelta.Between(map, next));
            Say("of it told as a change pack", begun, Turns, null, Pack.Of("controlchanges", bytes, isBrief: true));
        }
    }

    private static (long At, TimeSpan Used) Start() => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    private static void Say(string what, (long At, TimeSpan Used) start, int turns, ControlWork? work, Pack? pack = null) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {Stopwatch.GetElapsedTime(start.At).TotalMilliseconds / turns:0.0} | {(Environment.CpuUsage.TotalTime - start.Used).TotalMilliseconds / turns:0.0} | {work?.Grounds:N0} | {work?.Histories:N0} | {pack?.Raw.Length:N0} | {pack?.Brotli.Length:N0} |"));

    private sealed class Reading(string folder) : IDbContextFactory<MapDb>
    {
        private readonly DbContextOptions<MapDb> options = new DbContextOptionsBuilder<MapDb>().UseSqlite($"Data Source={Path.Combine(folder, "map.db")};Mode=ReadOnly").Options;

        public MapDb CreateDbContext() => new(options);
    }
}
