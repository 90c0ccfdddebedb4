using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.Review;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Map.Web.Tests.Review;

public class DecideReviewTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_changed_since_it_was_looked_at_is_not_approved()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var review = (await queue.RetitleAsync(id, "Read by the reviewer", Queue.Rana)).Review!.Value;
        var (looked, _) = await queue.LookAsync(review);
        await queue.RetitleAsync(id, "Never read", Queue.Rana);

        Assert.Equal(DecisionRefusal.MovedOn, (await queue.Decide.ApproveAsync(looked, Queue.Lina, Guid.NewGuid())).Refusal);
        Assert.Equal("Convoy stopped near Azaz", (await queue.PublicAsync(id))!.Title);

        // The record itself moving on is as good a reason.
        (looked, _) = await queue.LookAsync(review);
        var edited = await queue.Desk.OpenAsync(id);
        (edited.Description, edited.Reason) = ("Told anew.", "a reviewer's own change");
        await queue.SaveAsync(edited, Queue.Sami);
        Assert.Equal(DecisionRefusal.MovedOn, (await queue.Decide.ApproveAsync(looked, Queue.Lina, Guid.NewGuid())).Refusal);

        // Looked at again, both are put together field by field.
        Assert.True((await queue.ApproveAsync(review, Queue.Lina)).Done);
        var now = (await queue.PublicAsync(id))!;
        Assert.Equal(("Never read", "Told anew."), (now.Title, now.Description));
    }

    [Fact]
    public async Task A_field_that_both_changed_is_nobody_s_to_settle_by_approving()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var review = (await queue.RetitleAsync(id, "By Rana", Queue.Rana)).Review!.Value;
        await queue.RetitleAsync(id, "By Sami", Queue.Sami);

        Assert.Equal(DecisionRefusal.Conflict, (await queue.ApproveAsync(review, Queue.Lina)).Refusal);
        Assert.Equal("By Sami", (await queue.PublicAsync(id))!.Title);

        // Who proposed it settles it in the form: over the record as it is now.
        Assert.Equal(review, (await queue.RetitleAsync(id, "By both", Queue.Rana)).Review);
        Assert.True((await queue.ApproveAsync(review, Queue.Lina)).Done);
        Assert.Equal("By both", (await queue.PublicAsync(id))!.Title);
    }

    [Fact]
    public async Task Approvals_racing_edits_let_out_no_text_that_was_not_read()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var published = await queue.PublishedAsync();
        var drafted = Desk.Whole();
        drafted.PublicPrecision = "";
        await queue.SaveAsync(drafted, Queue.Rana);
        var (rounds, approved, unseen) = (Faults.Rounds.Of(60, 200), 0, new List<string>());
        for (var round = 0; round < rounds; round++)
        {
            // By turns a record that nobody has seen, and a change of a public one.
            var id = round % 2 == 0 ? drafted.Id : published;
            if (round % 2 == 0 && await queue.StatusAsync(id) == "published") { await queue.RetitleAsync(id, $"Withdrawn {round}", Queue.Sami, "withdrawn"); }
            await queue.RetitleAsync(id, $"Round {round}", Queue.Rana);
            var (looked, read) = await queue.LookAsync((await queue.WaitingAsync(id)).Id);
            // Opened beforehand, so that neither of the two has a longer way.
            var behind = await queue.Desk.OpenAsync(id);
            (behind.Title, behind.Reason, behind.Status) = ($"Changed behind the back {round}", "read again", "published");
            Task Edit() => round % 3 == 0 ? Task.CompletedTask : Task.Run(() => queue.SaveAsync(behind, Queue.Rana));
            Task<Decision> Approve() => Task.Run(() => queue.Decide.ApproveAsync(looked, Queue.Lina, Guid.NewGuid()));
            // What was begun last is often run first.
            var isEditLast = round / 3 % 2 == 0;
            var (before, approval) = (isEditLast ? Task.CompletedTask : Edit(), Approve());
            var edit = isEditLast ? Edit() : before;
            await Task.WhenAll(edit, approval);
            var decision = await approval;
            var now = (await queue.PublicAsync(id))?.Title;
            if (decision.Done) { approved++; }
            if (now is not null && now.StartsWith("Changed", StringComparison.Ordinal)) { unseen.Add(now); }
            if (decision.Done) { Assert.Equal(read, now); }
            else { Assert.Equal(DecisionRefusal.MovedOn, decision.Refusal); }
            if (await queue.WaitingOrNullAsync(id) is { } left && left.Kind == "change") { await queue.Decide.SendBackAsync(left.Id, "next round", Queue.Lina, Guid.NewGuid()); }
        }
        Assert.Empty(unseen);
        // Each third approval races nothing.
        Assert.InRange(approved, rounds / 3 - 6, rounds - 1);
        output.WriteLine($"» C3 {rounds} races: {approved} approved, each as it was read, {rounds - approved} refused since something had changed; {unseen.Count} approvals of unseen text");
    }

    [Fact]
    public async Task What_is_sent_back_is_its_editor_s_draft_again_with_the_reason_and_can_be_sent_anew()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var draft = Desk.Whole();
        var review = (await queue.SaveAsync(draft, Queue.Rana)).Review!.Value;
        Assert.Equal(DecisionRefusal.NoReason, (await queue.Decide.SendBackAsync(review, "  ", Queue.Lina, Guid.NewGuid())).Refusal);

        Assert.True((await queue.Decide.SendBackAsync(review, "Name the source of the figure", Queue.Lina, Guid.NewGuid())).Done);

        Assert.Equal("draft", await queue.StatusAsync(draft.Id));
        var row = await queue.RowAsync(review);
        Assert.Equal(("sent-back", "Lina", "Name the source of the figure"), (row.State, row.DecidedBy, row.DecidedWhy));
        Assert.Equal((DecisionRefusal.Decided, "Lina"), (await queue.ApproveAsync(review, Queue.Sami)) is var late ? (late.Refusal, late.By) : default);
        Assert.Equal(review, (await queue.RetitleAsync(draft.Id, "With its source", Queue.Rana)).Review);
        Assert.Equal(("waiting", null), (await queue.RowAsync(review)) is var again ? (again.State, again.DecidedBy) : default);
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        Assert.Equal("Name the source of the figure", (await db.ReviewComments.SingleAsync()).Text);
    }

    [Fact]
    public async Task A_change_that_is_sent_back_leaves_the_public_record_as_it_is_and_is_still_there()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var review = (await queue.RetitleAsync(id, "By Rana", Queue.Rana)).Review!.Value;
        await queue.Decide.SendBackAsync(review, "why?", Queue.Lina, Guid.NewGuid());
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        Assert.Equal((review, "sent-back"), (await Submissions.OwnChangeAsync(db, Submissions.Events, id, Queue.Rana.Id)) is { } own ? (own.Id, own.State) : default);
        Assert.Equal(("published", "Convoy stopped near Azaz"), (await queue.StatusAsync(id), (await queue.PublicAsync(id))!.Title));
    }

    [Fact]
    public async Task Who_sent_it_takes_it_back_and_nobody_else_does()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var draft = Desk.Whole();
        var review = (await queue.SaveAsync(draft, Queue.Rana)).Review!.Value;
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.TakeBack.RunAsync(review, Queue.Omar, Guid.NewGuid()));
        Assert.Equal("Status", Assert.Single((await queue.RetitleAsync(draft.Id, "As a draft", Queue.Omar, "draft")).Problems).Field);

        Assert.True(await queue.TakeBack.RunAsync(review, Queue.Rana, Guid.NewGuid()));
        Assert.False(await queue.TakeBack.RunAsync(review, Queue.Rana, Guid.NewGuid()));
        Assert.Equal(("draft", "taken-back"), (await queue.StatusAsync(draft.Id), (await queue.RowAsync(review)).State));
    }

    [Fact]
    public async Task It_is_assigned_to_who_may_decide_and_to_nobody_else()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var review = (await queue.SaveAsync(Desk.Whole(), Queue.Rana)).Review!.Value;
        Assert.True((await queue.Decide.AssignAsync(review, Queue.Sami.Id, Queue.Lina, Guid.NewGuid())).Done);
        Assert.Equal("Sami", (await queue.RowAsync(review)).AssignedTo);
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.Decide.AssignAsync(review, Queue.Omar.Id, Queue.Lina, Guid.NewGuid())).Refusal);
        Assert.True((await queue.Decide.AssignAsync(review, null, Queue.Lina, Guid.NewGuid())).Done);
        Assert.Null((await queue.RowAsync(review)).AssignedToId);
    }

    [Fact]
    public async Task A_comment_is_kept_with_who_and_when_and_is_settled_by_whom()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var review = (await queue.SaveAsync(Desk.Whole(), Queue.Rana)).Review!.Value;
        Assert.False(await queue.Discuss.SayAsync(review, "   ", Queue.Omar, Guid.NewGuid()));
        Assert.False(await queue.Discuss.SayAsync(review, new string('x', DiscussReview.Longest + 1), Queue.Omar, Guid.NewGuid()));
        Assert.True(await queue.Discuss.SayAsync(review, " Is the date right? ", Queue.Omar, Guid.NewGuid()));
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        var said = await db.ReviewComments.AsNoTracking().SingleAsync();
        Assert.Equal(("Omar", "Is the date right?", null), (said.By, said.Text, said.ResolvedBy));
        Assert.True(await queue.Discuss.ResolveAsync(said.Id, true, Queue.Rana, Guid.NewGuid()));
        Assert.False(await queue.Discuss.ResolveAsync(said.Id, true, Queue.Rana, Guid.NewGuid()));
        Assert.Equal("Rana", (await db.ReviewComments.AsNoTracking().SingleAsync()).ResolvedBy);
        Assert.True(await queue.Discuss.ResolveAsync(said.Id, false, Queue.Lina, Guid.NewGuid()));
    }

    [Fact]
    public async Task The_rule_is_an_administrator_s_to_change_and_holds_from_the_next_save_on()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        foreach (var person in new[] { Queue.Lina, Queue.Rana, Queue.Reader }) { await Assert.ThrowsAsync<NotAllowedException>(() => queue.Rule.RunAsync("open", person, Guid.NewGuid())); }
        Assert.False(await queue.Rule.RunAsync("anything", Queue.Admin, Guid.NewGuid()));
        Assert.NotNull((await queue.SaveAsync(Desk.Whole(), Queue.Rana)).Review);
        Assert.True(await queue.Rule.RunAsync("open", Queue.Admin, Guid.NewGuid()));
        var act = await queue.LastActAsync();
        Assert.Equal(("setting", "review set to open", "Ada"), (act.Act, act.Detail, act.Who));
        Assert.Null((await queue.SaveAsync(Desk.Whole(), Queue.Rana)).Review);
    }
}
