using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditControl;

public sealed partial class ControlForm : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource gone = new();
    private ElementReference element;
    private Editor? editor;
    private FormState<ClaimSheet>? form;
    private ClaimSheet? seen;
    private int turn;
    private ControlMerge? merge;
    private IReadOnlyList<HistoryLine> history = [];
    private IReadOnlyList<string> holders = [];
    private ServerCopy<SheetAtDesk>? copy;
    private Guid request = Guid.NewGuid();
    private bool live, busy, deleted, deleting, wasPublished;
    private string? refusal, restored, saved, kept, deleteProblem, focusOn;
    private string deleteReason = "";

    /// <summary>The recorded claim to change; null for a sheet of new ones.</summary>
    [Parameter] public long? Id { get; set; }
    /// <summary>The id of a sheet of new claims.</summary>
    [Parameter] public string? Sheet { get; set; }
    /// <summary>The source a new sheet begins with.</summary>
    [Parameter] public long? FirstSource { get; set; }
    [Inject] private Language Lang { get; set; } = null!;
    [Inject] private IDbContextFactory<MapDb> Databases { get; set; } = null!;
    [Inject] private SaveControlClaims Save { get; set; } = null!;
    [Inject] private RemoveControlClaim Remove { get; set; } = null!;
    [Inject] private DeskSearch Search { get; set; } = null!;
    [Inject] private EditorNow EditorNow { get; set; } = null!;
    [Inject] private BrowserDrafts OnDevice { get; set; } = null!;
    [Inject] private ServerDrafts OnServer { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;

    private ClaimSheet Draft => form!.Draft;
    private SheetAtDesk AtDesk => new(Draft, seen, turn);
    private string FormName => Id is { } id ? SheetForm.NameOf(id) : SheetForm.NameOf(Sheet!);
    private bool IsNew => Id is null;

    protected override async Task OnInitializedAsync()
    {
        editor = await MayAsync();
        if (editor is not null) { await LoadAsync(); }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The first render can come before the claim is loaded; the draft is opened once, when both are there.
        if (live || form is null || editor is null || copy is not null) { return; }
        copy = new ServerCopy<SheetAtDesk>(OnServer, editor.Id, FormName, Clock);
        await OnDevice.OpenAsync(element, $"{editor.Id}/{FormName}", nameof(SheetAtDesk.Draft));
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
        holders = await KnownHolders.OfAsync(db, gone.Token);
        if (Id is not { } id)
        {
            await UseAsync(new ClaimSheet { SourceId = FirstSource });
            return;
        }
        var row = await LoadSheet.RowAsync(db, id, gone.Token);
        history = await RowHistory.OfAsync(db, "ControlClaims", id, gone.Token);
        deleted = row?.DeletedAt is not null;
        wasPublished = row is { Status: "published", DeletedAt: null };
        seen = row is null ? null : LoadSheet.From(row, Lang.IsArabic);
        await UseAsync(row is null ? new ClaimSheet() : LoadSheet.From(row, Lang.IsArabic));
    }

    private async Task UseAsync(ClaimSheet sheet)
    {
        if (sheet.Lines.Count == 0) { sheet.Lines.Add(new()); }
        if (form is null) { form = new(sheet, Check) { Changed = ChangedAsync }; }
        form.Names.AddAll(await Search.NamedInAsync(SheetMentions.Of(sheet), gone.Token));
        if (sheet.DateAnchor.Length == 0) { sheet.DateAnchor = Anchor.Of(sheet, form.Names); }
        form.Replace(sheet);
    }

    private IReadOnlyList<FieldProblem> Check(ClaimSheet sheet) => sheet.Check(new ClaimContext(
        DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), holders, wasPublished, Published: form?.Names.Source(sheet.SourceId)?.PublishedEdtf, Arabic: Lang.IsArabic));

    /// <summary>What was typed here before and never saved comes back by itself; the device's copy has the last keys, unless another device went on.</summary>
    private async Task BringBackAsync()
    {
        var device = await OnDevice.ReadAsync<SheetAtDesk>();
        var server = await OnServer.ReadAsync<SheetAtDesk>(editor!.Id, FormName, gone.Token);
        var newest = device is null || server?.Draft.Turn > device.Draft.Turn ? server : device;
        if (newest is null || Words(newest.Draft.Draft) == Words(Draft)) { return; }
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
        if (Draft.DateAnchor.Length == 0) { Draft.DateAnchor = Anchor.Of(Draft, form!.Names); form.Check(); }
        kept = Lang.Say("Draft kept on this device", "المسودة محفوظة على هذا الجهاز");
        // The next line is there at once: keeping takes a way to the device and back.
        StateHasChanged();
        var now = AtDesk;
        copy?.KeepSoon(now);
        await OnDevice.KeepAsync(now);
    }

    /// <summary>To the next line, which takes over who, how and when; a new one after the last, unless that says nothing yet.</summary>
    private async Task NextAsync(ClaimDraft line)
    {
        var at = Draft.Lines.IndexOf(line);
        if (at < 0 || !IsNew) { return; }
        if (at + 1 == Draft.Lines.Count)
        {
            if (line.IsBlank) { return; }
            if (Draft.Lines.Count < ClaimSheet.MostLines) { Draft.Lines.Add(line.Next()); }
        }
        focusOn = Draft.Lines[Math.Min(at + 1, Draft.Lines.Count - 1)].Key;
        // Who has gone on has left every field of the line.
        await form!.LeaveAsync($"Lines[{at}].PlaceKey", $"Lines[{at}].Holders", $"Lines[{at}].Posture", $"Lines[{at}].DateText", $"Lines[{at}].Quote");
    }

    private Task AddAsync() => Draft.Lines is [.., { IsBlank: false } last] ? NextAsync(last) : FocusAsync(Draft.Lines[^1]);

    private Task FocusAsync(ClaimDraft line)
    {
        focusOn = line.Key;
        return Task.CompletedTask;
    }

    private Task RemoveAsync(ClaimDraft line)
    {
        var at = Draft.Lines.IndexOf(line);
        Draft.Lines.Remove(line);
        if (Draft.Lines.Count == 0) { Draft.Lines.Add(new()); }
        focusOn = Draft.Lines[Math.Clamp(at, 0, Draft.Lines.Count - 1)].Key;
        return form!.RowsChangedAsync("Lines");
    }

    /// <summary>A published claim stays as readers see it while its next version is a draft.</summary>
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
            saved = Lang.Say("Kept as your draft. Readers see the published claim until you publish.", "حُفظ مسودةً لك. يرى القراء الادعاء المنشور إلى أن تنشر.");
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

    private async Task SaveAsync(ClaimSheet sheet)
    {
        if (busy || form is null || await MayAsync() is not { } now) { return; }
        form.ShowAll();
        if (form.Problems.Count > 0) { await form.FocusAsync(form.Problems[0].Field); return; }
        await GuardedAsync(async () =>
        {
            var outcome = await Save.RunAsync(sheet, now, request, Lang, gone.Token);
            if (outcome.Theirs is { } theirs)
            {
                form.Names.AddAll(await Search.NamedInAsync(SheetMentions.Of(theirs), gone.Token));
                merge = new ControlMerge(seen, sheet, theirs, form.Names, Lang);
                return;
            }
            form.ShowAll(outcome.Problems);
            if (!outcome.Saved) { await form.FocusAsync(form.Problems[0].Field); return; }
            await ForgetDraftAsync();
            var what = Counted.Claims.Say(outcome.Ids.Count, Lang);
            (restored, kept, request) = (null, null, Guid.NewGuid());
            if (IsNew) { await BeginAgainAsync(outcome.Ids[0], sheet); } else { await LoadAsync(); }
            await OnDevice.BeginAsync(AtDesk);
            saved = (IsNew, sheet.Status == EventStatus.Published.Id) switch
            {
                (true, true) => Lang.Say($"Published: {what}.", $"نُشر: {what}."),
                (true, false) => Lang.Say($"Saved: {what}. Readers do not see them.", $"حُفظ: {what}. لا يراها القراء."),
                (false, true) => Lang.Say("Published.", "نُشر."),
                _ => Lang.Say("Saved. Readers do not see it.", "حُفظ. لا يراه القراء."),
            };
        });
    }

    /// <summary>An empty sheet of the same source: reports are read one after the other, and often twice.</summary>
    private async Task BeginAgainAsync(long first, ClaimSheet sheet)
    {
        await using var db = await Databases.CreateDbContextAsync(gone.Token);
        var source = await db.ControlClaims.Where(claim => claim.Id == first).Select(claim => claim.SourceId).SingleAsync(gone.Token);
        lastSaved = sheet.Said.Select(it => sheet.ReadSpan(it.Line)).LastOrDefault(span => span is not null);
        (lastSource, turn) = (source, 0);
        await UseAsync(new ClaimSheet { SourceId = source });
    }

    private DateSpan? lastSaved;
    private long? lastSource;

    private async Task DeleteAsync()
    {
        deleteProblem = deleteReason.Trim().Length == 0 ? Lang.Say("Say in a few words why; the history keeps it.", "اذكر السبب بكلمات قليلة؛ يحفظه السجل.") : null;
        if (busy || deleteProblem is not null || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            await Remove.DeleteAsync(Id!.Value, now, deleteReason.Trim(), request);
            (deleting, deleteReason) = (false, "");
            await AfterRemovalAsync();
        });
    }

    private async Task RestoreAsync()
    {
        if (busy || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            await Remove.RestoreAsync(Id!.Value, now, Lang.Say("The deletion was undone.", "تم التراجع عن الحذف."), request);
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
        catch (DatabaseBusyException) { refusal = Lang.Say("The database is busy. Your draft is kept; try again in a moment.", "قاعدة البيانات مشغولة. مسودتك محفوظة؛ حاول بعد لحظة."); }
        finally { busy = false; }
    }

    private async Task ForgetDraftAsync()
    {
        await OnDevice.ClearAsync();
        await copy!.ForgetAsync();
    }

    /// <summary>What somebody typed, without the keys that each new line is given.</summary>
    private static string Words(ClaimSheet sheet)
    {
        var plain = DraftJson.Copy(sheet);
        plain.Lines.ForEach(line => line.Key = "");
        return DraftJson.Of(plain);
    }

    private string Moment(DateTimeOffset at) => $"{DateWords.Of(DateOnly.FromDateTime(at.UtcDateTime), Lang.IsArabic)}, {at.UtcDateTime:HH:mm} UTC";

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        if (copy is not null) { await copy.DisposeAsync(); }
        await OnDevice.DisposeAsync();
        gone.Dispose();
    }
}
