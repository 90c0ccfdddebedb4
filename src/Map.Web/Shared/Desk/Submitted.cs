using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Shared.Desk;

/// <summary>What a record's form says of review: what of the record waits or was sent back, and what saving will do.</summary>
internal static class Submitted
{
    /// <summary>Of a public record the person's own change; of any other what became of it in the queue, where that still matters.</summary>
    public static async Task<ReviewRow?> OfAsync(MapDb db, string table, long id, string recorded, Editor me, CancellationToken cancel)
    {
        if (recorded == EventStatus.Published.Id) { return await Submissions.OwnChangeAsync(db, table, id, me.Id, cancel) ?? await Submissions.OwnDeletionAsync(db, table, id, me.Id, cancel); }
        var state = recorded == EventStatus.Review.Id ? ReviewState.Waiting.Id : ReviewState.SentBack.Id;
        return await db.Reviews.Where(it => it.Table == table && it.RowId == id && it.Kind == ReviewKind.New && it.State == state).OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>A change as it was typed, and the record as it was then; its version is the record's when it was made.</summary>
    public static (TDraft Draft, TDraft? Base, Guid? Version)? Proposed<TDraft>(ReviewRow? review) where TDraft : class =>
        review is { Kind: ReviewKind.Change, Proposed: { } json } && DraftJson.Read<TDraft>(json) is { } draft ? (draft, DraftJson.Read<TDraft>(review.Base ?? ""), review.BaseVersion) : null;

    /// <summary>What the first button says where something waits or would wait; null where the usual words hold.</summary>
    public static string? FirstAct(Reviewing? rule, bool wasPublished, string? seen, string status, Language lang)
    {
        var waits = rule?.Save(wasPublished ? EventStatus.Published.Id : seen, Asked(wasPublished, seen, status)) == Verdict.Waits;
        if (wasPublished && waits && (status is "withdrawn" or "draft")) { return lang.Say("Propose withdrawal", "اقترح السحب"); }
        if (seen == EventStatus.Review.Id && waits) { return lang.Say("Save for review", "احفظ للمراجعة"); }
        return waits || (status == EventStatus.Review.Id && seen != status) ? lang.Say("Send to review", "أرسل إلى المراجعة") : null;
    }

    /// <summary>What saving will do; null where it is public at once, or nothing of it is.</summary>
    public static string? Hint(Reviewing? rule, bool wasPublished, string status, bool asksForReview, Language lang)
    {
        if (rule is null || (rule.PublishesAlone && !asksForReview) || (!wasPublished && status == EventStatus.Withdrawn.Id)) { return null; }
        if (wasPublished && rule.Save(EventStatus.Published.Id, status) == Verdict.Done) { return lang.Say("Readers stop seeing it at once.", "يتوقف القراء عن رؤيته فوراً."); }
        return wasPublished
            ? lang.Say("Goes to review; readers go on seeing the present version.", "يذهب إلى المراجعة؛ ويبقى القراء يرون الصيغة الحالية.")
            : lang.Say("Goes to review; readers see it once it is approved.", "يذهب إلى المراجعة؛ ويراه القراء متى أُجيز.");
    }

    /// <summary>What the first button asks for: of a record that nobody has seen, to be seen.</summary>
    private static string Asked(bool wasPublished, string? seen, string status) =>
        wasPublished || status == EventStatus.Withdrawn.Id || (status == EventStatus.Review.Id && seen != status) ? status : EventStatus.Published.Id;
}
