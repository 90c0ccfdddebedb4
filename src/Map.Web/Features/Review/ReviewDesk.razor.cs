using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Review;

public sealed partial class ReviewDesk
{
    private ElementReference element;
    private ReviewRow? review;
    private ReviewedRecord? text;
    private Looked? looked;
    private Editor? me;
    private IReadOnlyList<MergeChoice> since = [];
    private IReadOnlyList<Editor> reviewers = [];
    private string reason = "";
    private string? refusal, done;
    private long? next;
    private bool live, busy, mayDecide, mayApprove, isOwn;

    [Parameter, EditorRequired] public long Id { get; set; }
    [Parameter] public string Kind { get; set; } = "";
    [Parameter] public string Assigned { get; set; } = "";
    [Parameter] public string By { get; set; } = "";
    [Parameter] public string Of { get; set; } = "";
    [Inject] private Language Lang { get; set; } = null!;
    [Inject] private IDbContextFactory<MapDb> Databases { get; set; } = null!;
    [Inject] private IEnumerable<IReviewsRecords> Records { get; set; } = null!;
    [Inject] private DecideReview Decide { get; set; } = null!;
    [Inject] private TakeBackSubmission TakeBack { get; set; } = null!;
    [Inject] private EditorNow EditorNow { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private QueueAddress Address => new(Kind, Assigned, By, Of);
    private bool IsWaiting => review?.State == ReviewState.Waiting.Id;
    private string Title => text is null ? Lang.Say("Review", "المراجعة") : Lang.Name(text.Name.Title, text.Name.TitleAr);

    protected override async Task OnInitializedAsync()
    {
        if (await MayAsync() is not null) { await LoadAsync(); }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (live || review is null) { return; }
        live = true;
        await element.FocusAsync(preventScroll: true);
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync();
        await using var moment = await db.OneMomentAsync(default);
        review = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(it => it.Id == Id);
        text = review is not null && Records.FirstOrDefault(it => it.Table == review.Table) is { } of ? await of.ReadAsync(db, review, Lang, default) : null;
        if (review is null || text is null)
        {
            refusal = Words(Decision.Refused(DecisionRefusal.Gone));
            return;
        }
        var judge = await Reviewing.OfAsync(db, me!);
        isOwn = await Submissions.IsOwnAsync(db, review, me!);
        (mayDecide, mayApprove) = (judge.MayDecide, ReviewRules.MayApprove(judge.Mode, judge.Role, isOwn));
        reviewers = mayDecide ? await Reviewers.OfAsync(db) : [];
        looked = new(review.Id, review.Version, text.Version);
        next = await WaitingList.NextAsync(db, review, new(Kind, Assigned, By, Of));
    }

    private async Task<Editor?> MayAsync()
    {
        me = await EditorNow.FindAsync();
        refusal = me is null ? Lang.Say("You may not review here any longer. Ask an administrator.", "لم يعد يحق لك المراجعة هنا. راجع المدير.") : null;
        return me;
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key is { Key: "Enter", CtrlKey: true } or { Key: "Enter", MetaKey: true }) { if (IsWaiting && mayApprove && text is { Awaits.Count: 0 }) { await ApproveAsync(); } }
        else if (key is { Key: "n" or "N" or "ى", CtrlKey: false, AltKey: false, MetaKey: false } && next is { } following) { Navigation.NavigateTo(Lang.Link($"/desk/review/{following}{Address.Query}"), forceLoad: true); }
    }

    private Task ApproveAsync() => ActAsync(review?.Kind == ReviewKind.Deletion ? Lang.Say("Approved. It is deleted.", "أُجيز. وحُذف.") : Lang.Say("Approved. Readers see it.", "أُجيز. يراه القراء."), now => Decide.ApproveAsync(looked!, now, Guid.NewGuid(), Lang.IsArabic));

    private Task SendBackAsync() => ActAsync(Lang.Say("Sent back, with the reason.", "أُعيد مع السبب."), now => Decide.SendBackAsync(Id, reason, now, Guid.NewGuid()));

    private Task AssignAsync(string? person) => ActAsync(null, now => Decide.AssignAsync(Id, string.IsNullOrEmpty(person) ? null : person, now, Guid.NewGuid()));

    private Task TakeBackAsync() => ActAsync(Lang.Say("Taken out of the queue.", "سُحب من القائمة."), async now => await TakeBack.RunAsync(Id, now, Guid.NewGuid()) ? Decision.Made() : Decision.Refused(DecisionRefusal.Decided));

    private async Task ActAsync(string? words, Func<Editor, Task<Decision>> act)
    {
        if (busy || looked is null || await MayAsync() is not { } now) { return; }
        (busy, since) = (true, []);
        StateHasChanged();
        try
        {
            var (before, decision) = (text, await act(now));
            await LoadAsync();
            if (decision.Done) { done = words; }
            else { Refuse(decision, before); }
        }
        catch (NotAllowedException refused) { refusal = refused.Words(Lang); }
        catch (DatabaseBusyException) { refusal = Lang.Say("The database is busy. Nothing was decided; try again in a moment.", "قاعدة البيانات مشغولة. لم يُبتّ في شيء؛ حاول بعد لحظة."); }
        finally { busy = false; }
    }

    private void Refuse(Decision decision, ReviewedRecord? before)
    {
        refusal = Words(decision);
        // What the reviewer had before them is told apart from what is there now.
        if (decision.Refusal == DecisionRefusal.MovedOn && before is not null && text is not null) { since = Between(before.Whole, text.Whole); }
    }

    /// <summary>Where what would be let out is another than it was.</summary>
    private static IReadOnlyList<MergeChoice> Between(IReadOnlyList<MergeChoice> before, IReadOnlyList<MergeChoice> after)
    {
        string Said(IReadOnlyList<MergeChoice> all, string label) => string.Join(" · ", all.Where(it => it.Label == label).Select(it => it.Mine));
        return [.. after.Concat(before).Select(it => it.Label).Distinct().Where(label => Said(before, label) != Said(after, label)).Select(label => new MergeChoice(label, Said(after, label), Said(before, label), takeMine: true))];
    }

    private string Words(Decision decision) => decision.Refusal switch
    {
        DecisionRefusal.Gone => Lang.Say("The record is not there any longer.", "لم يعد السجل موجوداً."),
        DecisionRefusal.Decided => decision.By is { } by ? Lang.Say($"{by} has decided on it already.", $"بتّ فيه {by} من قبل.") : Lang.Say("It does not wait any longer.", "لم يعد ينتظر."),
        DecisionRefusal.MovedOn => Lang.Say("It was changed since you read it. Nothing was approved.", "تغيّر منذ قرأته. لم يُجز شيء."),
        DecisionRefusal.NotAllowed => Lang.Say("Only a reviewer decides on this.", "لا يبت في هذا إلا مراجع."),
        DecisionRefusal.Own => Lang.Say("You wrote some of this. Here nobody approves their own change.", "كتبتَ بعض هذا. هنا لا يجيز أحد تغييره بنفسه."),
        DecisionRefusal.Conflict => Lang.Say("The record was changed since in the same fields. Send it back: who proposed it settles that in the form.", "تغيّر السجل منذ ذلك في الحقول نفسها. أعده: يحسم ذلك من اقترحه في النموذج."),
        DecisionRefusal.NoReason => Lang.Say("Say in a few words why.", "اذكر السبب بكلمات قليلة."),
        _ => Lang.Say("It cannot be public as it is: ", "لا يمكن أن يكون علنياً كما هو: ") + string.Join(' ', decision.Problems.Select(problem => problem.Message).Distinct()),
    };

    private string Shown(string words) => words.Length == 0 ? Lang.Say("empty", "فارغ") : words;
}
