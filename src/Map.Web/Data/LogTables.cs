namespace Map.Web.Data;

/// <summary>One field's change: who, when, old, new, why. Written in the transaction of the change itself.</summary>
public sealed class RevisionRow
{
    public long Id { get; set; }
    public string Table { get; set; } = "";
    public long RowId { get; set; }
    public string Field { get; set; } = "";
    public string? Old { get; set; }
    public string? New { get; set; }
    public string? Why { get; set; }
    public string Who { get; set; } = "";
    public DateTime At { get; set; }
    /// <summary>Made by the client; a retried save with the same id changes nothing.</summary>
    public Guid RequestId { get; set; }
    public Guid Version { get; set; }
    /// <summary>Random; null where the texts were erased, and with them what they could be guessed by.</summary>
    public byte[]? Salt { get; set; }
    /// <summary>Of salt and texts, and of the line and all before it: RevisionChain says how.</summary>
    public byte[] Digest { get; set; } = [];
    public byte[] Hash { get; set; } = [];
}

/// <summary>One line for every act that mattered: saves, sign-ins, role changes, invitations.</summary>
public sealed class AuditRow
{
    public long Id { get; set; }
    public DateTime At { get; set; }
    public string Who { get; set; } = "";
    public string Act { get; set; } = "";
    public string? Target { get; set; }
    public string? Detail { get; set; }
    public Guid RequestId { get; set; }
    /// <summary>What a write through the gate answered, as JSON, so that a retry gets the same answer. Null on lines not written by the gate.</summary>
    public string? Outcome { get; set; }
}

/// <summary>What somebody has typed and not yet saved.</summary>
public sealed class DraftRow
{
    public long Id { get; set; }
    public string UserId { get; set; } = "";
    public string Form { get; set; } = "";
    public string Json { get; set; } = "";
    public DateTime SavedAt { get; set; }
}

public sealed class SettingRow
{
    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
}
