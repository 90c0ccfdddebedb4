using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>Who sent something to review takes it out of the queue again; what was proposed stays with it.</summary>
public sealed class TakeBackSubmission(WriteGate gate, TimeProvider clock)
{
    /// <summary>False where it does not wait any longer.</summary>
    /// <exception cref="NotAllowedException">Somebody else sent it.</exception>
    public Task<bool> RunAsync(long review, Editor editor, Guid requestId, CancellationToken cancel = default)
    {
        var request = editor.Writes("", requestId) with { Act = "take back", Target = $"review {review}" };
        return gate.RunAsync(request, async db =>
        {
            if (await db.Reviews.FindAsync([review], cancel) is not { } row || row.State != ReviewState.Waiting.Id) { return false; }
            if ((await Reviewing.OfAsync(db, editor, cancel)).Role == ReviewRole.None || row.SubmittedById != editor.Id)
            {
                throw new NotAllowedException("Who sent it to review takes it back; a reviewer sends it back.", "يسحبه من أرسله إلى المراجعة؛ ويعيده المراجع.");
            }
            await Submissions.OutOfQueueAsync(db, row, cancel);
            Submissions.Decide(row, ReviewState.TakenBack, null, editor, clock.GetUtcNow().UtcDateTime);
            request.Target = $"review {review} of {row.Table} {row.RowId}";
            return true;
        }, cancel);
    }
}
