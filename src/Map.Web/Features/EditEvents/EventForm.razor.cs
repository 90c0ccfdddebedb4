using Microsoft.AspNetCore.Components;
using Map.Core.Events;
using Map.Web.Drafts;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditEvents;

public sealed partial class EventForm
{
    private IReadOnlyList<Duplicate> duplicates = [];

    [Parameter, EditorRequired] public long Id { get; set; }
    [Inject] private SaveEvent Save { get; set; } = null!;
    [Inject] private RemoveEvent Remove { get; set; } = null!;

    protected override string FormName => $"event-{Id}";
    protected override string? RowsOfOneAnswer => nameof(EventDraft.Figures);
    protected override string Status { get => Draft.Status; set => Draft.Status = value; }
    protected override string Reason => Draft.Reason;
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
        await UseAsync(row is null ? new EventDraft { Id = Id } : LoadDraft.From(row));
    }

    protected override async Task UseAsync(EventDraft draft)
    {
        await base.UseAsync(Blanks.WithOne(draft));
        await FindDuplicatesAsync();
    }

    protected override IReadOnlyList<FieldProblem> Check(EventDraft draft) => Blanks.Without(draft).Check(new DraftContext(Today, WasPublished, Arabic: Lang.IsArabic));

    protected override Mentions MentionsOf(EventDraft draft) => EventMentions.Of(draft);

    protected override bool IsUnsaved(EventDraft kept) => kept.Id == Id && DraftJson.Of(Blanks.Without(kept)) != DraftJson.Of(Blanks.Without(Draft));

    protected override async Task FollowAsync()
    {
        if (Draft.DateAnchor.Length == 0) { Draft.DateAnchor = Anchor.Of(Draft.Claims.FirstOrDefault(), Form!.Names); Form.Check(); }
        await FindDuplicatesAsync();
    }

    private async Task FindDuplicatesAsync()
    {
        // What readers see was compared when it was recorded.
        if (WasPublished) { duplicates = []; return; }
        await using var db = await Databases.CreateDbContextAsync(Gone);
        duplicates = await Duplicates.OfAsync(db, Draft, Position.Of(Draft, Form!.Names), Gone);
    }

    protected override Task SaveAsync() => TrySaveAsync(async now =>
    {
        var outcome = await Save.RunAsync(Blanks.Without(Draft), now, Request, Lang.IsArabic, Gone);
        if (outcome.Theirs is { } theirs)
        {
            Merge = new DraftMerge(Seen, Blanks.Without(Draft), theirs, Lang.Say);
            return;
        }
        if (!outcome.Saved) { await RefuseAsync(outcome.Problems); return; }
        await StartOverAsync();
        Saved = WasPublished ? Lang.Say("Published.", "نُشر.") : Lang.Say("Saved. Readers do not see it.", "حُفظ. لا يراه القراء.");
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
