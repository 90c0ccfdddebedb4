using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Map.Web.Features.EditEvents;

// What is edited in a cell or set for all that are marked, and the way back.
public sealed partial class EventGrid
{
    private readonly Stack<GridAct> acts = [];
    private CellEdit? edit;
    private GridNews? news;
    private string reason = "";
    private bool busy;
    private int done, total;

    [Inject] private ChangeEvents Changer { get; set; } = null!;
    [Inject] private DeskSearch Search { get; set; } = null!;

    /// <summary>Opens a cell. One that is open elsewhere is saved first; where it is refused, it stays open and nothing of it is lost.</summary>
    private async Task EditAsync(int index, GridColumn column)
    {
        if (busy || index >= rows.Count || rows[index] is not { Deleted: false } row) { return; }
        if (edit is not null && !(edit.Id == row.Id && edit.Column == column) && !await CommitAsync()) { return; }
        edit = new(row.Id, column, column switch
        {
            GridColumn.Title => row.Title,
            GridColumn.Type => row.Type,
            GridColumn.Date => row.Edtf,
            GridColumn.Place => row.Place is null ? "" : Lang.Name(row.Place, row.PlaceAr),
            _ => row.Status,
        });
    }

    private async Task EditorKeyAsync(KeyboardEventArgs key)
    {
        if (edit is not { } open) { return; }
        switch (key.Key)
        {
            case "Escape": Leave(); break;
            // The place's own field takes this key: it may choose from what it offers.
            case "Enter" when open.Column != GridColumn.Place: await EnterAsync(); break;
            case "Tab": await TabAsync(open, key.ShiftKey ? -1 : 1); break;
        }
    }

    private async Task EnterAsync()
    {
        if (edit is { } open && await CommitAsync()) { Focus(open.Id, open.Column); }
    }

    private async Task TabAsync(CellEdit open, int step)
    {
        if (!await CommitAsync()) { return; }
        var at = rows.ToList().FindIndex(row => row.Id == open.Id) * Columns.Length + (int)open.Column + step;
        if (at >= 0 && at < rows.Count * Columns.Length) { await EditAsync(at / Columns.Length, Columns[at % Columns.Length]); }
        else { Focus(open.Id, open.Column); }
    }

    private async Task TakePlaceAsync(PlaceChoice place)
    {
        if (edit is { } open && await SaveCellAsync(open, EventChange.Place(place.Key, place.Name))) { Focus(open.Id, open.Column); }
    }

    private void Leave()
    {
        if (edit is not { } open) { return; }
        edit = null;
        Focus(open.Id, open.Column);
    }

    private void Focus(long id, GridColumn column) => focusLater = () => cells.GetValueOrDefault((id, column));

    /// <summary>Saves the open cell. False where it was refused: it stays open with what was typed and says why.</summary>
    private async Task<bool> CommitAsync()
    {
        if (edit is not { } open) { return true; }
        var row = rows.First(row => row.Id == open.Id);
        var change = open.Column switch
        {
            GridColumn.Title => EventChange.Title(open.Text),
            GridColumn.Type => EventChange.Type(open.Text),
            GridColumn.Date => EventChange.Date(open.Text),
            GridColumn.Status => EventChange.Status(open.Text),
            _ => open.Text.Trim() == (row.Place is null ? "" : Lang.Name(row.Place, row.PlaceAr)) ? null
                : await Search.PlaceCalledAsync(open.Text) is { } known ? EventChange.Place(known.Key, known.Name) : EventChange.Place("", open.Text),
        };
        if (change is null) { edit = null; return true; }
        return await SaveCellAsync(open, change);
    }

    private async Task<bool> SaveCellAsync(CellEdit open, EventChange change)
    {
        if (busy) { return false; }
        var row = rows.First(row => row.Id == open.Id);
        if (await RunAsync([new(row.Id, row.Version)], change) is not { } outcome) { return false; }
        (open.Problem, open.Tries) = (outcome[0].Problem, open.Tries + 1);
        if (open.Problem is not null) { return false; }
        edit = null;
        if (outcome[0].Changed)
        {
            news = outcome[0].Waits ? new(Lang.Say($"Sent to review: “{outcome[0].Title}”. Until then readers see what they saw.", $"أُرسل إلى المراجعة: «{outcome[0].Title}». ويرى القراء حتى ذلك ما رأوه."), [])
                : new(Lang.Say($"Saved: “{outcome[0].Title}”.", $"حُفظ: «{outcome[0].Title}»."), []);
        }
        return true;
    }

    /// <summary>Sets one thing for all that are marked.</summary>
    private async Task ChangeSelectedAsync(EventChange change)
    {
        if (busy || selected.Count == 0 || selected.Count > ChangeEvents.MostAtOnce || !await CommitAsync()) { return; }
        if (await RunAsync([.. selected.Select(it => new SeenEvent(it.Key, it.Value))], change) is not { } outcome) { return; }
        var (changed, refused) = (outcome.Count(it => it.Changed), outcome.Where(it => it.Problem is not null).ToList());
        var same = outcome.Count - changed - refused.Count;
        var waits = outcome.Count(it => it.Waits);
        news = new(Lang.Say($"{changed - waits} changed, {same} already so, {refused.Count} refused.", $"تغيّر: {changed - waits}، كان كذلك من قبل: {same}، رُفض: {refused.Count}.")
            + (waits == 0 ? "" : Lang.Say($" {waits} sent to review.", $" أُرسل إلى المراجعة: {waits}.")), refused, changed == 0 && refused.Count > 0);
    }

    private async Task UndoAsync()
    {
        if (busy || acts.Count == 0 || await MayAsync() is not { } now) { return; }
        var act = acts.Peek();
        var outcome = await GuardedAsync(() => Changer.TakeBackAsync(act.Request, Lang.Say("The change was taken back.", "تم التراجع عن التغيير."), now, Guid.NewGuid(), Lang.IsArabic));
        if (outcome is null) { return; }
        acts.Pop();
        var standing = outcome.Where(it => it.Problem is not null).ToList();
        news = new(Lang.Say($"Taken back for {outcome.Count - standing.Count}: {act.Words}.", $"تم التراجع لعدد {outcome.Count - standing.Count}: {act.Words}."), standing, standing.Count == outcome.Count);
        await ShowAsync(outcome);
    }

    private async Task<IReadOnlyList<ChangedEvent>?> RunAsync(IReadOnlyList<SeenEvent> events, EventChange change)
    {
        if (await MayAsync() is not { } now) { return null; }
        var act = Guid.NewGuid();
        // Away from this circuit, so that it can draw how far the saving is.
        var outcome = await GuardedAsync(() => Task.Run(() => Changer.RunAsync(events, change, reason.Trim(), now, act, Lang.IsArabic, events.Count > 1 ? Progress(events.Count) : null)));
        if (outcome is null) { return null; }
        if (outcome.Any(it => it is { Changed: true, Waits: false })) { acts.Push(new(act, Said(change.Field, outcome))); }
        await ShowAsync(outcome);
        return outcome;
    }

    private Action<int> Progress(int of)
    {
        (done, total) = (0, of);
        return now => _ = InvokeAsync(() => { done = now; StateHasChanged(); });
    }

    private async Task<IReadOnlyList<ChangedEvent>?> GuardedAsync(Func<Task<IReadOnlyList<ChangedEvent>>> act)
    {
        busy = true;
        StateHasChanged();
        try { return await act(); }
        catch (DatabaseBusyException)
        {
            news = new(Lang.Say("The database is busy. Nothing was changed; try again in a moment.", "قاعدة البيانات مشغولة. لم يتغير شيء؛ حاول بعد لحظة."), [], IsBad: true);
            return null;
        }
        catch (NotAllowedException refused)
        {
            news = new(refused.Words(Lang), [], IsBad: true);
            return null;
        }
        finally { (busy, total) = (false, 0); }
    }

    /// <summary>The rows stay where they are, whatever the order would make of what was changed: the eye and the keyboard are on them.</summary>
    private async Task ShowAsync(IReadOnlyList<ChangedEvent> outcome)
    {
        foreach (var it in outcome.Where(it => it.Version is not null && selected.ContainsKey(it.Id))) { selected[it.Id] = it.Version!.Value; }
        var ids = outcome.Select(it => it.Id).ToHashSet();
        await using var db = await Databases.CreateDbContextAsync();
        var now = await EventList.OfAsync(db, [.. rows.Select(row => row.Id).Where(ids.Contains)]);
        rows = [.. rows.Select(row => now.GetValueOrDefault(row.Id) ?? row)];
    }

    private string Said(string field, IReadOnlyList<ChangedEvent> outcome)
    {
        var what = field switch
        {
            nameof(EventDraft.Title) => Lang.Say("title", "العنوان"),
            nameof(EventDraft.Type) => Lang.Say("type", "النوع"),
            nameof(EventDraft.DateText) => Lang.Say("date", "التاريخ"),
            nameof(EventDraft.PlaceKey) => Lang.Say("place", "المكان"),
            nameof(EventDraft.Status) => Lang.Say("status", "الحالة"),
            nameof(EventDraft.Precision) => Lang.Say("place known to", "دقة المكان"),
            nameof(EventDraft.PublicPrecision) => Lang.Say("place shown publicly", "المكان المعروض للعموم"),
            nameof(EventDraft.Actors) => Lang.Say("actors", "الجهات"),
            _ => Lang.Say("sources", "المصادر"),
        };
        return outcome.Count == 1 ? $"{what}, “{outcome[0].Title}”" : $"{what}, {Counted.Events.Say(outcome.Count(it => it.Changed), Lang)}";
    }
}
