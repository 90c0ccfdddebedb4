namespace Map.Web.Data;

/// <summary>Chapters of text, each with what the map shows while it is read.</summary>
public sealed class StoryRow : IVersioned
{
    public long Id { get; set; }
    /// <summary>Its address for ever.</summary>
    public string Key { get; set; } = "";
    /// <summary>A second, readable address; null for none.</summary>
    public string? Slug { get; set; }
    public string Title { get; set; } = "";
    public string? TitleAr { get; set; }
    public string? Summary { get; set; }
    public string? SummaryAr { get; set; }
    /// <summary>Who wrote it, as it stands under the title.</summary>
    public string? Byline { get; set; }
    public string? BylineAr { get; set; }
    /// <summary>JSON, in their order; <see cref="StoryChapters"/> reads it.</summary>
    public string? Chapters { get; set; }
    /// <summary>Whose it is: the account, and the name it had. Blank where it came with the first load.</summary>
    public string OwnerId { get; set; } = "";
    public string Owner { get; set; } = "";
    public string Status { get; set; } = "draft";
    public DateTime? DeletedAt { get; set; }
    public Guid Version { get; set; }
}
