namespace Map.Web.Data;

/// <summary>Zones that belong together: drawn by one hand after one method, or imported from one publisher. Another series is another way of knowing.</summary>
public sealed class ZoneSeriesRow
{
    public long Id { get; set; }
    public string Key { get; set; } = "";
    public string Title { get; set; } = "";
    public string? TitleAr { get; set; }
    /// <summary>drawn or imported.</summary>
    public string Kind { get; set; } = "drawn";
    public string Method { get; set; } = "";
    public long SourceId { get; set; }
    public SourceRow Source { get; set; } = null!;
    public string? Licence { get; set; }
    public string Status { get; set; } = "draft";
    public DateTime? DeletedAt { get; set; }
    public Guid Version { get; set; }
    public DateTime ChangedAt { get; set; }
    public List<ZoneRow> Zones { get; set; } = [];
}

/// <summary>One area said to be held from a day on, until another if one is named.</summary>
public sealed class ZoneRow
{
    public long Id { get; set; }
    public long SeriesId { get; set; }
    public ZoneSeriesRow Series { get; set; } = null!;
    /// <summary>Holder ids joined by '+'.</summary>
    public string Holders { get; set; } = "";
    public string Posture { get; set; } = "holds";
    public string FromEdtf { get; set; } = "";
    public int FromEarliest { get; set; }
    public int FromLatest { get; set; }
    /// <summary>The last day or span of days on which it is said to hold; null = until the series says otherwise.</summary>
    public string? ToEdtf { get; set; }
    public int ToEarliest { get; set; }
    public int ToLatest { get; set; }
    /// <summary>Well-known binary of a valid polygon or multipolygon, degrees, x = longitude.</summary>
    public byte[] Shape { get; set; } = [];
    /// <summary>How its lines were found, where it differs from the series' own.</summary>
    public string? Method { get; set; }
    /// <summary>Where it differs from the series' own.</summary>
    public long? SourceId { get; set; }
    public SourceRow? Source { get; set; }
    public string? Quote { get; set; }
    public string? Note { get; set; }
    /// <summary>The zone it was drawn from.</summary>
    public long? PreviousId { get; set; }
    public string Status { get; set; } = "draft";
    public DateTime? DeletedAt { get; set; }
    public Guid Version { get; set; }
    public DateTime ChangedAt { get; set; }
}

/// <summary>Ground that a zone had before it was changed: the history tells it by its print alone, and whoever compares or restores needs the ground itself.</summary>
public sealed class PastShapeRow
{
    /// <summary>As the history's lines tell it: how many bytes, and their SHA-256.</summary>
    public string Print { get; set; } = "";
    /// <summary>Well-known binary, as in the zone.</summary>
    public byte[] Shape { get; set; } = [];
}
