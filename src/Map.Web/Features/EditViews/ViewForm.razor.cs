using Map.Core.Events;
using Map.Core.Views;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditViews;

public sealed partial class ViewForm
{
    private readonly string preview = Guid.NewGuid().ToString("N");
    private string shownRow = "";
    private string? wandered;
    private NamedView? shared;
    private FilterNames names = FilterNames.None;
    private static readonly int[] Widths = [320, 640];
    private int drawn, width = 640;
    /// <summary>The callout whose spot is pointed at next; −1 for a new one, null while none is.</summary>
    private int? pointing;

    [Parameter, EditorRequired] public string Key { get; set; } = "";
    /// <summary>What a new view begins with: the query of a map.</summary>
    [Parameter] public string? From { get; set; }
    [Inject] private SaveView Save { get; set; } = null!;
    [Inject] private RemoveView Remove { get; set; } = null!;
    [Inject] private ViewPreviews Previews { get; set; } = null!;

    protected override string FormName => $"view-{Key}";
    protected override string Status { get => Draft.Status; set => Draft.Status = value; }
    protected override string Reason => Draft.Reason;
    protected override string FirstAct => Submitted.FirstAct(Rule, WasPublished, Seen?.Status, Status, Lang) ?? base.FirstAct;
    protected override string AsideWords => Lang.Say("Kept as your draft. Readers see the published view until you publish.", "حُفظت مسودةً لك. يرى القراء العرض المنشور إلى أن تنشر.");
    private string Heading => Seen is { } known ? Lang.Name(known.Title, known.TitleAr.Length > 0 ? known.TitleAr : null) : Lang.Say("New view", "عرض جديد");
    private bool HasStatus => WasPublished || Seen?.Status == EventStatus.Withdrawn.Id;
    private bool IsShared => WasPublished && !IsDeleted;
    private string Address => Seen is { Slug.Length: > 0 } known ? known.Slug : Key;

    /// <summary>The frame is drawn anew for each change of what it shows, where somebody has moved it to.</summary>
    private string PreviewAddress => $"/embed?{ViewPreviews.Parameter}={preview}&n={drawn}{(Draft.Language.Length == 0 ? $"&lang={Lang.Code}" : "")}{(pointing is null ? "" : "&pick=1")}{(wandered is { Length: > 0 } ? "&" + wandered : "")}";

    /// <summary>What the published view shows, for the links and codes that are copied.</summary>
    private string SharedQuery => shared?.Query ?? "";

    private IEnumerable<(string, string)> Statuses => new[] { EventStatus.Published, EventStatus.Withdrawn }.Select(status => (status.Id, status.Words(Lang.IsArabic)));

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        var row = await LoadView.RowAsync(db, Key, Gone);
        History = row is null ? [] : await RowHistory.OfAsync(db, Submissions.Views, row.Id, Gone);
        IsDeleted = row?.DeletedAt is not null;
        WasPublished = row is { Status: "published", DeletedAt: null };
        Seen = row is null ? null : await LoadView.FromAsync(db, row, Gone);
        shared = WasPublished ? await NamedView.OfAsync(db, row!, Gone) : null;
        await AskRuleAsync(db, Submissions.Views, row?.Id, row?.Status);
        if (WasPublished && await UseProposedAsync(Submission)) { return; }
        await UseAsync(row is null ? ViewStart.New(Key, From) : await LoadView.FromAsync(db, row, Gone));
    }

    protected override async Task UseAsync(ViewDraft draft)
    {
        await base.UseAsync(draft);
        (wandered, pointing) = (null, null);
        await using (var db = await Databases.CreateDbContextAsync(Gone)) { names = await FilterNames.OfAsync(db, draft.Filters, Lang, Gone); }
        await PreviewAsync();
    }

    protected override IReadOnlyList<FieldProblem> Check(ViewDraft draft) => draft.Check(Today, Lang.IsArabic);

    protected override void Stand(ViewDraft proposed, Guid? version) => proposed.Version = version;

    protected override Mentions MentionsOf(ViewDraft draft) => new([], [], []);

    protected override Task FollowAsync() => PreviewAsync();

    /// <summary>Hands what is typed to the frame, where it shows any of it: a field that cannot be read yet leaves the frame as it was.</summary>
    private async Task PreviewAsync()
    {
        var row = SaveView.RowOf(Draft);
        var now = DraftJson.Of(row);
        if (now == shownRow) { return; }
        await using var db = await Databases.CreateDbContextAsync(Gone);
        Previews.Put(preview, await NamedView.OfAsync(db, row, Gone));
        shownRow = now;
        drawn++;
        if (wandered is { Length: > 0 }) { wandered = ViewStart.Wandered(Draft, "?" + wandered); }
    }

    /// <summary>The frame says where it has been moved to.</summary>
    private void See(ChangeEventArgs said)
    {
        wandered = ViewStart.Wandered(Draft, said.Value as string);
    }

    private Task TakeShownAsync()
    {
        ViewStart.Take(Draft, "?" + wandered);
        wandered = null;
        return Form!.LeaveAsync("When", "Window", "At");
    }

    private Task PickAsync(ChangeEventArgs said)
    {
        if (pointing is not { } index || said.Value is not string at || at.Length == 0) { return Task.CompletedTask; }
        pointing = null;
        if (index >= 0 && index < Draft.Callouts.Count)
        {
            Draft.Callouts[index].At = at;
            return Form!.LeaveAsync($"Callouts[{index}].At");
        }
        Draft.Callouts.Add(new() { At = at });
        Form!.FocusWhenThere($"Callouts[{Draft.Callouts.Count - 1}].Text");
        return Form.RowsChangedAsync("Callouts");
    }

    private void Point(int index) => pointing = pointing == index ? null : index;

    protected override Task SaveAsync() => TrySaveAsync(async now =>
    {
        var outcome = await Save.RunAsync(Draft, now, Request, Lang.IsArabic, Gone);
        if (outcome.Theirs is { } theirs)
        {
            Merge = new ViewMerge(Seen, Draft, theirs, Lang);
            return;
        }
        if (outcome.Version is null) { await RefuseAsync(outcome.Problems); return; }
        await StartOverAsync();
        Saved = (outcome.Review, WasPublished) switch
        {
            ({ }, _) => SentWords,
            (null, true) => Lang.Say("Published.", "نُشر."),
            _ => Lang.Say("Saved. Readers do not see it.", "حُفظ. لا يراه القراء."),
        };
    });

    protected override Task RemoveAsync(Editor now, string reason) => Remove.DeleteAsync(Key, now, reason, Request);

    protected override Task ReturnAsync(Editor now, string reason) => Remove.RestoreAsync(Key, now, reason, Request);

    public override ValueTask DisposeAsync()
    {
        Previews.Drop(preview);
        return base.DisposeAsync();
    }
}
