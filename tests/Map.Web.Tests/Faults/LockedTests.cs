using System.Net;
using Map.Web.Data;
using Map.Web.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Faults;

public class LockedTests
{
    [Fact]
    public async Task While_another_program_holds_the_database_pages_are_answered_saves_are_called_busy_and_then_all_is_as_before()
    {
        await using var host = await WebHost.StartSmallAsync();
        using var other = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "map.db")};Pooling=False");
        other.Open();
        other.Ask("BEGIN IMMEDIATE");
        var saves = Enumerable.Range(0, 64).Select(i => Assert.ThrowsAsync<DatabaseBusyException>(() => AddAsync(host, 9200 + i))).ToList();
        foreach (var page in new[] { "", "about/data", "account/sign-in", "data/index.json", "control?lat=36.5&lng=37&date=2019-01-01", "health" })
        {
            using var answer = await host.Http.GetAsync(page);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"/{page}: {answer.StatusCode}");
        }
        // How soon is measured elsewhere: here it is enough that each is told, while the lock stands.
        await Task.WhenAll(saves).WaitAsync(TimeSpan.FromMinutes(1));

        other.Ask("ROLLBACK");
        await AddAsync(host, 9300);
        await using var db = await host.Dbs.CreateDbContextAsync();
        Assert.Equal([9300L], await db.Events.Where(e => e.Id >= 9200 && e.Id <= 9300).Select(e => e.Id).ToListAsync());
    }

    private static Task<long> AddAsync(WebHost host, long id) => host.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Events.Add(TestDatabase.Event(id)).Entity.Id));
}
