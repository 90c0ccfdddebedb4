using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;
using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Drafts;

namespace Map.Web.Shared.Desk;

/// <summary>
/// The life of a form: it asks who is there, loads, brings back what was typed and never saved, keeps every change on the device and on the
/// server, and saves one act at a time. What is drafted, how it is checked and where it is recorded is for each form to say.
/// </summary>
public abstract class DraftForm<TDraft> : ComponentBase, IHandleEvent, IAsyncDisposable where TDraft : class
{
    private readonly CancellationTokenSource gone = new();
    private readonly string hand = Guid.NewGuid().ToString("N");
    private ServerCopy<KeptForm<TDraft>>? copy;
    private Editor? editor;
    private int turn;
    private bool isLeft;

    [Inject] protected Language Lang { get; set; } = null!;
    [Inject] protected IDbContextFactory<MapDb> Databases { get; set; } = null!;
    [Inject] protected DeskSearch Search { get; set; } = null!;
    [Inject] protected TimeProvider Clock { get; set; } = null!;
    [Inject] private EditorNow EditorNow { get; set; } = null!;
    [Inject] private BrowserDrafts OnDevice { get; set; } = null!;
    [Inject] private ServerDrafts OnServer { get; set; } = null!;
    [Inject] private NavigationManager Pages { get; set; } = null!;
    [Inject] private ILoggerFactory Logs { get; set; } = null!;

    /// <summary>The element around all fields.</summary>
    protected ElementReference Element { get; set; }
    /// <summary>Null until the draft is loaded.</summary>
    protected FormState<TDraft>? Form { get; private set; }
    protected TDraft Draft => Form!.Draft;
    /// <summary>The record as it was when the form opened; null for a new one, or where that is no longer known.</summary>
    protected TDraft? Seen { get; set; }
    /// <summary>Tells a retried save from a second one.</summary>
    protected Guid Request { get; private set; } = Guid.NewGuid();
    protected bool IsLive { get; private set; }
    protected bool IsBusy { get; private set; }
    protected string? Refusal { get; private set; }
    protected string? Restored { get; private set; }
    protected string? Kept { get; private set; }
    protected string? Saved { get; set; }
    protected DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
    protected CancellationToken Gone => gone.Token;
    private KeptForm<TDraft> AtDesk => new(Draft, Seen, turn, hand, Request);

    /// <summary>What its draft is kept under, one for each record.</summary>
    protected abstract string FormName { get; }
    /// <summary>The list whose rows are corrected as a whole.</summary>
    protected virtual string? RowsOfOneAnswer => null;
    /// <summary>Reads the record, or begins a new one, and hands it to <see cref="UseAsync"/>.</summary>
    protected abstract Task LoadAsync();
    protected abstract IReadOnlyList<FieldProblem> Check(TDraft draft);
    protected abstract Mentions MentionsOf(TDraft draft);
    /// <summary>True where what was kept belongs here and says something else than what is here now.</summary>
    protected virtual bool IsUnsaved(TDraft kept) => DraftJson.Of(kept) != DraftJson.Of(Draft);
    protected virtual string RestoredWords(DateTimeOffset at) => Lang.Say($"What you typed here and did not save is back (kept {MomentWords.Of(at.UtcDateTime, Lang)}).", $"عاد ما كتبته هنا ولم تحفظه (محفوظ {MomentWords.Of(at.UtcDateTime, Lang)}).");
    /// <summary>The form can be used from here on.</summary>
    protected virtual Task OpenedAsync() => Task.CompletedTask;
    /// <summary>Works out what follows from a change, before it is kept.</summary>
    protected virtual Task FollowAsync() => Task.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        editor = await MayAsync();
        if (editor is not null) { await LoadAsync(); }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The first render can come before the record is loaded; the draft is opened once, when both are there.
        if (Form is null || editor is null || copy is not null) { return; }
        copy = new ServerCopy<KeptForm<TDraft>>(OnServer, editor.Id, FormName, Clock);
        await OnDevice.OpenAsync(Element, $"{editor.Id}/{FormName}", nameof(KeptForm<TDraft>.Draft));
        await BringBackAsync(editor.Id);
        await OnDevice.BeginAsync(AtDesk);
        await OpenedAsync();
        IsLive = true;
        StateHasChanged();
    }

    protected virtual async Task UseAsync(TDraft draft)
    {
        var form = Form ?? new(draft, Check) { Changed = ChangedAsync, Standing = StandingAsync, RowsOfOneAnswer = RowsOfOneAnswer };
        form.Names.AddAll(await Search.NamedInAsync(MentionsOf(draft), Gone));
        Form = form;
        form.Replace(draft);
    }

    /// <summary>Whatever fails in an act of this form is said at the form, and the form goes on with what was typed: by itself the framework would end the page without a word.</summary>
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg) => StandingAsync(async () =>
    {
        var act = callback.InvokeAsync(arg);
        // Drawn before what is awaited too, as the framework does.
        StateHasChanged();
        if (act.IsCompletedSuccessfully) { return; }
        await act;
        StateHasChanged();
    });

    private async Task StandingAsync(Func<Task> act)
    {
        try { await act(); }
        // The page is closing.
        catch (Exception closing) when (closing is JSDisconnectedException or OperationCanceledException && gone.IsCancellationRequested) { }
#pragma warning disable CA1031 // Of a fault that nobody thought of, only this is known: it must cost nobody their words.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Logs.CreateLogger(GetType()).LogError(fault, "An act of a form failed");
            Refusal = Lang.Say("Something failed on the server. Nothing was saved; what you typed is kept. Try again, or reload the page.", "حدث عطل في الخادم. لم يُحفظ شيء، وما كتبته باقٍ. حاول من جديد أو أعد تحميل الصفحة.");
            StateHasChanged();
        }
    }

    /// <summary>Who is asking, if they still may: the circuit's own idea of that can be minutes old.</summary>
    protected async Task<Editor?> MayAsync()
    {
        var now = await EditorNow.FindAsync();
        Refusal = now is null ? Lang.Say("You may not edit here any longer. What you typed is kept on this device; ask an administrator.", "لم يعد يحق لك التحرير هنا. ما كتبته محفوظ على هذا الجهاز؛ راجع المدير.") : null;
        return now;
    }

    /// <summary>Saves, if the person may and nothing stands in the way.</summary>
    protected async Task TrySaveAsync(Func<Editor, Task> save)
    {
        if (IsBusy || Form is null || await MayAsync() is not { } now) { return; }
        Form.ShowAll();
        // Where it was made already and its answer lost, what stands in the way is the record itself; the gate then gives the first answer again.
        if (Form.Problems is [var first, ..] && !await IsMadeAsync()) { await Form.FocusAsync(first.Field); return; }
        await GuardedAsync(() => save(now));
    }

    private async Task<bool> IsMadeAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        return await db.Audit.AnyAsync(act => act.RequestId == Request && act.Outcome != null, Gone);
    }

    /// <summary>Says what only the server could find.</summary>
    protected async Task RefuseAsync(IReadOnlyList<FieldProblem> problems)
    {
        Form!.ShowAll(problems);
        if (Form.Problems is [var first, ..]) { await Form.FocusAsync(first.Field); }
    }

    /// <summary>One act at a time; a busy database is said in words, and the same request may be sent again.</summary>
    protected async Task GuardedAsync(Func<Task> act)
    {
        if (IsBusy) { return; }
        IsBusy = true;
        (Saved, Refusal) = (null, null);
        StateHasChanged();
        try { await act(); }
        catch (DatabaseBusyException) { Refusal = Lang.Say("The database is busy. Your draft is kept; try again in a moment.", "قاعدة البيانات مشغولة. مسودتك محفوظة؛ حاول بعد لحظة."); }
        catch (NotAllowedException refused) { Refusal = refused.Words(Lang); }
        catch (Exception fault) when (StorageFault.Refusal(fault) is not null) { Refusal = StorageFault.Refusal(fault)!.Words(Lang); }
        finally { IsBusy = isLeft; }
    }

    /// <summary>What it held is saved, and another page comes: what is pressed until then is not meant for a second one of the same.</summary>
    protected void Leave(string address)
    {
        isLeft = true;
        Pages.NavigateTo(address, forceLoad: true);
    }

    /// <summary>Keeps it on the server too before it says so.</summary>
    protected Task KeepNowAsync() => copy!.KeepNowAsync(AtDesk);

    /// <summary>Nothing is unsaved any longer.</summary>
    protected async Task ForgetAsync()
    {
        (Restored, Kept, Request) = (null, null, Guid.NewGuid());
        await OnDevice.ClearAsync();
        await copy!.ForgetAsync();
    }

    /// <summary>Stands on the record as it is now, or on what comes after it.</summary>
    protected async Task StartOverAsync(Func<Task>? next = null)
    {
        await ForgetAsync();
        await (next ?? LoadAsync)();
        await OnDevice.BeginAsync(AtDesk);
    }

    protected Task DiscardAsync() => StartOverAsync();

    private async Task BringBackAsync(string person)
    {
        var device = await OnDevice.ReadAsync<KeptForm<TDraft>>();
        var server = await OnServer.ReadAsync<KeptForm<TDraft>>(person, FormName, Gone);
        // What a device kept is read as it is found: a copy without what was typed is none.
        if (KeptForms.Later(device, server) is not { Draft.Draft: { } typed } kept || !IsUnsaved(typed)) { return; }
        (Seen, turn) = (kept.Draft.Seen, kept.Draft.Turn);
        await UseAsync(typed);
        // A save of just this may have been made, and its answer lost on the way: the same id finds it again.
        if (kept.Draft.Request is { } sent && kept.Typed is not { Count: > 0 }) { Request = sent; }
        Restored = RestoredWords(kept.At);
    }

    private async Task ChangedAsync()
    {
        (Saved, Refusal) = (null, null);
        Request = Guid.NewGuid();
        turn++;
        await FollowAsync();
        Kept = Lang.Say("Draft kept on this device", "المسودة محفوظة على هذا الجهاز");
        // What follows is shown at once: keeping takes a way to the device and back.
        StateHasChanged();
        var now = AtDesk;
        copy?.KeepSoon(now);
        await OnDevice.KeepAsync(now);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        if (copy is not null) { await copy.DisposeAsync(); }
        await OnDevice.DisposeAsync();
        gone.Dispose();
        GC.SuppressFinalize(this);
    }
}
