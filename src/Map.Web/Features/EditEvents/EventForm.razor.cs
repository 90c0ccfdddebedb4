using Microsoft.AspNetCore.Components;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditEvents;

public sealed partial class EventForm
{
    private PossibleDuplicates? duplicateList;
    private int duplicates;
    private string? notMerged, notTakenBack;

    [Parameter, EditorRequired] public long Id { get; set; }
    [Inject] private SaveEvent Save { get; set; } = null!;
    [Inject] private RemoveEvent Remove { get; set; } = null!;
    [Inject] private MergeEvents Merger { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string FormName => $"event-{Id}";
    protected override string? RowsOfOneAnswer => nameof(EventDraft.Figures);
    protected override string Status { get => Draft.Status; set => Draft.Status = value; }
    protected override string Reason => Draft.Reason;
    protected override bool AsksForReview => Status == EventStatus.Review.Id && Seen?.Status != EventStatus.Review.Id;
    protected override string FirstAct => Submitted.FirstAct(Rule, WasPublished, Seen?.Status, Status, Lang) ?? base.FirstAct;
    protected override string SecondAct => Seen?.Status == EventStatus.Review.Id ? Lang.Say("Back to draft", "أعده مسودة") : base.SecondAct;
    protected override string AsideWords => Lang.Say("Kept as your draft. Readers see the published event until you publish.", "حُفظت مسودةً لك. يرى القراء الحدث المنشور إلى أن تنشر.");
    private string Heading => Seen is { } known ? Lang.Name(known.Title, known.TitleAr.Length > 0 ? known.TitleAr : null) : Lang.Say("New event", "حدث جديد");

    private string AnchorHelp => Lang.Say(
        "What “on Monday” or “last summer” counts from; the first source's publication unless you type another.",
        "ما تُحسب منه عبارات مثل «يوم الاثنين»؛ تاريخ نشر المصدر الأول ما لم تكتب غيره.");

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        var row = await LoadDraft.RowAsync(db, Id, Gone);
        History = await RowHistory.OfAsync(db, "Events", Id, Gone);
        IsDeleted = row?.DeletedAt is not null;
        WasPublished = row is { Status: "published", DeletedAt: null };
        Seen = row is null ? null : LoadDraft.From(row);
        await AskRuleAsync(db, Submissions.Events, row?.Id, row?.Status);
        if (WasPublished && await UseProposedAsync(Submission)) { return; }
        await UseAsync(row is null ? new EventDraft { Id = Id } : LoadDraft.From(row));
    }

    protected override Task UseAsync(EventDraft draft) => base.UseAsync(Blanks.WithOne(draft));

    protected override IReadOnlyList<FieldProblem> Check(EventDraft draft) => Blanks.Without(draft).Check(new DraftContext(Today, WasPublished, Arabic: Lang.IsArabic, WasWithdrawn: Seen?.Status == EventStatus.Withdrawn.Id));

    protected override void Stand(EventDraft proposed, Guid? version) => proposed.Version = version;

    protected override Mentions MentionsOf(EventDraft draft) => EventMentions.Of(draft);

    protected override bool IsUnsaved(EventDraft kept) => kept.Id == Id && DraftJson.Of(Blanks.Without(kept)) != DraftJson.Of(Blanks.Without(Draft));

    protected override Task FollowAsync()
    {
        notMerged = notTakenBack = null;
        if (Draft.DateAnchor.Length == 0) { Draft.DateAnchor = Anchor.Of(Draft.Claims.FirstOrDefault(), Form!.Names); Form.Check(); }
        return Task.CompletedTask;
    }

    /// <summary>Two records are merged as they are recorded: what was only typed is saved first, as a draft that no reader sees.</summary>
    private async Task MergeIntoAsync(long other)
    {
        if (IsBusy) { return; }
        if (HasChanges && WasPublished)
        {
            notMerged = Lang.Say("Publish or discard what you changed here first: records are merged as they are saved.", "انشر ما غيّرته هنا أو تجاهله أولاً: تُدمج السجلات كما هي محفوظة.");
            return;
        }
        if (HasChanges)
        {
            Draft.Status = EventStatus.Draft.Id;
            await SaveAsync();
            if (Saved is null) { return; }
        }
        Navigation.NavigateTo(Lang.Link($"/desk/events/{other}/merge/{Id}"), forceLoad: true);
    }

    /// <summary>The record that was merged into this one stands by itself again.</summary>
    private async Task TakeMergeBackAsync(long other)
    {
        notTakenBack = HasChanges ? Lang.Say("Save or discard what you changed here first.", "احفظ ما غيّرته هنا أو تجاهله أولاً.") : null;
        if (IsBusy || HasChanges || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            var outcome = await Merger.TakeBackAsync(other, now, Lang.Say("The merge was taken back.", "تم التراجع عن الدمج."), Request, Gone);
            if (!outcome.Done)
            {
                notTakenBack = Lang.Say("This merge cannot be taken back: one of the records is gone, or was merged on. Take that merge back first.", "لا يمكن التراجع عن هذا الدمج: أحد السجلين غير موجود أو دُمج في غيره. تراجع عن ذاك الدمج أولاً.");
                return;
            }
            await StartOverAsync();
            Saved = outcome.Standing.Count == 0
                ? Lang.Say("Both records are as they were before.", "عاد السجلان كما كانا.")
                : Lang.Say("Both records stand again. What was edited here since the merge was left as it is: look it over.", "عاد السجلان. وما حُرّر هنا بعد الدمج بقي كما هو: راجعه.");
        });
    }

    private bool HasChanges
    {
        get
        {
            if (Seen is null) { return true; }
            var (now, then) = (Blanks.Without(Draft), Blanks.Without(Seen));
            now.Reason = then.Reason = "";
            return DraftJson.Of(now) != DraftJson.Of(then);
        }
    }

    protected override Task SaveAsync() => TrySaveAsync(async now =>
    {
        var outcome = await Save.RunAsync(Blanks.Without(Draft), now, Request, Lang.IsArabic, Gone);
        if (outcome.Theirs is { } theirs)
        {
            Merge = new DraftMerge(Seen, Blanks.Without(Draft), theirs, Lang.Say, Form!.Names);
            return;
        }
        if (!outcome.Saved) { await RefuseAsync(outcome.Problems); return; }
        await StartOverAsync();
        Saved = (outcome.Review, WasPublished) switch
        {
            ({ }, true) => Lang.Say("Sent to review. Readers go on seeing the present version.", "أُرسل إلى المراجعة. ويبقى القراء يرون الصيغة الحالية."),
            ({ }, false) => Lang.Say("Sent to review. Readers do not see it until it is approved.", "أُرسل إلى المراجعة. لا يراه القراء حتى يُجاز."),
            (null, true) => Lang.Say("Published.", "نُشر."),
            _ => Lang.Say("Saved. Readers do not see it.", "حُفظ. لا يراه القراء."),
        };
    });

    protected override Task RemoveAsync(Editor now, string reason) => Remove.DeleteAsync(Id, now, reason, Request);

    protected override Task ReturnAsync(Editor now, string reason) => Remove.RestoreAsync(Id, now, reason, Request);

    private Task AddClaimAsync()
    {
        Draft.Claims.Add(new());
        return Form!.ChangeAsync();
    }

    private Task RemoveClaimAsync(DraftClaim claim)
    {
        Draft.Claims.Remove(claim);
        return Form!.RowsChangedAsync("Claims");
    }
}
