using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditEvents;

/// <summary>Which rows are shown and which are marked; what is edited and saved is in the other part.</summary>
public sealed partial class EventGrid
{
    private static readonly GridColumn[] Columns = Enum.GetValues<GridColumn>();
    private readonly Dictionary<(long, GridColumn), ElementReference> cells = [];
    private readonly Dictionary<long, ElementReference> boxes = [];
    /// <summary>Marked events with the version that was seen, in the order in which they were marked; also those of other pages.</summary>
    private readonly OrderedDictionary<long, Guid> selected = [];
    private IReadOnlyList<EventListRow> rows = [];
    private int page, size = 25, count, anchor;
    private string order = "";
    private bool loaded;
    private (string, string)? asked;
    private Func<ElementReference?>? focusLater;

    /// <summary>Part of a title, or a place's name in any spelling.</summary>
    [Parameter] public string Words { get; set; } = "";
    /// <summary>A status, <see cref="EventList.Deleted"/>, <see cref="EventList.Merged"/>, or blank.</summary>
    [Parameter] public string Status { get; set; } = "";
    /// <summary>A deleted event is to come back.</summary>
    [Parameter] public EventCallback<EventListRow> Restored { get; set; }
    /// <summary>Who is asking, if they still may.</summary>
    [Parameter, EditorRequired] public required Func<Task<Editor?>> MayAsync { get; set; }
    [Inject] private Language Lang { get; set; } = null!;
    [Inject] private IDbContextFactory<MapDb> Databases { get; set; } = null!;

    private IEnumerable<(string Class, string Words, string? Order)> Heads =>
    [
        ("title", HeadOf(GridColumn.Title), "title"), ("type", HeadOf(GridColumn.Type), null), ("date", HeadOf(GridColumn.Date), "date"), ("place", HeadOf(GridColumn.Place), null), ("status", HeadOf(GridColumn.Status), null),
        ("changed", Lang.Say("Changed", "آخر تغيير"), "changed"), ("open", Lang.Say("Open", "افتح"), null),
    ];

    private bool AllHere => rows.Count > 0 && rows.All(row => selected.ContainsKey(row.Id));

    /// <summary>Reads this page anew.</summary>
    public Task ReloadAsync() => GoAsync(page);

    protected override Task OnParametersSetAsync()
    {
        if (asked == (Words, Status)) { return Task.CompletedTask; }
        asked = (Words, Status);
        return GoAsync(0);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // After the page was drawn: a cell that has just come is not there before.
        var target = focusLater?.Invoke();
        focusLater = null;
        if (target is { Id: not null } there) { await there.FocusAsync(); }
    }

    private async Task GoAsync(int to)
    {
        if (await MayAsync() is null) { (rows, count) = ([], 0); return; }
        await using var db = await Databases.CreateDbContextAsync();
        var found = await EventList.FindAsync(db, new(Words, Status, order, Math.Max(0, to) * size, size));
        (rows, count, page, loaded) = (found.Rows, found.Total, Math.Max(0, to), true);
        foreach (var row in rows.Where(row => selected.ContainsKey(row.Id))) { selected[row.Id] = row.Version; }
        if (edit is not null && rows.All(row => row.Id != edit.Id)) { edit = null; }
        if (rows.Count == 0 && page > 0) { await GoAsync(0); }
        StateHasChanged();
    }

    private Task SortAsync(string by)
    {
        order = order == by ? by + " desc" : by;
        return GoAsync(0);
    }

    private string? SortOf(string? by) => by is null ? null : order == by ? "ascending" : order == by + " desc" ? "descending" : "none";

    /// <summary>Marks a row, or takes the mark away; with Shift all rows from the last one that was marked do the same.</summary>
    private Task MarkAsync(int index, bool range)
    {
        var mark = !selected.ContainsKey(rows[index].Id);
        var from = range ? Math.Clamp(anchor, 0, rows.Count - 1) : index;
        for (var i = Math.Min(from, index); i <= Math.Max(from, index); i++) { Mark(rows[i], mark); }
        anchor = index;
        return Task.CompletedTask;
    }

    private void Mark(EventListRow row, bool mark)
    {
        if (!mark || row.Deleted) { selected.Remove(row.Id); }
        else { selected[row.Id] = row.Version; }
    }

    private Task SelectPageAsync()
    {
        var mark = !AllHere;
        foreach (var row in rows) { Mark(row, mark); }
        return Task.CompletedTask;
    }

    private Task ClearAsync()
    {
        selected.Clear();
        return Task.CompletedTask;
    }

    /// <param name="column">Null in cells that are not edited.</param>
    private async Task KeyAsync(KeyboardEventArgs key, int index, GridColumn? column)
    {
        switch (key.Key, key.CtrlKey || key.MetaKey)
        {
            // The box itself knows this key.
            case (" ", false) when column is not null: await MarkAsync(index, range: false); break;
            case ("a" or "A" or "ش", true): foreach (var row in rows) { Mark(row, true); } break;
            case ("z" or "Z" or "ئ", true): await UndoAsync(); break;
            case ("Enter" or "F2", false) when column is { } at: await EditAsync(index, at); break;
            case ("ArrowDown", false) when key.ShiftKey: Extend(index, 1); break;
            case ("ArrowUp", false) when key.ShiftKey: Extend(index, -1); break;
            case ("PageDown", false) when (page + 1) * size < count: await TurnAsync(1, index, column); break;
            case ("PageUp", false) when page > 0: await TurnAsync(-1, index, column); break;
        }
    }

    private void Extend(int index, int step)
    {
        Mark(rows[index], true);
        anchor = Math.Clamp(index + step, 0, rows.Count - 1);
        Mark(rows[anchor], true);
    }

    /// <summary>The next page, with the keyboard where it was.</summary>
    private async Task TurnAsync(int step, int index, GridColumn? column)
    {
        await GoAsync(page + step);
        if (rows.Count == 0) { return; }
        var id = rows[Math.Min(index, rows.Count - 1)].Id;
        focusLater = () => column is { } at ? cells.GetValueOrDefault((id, at)) : boxes.GetValueOrDefault(id);
    }

    private string HeadOf(GridColumn column) => column switch
    {
        GridColumn.Title => Lang.Say("Event", "الحدث"),
        GridColumn.Type => Lang.Say("Type", "النوع"),
        GridColumn.Date => Lang.Say("Date", "التاريخ"),
        GridColumn.Place => Lang.Say("Place", "المكان"),
        _ => Lang.Say("Status", "الحالة"),
    };

    private string Moment(DateTime at) => $"{DateWords.Of(DateOnly.FromDateTime(at), Lang.IsArabic)}{Lang.Say(", ", "، ")}{at:HH:mm}";
}
