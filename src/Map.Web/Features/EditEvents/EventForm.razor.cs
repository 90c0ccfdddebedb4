using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditEvents;

/// <summary>What the form keeps: the draft, and the event as it was when the form opened, which a conflict is judged by.</summary>
/// <param name="Turn">Goes up with every change: tells the later of two copies without trusting two clocks.</param>
public sealed record DraftAtDesk(EventDraft Draft, EventDraft? Seen, int Turn = 0);

public sealed partial class EventForm : ComponentBase, IAsyncDisposable
{
    private const string Busy = "The database is busy. Your draft is kept; try again in a moment.";
    private const string BusyAr = "قاعدة البيانات مشغولة. مسودتك محفوظة؛ حاول بعد لحظة.";

    private readonly CancellationTokenSource gone = new();
    private ElementReference element;
    private Editor? editor;
    private FormState<EventDraft>? form;
    private EventDraft? seen;
    private int turn;
    private DraftMerge? merge;
    private IReadOnlyList<HistoryLine> history = [];
    private IReadOnlyList<Duplicate> duplicates = [];
    private ServerCopy<DraftAtDesk>? copy;
    private Guid request = Guid.NewGuid();
    private bool live, busy, deleted, deleting, wasPublished;
    private string? refusal, restored, saved, kept, deleteProblem;
    private string deleteReason = "";

    [Parameter, EditorRequired] public long Id { get; set; }
    [Inject] private Language Lang { get; set; } = null!;
    [Inject] private IDbContextFactory<MapDb> Databases { get; set; } = null!;
    [Inject] private SaveEvent Save { get; set; } = null!;
    [Inject] private RemoveEvent Remove { get; set; } = null!;
    [Inject] private DeskSearch Search { get; set; } = null!;
    [Inject] private EditorNow EditorNow { get; set; } = null!;
    [Inject] private BrowserDrafts OnDevice { get; set; } = null!;
    [Inject] private ServerDrafts OnServer { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;

    private EventDraft Draft => form!.Draft;
    private DraftAtDesk AtDesk => new(Draft, seen, turn);
    private string FormName => $"event-{Id}";
    private string Heading => seen?.Title ?? Lang.Say("New event", "حدث جديد");
    private string SecondAct => wasPublished ? Lang.Say("Keep as draft", "أبقها مسودة") : Lang.Say("Save draft", "احفظ مسودة");

    private string AnchorHelp => Lang.Say(
        "What “on Monday” or “last summer” counts from; the first source's publication unless you type another.",
        "ما تُحسب منه عبارات مثل «يوم الاثنين»؛ تاريخ نشر المصدر الأول ما لم تكتب غيره.");

    /// <summary>For an event that readers see, the status chosen says what the button does.</summary>
    private string FirstAct => (wasPublished, Draft.Status) switch
    {
        (false, _) => Lang.Say("Publish", "انشر"),
        (true, "withdrawn") => Lang.Say("Withdraw", "اسحب"),
        (true, "draft") => Lang.Say("Take off the map", "أزله عن الخريطة"),
        _ => Lang.Say("Publish changes", "انشر التغييرات"),
    };

    protected override async Task OnInitializedAsync()
    {
        editor = await MayAsync();
        if (editor is not null) { await LoadAsync(); }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The first render can come before the event is loaded; the draft is opened once, when both are there.
        if (live || form is null || editor is null || copy is not null) { return; }
        copy = new ServerCopy<DraftAtDesk>(OnServer, editor.Id, FormName, Clock);
        await OnDevice.OpenAsync(element, $"{editor.Id}/{FormName}", nameof(DraftAtDesk.Draft));
        await BringBackAsync();
        await OnDevice.BeginAsync(AtDesk);
        live = true;
        StateHasChanged();
    }

    /// <summary>Who is asking, if they still may: the circuit's own idea of that can be minutes old.</summary>
    private async Task<Editor?> MayAsync()
    {
        var now = await EditorNow.FindAsync();
        refusal = now is null ? Lang.Say("You may not edit here any longer. What you typed is kept on this device; ask an administrator.", "لم يعد يحق لك التحرير هنا. ما كتبته محفوظ على هذا الجهاز؛ راجع المدير.") : null;
        return now;
    }

    private async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(gone.Token);
        var row = await LoadDraft.RowAsync(db, Id, gone.Token);
        history = await RowHistory.OfAsync(db, "Events", Id, gone.Token);
        deleted = row?.DeletedAt is not null;
        wasPublished = row is { Status: "published", DeletedAt: null };
        seen = row is null ? null : LoadDraft.From(row);
        await UseAsync(row is null ? new EventDraft { Id = Id } : LoadDraft.From(row));
    }

    private async Task UseAsync(EventDraft draft)
    {
        Blanks.WithOne(draft);
        if (form is null) { form = new(draft, Check) { Changed = ChangedAsync, RowsOfOneAnswer = nameof(EventDraft.Figures) }; }
        form.Names.AddAll(await Search.NamedInAsync(EventMentions.Of(draft), gone.Token));
        form.Replace(draft);
        await FindDuplicatesAsync();
    }

    private IReadOnlyList<FieldProblem> Check(EventDraft draft) =>
        Blanks.Without(draft).Check(new DraftContext(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), wasPublished));

    /// <summary>What was typed here before and never saved comes back by itself; the device's copy has the last keys, unless another device went on.</summary>
    private async Task BringBackAsync()
    {
        var device = await OnDevice.ReadAsync<DraftAtDesk>();
        var server = await OnServer.ReadAsync<DraftAtDesk>(editor!.Id, FormName, gone.Token);
        var newest = device is null || server?.Draft.Turn > device.Draft.Turn ? server : device;
        if (newest is null || newest.Draft.Draft.Id != Id || Same(newest.Draft.Draft, Draft)) { return; }
        (seen, turn) = (newest.Draft.Seen, newest.Draft.Turn);
        await UseAsync(newest.Draft.Draft);
        restored = Lang.Say($"What you typed here and did not save is back (kept {Moment(newest.At)}).", $"عاد ما كتبته هنا ولم تحفظه (محفوظ {Moment(newest.At)}).");
    }

    private async Task DiscardAsync()
    {
        restored = null;
        await ForgetDraftAsync();
        await LoadAsync();
        await OnDevice.BeginAsync(AtDesk);
    }

    private async Task ChangedAsync()
    {
        (saved, refusal) = (null, null);
        request = Guid.NewGuid();
        turn++;
        if (Draft.DateAnchor.Length == 0) { Draft.DateAnchor = Anchor.Of(Draft.Claims.FirstOrDefault(), form!.Names); form.Check(); }
        await FindDuplicatesAsync();
        var now = AtDesk;
        await OnDevice.KeepAsync(now);
        copy!.KeepSoon(now);
        kept = Lang.Say("Draft kept on this device", "المسودة محفوظة على هذا الجهاز");
        StateHasChanged();
    }

    private async Task FindDuplicatesAsync()
    {
        // What readers see was compared when it was recorded.
        if (wasPublished) { duplicates = []; return; }
        await using var db = await Databases.CreateDbContextAsync(gone.Token);
        duplicates = await Duplicates.OfAsync(db, Draft, Position.Of(Draft, form!.Names), gone.Token);
    }

    /// <summary>A published event stays as readers see it while its next version is a draft.</summary>
    private async Task SaveDraftAsync()
    {
        if (busy) { return; }
        if (!wasPublished)
        {
            Draft.Status = EventStatus.Draft.Id;
            await SaveAsync(Draft);
            return;
        }
        if (await MayAsync() is null) { return; }
        await GuardedAsync(async () =>
        {
            await copy!.KeepNowAsync(AtDesk);
            saved = Lang.Say("Kept as your draft. Readers see the published event until you publish.", "حُفظت مسودةً لك. يرى القراء الحدث المنشور إلى أن تنشر.");
        });
    }

    private Task PublishAsync()
    {
        if (!wasPublished || Draft.Status == EventStatus.Review.Id) { Draft.Status = EventStatus.Published.Id; }
        return SaveAsync(Draft);
    }

    private async Task SaveMergeAsync()
    {
        var merged = merge!.Merged(Draft.Reason);
        seen = null;
        await UseAsync(merged);
        merge = null;
        await SaveAsync(merged);
    }

    private async Task SaveAsync(EventDraft draft)
    {
        if (busy || form is null || await MayAsync() is not { } now) { return; }
        form.ShowAll();
        if (form.Problems.Count > 0) { await form.FocusAsync(form.Problems[0].Field); return; }
        await GuardedAsync(async () =>
        {
            var outcome = await Save.RunAsync(Blanks.Without(draft), now, request, gone.Token);
            if (outcome.Theirs is { } theirs)
            {
                merge = new DraftMerge(seen, Blanks.Without(draft), theirs, Lang.Say);
                return;
            }
            form.ShowAll(outcome.Problems);
            if (!outcome.Saved) { await form.FocusAsync(form.Problems[0].Field); return; }
            await ForgetDraftAsync();
            await LoadAsync();
            await OnDevice.BeginAsync(AtDesk);
            request = Guid.NewGuid();
            (restored, kept) = (null, null);
            saved = wasPublished ? Lang.Say("Published.", "نُشر.") : Lang.Say("Saved. Readers do not see it.", "حُفظ. لا يراه القراء.");
        });
    }

    private async Task DeleteAsync()
    {
        deleteProblem = deleteReason.Trim().Length == 0 ? Lang.Say("Say in a few words why; the history keeps it.", "اذكر السبب بكلمات قليلة؛ يحفظه السجل.") : null;
        if (busy || deleteProblem is not null || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            await Remove.DeleteAsync(Id, now, deleteReason.Trim(), request);
            (deleting, deleteReason) = (false, "");
            await AfterRemovalAsync();
        });
    }

    private async Task RestoreAsync()
    {
        if (busy || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            await Remove.RestoreAsync(Id, now, Lang.Say("The deletion was undone.", "تم التراجع عن الحذف."), request);
            await AfterRemovalAsync();
        });
    }

    private async Task AfterRemovalAsync()
    {
        request = Guid.NewGuid();
        (saved, restored) = (null, null);
        await ForgetDraftAsync();
        await LoadAsync();
        await OnDevice.BeginAsync(AtDesk);
    }

    /// <summary>One act at a time; a busy database is said in words, and the same request may be sent again.</summary>
    private async Task GuardedAsync(Func<Task> act)
    {
        busy = true;
        (saved, refusal) = (null, null);
        StateHasChanged();
        try { await act(); }
        catch (DatabaseBusyException) { refusal = Lang.Say(Busy, BusyAr); }
        finally { busy = false; }
    }

    private async Task ForgetDraftAsync()
    {
        await OnDevice.ClearAsync();
        await copy!.ForgetAsync();
    }

    private Task AddClaimAsync()
    {
        Draft.Claims.Add(new());
        return form!.ChangeAsync();
    }

    private Task RemoveClaimAsync(DraftClaim claim)
    {
        Draft.Claims.Remove(claim);
        return form!.RowsChangedAsync("Claims");
    }

    private static bool Same(EventDraft a, EventDraft b) => DraftJson.Of(Blanks.Without(a)) == DraftJson.Of(Blanks.Without(b));

    private string Moment(DateTimeOffset at) => $"{DateWords.Of(DateOnly.FromDateTime(at.UtcDateTime), Lang.IsArabic)}, {at.UtcDateTime:HH:mm} UTC";

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        if (copy is not null) { await copy.DisposeAsync(); }
        await OnDevice.DisposeAsync();
        gone.Dispose();
    }
}
