using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.Review;

/// <summary>What people of the desk say to each other about something in the queue.</summary>
public sealed class DiscussReview(WriteGate gate, TimeProvider clock)
{
    public const int Longest = 2_000;

    /// <summary>False where there is nothing to say it about, or nothing was said.</summary>
    /// <exception cref="NotAllowedException">This person has no desk any longer.</exception>
    public Task<bool> SayAsync(long review, string words, Editor editor, Guid requestId, CancellationToken cancel = default) =>
        gate.RunAsync(editor.Writes("", requestId) with { Act = "comment", Target = $"review {review}" }, async db =>
        {
            await MustHaveDeskAsync(db, editor, cancel);
            if (words.Trim() is not { Length: > 0 and <= Longest } said || await db.Reviews.FindAsync([review], cancel) is null) { return false; }
            db.ReviewComments.Add(new() { ReviewId = review, ById = editor.Id, By = editor.Name, At = clock.GetUtcNow().UtcDateTime, Text = said });
            return true;
        }, cancel);

    /// <summary>Settles a comment, or opens it again.</summary>
    public Task<bool> ResolveAsync(long comment, bool isResolved, Editor editor, Guid requestId, CancellationToken cancel = default) =>
        gate.RunAsync(editor.Writes("", requestId) with { Act = isResolved ? "resolve" : "reopen", Target = $"comment {comment}" }, async db =>
        {
            await MustHaveDeskAsync(db, editor, cancel);
            if (await db.ReviewComments.FindAsync([comment], cancel) is not { } row || row.ResolvedAt is not null == isResolved) { return false; }
            row.ResolvedBy = isResolved ? editor.Name : null;
            row.ResolvedAt = isResolved ? clock.GetUtcNow().UtcDateTime : null;
            return true;
        }, cancel);

    private static async Task MustHaveDeskAsync(MapDb db, Editor editor, CancellationToken cancel)
    {
        if ((await Reviewing.OfAsync(db, editor, cancel)).Role == ReviewRole.None) { throw NotAllowedException.NoDesk(); }
    }
}
