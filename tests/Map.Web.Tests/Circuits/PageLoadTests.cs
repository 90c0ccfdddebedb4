using Map.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Circuits;

/// <summary>A page of the desk is drawn for its first answer, and its form by the circuit: what the two ask and do is counted here.</summary>
public class PageLoadTests
{
    /// <summary>Who is asking is asked before every act, by whoever acts.</summary>
    private static readonly string[] OfAccounts = ["AspNet", "EndedSessions", "Settings", "sqlite_", "PRAGMA",
        // By its index, for the history and for the list of what was merged.
        "'MergedIn'"];

    [Theory]
    [InlineData("desk/events/1")]
    [InlineData("desk/control/1")]
    [InlineData("desk/sources/1")]
    [InlineData("desk/places/azaz")]
    [InlineData("desk/actors/1")]
    public async Task A_page_asks_for_its_record_once_and_opening_it_does_nothing(string path)
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var editor = await Identities.OpenAsync(host, "editor");
        await using (var db = await host.Dbs.CreateDbContextAsync()) { path = path.Replace("events/1", $"events/{await db.Events.MinAsync(row => row.Id)}", StringComparison.Ordinal); }
        using (var warm = await editor.GetAsync(path)) { Assert.True(warm.IsSuccessStatusCode); }
        var before = await RowsAsync(host);

        using var asked = new AskedOfDatabase(host);
        await editor.GetStringAsync(path);
        var drawn = Records(asked.Take());
        Assert.Empty(Twice(drawn));

        await using (var page = await RawCircuit.OpenAsync(host, editor, path))
        {
            await page.UntilAsync(it => it.Heard.Any(told => told.Contains(" begin [", StringComparison.Ordinal)));
            Assert.Null(page.Fallen);
        }
        var live = Records(asked.Take());
        Assert.NotEmpty(live);
        Assert.Empty(Twice(live));
        Assert.Equal(before, await RowsAsync(host));
    }

    private static List<string> Records(IEnumerable<string> asked) => [.. asked.Where(it => !OfAccounts.Any(of => it.Contains(of, StringComparison.Ordinal)))];

    private static IEnumerable<string> Twice(IEnumerable<string> asked) => asked.GroupBy(it => it).Where(same => same.Count() > 1).Select(same => $"{same.Count()} times: {same.Key}");

    private static async Task<(int, int, int)> RowsAsync(WebHost host)
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        return (await db.Audit.CountAsync(), await db.Revisions.CountAsync(), await db.Drafts.CountAsync());
    }
}
