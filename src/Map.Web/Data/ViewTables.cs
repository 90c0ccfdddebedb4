namespace Map.Web.Data;

/// <summary>A view of the map that somebody named, for an article or a report: where it looks, what stands around it, and who may frame it.</summary>
public sealed class ViewRow : IVersioned
{
    public long Id { get; set; }
    /// <summary>Its address for ever.</summary>
    public string Key { get; set; } = "";
    /// <summary>A second, readable address; null for none.</summary>
    public string? Slug { get; set; }
    public string Title { get; set; } = "";
    public string? TitleAr { get; set; }
    public string? Caption { get; set; }
    public string? CaptionAr { get; set; }
    /// <summary>ISO day; null = the last day with data.</summary>
    public string? Date { get; set; }
    public string Window { get; set; } = "30d";
    /// <summary>"latitude,longitude,zoom"; null = where every map begins.</summary>
    public string? At { get; set; }
    /// <summary>Joined by commas; "" = none, null = all.</summary>
    public string? Layers { get; set; }
    /// <summary>Series, types and filters as an address has them; null for none.</summary>
    public string? Filters { get; set; }
    /// <summary>en or ar; null = the reader's own.</summary>
    public string? Language { get; set; }
    public string Theme { get; set; } = "auto";
    /// <summary>Ids of controls its embed lacks, joined by spaces.</summary>
    public string? Hidden { get; set; }
    /// <summary>Keys of places whose names are not written, joined by spaces.</summary>
    public string? Unnamed { get; set; }
    /// <summary>"hts=#a1b2c3 sdf=#…", joined by spaces.</summary>
    public string? Colours { get; set; }
    /// <summary>JSON: spot, side and words of each.</summary>
    public string? Callouts { get; set; }
    /// <summary>Origins that may frame it, joined by spaces; null = any.</summary>
    public string? Framers { get; set; }
    /// <summary>ISO day at whose end the data is held fast; null = it follows the data.</summary>
    public string? KnownOn { get; set; }
    /// <summary>Whose it is: the account, and the name it had.</summary>
    public string OwnerId { get; set; } = "";
    public string Owner { get; set; } = "";
    public string Status { get; set; } = "draft";
    public DateTime? DeletedAt { get; set; }
    public Guid Version { get; set; }
}
