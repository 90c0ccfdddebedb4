using Map.Core.Review;
using Map.Web.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Review;

/// <summary>One queue for all kinds: what is said about a source, an actor or a place that waits, and who is to decide on it.</summary>
public class QueueOfRecordsTests
{
    [Theory]
    [InlineData("Sources", QueueQuery.Sources)]
    [InlineData("Actors", QueueQuery.Actors)]
    [InlineData("Places", QueueQuery.Places)]
    public async Task What_waits_is_discussed_given_to_somebody_sent_back_and_approved_whatever_it_is(string table, string of)
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var before = await queue.SeenAsync(table, 1);
        var id = (await queue.RenameAsync(table, 1, "A better name", Queue.Rana))!.Value;

        Assert.True(await queue.Discuss.SayAsync(id, "Who calls it that?", Queue.Omar, Guid.NewGuid()));
        Assert.True((await queue.Decide.AssignAsync(id, Queue.Sami.Id, Queue.Lina, Guid.NewGuid())).Done);
        // Neither a reader nor an editor gives it to anybody, and nobody gives it to an editor.
        await Assert.ThrowsAsync<Map.Web.Data.NotAllowedException>(() => queue.Discuss.SayAsync(id, "Me too", Queue.Reader, Guid.NewGuid()));
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.Decide.AssignAsync(id, Queue.Lina.Id, Queue.Omar, Guid.NewGuid())).Refusal);
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.Decide.AssignAsync(id, Queue.Omar.Id, Queue.Lina, Guid.NewGuid())).Refusal);

        var item = Assert.Single((await ListAsync(new("", Queue.Sami.Id, "", of))).Items);
        Assert.Equal((id, "A better name", 1, "Sami"), (item.Id, item.Name.Title, item.OpenComments, item.AssignedTo));
        Assert.Empty((await ListAsync(new("", QueueQuery.Nobody, "", of))).Items);
        var comment = await queue.AskAsync(db => db.ReviewComments.SingleAsync(it => it.ReviewId == id));
        Assert.True(await queue.Discuss.ResolveAsync(comment.Id, true, Queue.Rana, Guid.NewGuid()));
        Assert.Equal(0, Assert.Single((await ListAsync(new("", "", Queue.Rana.Id, of))).Items).OpenComments);
        Assert.Equal("Rana", (await queue.AskAsync(db => db.ReviewComments.SingleAsync(it => it.Id == comment.Id))).ResolvedBy);

        Assert.Equal(DecisionRefusal.NoReason, (await queue.Decide.SendBackAsync(id, " ", Queue.Sami, Guid.NewGuid())).Refusal);
        Assert.True((await queue.Decide.SendBackAsync(id, "Say where it is called so", Queue.Sami, Guid.NewGuid())).Done);
        Assert.Equal(("sent-back", before), ((await queue.RowAsync(id)).State, await queue.SeenAsync(table, 1)));
        Assert.Empty((await ListAsync(new("", "", "", of))).Items);

        var again = (await queue.RenameAsync(table, 1, "A better name", Queue.Rana))!.Value;
        Assert.Equal(before, await queue.SeenAsync(table, 1));
        Assert.True((await queue.ApproveAsync(again, Queue.Sami)).Done);
        Assert.Equal("A better name", await queue.SeenAsync(table, 1));

        Task<QueuePageOf> ListAsync(QueueQuery query) => queue.AskAsync(db => WaitingList.FindAsync(db, queue.Records, query));
    }

    [Theory]
    [InlineData("Sources")]
    [InlineData("Actors")]
    [InlineData("Places")]
    public async Task Where_two_people_are_asked_nobody_approves_their_own_whatever_it_is(string table)
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var id = (await queue.RenameAsync(table, 1, "A better name", Queue.Lina))!.Value;
        Assert.Equal(DecisionRefusal.Own, (await queue.ApproveAsync(id, Queue.Lina)).Refusal);
        Assert.NotEqual("A better name", await queue.SeenAsync(table, 1));
        Assert.True((await queue.ApproveAsync(id, Queue.Sami)).Done);
        Assert.Equal("A better name", await queue.SeenAsync(table, 1));
    }
}
