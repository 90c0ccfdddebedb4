namespace Map.Web.Data;

/// <summary>One thing in the queue: a record that waits to be public, or a change that waits beside the public record.</summary>
public sealed class ReviewRow : IVersioned
{
    public long Id { get; set; }
    /// <summary>Of the record: "Events", "ControlClaims", "ZoneSeries", "Sources", "Actors", "Places", "Views", "Stories".</summary>
    public string Table { get; set; } = "Events";
    public long RowId { get; set; }
    /// <summary>new, change or deletion.</summary>
    public string Kind { get; set; } = "new";
    /// <summary>Of a change the record as it would be, and as it was when the change was made, both as the form's draft in JSON.</summary>
    public string? Proposed { get; set; }
    public string? Base { get; set; }
    public Guid? BaseVersion { get; set; }
    public string SubmittedById { get; set; } = "";
    public string SubmittedBy { get; set; } = "";
    public DateTime SubmittedAt { get; set; }
    public string? Why { get; set; }
    /// <summary>Ids of all who wrote what waits, joined by spaces.</summary>
    public string AuthorIds { get; set; } = "";
    public string? AssignedToId { get; set; }
    public string? AssignedTo { get; set; }
    /// <summary>waiting, approved, sent-back, taken-back or overtaken.</summary>
    public string State { get; set; } = "waiting";
    public string? DecidedById { get; set; }
    public string? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }
    public string? DecidedWhy { get; set; }
    public Guid Version { get; set; }
}

/// <summary>What somebody says at the desk about something in the queue.</summary>
public sealed class ReviewCommentRow
{
    public long Id { get; set; }
    public long ReviewId { get; set; }
    public string ById { get; set; } = "";
    public string By { get; set; } = "";
    public DateTime At { get; set; }
    public string Text { get; set; } = "";
    public string? ResolvedBy { get; set; }
    public DateTime? ResolvedAt { get; set; }
}

/// <summary>What readers are told of a change to something they had seen: the names of fields, never what stood in them.</summary>
public sealed class CorrectionRow
{
    public long Id { get; set; }
    public DateTime At { get; set; }
    public string Table { get; set; } = "Events";
    public long RowId { get; set; }
    /// <summary>corrected, withdrawn or returned.</summary>
    public string Kind { get; set; } = "corrected";
    /// <summary>What of it, joined by spaces.</summary>
    public string Fields { get; set; } = "";
}
