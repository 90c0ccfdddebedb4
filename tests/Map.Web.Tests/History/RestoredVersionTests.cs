using Map.Core.Chain;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Data.Erasing;
using Map.Web.Features.EditEvents;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Map.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Web.Tests.History;

/// <summary>A version of the past is told by folding the history back, and is made the next one by the same rule as any save.</summary>
public class RestoredVersionTests
{
    [Fact]
    public async Task Every_version_of_an_event_is_as_it_was_left_with_claims_that_came_and_went()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var first = (await PastAsync(queue, "Events", id)).Acts[0].Number;
        var edited = await queue.Desk.OpenAsync(id);
        (edited.Title, edited.Reason) = ("By Lina", "read again");
        edited.Claims.RemoveAt(0);
        edited.Actors.RemoveAt(0);
        Assert.True((await queue.SaveAsync(edited, Queue.Lina)).Saved);
        await queue.RetitleAsync(id, "By Sami", Queue.Sami);

        var past = await PastAsync(queue, "Events", id);

        Assert.Equal(["Sami", "Lina", "Lina"], past.Acts.Select(act => act.Who));
        Assert.Equal(["Convoy stopped near Azaz", "By Lina", "By Sami"], past.Acts.Reverse().Select(act => past.After(act.Number)["Title"].Words));
        Assert.Equal([1, 0, 0], past.Acts.Reverse().Select(act => past.After(act.Number).Keys.Count(path => path.StartsWith("Claims/", StringComparison.Ordinal) && path.EndsWith(".Says", StringComparison.Ordinal)) - edited.Claims.Count));
        Assert.Empty(past.After(0));
        Assert.False(past.HasBefore);
        var restored = await new RestoreEvent(queue.Desk.Database.Dbs, queue.Desk.Save).RestoreAsync(new(id, first, past.Acts[0].Number, "the first was right", Guid.NewGuid()), Queue.Lina, Language.English);
        Assert.True(restored is { IsDone: true, Review: null }, string.Join(' ', restored.Problems));
        var after = await PastAsync(queue, "Events", id);
        Assert.Equal((4, "the first was right", "Lina"), (after.Acts.Count, after.Acts[0].Why, after.Acts[0].Who));
        Assert.Equal(Said(past.After(first)), Said(after.After(after.Acts[0].Number)));
        Assert.Equal("Convoy stopped near Azaz", (await queue.PublicAsync(id))!.Title);
    }

    [Fact]
    public async Task What_an_editor_restores_of_a_public_record_waits_and_what_was_changed_since_it_was_looked_at_is_not_put_aside()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        await queue.RetitleAsync(id, "By Lina", Queue.Lina);
        var (restore, past) = (new RestoreEvent(queue.Desk.Database.Dbs, queue.Desk.Save), await PastAsync(queue, "Events", id));
        var wish = new RestoreWish(id, past.Acts[1].Number, past.Acts[0].Number, "the first was right", Guid.NewGuid());
        await queue.RetitleAsync(id, "By Sami", Queue.Sami);

        Assert.Contains("was changed since", Assert.Single((await restore.RestoreAsync(wish, Queue.Rana, Language.English)).Problems), StringComparison.Ordinal);
        var waiting = await restore.RestoreAsync(wish with { Newest = (await PastAsync(queue, "Events", id)).Acts[0].Number, Request = Guid.NewGuid() }, Queue.Rana, Language.English);

        Assert.True(waiting is { IsDone: true, Review: not null });
        Assert.Equal("By Sami", (await queue.PublicAsync(id))!.Title);
        Assert.True((await queue.ApproveAsync(waiting.Review!.Value, Queue.Lina)).Done);
        Assert.Equal("Convoy stopped near Azaz", (await queue.PublicAsync(id))!.Title);
        await Assert.ThrowsAsync<NotAllowedException>(async () => await restore.RestoreAsync(new(id, past.Acts[0].Number, (await PastAsync(queue, "Events", id)).Acts[0].Number, "no", Guid.NewGuid()), Queue.Reader, Language.English));
    }

    [Fact]
    public async Task What_was_erased_is_erased_in_every_version_and_does_not_come_back()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var first = await queue.Desk.OpenAsync(id);
        (first.Description, first.Reason) = ("the name of a witness", "told more");
        await queue.SaveAsync(first, Queue.Lina);
        await queue.RetitleAsync(id, "By Lina", Queue.Lina);
        var files = new SweptFiles(queue.Desk.Database.Gate, queue.Desk.Database.Folder, NullLogger<SweptFiles>.Instance);
        var eraser = new Eraser(queue.Desk.Database.Gate, files, new ArchivedCopies(queue.Desk.Database.Folder), TimeProvider.System);
        Assert.NotNull(await eraser.RunAsync(new("Events", id, ["Description"], "safety", false), Acting.Person(Queue.Admin.Id, Queue.Admin.Name, Right.Administer, true), Guid.NewGuid()));

        var past = await PastAsync(queue, "Events", id);
        Assert.True(past.After(past.Acts[1].Number)["Description"].IsErased);
        Assert.True(past.After(past.Acts[2].Number)["Description"].IsErased);
        Assert.False(past.After(past.Acts[0].Number).ContainsKey("Description"));
        await using (var db = queue.Desk.Database.Dbs.CreateDbContext())
        {
            var told = await ComparedRecord.ReadAsync(db, "Events", id, past.Acts[1].Number, past.Acts[0].Number, Language.Arabic);
            Assert.Equal(("Description", null, ""), Assert.Single(told!.Fields) is var field ? (field.Path, field.Before, field.After) : default);
            Assert.Equal("[مُحي]", HistoryValue.Erased(Language.Arabic));
            await using var again = queue.Desk.Database.Dbs.CreateDbContext();
            var lines = await RowHistory.OfAsync(again, "Events", id);
            Assert.Contains(lines, line => line is { Field: "Description", IsErased: true });
            Assert.Equal("سطران", HistoryValue.Of(ErasedLines.Field, lines.First(line => line.Field == ErasedLines.Field).New, Language.Arabic));
        }
        var restored = await new RestoreEvent(queue.Desk.Database.Dbs, queue.Desk.Save).RestoreAsync(new(id, past.Acts[2].Number, past.Acts[0].Number, "as it was", Guid.NewGuid()), Queue.Lina, Language.English);
        Assert.True(restored.IsDone, string.Join(' ', restored.Problems));
        Assert.Equal(("Convoy stopped near Azaz", null), (await queue.PublicAsync(id))! is var row ? (row.Title, row.Description) : default);
    }

    [Fact]
    public async Task Records_of_every_kind_come_back_as_they_were_before_the_first_change_of_them()
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Admin:Email"] = "admin@example.org", ["Admin:Password"] = "a long enough pass phrase 1" });
        Editor admin;
        var ids = new Dictionary<string, long>();
        await using (var db = await host.Dbs.CreateDbContextAsync())
        {
            admin = new(await db.Users.Select(user => user.Id).SingleAsync(), "Ada");
            ids["ControlClaims"] = await db.ControlClaims.Where(it => it.Edtf == "2018").Select(it => it.Id).FirstAsync();
            ids["Sources"] = await db.Sources.Where(it => it.Url != null).Select(it => it.Id).FirstAsync();
            ids["Places"] = await db.Places.Where(it => it.NameAr != null).Select(it => it.Id).FirstAsync();
            ids["Actors"] = await db.Actors.Where(it => db.ActorRelations.Any(tie => tie.FromId == it.Id)).Select(it => it.Id).FirstAsync();
        }
        foreach (var why in new[] { "once", "twice" })
        {
            await host.Gate.RunAsync(TestDatabase.Request(why), async db =>
            {
                var claim = await db.ControlClaims.SingleAsync(it => it.Id == ids["ControlClaims"]);
                (claim.Quote, claim.Note, claim.Credibility) = (why, null, 6);
                var source = await db.Sources.SingleAsync(it => it.Id == ids["Sources"]);
                (source.Title, source.Url, source.Side) = (why, null, "hts");
                var place = await db.Places.Include(it => it.Names).SingleAsync(it => it.Id == ids["Places"]);
                (place.NameAr, place.PrivateNote) = (null, why);
                db.RemoveRange(place.Names.Where(name => name.Language == "ar"));
                var actor = await db.Actors.SingleAsync(it => it.Id == ids["Actors"]);
                (actor.Note, actor.Kind) = (why, "force");
                foreach (var tie in await db.ActorRelations.Where(it => it.FromId == actor.Id).ToListAsync()) { tie.DeletedAt ??= new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc); }
                return 1;
            });
        }
        foreach (var (table, id) in ids)
        {
            var restorer = host.Services.GetServices<IRestoresRecords>().Single(it => it.Table == table);
            await using var db = await host.Dbs.CreateDbContextAsync();
            var past = (await RecordPast.OfAsync(db, table, id))!;
            Assert.True(past.HasBefore, table);
            var outcome = await restorer.RestoreAsync(new(id, 0, past.Acts[0].Number, "as it was", Guid.NewGuid()), admin, Language.English);
            Assert.True(outcome.IsDone, $"{table}: {string.Join(' ', outcome.Problems)}");
            await using var later = await host.Dbs.CreateDbContextAsync();
            var now = (await RecordPast.OfAsync(later, table, id))!;
            Assert.Equal(("as it was", "Ada"), (now.Acts[0].Why, now.Acts[0].Who));
            Assert.Equal(Said(past.After(0)), Said(now.After(now.Acts[0].Number)));
        }
    }

    private static async Task<RecordPast> PastAsync(Queue queue, string table, long id)
    {
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        return (await RecordPast.OfAsync(db, table, id))!;
    }

    /// <summary>What a version says, whatever numbers its rows have: one that came back has another.</summary>
    private static List<string> Said(IReadOnlyDictionary<string, PastText> version)
    {
        var gone = version.Where(it => it.Key.EndsWith(".DeletedAt", StringComparison.Ordinal)).Select(it => it.Key.Split('.')[0]).ToHashSet();
        return [.. from it in version
                   where !gone.Contains(it.Key.Split('.')[0])
                   let part = it.Key.Split('/')[0]
                   let name = it.Key.Split('.')[^1]
                   where name is not ("Key" or "Rank" or "NameKey" or "Position")
                   let said = $"{(part == it.Key ? "" : part)}.{name}: {it.Value.Words}"
                   orderby said
                   select said];
    }
}
