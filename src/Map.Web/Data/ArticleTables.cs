namespace Map.Web.Data;

/// <summary>A report as an editor pasted it, to be read for events. Its text is seen on the desk and nowhere else.</summary>
public sealed class ArticleRow
{
    public long Id { get; set; }
    public string Title { get; set; } = "";
    public string Text { get; set; } = "";
    /// <summary>Of the text as UTF-8, lower-case hexadecimal: the same text is not read twice.</summary>
    public string Sha256 { get; set; } = "";
    /// <summary>What relative dates are counted from.</summary>
    public string? PublishedEdtf { get; set; }
    public long? SourceId { get; set; }
    public SourceRow? Source { get; set; }
    public DateTime? DeletedAt { get; set; }
    public Guid Version { get; set; }
    public DateTime ChangedAt { get; set; }
    public List<ArticleDraftRow> Drafts { get; set; } = [];
}

/// <summary>What an editor decided of one proposed event.</summary>
public sealed class ArticleDraftRow
{
    public long Id { get; set; }
    public long ArticleId { get; set; }
    /// <summary>The sentence it was proposed from, in UTF-16 units of the text.</summary>
    public int Start { get; set; }
    public int Length { get; set; }
    public string Type { get; set; } = "";
    /// <summary>accepted or dropped.</summary>
    public string Decision { get; set; } = "";
    /// <summary>The event it became; null where it was dropped.</summary>
    public long? EventId { get; set; }
}
