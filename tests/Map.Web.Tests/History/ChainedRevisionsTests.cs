using Map.Core.Chain;
using Map.Web.Data;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.History;

public class ChainedRevisionsTests
{
    [Fact]
    public async Task Every_line_of_every_act_is_sealed_over_the_line_before_it()
    {
        using var database = await TestDatabase.CreateAsync();
        for (var id = 1; id <= 3; id++) await AddAsync(database, id);
        await database.Gate.RunAsync(TestDatabase.Request("Ünïcode, سبب\nand \0 more"), async db => (await db.Events.SingleAsync(e => e.Id == 2)).Title = "Clash 🗺");

        var lines = await LinesAsync(database);
        Assert.True(lines.Count > 20);
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(it => (long)it), lines.Select(line => line.Id));
        AssertChained(lines);
        Assert.Equal(lines.Count, lines.Select(line => Convert.ToHexString(line.Salt!)).Distinct().Count());
    }

    [Fact]
    public async Task What_the_work_itself_tells_the_history_is_sealed_with_the_rest()
    {
        using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, 1);
        await AddAsync(database, 2);
        var request = TestDatabase.Request("the same");
        await database.Gate.RunAsync(request, async db =>
        {
            var (stays, goes) = (await db.Events.SingleAsync(e => e.Id == 1), await db.Events.SingleAsync(e => e.Id == 2));
            goes.MergedIntoId = 1;
            await db.SaveChangesAsync();
            db.NoteMerged(stays, 2, request, DateTime.UtcNow);
            stays.Title = "Clash, both";
            return 1;
        });

        var lines = await LinesAsync(database);
        AssertChained(lines);
        Assert.Equal([MergedEvents.Field, nameof(EventRow.MergedIntoId), nameof(EventRow.Title)], lines.Where(line => line.RequestId == request.RequestId).Select(line => line.Field).Order());
    }

    [Fact]
    public async Task The_lines_of_an_older_version_are_chained_once_gaps_and_all()
    {
        using var database = await TestDatabase.CreateAsync();
        for (var id = 1; id <= 3; id++) await AddAsync(database, id);
        using (var raw = database.Open())
            raw.Ask($"UPDATE Revisions SET Salt = NULL, Digest = X'', Hash = X''; DELETE FROM Revisions WHERE Id = 5; INSERT INTO Settings (Key, Value) VALUES ('{ChainedRevisions.Due}', '1')");
        await BringUpAsync(database);
        var lines = await LinesAsync(database);
        AssertChained(lines);

        await AddAsync(database, 4);
        AssertChained(await LinesAsync(database));
        using (var raw = database.Open()) raw.Ask("UPDATE Revisions SET Hash = X'' WHERE Id = 3");
        await BringUpAsync(database);
        Assert.Empty((await LinesAsync(database)).Single(line => line.Id == 3).Hash);
    }

    [Fact]
    public async Task A_claim_with_a_new_source_tells_the_history_the_sources_own_number()
    {
        using var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            var row = TestDatabase.Event(7);
            row.Claims.Add(new ClaimRow { Says = "it happened", Source = new SourceRow { Key = "a-report", Title = "A report" } });
            db.Events.Add(row);
            return Task.FromResult(7);
        });

        await using var read = database.Dbs.CreateDbContext();
        var source = await read.Sources.SingleAsync();
        var line = await read.Revisions.SingleAsync(it => it.Table == "Events" && it.Field.EndsWith("." + nameof(ClaimRow.SourceId)));
        Assert.Equal(source.Id.ToString(), line.New);
    }

    private static void AssertChained(List<RevisionRow> lines)
    {
        var before = RevisionChain.Beginning;
        foreach (var line in lines)
        {
            Assert.Equal(RevisionChain.Digest(line.Salt!, line.Old, line.New, line.Why, line.Who), line.Digest);
            Assert.Equal(RevisionChain.Hash(before, ChainedRevisions.FactsOf(line), line.Digest), line.Hash);
            before = line.Hash;
        }
    }

    private static async Task BringUpAsync(TestDatabase database)
    {
        await using var db = database.Dbs.ForWriting();
        await ChainedRevisions.BringUpInPartsAsync(db, _ => { }, CancellationToken.None);
    }

    private static async Task<List<RevisionRow>> LinesAsync(TestDatabase database)
    {
        await using var read = database.Dbs.CreateDbContext();
        return await read.Revisions.OrderBy(line => line.Id).ToListAsync();
    }

    private static Task<long> AddAsync(TestDatabase database, long id) => database.Gate.RunAsync(TestDatabase.Request(), db =>
    {
        db.Events.Add(TestDatabase.Event(id));
        return Task.FromResult(id);
    });
}
