using Map.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Data;

public class WriteGateTests
{
    [Fact]
    public async Task A_write_leaves_the_row_a_revision_of_every_field_and_one_audit_line()
    {
        using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, TestDatabase.Event(7));
        var request = TestDatabase.Request("the source says Saraqib") with { Act = "save" };
        await database.Gate.RunAsync(request, async db =>
        {
            var row = await db.Events.SingleAsync(e => e.Id == 7);
            (row.Title, row.DatePhrase) = ("Clash, Saraqib", "on Wednesday");
            return row.Id;
        });

        await using var read = database.Dbs.CreateDbContext();
        var revisions = await read.Revisions.Where(r => r.RequestId == request.RequestId).OrderBy(r => r.Field).ToListAsync();
        Assert.Equal(["DatePhrase", "Title"], revisions.Select(r => r.Field));
        Assert.Equal(("Clash, Idlib", "Clash, Saraqib", "editor", "the source says Saraqib"), (revisions[1].Old, revisions[1].New, revisions[1].Who, revisions[1].Why));
        Assert.All(revisions, r => Assert.Equal(("Events", 7L), (r.Table, r.RowId)));
        Assert.Equal(await read.Events.Select(e => e.Version).SingleAsync(), revisions[0].Version);
        var audit = await read.Audit.SingleAsync(a => a.RequestId == request.RequestId);
        Assert.Equal(("editor", "save", "Events 7", "the source says Saraqib"), (audit.Who, audit.Act, audit.Target, audit.Detail));
    }

    [Fact]
    public async Task What_belongs_to_an_event_is_recorded_under_it_and_moves_its_version()
    {
        using var database = await TestDatabase.CreateAsync();
        var row = TestDatabase.Event(7);
        row.Figures.Add(new FigureRow { Kind = "killed", Low = 3 });
        await AddAsync(database, row);
        var before = (await database.Dbs.CreateDbContext().Events.SingleAsync()).Version;

        await database.Gate.RunAsync(TestDatabase.Request(), async db => (await db.Figures.SingleAsync()).Low = 4);
        var removal = TestDatabase.Request();
        await database.Gate.RunAsync(removal, async db => db.Figures.Remove(await db.Figures.SingleAsync()).Entity.Id);

        await using var read = database.Dbs.CreateDbContext();
        var low = await read.HistoryOf("Events", 7).Where(r => r.Field.EndsWith(".Low")).ToListAsync();
        Assert.Equal([("4", null), ("3", "4"), (null, "3")], low.Select(r => (r.Old, r.New)));
        Assert.All(low, r => Assert.StartsWith("Figures/", r.Field, StringComparison.Ordinal));
        Assert.NotEqual(before, (await read.Events.SingleAsync()).Version);
    }

    [Fact]
    public async Task Without_its_audit_line_no_change_is_kept()
    {
        using var database = await TestDatabase.CreateAsync();
        using (var raw = database.Open()) raw.Ask("CREATE TRIGGER Fault BEFORE INSERT ON Audit BEGIN SELECT RAISE(ABORT, 'no audit'); END");
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(database, TestDatabase.Event(7)));
        await using var read = database.Dbs.CreateDbContext();
        Assert.Equal((0, 0, 0), (await read.Events.CountAsync(), await read.Revisions.CountAsync(), await read.Audit.CountAsync()));
        using var tree = database.Open();
        Assert.Equal(0L, tree.Ask("SELECT COUNT(*) FROM EventBox"));
    }

    [Fact]
    public async Task A_retried_request_changes_nothing_and_gets_the_first_answer()
    {
        using var database = await TestDatabase.CreateAsync();
        var request = TestDatabase.Request();
        var answers = new List<long>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            answers.Add(await database.Gate.RunAsync(request, db =>
            {
                db.Events.Add(TestDatabase.Event(100 + answers.Count));
                return Task.FromResult(100L + answers.Count);
            }));
        }
        Assert.All(answers, answer => Assert.Equal(100, answer));
        await using var read = database.Dbs.CreateDbContext();
        Assert.Equal([100L], await read.Events.Select(e => e.Id).ToListAsync());
        Assert.Equal(1, await read.Audit.CountAsync());
    }

    [Fact]
    public async Task Work_that_changes_nothing_is_not_recorded()
    {
        using var database = await TestDatabase.CreateAsync();
        var told = 0;
        using var ear = database.Changes.Listen(_ => told++);
        Assert.Equal(3, await database.Gate.RunAsync(TestDatabase.Request(), _ => Task.FromResult(3)));
        await using var read = database.Dbs.CreateDbContext();
        Assert.Equal((0, 0), (await read.Audit.CountAsync(), told));
    }

    [Fact]
    public async Task A_database_locked_elsewhere_is_called_busy_while_reading_goes_on()
    {
        using var database = await TestDatabase.CreateAsync();
        using var other = database.Open();
        other.Ask("BEGIN IMMEDIATE");
        var saves = Enumerable.Range(1, 20).Select(id => Assert.ThrowsAsync<DatabaseBusyException>(() => AddAsync(database, TestDatabase.Event(id)))).ToList();
        await using (var read = database.Dbs.CreateDbContext()) Assert.Equal(0, await read.Events.CountAsync());
        // How soon is measured elsewhere: here it is enough that none of them waits for ever.
        await Task.WhenAll(saves).WaitAsync(TimeSpan.FromMinutes(1));

        other.Ask("ROLLBACK");
        await AddAsync(database, TestDatabase.Event(50));
        await using var after = database.Dbs.CreateDbContext();
        Assert.Equal([50L], await after.Events.Select(e => e.Id).ToListAsync());
    }

    [Fact]
    public async Task Forty_writers_at_once_all_succeed()
    {
        using var database = await TestDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(1, 40).Select(id => Task.Run(() => AddAsync(database, TestDatabase.Event(id)))));
        await using var read = database.Dbs.CreateDbContext();
        Assert.Equal((40, 40), (await read.Events.CountAsync(), await read.Audit.CountAsync()));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_of_the_conflict()
    {
        using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, TestDatabase.Event(7));
        var seen = (await database.Dbs.CreateDbContext().Events.SingleAsync()).Version;
        await SaveTitleAsync("By the first", seen);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveTitleAsync("By the second", seen));
        Assert.Equal("By the first", (await database.Dbs.CreateDbContext().Events.SingleAsync()).Title);

        Task<long> SaveTitleAsync(string title, Guid version) => database.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            var row = await db.Events.SingleAsync(e => e.Id == 7);
            db.Entry(row).Property(e => e.Version).OriginalValue = version;
            row.Title = title;
            return row.Id;
        });
    }

    [Fact]
    public async Task A_deleted_event_is_gone_from_what_the_public_sees_and_comes_back_as_it_was()
    {
        using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, TestDatabase.Event(7));
        await database.Gate.RunAsync(TestDatabase.Request(), async db => { (await db.Events.SingleAsync()).Delete(DateTime.UtcNow); return true; });
        await using (var read = database.Dbs.CreateDbContext())
        {
            Assert.Empty(await read.PublicEvents.ToListAsync());
            Assert.Empty(await read.FirstInAsync(new Box(-90, -180, 90, 180), new ListOrder(0, 20000), null, 100));
        }
        await database.Gate.RunAsync(TestDatabase.Request(), async db => { (await db.Events.SingleAsync()).Restore(); return true; });
        Assert.Equal("Clash, Idlib", (await database.Dbs.CreateDbContext().PublicEvents.SingleAsync()).Title);
    }

    [Fact]
    public async Task A_change_is_told_with_the_places_whose_control_it_tells_otherwise()
    {
        using var database = await TestDatabase.CreateAsync();
        var told = new List<DataChanged>();
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            var source = new SourceRow { Id = 1, Key = "s", Title = "A report" };
            db.AddRange(source, new PlaceRow { Id = 5, Key = "five", Name = "Five" }, new PlaceRow { Id = 6, Key = "six", Name = "Six" });
            db.Add(new ControlClaimRow { Id = 50, Key = "c", PlaceId = 5, Source = source, Holders = "sdf", Edtf = "2018" });
            return Task.FromResult(true);
        });
        using var ear = database.Changes.Listen(told.Add);
        Task ChangeAsync(Func<MapDb, Task> change) => database.Gate.RunAsync(TestDatabase.Request(), async db => { await change(db); return true; });
        await ChangeAsync(async db => (await db.ControlClaims.SingleAsync()).PlaceId = 6);
        await ChangeAsync(async db => (await db.Sources.SingleAsync()).Reliability = "A");
        await ChangeAsync(async db => (await db.Places.SingleAsync(place => place.Id == 5)).Name = "Fifth");
        Assert.Equal(["5 6", "6", "5"], told.Select(change => string.Join(' ', change.Places.Order())));
        Assert.Equal([DataParts.Control, DataParts.Sources, DataParts.Places], told.Select(change => change.Parts));
    }

    [Fact]
    public async Task A_change_is_told_after_the_commit_with_the_events_it_touched()
    {
        using var database = await TestDatabase.CreateAsync();
        var told = new List<(DataChanged Change, int Seen)>();
        using var deaf = database.Changes.Listen(_ => throw new InvalidOperationException("a listener with a fault"));
        using (database.Changes.Listen(change =>
        {
            using var read = database.Dbs.CreateDbContext();
            told.Add((change, read.Events.Count()));
        })) await AddAsync(database, TestDatabase.Event(7));
        await AddAsync(database, TestDatabase.Event(8));
        var (change, seen) = Assert.Single(told);
        Assert.Equal((DataParts.Events, 7L, 1), (change.Parts, change.Events.Single(), seen));
    }

    [Fact]
    public async Task A_write_inside_a_write_is_refused_at_once()
    {
        using var database = await TestDatabase.CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            await AddAsync(database, TestDatabase.Event(8));
            return 0;
        }));
    }

    [Fact]
    public async Task Secrets_of_accounts_stay_out_of_revisions()
    {
        using var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(TestDatabase.Request() with { Act = "invite", Target = "invitation" }, db =>
        {
            db.Users.Add(new MapUser { Id = "u", UserName = "u", PasswordHash = "secret" });
            db.Invites.Add(new InviteRow { TokenHash = "secret", CreatedBy = "u" });
            return Task.FromResult(true);
        });
        await using var read = database.Dbs.CreateDbContext();
        Assert.Empty(await read.Revisions.ToListAsync());
        Assert.Equal("invitation", (await read.Audit.SingleAsync()).Target);
    }

    private static Task<long> AddAsync(TestDatabase database, EventRow row) => database.Gate.RunAsync(TestDatabase.Request(), db =>
    {
        db.Events.Add(row);
        return Task.FromResult(row.Id);
    });
}
