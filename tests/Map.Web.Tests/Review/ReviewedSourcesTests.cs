using Bunit;
using Map.Core.Control;
using Map.Core.Review;
using Map.Core.Sources;
using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Features.EditSources;
using Map.Web.Features.Review;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Map.Web.Tests.EditSources;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Review;

/// <summary>Sources by the same rule as what rests on them: a new one waits, a change of one that readers see waits beside it, and nothing public rests on one that waits.</summary>
public class ReviewedSourcesTests
{
    [Fact]
    public async Task A_new_source_waits_for_a_reviewer_and_where_no_review_is_asked_it_is_public_at_once()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var sent = await queue.Sources.RunAsync(New("A channel's report"), Queue.Rana, Guid.NewGuid());
        Assert.True(sent is { Saved: true, Review: not null }, string.Join(' ', sent.Problems));
        Assert.Equal("submit", (await queue.LastActAsync()).Act);
        Assert.DoesNotContain("A channel's report", await PublicAsync(queue));

        var page = await queue.ReadAsync(sent.Review.Value);
        Assert.False(page.IsPublic);
        Assert.Contains(page.Whole, row => row is { Label: "Title of the source", Mine: "A channel's report", Theirs: "" });
        Assert.Contains(page.Whole, row => row is { Label: "Whose side it takes", Mine: "SNA" });
        var listed = await queue.AskAsync(db => WaitingList.FindAsync(db, queue.Records, new("", "", "", QueueQuery.Sources)));
        Assert.Equal("A channel's report", Assert.Single(listed.Items).Name.Title);
        Assert.Equal([QueueQuery.Sources], listed.Kinds);

        // What she reads is what she approves: it says something else meanwhile.
        var (looked, _) = await queue.LookAsync(sent.Review.Value);
        await queue.Sources.RunAsync(await OpenAsync(queue, sent.Id!.Value, "A channel's second report"), Queue.Rana, Guid.NewGuid());
        Assert.Equal(DecisionRefusal.MovedOn, (await queue.Decide.ApproveAsync(looked, Queue.Lina, Guid.NewGuid())).Refusal);
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.ApproveAsync(sent.Review.Value, Queue.Omar)).Refusal);
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Contains("A channel's second report", await PublicAsync(queue));

        // A reviewer publishes by themselves, and so does everybody where the rule is open.
        Assert.Null((await queue.Sources.RunAsync(New("Lina's own"), Queue.Lina, Guid.NewGuid())).Review);
        await queue.Rule.RunAsync(ReviewMode.Open.Id, Queue.Admin, Guid.NewGuid());
        Assert.Null((await queue.Sources.RunAsync(New("Omar's own"), Queue.Omar, Guid.NewGuid())).Review);
        Assert.Superset(new HashSet<string> { "Lina's own", "Omar's own" }, await PublicAsync(queue));
    }

    [Fact]
    public async Task A_change_of_a_public_source_waits_beside_it_and_is_put_together_field_by_field()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var sent = await queue.Sources.RunAsync(await OpenAsync(queue, 1, "By Rana"), Queue.Rana, Guid.NewGuid());
        Assert.NotNull(sent.Review);
        Assert.Equal(["An article"], await PublicAsync(queue));
        Assert.Equal(("An article", "By Rana"), Assert.Single((await queue.ReadAsync(sent.Review.Value)).Differences) is var row ? (row.Theirs, row.Mine) : default);

        // The form goes on where it was left, and a second save takes the place of the first.
        Assert.Equal(sent.Review, (await queue.Sources.RunAsync(await OpenAsync(queue, 1, "By Rana again"), Queue.Rana, Guid.NewGuid())).Review);
        var outlet = await OpenAsync(queue, 1);
        (outlet.Source.Outlet, outlet.Reason) = ("Another paper", "it moved");
        await queue.Sources.RunAsync(outlet, Queue.Sami, Guid.NewGuid());
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Equal(("By Rana again", "Another paper"), await queue.AskAsync(db => db.Sources.Where(it => it.Id == 1).Select(it => ValueTuple.Create(it.Title, it.Outlet)).SingleAsync()));
        Assert.Contains(await queue.AskAsync(db => RowHistory.OfAsync(db, "Sources", 1)), line => line is { Field: "Title", New: "By Rana again", Who: "Lina", Why: "a reason (proposed by Rana)" });

        // In the same field nobody but a person can tell; sent back, it is said why.
        var other = await queue.Sources.RunAsync(await OpenAsync(queue, 1, "By Omar"), Queue.Omar, Guid.NewGuid());
        await queue.Sources.RunAsync(await OpenAsync(queue, 1, "By Sami"), Queue.Sami, Guid.NewGuid());
        Assert.Equal(DecisionRefusal.Conflict, (await queue.ApproveAsync(other.Review!.Value, Queue.Lina)).Refusal);
        Assert.True((await queue.Decide.SendBackAsync(other.Review.Value, "Which of the two?", Queue.Lina, Guid.NewGuid())).Done);
        Assert.Equal(["By Sami"], await PublicAsync(queue));
    }

    [Fact]
    public async Task Drafts_use_a_source_that_waits_and_nothing_public_rests_on_it_until_it_is_approved_by_itself()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var source = await queue.Sources.RunAsync(New("A channel's report"), Queue.Rana, Guid.NewGuid());
        var draft = Desk.Whole();
        draft.PublicPrecision = "";
        (draft.Claims[1].NewSource, draft.Claims[1].SourceId) = (null, source.Id);
        var sent = await queue.SaveAsync(draft, Queue.Rana);
        Assert.True(sent is { Saved: true, Review: not null }, string.Join(' ', sent.Problems));

        Assert.Equal(("A channel's report", $"/desk/review/{source.Review}"), Assert.Single((await queue.ReadAsync(sent.Review.Value)).Awaits) is var first ? (first.Name, first.Address) : default);
        Assert.Contains("“A channel's report” is not public yet", (await Assert.ThrowsAsync<NotAllowedException>(() => queue.ApproveAsync(sent.Review.Value, Queue.Lina))).Message, StringComparison.Ordinal);
        // Nor past the queue, by somebody who publishes by themselves.
        var hers = await queue.Desk.OpenAsync(draft.Id);
        (hers.Status, hers.Reason) = ("published", "checked");
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.SaveAsync(hers, Queue.Lina));
        Assert.Null(await queue.PublicAsync(draft.Id));
        Assert.Equal("review", await queue.StatusAsync(draft.Id));

        // Nor a control claim, a series of zones or an actor's relation of somebody who publishes alone.
        var claim = new ClaimSheet { SourceId = source.Id, Status = "published", Reason = "a report", Lines = [new() { PlaceKey = "azaz", PlaceName = "Azaz", Holders = "sdf", DateText = "2016-08-15", Credibility = 3 }] };
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.Claims.RunAsync(claim, Queue.Lina, Guid.NewGuid(), Language.English));
        var zones = new ZoneSeriesDraft { Title = "Afrin 2018", Method = "From a daily map.", SourceId = source.Id, Status = "published", Reason = "first drawing", Zones = [new() { Holders = "sna", From = "2018-03-18", Shape = new WKTReader().Read("POLYGON((37 36, 37.2 36, 37.2 36.2, 37 36.2, 37 36))") }] };
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.Zones.RunAsync(zones, Queue.Lina, Guid.NewGuid()));
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.WriteAsync(db => Task.FromResult(db.ActorRelations.Add(new() { Key = "x", FromId = 1, ToId = 2, Kind = "allied_with", SourceId = source.Id!.Value }))));
        Assert.Equal((0, 0, 0), await queue.AskAsync(async db => (await db.ControlClaims.CountAsync(), await db.Zones.CountAsync(), await db.ActorRelations.CountAsync())));

        Assert.True((await queue.ApproveAsync(source.Review!.Value, Queue.Lina)).Done);
        Assert.Empty((await queue.ReadAsync(sent.Review.Value)).Awaits);
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.NotNull(await queue.PublicAsync(draft.Id));
    }

    [Fact]
    public async Task A_source_typed_in_place_comes_out_with_what_it_was_typed_for_unless_somebody_takes_it_up_by_itself()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var draft = Desk.Whole();
        draft.PublicPrecision = "";
        var sent = await queue.SaveAsync(draft, Queue.Rana);
        Assert.Equal(["An article"], await PublicAsync(queue));
        var page = await queue.ReadAsync(sent.Review!.Value);
        Assert.Equal((IRestedOn.Added, "A speaker"), page.Sources.Single(it => it.Title == "A statement") is var shown ? (shown.Status, shown.Author) : default);
        Assert.Empty(page.Awaits);
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Contains("A statement", await PublicAsync(queue));

        // Changed in its own form before anybody let it out, it is a proposal of its own.
        var second = Desk.Whole();
        (second.Title, second.Claims[1].NewSource!.Title, second.Claims[1].NewSource!.Url) = ("Another convoy stopped", "Another statement", "https://example.org/another");
        var event2 = await queue.SaveAsync(second, Queue.Rana);
        var id = await queue.AskAsync(db => db.Sources.Where(it => it.Title == "Another statement").Select(it => it.Id).SingleAsync());
        var source = await queue.Sources.RunAsync(await OpenAsync(queue, id, "Quite another statement"), Queue.Omar, Guid.NewGuid());
        Assert.NotNull(source.Review);
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.ApproveAsync(event2.Review!.Value, Queue.Lina));
        Assert.DoesNotContain("Quite another statement", await PublicAsync(queue));
    }

    [Fact]
    public async Task With_two_people_nobody_lets_out_their_own_source_and_what_is_taken_back_is_a_draft()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var sent = await queue.Sources.RunAsync(New("Lina's own"), Queue.Lina, Guid.NewGuid());
        Assert.Equal(DecisionRefusal.Own, (await queue.ApproveAsync(sent.Review!.Value, Queue.Lina)).Refusal);
        Assert.True(await queue.TakeBack.RunAsync(sent.Review.Value, Queue.Lina, Guid.NewGuid()));
        Assert.Equal("draft", await queue.AskAsync(db => db.Sources.Where(it => it.Id == sent.Id).Select(it => it.Status).SingleAsync()));
        var again = await queue.Sources.RunAsync(await OpenAsync(queue, sent.Id!.Value, "Lina's own, again"), Queue.Lina, Guid.NewGuid());
        Assert.True((await queue.ApproveAsync(again.Review!.Value, Queue.Sami)).Done);
        Assert.Contains("Lina's own, again", await PublicAsync(queue));
    }

    [Fact]
    public async Task An_editor_proposes_to_delete_a_public_source_and_a_reviewer_deletes_it_where_nothing_rests_on_it()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var remove = new RemoveSource(queue.Desk.Database.Gate, TimeProvider.System);
        var unused = (await queue.Sources.RunAsync(New("Recorded twice"), Queue.Lina, Guid.NewGuid())).Id!.Value;
        var wish = (await remove.RunAsync(unused, Queue.Rana, "twice", Guid.NewGuid()))!;
        Assert.Equal(wish.Review, (await remove.RunAsync(unused, Queue.Rana, "still twice", Guid.NewGuid()))!.Review);
        Assert.Contains("Recorded twice", await PublicAsync(queue));
        var page = await queue.ReadAsync(wish.Review!.Value);
        Assert.Contains(page.Differences, row => row is { Label: "Title of the source", Theirs: "Recorded twice", Mine: "" });
        Assert.Equal([wish.Review.Value], (await queue.AskAsync(db => WaitingList.FindAsync(db, queue.Records, new(ReviewKind.Deletion, "", "")))).Items.Select(it => it.Id));

        // Something rests on it by the time it is decided.
        var used = new SourceRow { Key = "rests", Title = "Rests on it", Cites = await queue.AskAsync(db => db.Sources.Where(it => it.Id == unused).Select(it => it.Key).SingleAsync()) };
        await queue.WriteAsync(db => Task.FromResult(db.Sources.Add(used)));
        Assert.Equal(DecisionRefusal.Unready, (await queue.ApproveAsync(wish.Review.Value, Queue.Lina)).Refusal);
        await queue.WriteAsync(async db => (await db.Sources.SingleAsync(it => it.Key == "rests")).Cites = null);
        Assert.True((await queue.ApproveAsync(wish.Review.Value, Queue.Lina)).Done);
        Assert.DoesNotContain("Recorded twice", await PublicAsync(queue));
        Assert.Contains(await queue.AskAsync(db => db.Revisions.Where(line => line.Table == "Sources" && line.RowId == unused && line.New == null).ToListAsync()), line => line is { Field: "Title", Who: "Lina", Why: "still twice (proposed by Rana)" });
    }

    [Fact]
    public async Task The_form_says_that_it_waits_keeps_the_change_and_takes_it_back()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        await using var page = SourceFormTests.Page(queue.Desk.Database, queue.Copies);
        var form = await SourceFormTests.OpenAsync(page);
        Assert.Equal("Send to review", form.Find("[data-save=publish]").TextContent);
        Assert.Contains("readers go on seeing the present version", form.Find("[data-foot]").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-source-title", "By Rana");
        await form.EnterAsync("#f-reason", "read again");
        await form.ClickAsync("[data-save=publish]");
        Assert.Contains("Sent to review", form.WaitForElement("[data-saved]").TextContent, StringComparison.Ordinal);
        form.WaitForElement("[data-submission=waiting]");
        Assert.Equal(("By Rana", "An article"), (form.Find("#f-source-title").GetAttribute("value"), Assert.Single(await PublicAsync(queue))));

        await form.ClickAsync("[data-submission-back]");
        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[data-submission]")));
        Assert.Equal("By Rana", form.Find("#f-source-title").GetAttribute("value"));
        Assert.Equal(0, await queue.AskAsync(db => db.InQueue().CountAsync()));
    }

    private static SourceSheet New(string title)
    {
        var sheet = SourceDesk.Whole();
        (sheet.Source.Title, sheet.Source.Url, sheet.Side, sheet.Cites) = (title, $"https://example.org/{title.GetHashCode(StringComparison.Ordinal)}", "sna", []);
        return sheet;
    }

    private static async Task<SourceSheet> OpenAsync(Queue queue, long id, string? title = null)
    {
        var sheet = await queue.AskAsync(async db => LoadSource.From(await db.Sources.SingleAsync(it => it.Id == id), await LoadSource.AllAsync(db)));
        (sheet.Source.Title, sheet.Reason) = (title ?? sheet.Source.Title, "a reason");
        return sheet;
    }

    private static async Task<HashSet<string>> PublicAsync(Queue queue) => await queue.AskAsync(db => db.PublicSources.Select(it => it.Title).ToHashSetAsync());
}
