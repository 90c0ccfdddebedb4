using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Review;

/// <summary>What a reviewer looked at: the thing in the queue and the record, each as it was then.</summary>
public sealed record Looked(long Review, Guid Version, Guid Record);

/// <summary>Lets out what waits, sends it back, or gives it to somebody. Roles and setting are read inside the write, and only what was looked at is approved.</summary>
public sealed class DecideReview(WriteGate gate, IEnumerable<IReviewsRecords> records, IDbContextFactory<MapDb> databases, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Decision> ApproveAsync(Looked looked, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default)
    {
        await using var before = await databases.CreateDbContextAsync(cancel);
        var known = await before.Reviews.AsNoTracking().SingleOrDefaultAsync(it => it.Id == looked.Review, cancel);
        // Whatever is changed of it has another version, which is asked again inside the write: so these are the words that hold there.
        var request = editor.Writes(WhyOf(known, arabic), requestId) with { Act = "approve", Target = known is null ? null : $"{known.Kind} {known.Table} {known.RowId}" };
        return await gate.RunAsync(request, async db =>
        {
            if (await db.Reviews.FindAsync([looked.Review], cancel) is not { } review) { return Decision.Refused(DecisionRefusal.Gone); }
            if (review.State != ReviewState.Waiting.Id) { return Decision.Refused(DecisionRefusal.Decided, review.DecidedBy); }
            var judge = await Reviewing.OfAsync(db, editor, cancel);
            if (!judge.MayDecide) { return Decision.Refused(DecisionRefusal.NotAllowed); }
            if (records.FirstOrDefault(it => it.Table == review.Table) is not { } of || await of.VersionAsync(db, review.RowId, cancel) is not { } version) { return Decision.Refused(DecisionRefusal.Gone); }
            if (review.Version != looked.Version || version != looked.Record) { return Decision.Refused(DecisionRefusal.MovedOn); }
            if (!ReviewRules.MayApprove(judge.Mode, judge.Role, await Submissions.IsOwnAsync(db, review, editor, cancel))) { return Decision.Refused(DecisionRefusal.Own); }
            var applied = await of.ApplyAsync(db, review, request.Why, editor, arabic, cancel);
            if (applied.Conflicts.Count > 0) { return Decision.Refused(DecisionRefusal.Conflict); }
            if (applied.Problems.Count > 0) { return Decision.Unready(applied.Problems); }
            Submissions.Decide(review, ReviewState.Approved, null, editor, Now);
            return Decision.Made();
        }, cancel);
    }

    /// <summary>Gives it back to who wrote it, with a reason; readers see what they saw.</summary>
    public Task<Decision> SendBackAsync(long id, string why, Editor editor, Guid requestId, CancellationToken cancel = default)
    {
        var request = editor.Writes(why.Trim(), requestId) with { Act = "send back", Target = $"review {id}" };
        return gate.RunAsync(request, async db =>
        {
            if (why.Trim().Length == 0) { return Decision.Refused(DecisionRefusal.NoReason); }
            if (await db.Reviews.FindAsync([id], cancel) is not { } review) { return Decision.Refused(DecisionRefusal.Gone); }
            if (review.State != ReviewState.Waiting.Id) { return Decision.Refused(DecisionRefusal.Decided, review.DecidedBy); }
            if (!(await Reviewing.OfAsync(db, editor, cancel)).MayDecide) { return Decision.Refused(DecisionRefusal.NotAllowed); }
            await Submissions.OutOfQueueAsync(db, review, cancel);
            Submissions.Decide(review, ReviewState.SentBack, why, editor, Now);
            db.ReviewComments.Add(new() { ReviewId = id, ById = editor.Id, By = editor.Name, At = Now, Text = why.Trim() });
            return Decision.Made();
        }, cancel);
    }

    /// <param name="person">Who is to decide; null leaves it to anybody.</param>
    public Task<Decision> AssignAsync(long id, string? person, Editor editor, Guid requestId, CancellationToken cancel = default)
    {
        var request = editor.Writes("", requestId) with { Act = "assign", Target = $"review {id}" };
        return gate.RunAsync(request, async db =>
        {
            if (await db.Reviews.FindAsync([id], cancel) is not { } review) { return Decision.Refused(DecisionRefusal.Gone); }
            if (review.State != ReviewState.Waiting.Id) { return Decision.Refused(DecisionRefusal.Decided, review.DecidedBy); }
            if (!(await Reviewing.OfAsync(db, editor, cancel)).MayDecide) { return Decision.Refused(DecisionRefusal.NotAllowed); }
            var name = person is null ? null : (await Reviewers.OfAsync(db, cancel)).FirstOrDefault(it => it.Id == person)?.Name;
            if (person is not null && name is null) { return Decision.Refused(DecisionRefusal.NotAllowed); }
            (review.AssignedToId, review.AssignedTo) = (person, name);
            return Decision.Made();
        }, cancel);
    }

    private static string WhyOf(ReviewRow? review, bool arabic)
    {
        if (review is null) { return ""; }
        var by = arabic ? $"اقترحه {review.SubmittedBy}" : $"proposed by {review.SubmittedBy}";
        return review.Why is { Length: > 0 } why ? $"{why} ({by})" : by;
    }
}
