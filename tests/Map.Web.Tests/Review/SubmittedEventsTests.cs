using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.EditEvents;
using Map.Web.Features.Review;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Review;

/// <summary>What becomes of a save by who makes it, on a real database: the form's, the table's, a merge's, a deletion's.</summary>
public class SubmittedEventsTests
{
    [Fact]
    public async Task An_editor_s_publishing_waits_and_a_reviewer_lets_it_out_with_both_in_the_history()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var draft = Desk.Whole();

        var outcome = await queue.SaveAsync(draft, Queue.Rana);

        Assert.True(outcome.Saved);
        Assert.NotNull(outcome.Review);
        Assert.Equal(("review", null), (await queue.StatusAsync(draft.Id), await queue.PublicAsync(draft.Id)));
        var waiting = await queue.WaitingAsync(draft.Id);
        Assert.Equal(("new", "Rana", "first record", "submit"), (waiting.Kind, waiting.SubmittedBy, waiting.Why, (await queue.LastActAsync()).Act));

        Assert.True((await queue.ApproveAsync(waiting.Id, Queue.Lina)).Done);

        Assert.NotNull(await queue.PublicAsync(draft.Id));
        var line = Assert.Single(await queue.Desk.HistoryAsync(draft.Id), l => l.Field == "Status" && l.New == "published");
        Assert.Equal(("Lina", "first record (proposed by Rana)"), (line.Who, line.Why));
        var act = await queue.LastActAsync();
        Assert.Equal(("approve", "Lina", "first record (proposed by Rana)"), (act.Act, act.Who, act.Detail));
        var decided = await queue.RowAsync(waiting.Id);
        Assert.Equal(("approved", "Lina"), (decided.State, decided.DecidedBy));
    }

    [Fact]
    public async Task A_change_of_a_public_event_waits_while_the_old_words_stay_public()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var before = await queue.Desk.OpenAsync(id);

        var outcome = await queue.RetitleAsync(id, "Convoy stopped at Azaz", Queue.Rana);

        Assert.NotNull(outcome.Review);
        Assert.Equal((before.Version, "Convoy stopped near Azaz"), (outcome.Version, (await queue.PublicAsync(id))!.Title));
        Assert.DoesNotContain(await queue.Desk.HistoryAsync(id), line => line.Why == "Rana read it again");
        Assert.True((await queue.ApproveAsync(outcome.Review.Value, Queue.Lina)).Done);
        Assert.Equal("Convoy stopped at Azaz", (await queue.PublicAsync(id))!.Title);
        Assert.Contains(await queue.Desk.HistoryAsync(id), line => line is { Field: "Title", Who: "Lina", Why: "Rana read it again (proposed by Rana)", Old: "Convoy stopped near Azaz" });
    }

    [Fact]
    public async Task A_person_s_next_change_takes_the_place_of_the_one_that_waits_and_another_person_s_waits_beside_it()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var first = (await queue.RetitleAsync(id, "One", Queue.Rana)).Review;
        Assert.Equal(first, (await queue.RetitleAsync(id, "Two", Queue.Rana)).Review);
        Assert.NotEqual(first, (await queue.RetitleAsync(id, "Three", Queue.Omar)).Review);
        Assert.Equal("Two", (await queue.LookAsync(first!.Value)).Title);
    }

    [Theory]
    [InlineData("open", "published", true)]
    [InlineData("reviewed", "published", false)]
    [InlineData("two-people", "published", false)]
    public async Task A_status_that_comes_with_the_draft_makes_nothing_public_that_may_not_be(string mode, string status, bool isPublic)
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Of(mode));
        var draft = Desk.Whole();
        draft.Status = status;
        await queue.SaveAsync(draft, Queue.Rana);
        Assert.Equal(isPublic, await queue.PublicAsync(draft.Id) is not null);
        var second = Desk.Whole();
        second.Status = "approved";
        Assert.Equal("Status", Assert.Single((await queue.SaveAsync(second, Queue.Rana)).Problems).Field);
    }

    [Fact]
    public async Task With_two_people_a_reviewer_s_own_event_waits_and_only_another_approves_it()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var draft = Desk.Whole();
        draft.PublicPrecision = "";
        var outcome = await queue.SaveAsync(draft, Queue.Lina);
        Assert.Null(await queue.PublicAsync(draft.Id));

        Assert.Equal(DecisionRefusal.Own, (await queue.ApproveAsync(outcome.Review!.Value, Queue.Lina)).Refusal);
        Assert.Null(await queue.PublicAsync(draft.Id));
        Assert.True((await queue.ApproveAsync(outcome.Review.Value, Queue.Sami)).Done);

        // A change of it, and by an administrator too.
        var change = await queue.RetitleAsync(draft.Id, "Convoy stopped at Azaz", Queue.Admin);
        Assert.Equal(DecisionRefusal.Own, (await queue.ApproveAsync(change.Review!.Value, Queue.Admin)).Refusal);
        Assert.Equal("Convoy stopped near Azaz", (await queue.PublicAsync(draft.Id))!.Title);
        Assert.True((await queue.ApproveAsync(change.Review.Value, Queue.Lina)).Done);
    }

    [Fact]
    public async Task Who_wrote_on_a_record_before_or_after_it_was_sent_to_review_has_a_part_in_it_too()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var draft = Desk.Whole();
        draft.Status = "draft";
        Assert.True((await queue.SaveAsync(draft, Queue.Lina)).Saved);
        var review = (await queue.RetitleAsync(draft.Id, "As Rana has it", Queue.Rana)).Review!.Value;
        Assert.Equal(DecisionRefusal.Own, (await queue.ApproveAsync(review, Queue.Lina)).Refusal);

        Assert.Equal(review, (await queue.RetitleAsync(draft.Id, "As Sami has it", Queue.Sami)).Review);
        Assert.Equal("review", await queue.StatusAsync(draft.Id));
        Assert.Equal(DecisionRefusal.Own, (await queue.ApproveAsync(review, Queue.Sami)).Refusal);
        Assert.True((await queue.ApproveAsync(review, Queue.Admin)).Done);
        Assert.NotNull(await queue.Desk.OpenAsync(draft.Id));
        Assert.Equal("published", await queue.StatusAsync(draft.Id));
    }

    [Fact]
    public async Task An_administrator_alone_publishes_their_own_work_in_a_new_installation()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        await queue.WriteAsync(async db => db.Settings.Remove(await db.Settings.SingleAsync(it => it.Key == Reviewing.Setting)));
        var draft = Desk.Whole();
        Assert.Null((await queue.SaveAsync(draft, Queue.Admin)).Review);
        Assert.NotNull(await queue.PublicAsync(draft.Id));
        Assert.Null((await queue.RetitleAsync(draft.Id, "Convoy stopped at Azaz", Queue.Admin)).Review);
    }

    [Fact]
    public async Task The_role_that_counts_is_the_database_s_of_now()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var review = (await queue.RetitleAsync(id, "By Rana", Queue.Rana)).Review!.Value;
        await queue.WriteAsync(async db =>
        {
            db.UserRoles.RemoveRange(await db.UserRoles.Where(held => held.UserId == Queue.Lina.Id).ToListAsync());
            (await db.Users.SingleAsync(user => user.Id == Queue.Sami.Id)).Disabled = true;
        });
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.ApproveAsync(review, Queue.Omar)).Refusal);
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.Decide.SendBackAsync(review, "no", Queue.Omar, Guid.NewGuid())).Refusal);
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.Decide.AssignAsync(review, Queue.Admin.Id, Queue.Omar, Guid.NewGuid())).Refusal);
        foreach (var gone in new[] { Queue.Lina, Queue.Sami, Queue.Reader })
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => queue.ApproveAsync(review, gone));
            await Assert.ThrowsAsync<NotAllowedException>(() => queue.Decide.SendBackAsync(review, "no", gone, Guid.NewGuid()));
            await Assert.ThrowsAsync<NotAllowedException>(() => queue.Decide.AssignAsync(review, Queue.Admin.Id, gone, Guid.NewGuid()));
            await Assert.ThrowsAsync<NotAllowedException>(() => queue.RetitleAsync(id, "Not allowed", gone));
            await Assert.ThrowsAsync<NotAllowedException>(() => queue.Desk.Remove.DeleteAsync(id, gone, "no", Guid.NewGuid()));
            await Assert.ThrowsAsync<NotAllowedException>(() => queue.Discuss.SayAsync(review, "no", gone, Guid.NewGuid()));
            await Assert.ThrowsAsync<NotAllowedException>(() => queue.TakeBack.RunAsync(review, gone, Guid.NewGuid()));
        }
        Assert.Equal("Convoy stopped near Azaz", (await queue.PublicAsync(id))!.Title);
        Assert.Equal("waiting", (await queue.RowAsync(review)).State);
    }

    [Fact]
    public async Task Many_at_once_by_an_editor_wait_each_and_are_public_only_when_approved()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var drafted = Desk.Whole();
        (drafted.Status, drafted.PublicPrecision) = ("draft", "");
        await queue.SaveAsync(drafted, Queue.Rana);
        var seen = new[] { new SeenEvent(id, (await queue.Desk.OpenAsync(id)).Version!.Value), new SeenEvent(drafted.Id, (await queue.Desk.OpenAsync(drafted.Id)).Version!.Value) };

        var outcome = await queue.Change.RunAsync(seen, EventChange.Type("clash"), "all of them", Queue.Rana, Guid.NewGuid());

        Assert.Equal([(true, true), (true, false)], outcome.Select(it => (it.Changed, it.Waits)));
        Assert.Equal("detention", (await queue.PublicAsync(id))!.Type);
        Assert.Contains("in review already", (await queue.Change.RunAsync([seen[0]], EventChange.Type("strike"), "again", Queue.Rana, Guid.NewGuid()))[0].Problem, StringComparison.Ordinal);
        var published = await queue.Change.RunAsync([new(drafted.Id, outcome[1].Version!.Value)], EventChange.Status("published"), "ready", Queue.Rana, Guid.NewGuid());
        Assert.True(published[0].Waits);
        Assert.Null(await queue.PublicAsync(drafted.Id));
        Assert.True((await queue.ApproveAsync((await queue.WaitingAsync(id)).Id, Queue.Lina)).Done);
        Assert.Equal("clash", (await queue.PublicAsync(id))!.Type);
    }

    [Fact]
    public async Task Deleting_merging_and_taking_back_what_readers_see_is_not_an_editor_s_alone()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var (id, other) = (await queue.PublishedAsync(), await queue.PublishedAsync());
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.Desk.Remove.DeleteAsync(id, Queue.Rana, "no", Guid.NewGuid()));
        var merged = await queue.Desk.OpenAsync(id);
        merged.Reason = "the same";
        var seen = (await queue.Desk.OpenAsync(other)).Version!.Value;
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.Merge.RunAsync(merged, other, seen, Queue.Rana, Guid.NewGuid()));
        var act = Guid.NewGuid();
        await queue.Change.RunAsync([new(id, (await queue.Desk.OpenAsync(id)).Version!.Value)], EventChange.Title("By a reviewer"), "why", Queue.Lina, act);
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.Change.TakeBackAsync(act, "no", Queue.Rana, Guid.NewGuid()));
        Assert.Equal("By a reviewer", (await queue.PublicAsync(id))!.Title);
        Assert.NotNull(await queue.PublicAsync(other));

        Assert.True(await queue.Desk.Remove.DeleteAsync(id, Queue.Lina, "twice", Guid.NewGuid()));
        Assert.Null(await queue.PublicAsync(id));
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.Desk.Remove.RestoreAsync(id, Queue.Rana, "no", Guid.NewGuid()));
        Assert.True(await queue.Desk.Remove.RestoreAsync(id, Queue.Sami, "not twice", Guid.NewGuid()));
    }

    [Fact]
    public async Task An_editor_proposes_a_withdrawal_and_a_reviewer_withdraws_at_once()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var id = await queue.PublishedAsync();
        var proposed = await queue.RetitleAsync(id, "Convoy stopped near Azaz", Queue.Rana, "withdrawn");
        Assert.NotNull(proposed.Review);
        Assert.NotNull(await queue.PublicAsync(id));
        var withdrawn = await queue.RetitleAsync(id, "Convoy stopped near Azaz", Queue.Lina, "withdrawn");
        Assert.Equal((null, null), (withdrawn.Review, await queue.PublicAsync(id)));
    }
}
