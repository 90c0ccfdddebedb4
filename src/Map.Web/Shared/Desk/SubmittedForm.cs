using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Microsoft.AspNetCore.Components;

namespace Map.Web.Shared.Desk;

/// <summary>The form of a record whose saving may have to wait for somebody's approval: it knows the rule and what of the record waits, and takes that back.</summary>
public abstract class SubmittedForm<TDraft> : HistoryForm<TDraft> where TDraft : class
{
    [Inject] private TakeBackSubmission TakeBack { get; set; } = null!;

    /// <summary>The rule as it was when the record was loaded, for the words alone: what a save may do is asked again when it is made.</summary>
    protected Reviewing? Rule { get; private set; }
    protected ReviewRow? Submission { get; private set; }
    /// <summary>The state the record is in; null for a new one.</summary>
    protected string? Recorded { get; private set; }
    protected bool IsPublic => Recorded == EventStatus.Published.Id;
    protected bool IsMine => Submission is { } sent && sent.SubmittedById == Rule?.Editor.Id;
    /// <summary>True where what is saved here would wait for somebody else.</summary>
    protected bool WouldWait => Rule?.Save(JudgedSave.From(Recorded), EventStatus.Published.Id) == Verdict.Waits;

    protected string FirstActWords(string usual) => !WouldWait ? usual
        : Recorded == EventStatus.Review.Id ? Lang.Say("Save for review", "احفظ للمراجعة") : Lang.Say("Send to review", "أرسل إلى المراجعة");

    protected string FootHint => WouldWait
        ? IsPublic ? Lang.Say("Goes to review; readers go on seeing the present version.", "يذهب إلى المراجعة؛ ويبقى القراء يرون الصيغة الحالية.")
            : Lang.Say("Goes to review; readers see it once it is approved. Drafts may use it already.", "يذهب إلى المراجعة؛ ويراه القراء متى أُجيز. ويمكن للمسودات أن تستعمله من الآن.")
        : Lang.Say("Readers see it at once.", "يراه القراء فوراً.");

    protected string SentWords => IsPublic
        ? Lang.Say("Sent to review. Readers go on seeing the present version.", "أُرسل إلى المراجعة. ويبقى القراء يرون الصيغة الحالية.")
        : Lang.Say("Sent to review. Readers do not see it until it is approved; drafts may use it already.", "أُرسل إلى المراجعة. لا يراه القراء حتى يُجاز؛ ويمكن للمسودات أن تستعمله من الآن.");

    protected string DeletionSentWords => Lang.Say("The deletion is proposed. Readers see the record until somebody approves that.", "اقتُرح الحذف. يرى القراء السجل إلى أن يُجاز ذلك.");

    /// <summary>Lays a change over the version it was made from.</summary>
    protected abstract void Stand(TDraft proposed, Guid? version);

    /// <summary>Reads the rule, and what of the record waits or was sent back.</summary>
    protected async Task AskRuleAsync(MapDb db, string table, long? id, string? recorded)
    {
        (Recorded, Submission) = (recorded, null);
        if (await MayAsync() is not { } me) { return; }
        Rule = await Reviewing.OfAsync(db, me, Gone);
        if (id is { } known && recorded is not null) { Submission = await Submitted.OfAsync(db, table, known, recorded, me, Gone); }
    }

    /// <summary>A change of mine that waits or was sent back goes on where it was left, over the record it was made from. False where there is none.</summary>
    protected async Task<bool> UseProposedAsync(ReviewRow? review)
    {
        if (!IsPublic || Submitted.Proposed<TDraft>(review) is not { } mine) { return false; }
        Seen = mine.Base;
        Stand(mine.Draft, mine.Version);
        await UseAsync(mine.Draft);
        return true;
    }

    /// <summary>What was sent to review is the editor's own again; a change of a public record stands in the form, unsaved.</summary>
    protected async Task TakeSubmissionBackAsync()
    {
        if (IsBusy || Submission is not { } left || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            var isBack = await TakeBack.RunAsync(left.Id, now, Request, Gone);
            await StartOverAsync();
            if (isBack && await UseProposedAsync(left)) { await Form!.ChangeAsync(); }
            Saved = isBack ? Lang.Say("Taken out of review. Nobody else sees it.", "سُحب من المراجعة. لا يراه غيرك.") : null;
        });
    }
}
