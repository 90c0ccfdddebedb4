using System.Text.Json;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Tests.Accounts;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Map.Web.Tests.Circuits;

/// <summary>Pages played by hand over the wire: one that draws nothing, one that falls, one that sends what there is not.</summary>
public class HostileCircuitTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions AsScript = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task A_page_that_never_confirms_is_drawn_for_no_longer_and_catches_up_once_it_does()
    {
        await using var host = await WebHost.StartSmallAsync();
        using var http = await Identities.OpenAsync(host, Identities.Nobody);
        await using var page = await LiveAsync(host, http);
        var (before, answered) = (page.Batches.Count, page.Answers);
        var memory = GC.GetTotalMemory(forceFullCollection: true);

        page.Confirms = false;
        for (var i = 0; i < 1_000; i++) { await LookAsync(page, 2018, i % 28 + 1); }
        await page.UntilAsync(it => it.Answers == answered + 1_000);
        // As many as are kept for a page that may come back, and not one for each of a thousand looks.
        Assert.InRange(page.Batches.Count - before, 1, 6);
        output.WriteLine($"» B11 1,000 looks answered, {page.Batches.Count - before} drawings sent, memory {(GC.GetTotalMemory(forceFullCollection: true) - memory) / 1e6:0.0} MB more than before");

        page.Confirms = true;
        var last = page.Batches[^1].Number;
        await page.ConfirmAsync(last);
        await LookAsync(page, 2019, 1);
        await page.UntilAsync(it => it.Batches[^1].Number > last);
        Assert.Null(page.Fallen);
    }

    [Fact]
    public async Task Forty_nine_pages_go_on_when_one_falls_and_nobody_is_told_the_inside_of_the_server()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var http = await Identities.OpenAsync(host, Identities.Nobody);
        using var editor = await Identities.OpenAsync(host, "editor");
        var others = new List<RawCircuit>();
        for (var i = 0; i < 49; i++) { others.Add(await LiveAsync(host, http)); }

        // A handler that nobody drew is refused.
        await others[0].DispatchAsync(987_654, "click", """{"type":"click"}""");
        await others[0].UntilAsync(it => it.Heard.Any(said => said.StartsWith("refused", StringComparison.Ordinal)));
        NothingOfTheInside(others[0].Heard.Last());

        // What a form's page rests on cannot be read.
        Break(host, "ALTER TABLE Revisions RENAME TO Elsewhere");
        await using (var failing = await RawCircuit.OpenAsync(host, editor, $"desk/events/{await AnEventAsync(host)}"))
        {
            await failing.UntilAsync(it => it.Fallen is not null);
            foreach (var said in failing.Heard) { NothingOfTheInside(said); }
        }
        Break(host, "ALTER TABLE Elsewhere RENAME TO Revisions");

        foreach (var other in others)
        {
            var before = other.Batches.Count;
            await LookAsync(other, 2019, 3);
            await other.UntilAsync(it => it.Batches.Count > before);
            Assert.Null(other.Fallen);
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_a_script_may_call_answers_nonsense_with_a_refusal_and_the_page_goes_on()
    {
        await using var host = await WebHost.StartSmallAsync();
        using var http = await Identities.OpenAsync(host, Identities.Nobody);
        await using var page = await LiveAsync(host, http);
        var (answered, lines) = (page.Answers, await LinesAsync(host));
        string[] nonsense =
        [
            """[{"state":{"date":"no day","window":"30d"},"bounds":{"south":0,"west":0,"north":0,"east":0},"cause":"date"}]""",
            """[{"state":{"date":"9999-12-31","window":"99999999999999d"},"bounds":{"south":1e300,"west":-1e300,"north":0,"east":0},"cause":"date"}]""",
            """[{"state":null,"bounds":null,"cause":null}]""",
            "[null]",
            "[]",
            """["words"]""",
        ];
        foreach (var arguments in nonsense) { await page.CallAsync(page.Ear, "Report", arguments); }
        await page.CallAsync(page.Ear, "OpenEvent", "[-1]");
        await page.CallAsync(page.Ear, "Dispose", "[]");
        await page.CallAsync(page.Ear + 1_000, "Report", "[null]");
        await page.UntilAsync(it => it.Answers == answered + nonsense.Length + 3);
        foreach (var said in page.Heard) { NothingOfTheInside(said); }

        var before = page.Batches.Count;
        await LookAsync(page, 2019, 3);
        await page.UntilAsync(it => it.Batches.Count > before);
        Assert.Null(page.Fallen);
        Assert.Equal(lines, await LinesAsync(host));
    }

    private static void NothingOfTheInside(string said)
    {
        foreach (var inside in new[] { "   at ", "Map.Web.", "SqliteException", "no such table", ".cs:line" }) { Assert.DoesNotContain(inside, said, StringComparison.Ordinal); }
    }

    private static async Task<RawCircuit> LiveAsync(WebHost host, HttpClient http)
    {
        var page = await RawCircuit.OpenAsync(host, http, "");
        await page.UntilAsync(it => it.Ear > 0);
        var before = page.Batches.Count;
        await LookAsync(page, 2018, 8);
        await page.UntilAsync(it => it.Answers > 0 && it.Batches.Count > before);
        return page;
    }

    /// <summary>The finger lifts on a day of August.</summary>
    private static Task LookAsync(RawCircuit page, int year, int day) =>
        page.CallAsync(page.Ear, "Report", $"[{JsonSerializer.Serialize(new MapReport(new MapState($"{year}-08-{day:d2}", "30d", null, null, null, null), new MapBounds(34, 35, 38, 42), "date"), AsScript)}]");

    private static async Task<long> AnEventAsync(WebHost host)
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        return db.Events.Min(row => row.Id);
    }

    private static async Task<int> LinesAsync(WebHost host)
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        return db.Audit.Count() + db.Revisions.Count();
    }

    private static void Break(WebHost host, string how)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "map.db")};Pooling=False");
        db.Open();
        using var run = db.CreateCommand();
        run.CommandText = "PRAGMA legacy_alter_table = ON; " + how;
        run.ExecuteNonQuery();
    }
}
