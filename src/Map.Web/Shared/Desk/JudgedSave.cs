using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>What becomes of one save of a record, by the rule and the roles that hold now.</summary>
/// <param name="Status">The state it comes into: what was asked for, or review where it waits.</param>
/// <param name="IsPublic">True where readers see the record as it is.</param>
/// <param name="Waiting">What of it stands in the queue already.</param>
internal sealed record JudgedSave(Verdict Verdict, string Status, bool IsPublic, ReviewRow? Waiting, Reviewing Judge)
{
    public static async Task<JudgedSave> OfAsync(MapDb db, EventRow? row, string asked, Editor editor, CancellationToken cancel) =>
        await OfAsync(db, row, asked, await Reviewing.OfAsync(db, editor, cancel), cancel);

    public static Task<JudgedSave> OfAsync(MapDb db, EventRow? row, string asked, Reviewing judge, CancellationToken cancel) => OfAsync(db, Submissions.Events, row?.Id, row?.Status, asked, judge, cancel);

    /// <summary>Of what other records rest on: saving it asks for it to be public.</summary>
    public static async Task<JudgedSave> OfAsync(MapDb db, string table, IRestedOn? row, Editor editor, CancellationToken cancel) =>
        await OfAsync(db, table, row?.Id, From(row?.Status), EventStatus.Published.Id, await Reviewing.OfAsync(db, editor, cancel), cancel);

    /// <param name="from">The state it is in; null where it is new.</param>
    public static async Task<JudgedSave> OfAsync(MapDb db, string table, long? id, string? from, string asked, Reviewing judge, CancellationToken cancel)
    {
        var waiting = from != EventStatus.Review.Id || id is null ? null : await Submissions.WaitingAsync(db, table, id.Value, cancel);
        // What the state is called is for the check of the draft to say.
        var verdict = EventStatus.TryGet(asked, out _) ? judge.Save(from, asked, waiting?.SubmittedById == judge.Editor.Id) : Verdict.Done;
        return new(verdict, verdict == Verdict.Waits ? EventStatus.Review.Id : asked, from == EventStatus.Published.Id, waiting, judge);
    }

    /// <summary>Readers see it: it stays as it is, and the save waits beside it.</summary>
    public bool WaitsBeside => Verdict == Verdict.Waits && IsPublic;

    /// <summary>Puts the record into its state, and the queue with it.</summary>
    /// <returns>What waits of it; null where nothing does.</returns>
    public async Task<long?> StandAsync(MapDb db, string table, IRestedOn row, string why, DateTime now, CancellationToken cancel)
    {
        row.Status = Status;
        // The gate gives the row its number and its version when it is written.
        await db.SaveChangesAsync(cancel);
        return (await Submissions.FollowAsync(db, table, row.Id, row.Status, Waiting, why, Judge.Editor, now, cancel))?.Id;
    }

    /// <summary>By the rules of review what came with another record is its editor's draft.</summary>
    public static string? From(string? status) => status == IRestedOn.Added ? EventStatus.Draft.Id : status;

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
