using Map.Core.Control;
using Map.Core.Review;
using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Features.EditControl;
using Map.Web.Features.Review;
using Map.Web.Features.Zones;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Review;

/// <summary>Control claims and zones by the same rule as events: new ones wait, and so does a change of what readers see, beside it.</summary>
public class ReviewedControlTests
{
    [Fact]
    public async Task An_editor_s_claims_go_to_review_and_a_reviewer_publishes_them()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var save = new SaveControlClaims(queue.Desk.Database.Gate, TimeProvider.System);

        var outcome = await save.RunAsync(Sheet(), Queue.Rana, Guid.NewGuid(), Language.English);

        Assert.True(outcome is { Saved: true, Waits: true }, string.Join(' ', outcome.Problems));
        Assert.Equal("submit", (await queue.LastActAsync()).Act);
        var sheet = await LoadAsync(queue, outcome.Ids[0]);
        Assert.Equal("review", sheet.Status);
        Assert.Equal(0, await PublicAsync(queue));
        (sheet.Status, sheet.Reason) = ("published", "checked");
        Assert.False((await save.RunAsync(sheet, Queue.Lina, Guid.NewGuid(), Language.English)).Waits);
        Assert.Equal(1, await PublicAsync(queue));

        // What readers see of it is not an editor's to take away.
        var remove = new RemoveControlClaim(queue.Desk.Database.Gate, TimeProvider.System);
        await Assert.ThrowsAsync<NotAllowedException>(() => remove.DeleteAsync(outcome.Ids[0], Queue.Rana, "no", Guid.NewGuid()));
        Assert.True(await remove.DeleteAsync(outcome.Ids[0], Queue.Lina, "twice", Guid.NewGuid()));
        await Assert.ThrowsAsync<NotAllowedException>(() => save.RunAsync(Sheet("idlib"), Queue.Reader, Guid.NewGuid(), Language.English));
    }

    [Fact]
    public async Task A_change_of_a_public_claim_waits_beside_it_and_only_what_was_read_is_approved()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = (await queue.Claims.RunAsync(Sheet(), Queue.Lina, Guid.NewGuid(), Language.English)).Ids[0];
        var outcome = await HoldAsync("sna", Queue.Rana);
        Assert.True(outcome is { Saved: true, Waits: true });
        Assert.Equal(("sdf", "published"), await HeldAsync());
        Assert.Equal("submit", (await queue.LastActAsync()).Act);

        // Held by others than she read: the approval is refused, and the next one is of what it says now.
        var (looked, title) = await queue.LookAsync(outcome.Review!.Value);
        Assert.Equal("Azaz, SNA, 15 August 2016", title);
        await HoldAsync("hts", Queue.Rana);
        Assert.Equal(DecisionRefusal.MovedOn, (await queue.Decide.ApproveAsync(looked, Queue.Lina, Guid.NewGuid())).Refusal);
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.ApproveAsync(outcome.Review.Value, Queue.Omar)).Refusal);
        Assert.True((await queue.ApproveAsync(outcome.Review.Value, Queue.Lina)).Done);
        Assert.Equal(("hts", "published"), await HeldAsync());
        await using (var db = queue.Desk.Database.Dbs.CreateDbContext())
        {
            var line = await db.Revisions.Where(it => it.Table == "ControlClaims" && it.Field == "Holders").OrderByDescending(it => it.Id).FirstAsync();
            Assert.Equal(("Lina", "Rana read it again (proposed by Rana)"), (line.Who, line.Why));
        }

        // Another field was changed since: both stand. The same field: nobody but a person can tell.
        var note = await HoldAsync("hts", Queue.Rana, note: "the town alone");
        await HoldAsync("opposition", Queue.Sami);
        Assert.True((await queue.ApproveAsync(note.Review!.Value, Queue.Lina)).Done);
        Assert.Equal(("opposition", "published"), await HeldAsync());
        var holder = await HoldAsync("sdf", Queue.Rana);
        await HoldAsync("sna", Queue.Sami);
        Assert.Equal(DecisionRefusal.Conflict, (await queue.ApproveAsync(holder.Review!.Value, Queue.Lina)).Refusal);
        Assert.True((await queue.Decide.SendBackAsync(holder.Review.Value, "Which of the two?", Queue.Lina, Guid.NewGuid())).Done);
        Assert.Equal(("sna", "published"), await HeldAsync());

        // Withdrawn by proposal, mended while withdrawn, and never shown by that.
        var withdrawn = await HoldAsync("sna", Queue.Rana, "withdrawn");
        Assert.Equal(1, await PublicAsync(queue));
        Assert.True((await queue.ApproveAsync(withdrawn.Review!.Value, Queue.Lina)).Done);
        Assert.Equal(("sna", "withdrawn"), await HeldAsync());
        Assert.True(await HoldAsync("hts", Queue.Rana, "withdrawn") is { Saved: true, Waits: false });
        Assert.Equal((0, ("hts", "withdrawn")), (await PublicAsync(queue), await HeldAsync()));

        async Task<ClaimsOutcome> HoldAsync(string holder, Editor who, string status = "published", string? note = null)
        {
            var sheet = await LoadAsync(queue, id);
            (sheet.Lines[0].Holders, sheet.Lines[0].Note, sheet.Reason, sheet.Status) = (holder, note ?? sheet.Lines[0].Note, $"{who.Name} read it again", status);
            return await queue.Claims.RunAsync(sheet, who, Guid.NewGuid(), Language.English);
        }

        async Task<(string, string)> HeldAsync()
        {
            await using var db = queue.Desk.Database.Dbs.CreateDbContext();
            var row = await db.ControlClaims.SingleAsync();
            return (row.Holders, row.Status);
        }
    }

    [Fact]
    public async Task A_claim_in_the_queue_is_listed_with_the_others_taken_back_by_who_sent_it_and_approved_word_for_word()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var draft = Desk.Whole();
        await queue.SaveAsync(draft, Queue.Rana);
        var sent = await queue.Claims.RunAsync(Sheet(), Queue.Rana, Guid.NewGuid(), Language.English);
        await using (var db = queue.Desk.Database.Dbs.CreateDbContext())
        {
            var all = await WaitingList.FindAsync(db, queue.Records, new("", "", ""));
            Assert.Equal((2, "Azaz, SDF, 15 August 2016", "icon:pin"), (all.All, all.Items[1].Name.Title, all.Items[1].Name.Symbol));
            Assert.Equal([QueueQuery.Events, QueueQuery.Control], all.Kinds);
            Assert.Equal([sent.Review!.Value], (await WaitingList.FindAsync(db, queue.Records, new("", "", "", QueueQuery.Control))).Items.Select(it => it.Id));
        }
        Assert.True(await queue.Discuss.SayAsync(sent.Review!.Value, "From which day?", Queue.Lina, Guid.NewGuid()));
        Assert.True((await queue.Decide.AssignAsync(sent.Review.Value, Queue.Sami.Id, Queue.Lina, Guid.NewGuid())).Done);
        Assert.True(await queue.TakeBack.RunAsync(sent.Review.Value, Queue.Rana, Guid.NewGuid()));
        Assert.Equal("draft", (await LoadAsync(queue, sent.Ids[0])).Status);
        var again = await LoadAsync(queue, sent.Ids[0]);
        (again.Status, again.Reason) = ("published", "again");
        var second = (await queue.Claims.RunAsync(again, Queue.Lina, Guid.NewGuid(), Language.English)).Review!.Value;
        Assert.Equal(DecisionRefusal.Own, (await queue.ApproveAsync(second, Queue.Lina)).Refusal);
        Assert.True((await queue.ApproveAsync(second, Queue.Sami)).Done);
        Assert.Equal(1, await PublicAsync(queue));
    }

    [Fact]
    public async Task With_two_people_a_claim_is_published_as_it_is_by_a_reviewer_who_did_not_write_it()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var save = new SaveControlClaims(queue.Desk.Database.Gate, TimeProvider.System);
        var id = (await save.RunAsync(Sheet(), Queue.Lina, Guid.NewGuid(), Language.English)).Ids[0];
        Assert.True(await TryAsync(Queue.Lina, null));
        Assert.True(await TryAsync(Queue.Sami, "with a word of his own"));
        Assert.Equal(0, await PublicAsync(queue));
        Assert.False(await TryAsync(Queue.Admin, null));
        Assert.Equal(1, await PublicAsync(queue));

        async Task<bool> TryAsync(Editor who, string? note)
        {
            var sheet = await LoadAsync(queue, id);
            (sheet.Status, sheet.Reason, sheet.Lines[0].Note) = ("published", "checked", note ?? sheet.Lines[0].Note);
            return (await save.RunAsync(sheet, who, Guid.NewGuid(), Language.English)).Waits;
        }
    }

    [Fact]
    public async Task A_series_of_zones_is_published_from_the_list_by_who_may_and_waits_until_then()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var save = new SaveZones(queue.Desk.Database.Gate, TimeProvider.System);
        var draft = new ZoneSeriesDraft { Title = "Afrin 2018, drawn", Method = "Drawn from a daily map.", SourceId = 1, Reason = "first drawing", Status = "published", Zones = [new() { Holders = "sna", From = "2018-03-18", Shape = new WKTReader().Read("POLYGON((37 36, 37.2 36, 37.2 36.2, 37 36.2, 37 36))") }] };
        var outcome = await save.RunAsync(draft, Queue.Lina, Guid.NewGuid());
        Assert.True(outcome is { Saved: true, Waits: true }, string.Join(' ', outcome.Problems));
        var remove = new RemoveZones(queue.Desk.Database.Gate, TimeProvider.System);
        var id = outcome.Series!.Value;
        foreach (var no in new[] { Queue.Rana, Queue.Reader, Queue.Lina }) { await Assert.ThrowsAsync<NotAllowedException>(() => remove.PublishAsync(id, true, no, Guid.NewGuid())); }
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        Assert.False(await db.PublicZones.AnyAsync());
        Assert.True(await remove.PublishAsync(id, true, Queue.Sami, Guid.NewGuid()));
        Assert.True(await db.PublicZones.AnyAsync());
        // An editor's deletion is a proposal that somebody else approves; what readers see stays until then.
        await Assert.ThrowsAsync<NotAllowedException>(() => remove.SeriesAsync(id, true, Queue.Reader, "no", Guid.NewGuid()));
        var wish = (await remove.SeriesAsync(id, true, Queue.Rana, "drawn twice", Guid.NewGuid())).Review!.Value;
        Assert.True(await db.PublicZones.AnyAsync());
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.ApproveAsync(wish, Queue.Omar)).Refusal);
        Assert.Contains((await queue.ReadAsync(wish)).Whole, row => row is { Label: "Series", Mine: "Afrin 2018, drawn" });
        Assert.True((await queue.ApproveAsync(wish, Queue.Lina)).Done);
        Assert.False(await db.PublicZones.AnyAsync());
        Assert.True((await remove.SeriesAsync(id, false, Queue.Sami, "not twice", Guid.NewGuid())).IsDone);
        Assert.True(await db.PublicZones.AnyAsync());
        Assert.True(await remove.PublishAsync(id, false, Queue.Lina, Guid.NewGuid()));
        Assert.False(await db.PublicZones.AnyAsync());
    }

    private static ClaimSheet Sheet(string place = "azaz") => new()
    {
        SourceId = 1,
        SourceKey = "article",
        Status = "published",
        Reason = "a report",
        Lines = [new() { PlaceKey = place, PlaceName = place, Holders = "sdf", DateText = "2016-08-15", Credibility = 3, Note = "town only" }],
    };

    private static async Task<ClaimSheet> LoadAsync(Queue queue, long id)
    {
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        return LoadSheet.From((await LoadSheet.RowAsync(db, id))!);
    }

    private static async Task<int> PublicAsync(Queue queue)
    {
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        return await db.PublicControlClaims.CountAsync();
    }
}
