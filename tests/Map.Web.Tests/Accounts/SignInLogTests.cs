using Map.Web.Data;
using Map.Web.Data.SignIns;
using Map.Web.Tests.Data;
using Map.Web.Tests.History;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Accounts;

/// <summary>What signing in, and what is refused of it, leaves in the log of acts.</summary>
public class SignInLogTests
{
    private static readonly MapUser Ada = new() { Id = "ada", DisplayName = "Ada" };

    [Fact]
    public async Task However_often_something_is_tried_in_a_quarter_of_an_hour_it_is_one_line_with_a_count()
    {
        using var database = await TestDatabase.CreateAsync();
        var clock = new SetClock(stands: true);
        using var log = new SignInLog(database.Dbs, database.Gate, clock);
        for (var i = 0; i < 500; i++) { log.WasRefused(Ada, "ada@example.org", i < 10 ? SignInWay.WrongPassword : SignInWay.LimitOfAccount); }
        await log.WriteAsync();
        log.WasRefused(Ada, "ada@example.org", SignInWay.LimitOfAccount);
        log.CameIn(Ada, SignInWay.Passkey);
        await log.WriteAsync();
        // Nothing new: nothing is written.
        await log.WriteAsync();

        var lines = await LinesAsync(database);
        Assert.Equal([("sign-in refused", "", "account ada"), ("sign in", "Ada", "account ada")], lines.Select(line => (line.Act, line.Who, line.Target)));
        Assert.Equal([(SignInWay.LimitOfAccount, 491), (SignInWay.WrongPassword, 10)], SignInCounts.Of(lines[0].Detail)!.Ways);

        clock.Go(SignInLog.Window);
        log.WasRefused(Ada, "ada@example.org", SignInWay.WrongPassword);
        await log.WriteAsync();
        Assert.Equal(3, (await LinesAsync(database)).Count);
    }

    [Fact]
    public async Task A_name_nobody_has_is_a_mark_of_the_day_and_what_was_typed_stands_in_no_byte()
    {
        using var database = await TestDatabase.CreateAsync();
        var clock = new SetClock(stands: true);
        using var log = new SignInLog(database.Dbs, database.Gate, clock);
        log.WasRefused(null, "a pass phrase typed into the wrong field", SignInWay.NoAccount);
        log.WasRefused(null, " A PASS PHRASE typed into the wrong field", SignInWay.NoAccount);
        clock.Go(1);
        log.WasRefused(null, "a pass phrase typed into the wrong field", SignInWay.NoAccount);
        await log.WriteAsync();
        // Of another server's start the marks are others too.
        using var again = new SignInLog(database.Dbs, database.Gate, clock);
        again.WasRefused(null, "a pass phrase typed into the wrong field", SignInWay.NoAccount);
        await again.WriteAsync();

        var lines = await LinesAsync(database);
        Assert.Equal([2, 1, 1], lines.Select(line => SignInCounts.Of(line.Detail)!.Ways.Single().Times));
        Assert.Equal(3, lines.Select(line => line.Target).Distinct().Count());
        Assert.All(lines, line => Assert.Matches("^unknown [0-9a-f]{8}$", line.Target));
        Assert.Empty(EraserTests.Files(database.Folder, "pass phrase"));
        Assert.NotEmpty(EraserTests.Files(database.Folder, lines[0].Target!));
    }

    [Fact]
    public async Task Ten_thousand_names_are_eleven_lines_and_none_of_them_after_ninety_days()
    {
        using var database = await TestDatabase.CreateAsync();
        var clock = new SetClock(stands: true);
        using var log = new SignInLog(database.Dbs, database.Gate, clock);
        await database.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Settings.Add(new() { Key = "kept", Value = "1" }).Entity.Key));
        for (var i = 0; i < 10_000; i++) { log.WasRefused(null, $"guess{i}@example.org", SignInWay.NoAccount); }
        log.WasRefused(null, null, SignInWay.WrongPasskey);
        log.WasRefused(null, null, SignInWay.LimitOfRequests);
        await log.WriteAsync();
        var lines = (await LinesAsync(database)).Where(line => line.Act == SignInLog.Refused).ToList();
        Assert.Equal(SignInLog.MostUnknown + 2, lines.Count);
        Assert.Equal(10_000 - SignInLog.MostUnknown, SignInCounts.Of(lines.Single(line => line.Target == SignInLog.OtherNames).Detail)!.Ways.Single().Times);
        Assert.Equal(2, SignInCounts.Of(lines.Single(line => line.Target == SignInLog.Nobody).Detail)!.Ways.Count);

        clock.Go(SignInLog.Kept + SignInLog.Window);
        log.CameIn(Ada, SignInWay.Password);
        await log.WriteAsync();
        Assert.Equal(["save", "sign in"], (await LinesAsync(database)).Select(line => line.Act));
    }

    [Fact]
    public async Task What_could_not_be_written_is_counted_on_and_written_later()
    {
        using var database = await TestDatabase.CreateAsync();
        using var log = new SignInLog(database.Dbs, database.Gate, new SetClock(stands: true));
        log.WasRefused(Ada, null, SignInWay.WrongCode);
        using (var raw = database.Open()) { raw.Ask("CREATE TRIGGER Fault BEFORE INSERT ON Audit BEGIN SELECT RAISE(ABORT, 'no line'); END"); }
        await Assert.ThrowsAsync<DbUpdateException>(() => log.WriteAsync());
        using (var raw = database.Open()) { raw.Ask("DROP TRIGGER Fault"); }
        log.WasRefused(Ada, null, SignInWay.WrongCode);
        await log.WriteAsync();
        Assert.Equal((SignInWay.WrongCode, 2), SignInCounts.Of(Assert.Single(await LinesAsync(database)).Detail)!.Ways.Single());
    }

    private static async Task<List<AuditRow>> LinesAsync(TestDatabase database)
    {
        await using var db = database.Dbs.CreateDbContext();
        return await db.Audit.OrderBy(line => line.Id).ToListAsync();
    }
}
