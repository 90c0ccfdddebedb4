using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditEvents;

/// <summary>How a merge, or taking one back, ended.</summary>
/// <param name="Done">True where it is written.</param>
/// <param name="Problems">What of the merged record is to be corrected.</param>
/// <param name="Refusal">Why it cannot be done at all; null where it can.</param>
/// <param name="Standing">Fields that were edited after the merge and stand as they are.</param>
public sealed record MergeOutcome(bool Done, IReadOnlyList<FieldProblem> Problems, MergeRefusal? Refusal, IReadOnlyList<string> Standing)
{
    public static MergeOutcome Written(IReadOnlyList<string>? standing = null) => new(true, [], null, standing ?? []);
    public static MergeOutcome Refused(MergeRefusal why) => new(false, [], why, []);
    public static MergeOutcome Correct(IReadOnlyList<FieldProblem> problems) => new(false, problems, null, []);
}

/// <summary>One of the two is not there, was changed since it was looked at, or is merged already; or the merge is not the last one to be taken back.</summary>
public enum MergeRefusal { Gone, Changed, Merged, MergedOn }

/// <summary>
/// Makes one record of two. The other's rows stay as they are, out of sight, and what stands of them is copied into the one that stays: so both
/// histories are whole, and taking the merge back finds both as they were.
/// </summary>
public sealed class MergeEvents(WriteGate gate, SaveEvent save, TimeProvider clock)
{
    /// <param name="merged">The record that stays, as it is to be, with the version that was looked at.</param>
    /// <param name="other">The record that goes into it.</param>
    /// <param name="seen">The version of it that was looked at.</param>
    public Task<MergeOutcome> RunAsync(EventDraft merged, long other, Guid seen, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default)
    {
        var request = editor.Writes(merged.Reason, requestId) with { Act = "merge", Target = $"event {other} into event {merged.Id}" };
        return gate.RunAsync(request, async db =>
        {
            var (stays, goes) = (await db.Events.FindAsync([merged.Id], cancel), await db.Events.FindAsync([other], cancel));
            if (stays is null || goes is null || other == merged.Id) { return MergeOutcome.Refused(MergeRefusal.Gone); }
            if (stays.MergedIntoId is not null || goes.MergedIntoId is not null) { return MergeOutcome.Refused(MergeRefusal.Merged); }
            if (stays.DeletedAt is not null || goes.DeletedAt is not null) { return MergeOutcome.Refused(MergeRefusal.Gone); }
            if (stays.Version != merged.Version || goes.Version != seen) { return MergeOutcome.Refused(MergeRefusal.Changed); }
            (await Reviewing.OfAsync(db, editor, cancel)).MustPublishAlone(Reviewing.IsPublic(stays) || Reviewing.IsPublic(goes));
            var outcome = await save.WithinAsync(db, merged, editor, arabic, cancel);
            if (!outcome.Saved) { return MergeOutcome.Correct(outcome.Problems); }
            // Deleted for all who read; whoever asks for it is led on.
            (goes.MergedIntoId, goes.DeletedAt) = (merged.Id, Now);
            db.NoteMerged(stays, other, request, Now);
            return MergeOutcome.Written();
        }, cancel);
    }

    /// <summary>Both records as they were before; what was edited since in the one that stayed stands.</summary>
    public Task<MergeOutcome> TakeBackAsync(long other, Editor editor, string why, Guid requestId, CancellationToken cancel = default)
    {
        var request = editor.Writes(why, requestId) with { Act = "undo", Target = $"merge of event {other}" };
        return gate.RunAsync(request, async db =>
        {
            if (await db.Events.FindAsync([other], cancel) is not { MergedIntoId: { } into } || await db.Events.FindAsync([into], cancel) is not { } stayed) { return MergeOutcome.Refused(MergeRefusal.Gone); }
            if (stayed.MergedIntoId is not null) { return MergeOutcome.Refused(MergeRefusal.MergedOn); }
            if (await ActAsync(db, other, cancel) is not { } act) { return MergeOutcome.Refused(MergeRefusal.Gone); }
            var judge = await Reviewing.OfAsync(db, editor, cancel);
            // Before, and after: what was public before the merge is so again.
            judge.MustPublishAlone(Reviewing.IsPublic(stayed) || await db.Events.AnyAsync(e => e.Id == other && e.Status == EventStatus.Published.Id, cancel));
            await db.TakeBackAsync(act, other, whole: false, cancel);
            var standing = await db.TakeBackAsync(act, into, whole: false, cancel);
            judge.MustPublishAlone(Reviewing.IsPublic(stayed));
            await db.SaveChangesAsync(cancel);
            db.NoteMerged(stayed, other, request, Now, takenBack: true);
            return MergeOutcome.Written(standing);
        }, cancel);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The act that merged it.</summary>
    private static Task<Guid?> ActAsync(MapDb db, long other, CancellationToken cancel) =>
        db.Revisions.Where(r => r.Table == "Events" && r.RowId == other && r.Field == nameof(EventRow.MergedIntoId) && r.New != null).OrderByDescending(r => r.Id).Select(r => (Guid?)r.RequestId).FirstOrDefaultAsync(cancel);
}
