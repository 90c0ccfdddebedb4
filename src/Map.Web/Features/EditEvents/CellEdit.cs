namespace Map.Web.Features.EditEvents;

/// <summary>What can be edited in place, in the order of the table.</summary>
public enum GridColumn { Title, Type, Date, Place, Status }

/// <summary>A cell that is being edited, with what was typed; a refusal leaves it as it is.</summary>
public sealed class CellEdit(long id, GridColumn column, string text)
{
    public long Id { get; } = id;
    public GridColumn Column { get; } = column;
    public string Text { get; set; } = text;
    /// <summary>Why it was not saved.</summary>
    public string? Problem { get; set; }
    /// <summary>How often it was tried: the same refusal is told again.</summary>
    public int Tries { get; set; }
}

/// <summary>What became of an act on the table, in the words shown.</summary>
/// <param name="Refused">Of each event that was left as it was, what stood in the way.</param>
public sealed record GridNews(string Words, IReadOnlyList<ChangedEvent> Refused, bool IsBad = false);

/// <summary>An act that can be taken back.</summary>
/// <param name="Words">What it was.</param>
public sealed record GridAct(Guid Request, string Words);
