using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>What becomes of one save of an event, by the rule and the roles that hold now.</summary>
/// <param name="Status">The state it comes into: what was asked for, or review where it waits.</param>
/// <param name="IsPublic">True where readers see the record as it is.</param>
/// <param name="Waiting">What of it stands in the queue already.</param>
internal sealed record JudgedSave(Verdict Verdict, string Status, bool IsPublic, ReviewRow? Waiting, Reviewing Judge)
{
    public static async Task<JudgedSave> OfAsync(MapDb db, EventRow? row, string asked, Editor editor, CancellationToken cancel) =>
        await OfAsync(db, row, asked, await Reviewing.OfAsync(db, editor, cancel), cancel);

    public static async Task<JudgedSave> OfAsync(MapDb db, EventRow? row, string asked, Reviewing judge, CancellationToken cancel)
    {
        var waiting = row?.Status != EventStatus.Review.Id ? null : await Submissions.WaitingAsync(db, Submissions.Events, row.Id, cancel);
        // What the state is called is for the check of the draft to say.
        var verdict = EventStatus.TryGet(asked, out _) ? judge.Save(row?.Status, asked, waiting?.SubmittedById == judge.Editor.Id) : Verdict.Done;
        return new(verdict, verdict == Verdict.Waits ? EventStatus.Review.Id : asked, row is not null && Reviewing.IsPublic(row), waiting, judge);
    }

    public string Refusal(bool arabic) => Refusal(Judge.Role, Waiting, arabic);

    /// <summary>Why what stands in the queue is not this person's to take out of it, or to save at all.</summary>
    public static string Refusal(ReviewRole role, ReviewRow? waiting, bool arabic) => (role, arabic) switch
    {
        (ReviewRole.None, false) => "You may not edit here any longer. Ask an administrator; what you typed is kept.",
        (ReviewRole.None, true) => "لم يعد يحق لك التحرير هنا. راجع المدير؛ ما كتبته محفوظ.",
        (_, false) => $"{waiting?.SubmittedBy ?? "Somebody else"} sent this to review: they take it back, or a reviewer sends it back. Save it as awaiting review to add to it.",
        (_, true) => $"أرسله إلى المراجعة {waiting?.SubmittedBy ?? "شخص آخر"}: هو من يسحبه، أو يعيده مراجع. احفظه بانتظار المراجعة لتضيف إليه.",
    };
}
