using Map.Core.Events;
using Map.Core.Stories;
using Map.Web.Canvas;
using Map.Web.Drafts;
using Map.Web.Shared.Desk;
using Map.Web.Shared.Stories;
using Microsoft.AspNetCore.Components;

namespace Map.Web.Features.EditStories;

public sealed partial class StoryForm
{
    private readonly string preview = Guid.NewGuid().ToString("N");
    private List<string> drawnChapters = [];
    private string shown = "";
    private string? wandered;
    private int open, drawn;

    [Parameter, EditorRequired] public string Key { get; set; } = "";
    [Inject] private SaveStory Save { get; set; } = null!;
    [Inject] private RemoveStory Remove { get; set; } = null!;
    [Inject] private ViewPreviews Previews { get; set; } = null!;

    protected override string FormName => $"story-{Key}";
    protected override string Status { get => Draft.Status; set => Draft.Status = value; }
    protected override string Reason => Draft.Reason;
    protected override string FirstAct => Submitted.FirstAct(Rule, WasPublished, Seen?.Status, Status, Lang) ?? base.FirstAct;
    protected override string AsideWords => Lang.Say("Kept as your draft. Readers see the published story until you publish.", "حُفظت مسودةً لك. يرى القراء القصة المنشورة إلى أن تنشر.");
    private string Heading => Seen is { } known ? Lang.Name(known.Title, known.TitleAr.Length > 0 ? known.TitleAr : null) : Lang.Say("New story", "قصة جديدة");
    private bool HasStatus => WasPublished || Seen?.Status == EventStatus.Withdrawn.Id;
    private string Address => Seen is { Slug.Length: > 0 } known ? known.Slug : Key;
    private string Optional => Lang.Say("optional", "اختياري");

    /// <summary>The chapter that is looked at, with all it leads to; null while there is none.</summary>
    private StoryReading? Reading { get; set; }

    /// <summary>The frame is drawn anew for each change of what it shows.</summary>
    private string PreviewAddress => $"/embed?{ViewPreviews.Parameter}={preview}&n={drawn}&lang={Lang.Code}";

    private IEnumerable<(string, string)> Statuses => new[] { EventStatus.Published, EventStatus.Withdrawn }.Select(status => (status.Id, status.Words(Lang.IsArabic)));

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        var row = await LoadStory.RowAsync(db, Key, Gone);
        History = row is null ? [] : await RowHistory.OfAsync(db, Submissions.Stories, row.Id, Gone);
        IsDeleted = row?.DeletedAt is not null;
        WasPublished = row is { Status: "published", DeletedAt: null };
        Seen = row is null ? null : LoadStory.From(row);
        await AskRuleAsync(db, Submissions.Stories, row?.Id, row?.Status);
        if (WasPublished && await UseProposedAsync(Submission)) { return; }
        await UseAsync(row is null ? new StoryDraft { Key = Key, Chapters = [new()] } : LoadStory.From(row));
    }

    protected override async Task UseAsync(StoryDraft draft)
    {
        await base.UseAsync(draft);
        drawnChapters = [.. Draft.Chapters.Select(DraftJson.Of)];
        await PreviewAsync();
    }

    protected override IReadOnlyList<FieldProblem> Check(StoryDraft draft) => draft.Check(Today, Lang.IsArabic);

    protected override void Stand(StoryDraft proposed, Guid? version) => proposed.Version = version;

    protected override Mentions MentionsOf(StoryDraft draft) => new([], [], []);

    /// <summary>The chapter that is written is the one that is shown.</summary>
    protected override Task FollowAsync()
    {
        List<string> now = [.. Draft.Chapters.Select(DraftJson.Of)];
        var changed = now.FindIndex(it => !drawnChapters.Contains(it));
        if (changed >= 0 && now.Count == drawnChapters.Count) { open = changed; }
        drawnChapters = now;
        return PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        open = Math.Clamp(open, 0, Math.Max(0, Draft.Chapters.Count - 1));
        if (Draft.Chapters.Count == 0)
        {
            (Reading, wandered) = (null, null);
            return;
        }
        var chapter = Draft.Chapters[open];
        await using var db = await Databases.CreateDbContextAsync(Gone);
        Reading = await StoryReading.OfAsync(db, [chapter], Lang, Gone);
        var view = ShownChapter.AsView(chapter);
        var now = DraftJson.Of(view);
        if (now == shown) { return; }
        Previews.Put(preview, await NamedView.OfAsync(db, view, Gone));
        (shown, wandered) = (now, null);
        drawn++;
    }

    private Task ShowAsync(int index)
    {
        open = index;
        return PreviewAsync();
    }

    /// <summary>The frame says where it has been moved to; where it stands at first is no move.</summary>
    private void See(ChangeEventArgs said)
    {
        if (said.Value is not string { Length: > 0 } query || Draft.Chapters.Count == 0) { return; }
        var (mine, moved) = (Draft.Chapters[open], DraftJson.Copy(Draft.Chapters[open]));
        ShownChapter.Take(moved, query);
        wandered = mine.ReadTime() == moved.ReadTime() && mine.At.Trim() == moved.At ? null : query;
    }

    private Task TakeShownAsync()
    {
        ShownChapter.Take(Draft.Chapters[open], wandered);
        return Form!.LeaveAsync($"Chapters[{open}].When", $"Chapters[{open}].Window", $"Chapters[{open}].At");
    }

    private Task AddAsync()
    {
        // A new chapter begins where the one before it stands.
        Draft.Chapters.Add(Draft.Chapters is [.., var last] ? new() { When = last.When, Window = last.Window, At = last.At, Layers = [.. last.Layers], Filters = last.Filters } : new());
        open = Draft.Chapters.Count - 1;
        Form!.FocusWhenThere($"Chapters[{open}].Heading");
        return Form.RowsChangedAsync("Chapters");
    }

    private Task MoveAsync(int index, int by)
    {
        var to = index + by;
        if (to < 0 || to >= Draft.Chapters.Count) { return Task.CompletedTask; }
        (Draft.Chapters[index], Draft.Chapters[to]) = (Draft.Chapters[to], Draft.Chapters[index]);
        open = to;
        return Form!.RowsChangedAsync("Chapters");
    }

    private Task RemoveChapterAsync(int index)
    {
        Draft.Chapters.RemoveAt(index);
        return Form!.RowsChangedAsync("Chapters");
    }

    protected override Task SaveAsync() => TrySaveAsync(async now =>
    {
        var outcome = await Save.RunAsync(Draft, now, Request, Lang.IsArabic, Gone);
        if (outcome.Theirs is { } theirs)
        {
            Merge = new StoryMerge(Seen, Draft, theirs, Lang);
            return;
        }
        if (outcome.Version is null) { await RefuseAsync(outcome.Problems); return; }
        await StartOverAsync();
        Saved = (outcome.Review, WasPublished) switch
        {
            ({ }, _) => SentWords,
            (null, true) => Lang.Say("Published.", "نُشرت."),
            _ => Lang.Say("Saved. Readers do not see it.", "حُفظت. لا يراها القراء."),
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
