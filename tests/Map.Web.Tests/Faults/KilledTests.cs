using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Map.Web.Data;
using Map.Web.Tests.Data;
using Microsoft.Data.Sqlite;

namespace Map.Web.Tests.Faults;

/// <summary>The product as a process that is killed while it saves, by tests/faults/Writer; tests/faults/run does it twenty times.</summary>
public class KilledTests
{
    [Fact]
    public async Task A_server_killed_while_people_save_has_lost_nothing_it_acknowledged_and_what_is_sent_again_is_there_once()
    {
        var folder = WebHost.NewFolder();
        var acknowledged = new SortedSet<long>();
        foreach (var untilSaved in new[] { 40, 25, 60 })
        {
            using var product = Start(folder);
            var lines = Channel.CreateUnbounded<string>();
            product.OutputDataReceived += (_, said) => { if (said.Data is null) lines.Writer.TryComplete(); else lines.Writer.TryWrite(said.Data); };
            product.BeginOutputReadLine();
            // It starts by itself on what the last kill left.
            while (!(await NextAsync(lines)).StartsWith("Map is at", StringComparison.Ordinal)) { }
            // What was sent last before the kill is sent again, as a person would.
            var from = Math.Max(1, acknowledged.Count == 0 ? 1 : acknowledged.Max - 8);
            await product.StandardInput.WriteLineAsync($"save {from.ToString(CultureInfo.InvariantCulture)} 1000 4");
            await product.StandardInput.FlushAsync();
            for (var saved = 0; saved < untilSaved; saved++) Add(await NextAsync(lines));
            product.Kill(entireProcessTree: true);
            await product.WaitForExitAsync();
            // What it had still said reached somebody.
            await foreach (var said in lines.Reader.ReadAllAsync()) Add(said);

            var there = Numbers(folder);
            Assert.Empty(acknowledged.Except(there));
            Assert.Equal(there.Distinct(), there);
            Assert.Null(StoredChain.Walk(Path.Combine(folder, "map.db"), null).First);
        }
        Directory.Delete(folder, recursive: true);

        void Add(string said)
        {
            if (Regex.Match(said, @"^» saved (\d+) as") is { Success: true } saved) acknowledged.Add(long.Parse(saved.Groups[1].Value, CultureInfo.InvariantCulture));
        }
    }

    private static async Task<string> NextAsync(Channel<string> lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await lines.Reader.ReadAsync(patience.Token);
    }

    private static Process Start(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Map.sln"))) root = root.Parent!;
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.Combine(root.FullName, "src/Map.Web"), RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var word in new[] { Path.Combine(root.FullName, $"tests/faults/Writer/bin/{configuration}/net10.0/Map.Faults.Writer.dll"), "serve", "--applicationName", "Map.Web", "--urls", "http://127.0.0.1:0" }) start.ArgumentList.Add(word);
        (start.Environment["Map__DataFolder"], start.Environment["Map__GeodataFolder"], start.Environment["Map__BackupEvery"], start.Environment["Logging__LogLevel__Default"]) = (folder, WebHost.SmallGeodata, "0", "Warning");
        return Process.Start(start)!;
    }

    private static List<long> Numbers(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "map.db")};Pooling=False");
        connection.Open();
        Assert.Equal("ok", connection.Ask("PRAGMA integrity_check"));
        using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT CAST(substr(Title, 7) AS INTEGER) FROM Sources WHERE Title LIKE 'fault %'";
        using var reader = ask.ExecuteReader();
        var numbers = new List<long>();
        while (reader.Read()) numbers.Add(reader.GetInt64(0));
        return numbers;
    }
}
