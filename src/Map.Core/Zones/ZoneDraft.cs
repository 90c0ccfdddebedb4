using System.Text.Json.Serialization;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Time;
using NetTopologySuite.Geometries;

namespace Map.Core.Zones;

/// <summary>Zones that belong together, as typed, drawn or imported; nothing in it is trusted before <see cref="Check"/>.</summary>
public sealed class ZoneSeriesDraft : ISourceAsChosen
{
    public const string Drawn = "drawn", Imported = "imported";

    /// <summary>Null for a new series.</summary>
    public long? Id { get; set; }

    /// <summary>Version of the series the editor saw; null for a new one.</summary>
    public Guid? Version { get; set; }
    public string Title { get; set; } = "";
    public string TitleAr { get; set; } = "";

    /// <summary>drawn or imported.</summary>
    public string Kind { get; set; } = Drawn;

    /// <summary>How the lines were found, in a sentence: readers see it.</summary>
    public string Method { get; set; } = "";
    public long? SourceId { get; set; }
    public string SourceKey { get; set; } = "";
    public DraftSource? NewSource { get; set; }
    public string Licence { get; set; } = "";

    /// <summary>True where zones are added to a series and source and method are theirs: the series keeps its own.</summary>
    public bool IsSourceOfZones { get; set; }

    /// <summary>The save that waits in the queue and is gone on with; null for another.</summary>
    public long? Proposal { get; set; }

    /// <summary>Id of the EventStatus the editor asks for.</summary>
    public string Status { get; set; } = "draft";
    public string Reason { get; set; } = "";

    /// <summary>True once the editor has seen what overlaps or gapes and says that it is meant.</summary>
    public bool TroublesAccepted { get; set; }

    /// <summary>The zones to add or change; a later one lies over an earlier one.</summary>
    public List<ZoneDraft> Zones { get; set; } = [];

    /// <summary>Everything that stands in the way of saving. Empty = it may be saved. Never throws.</summary>
    public IReadOnlyList<FieldProblem> Check(DateOnly today, bool arabic = false) => new ZoneDraftCheck(this, today, arabic).Run();
}

/// <summary>One zone to add or change.</summary>
public sealed class ZoneDraft : ISourceAsChosen
{
    public const int LongestNote = 1_000;

    /// <summary>Null for a new zone.</summary>
    public long? Id { get; set; }

    /// <summary>Version of the zone the editor saw; null where that is not asked.</summary>
    public Guid? Version { get; set; }

    /// <summary>published, or withdrawn: then it holds no ground.</summary>
    public string Status { get; set; } = "published";

    /// <summary>The zone it was drawn from: if that one has no last day, it ends where this one begins.</summary>
    public long? PreviousId { get; set; }

    /// <summary>Holder ids joined by '+'.</summary>
    public string Holders { get; set; } = "";
    public string Posture { get; set; } = "holds";

    /// <summary>From which day, in words or EDTF.</summary>
    public string From { get; set; } = "";

    /// <summary>Until and with which day, in words or EDTF; blank where none is told.</summary>
    public string To { get; set; } = "";
    public string Quote { get; set; } = "";
    public string Note { get; set; } = "";

    /// <summary>How its lines were found; blank where it is the series' own.</summary>
    public string Method { get; set; } = "";

    /// <summary>What its lines rest on, where it is not the series' own source: known, or added in place.</summary>
    public long? SourceId { get; set; }
    public string SourceKey { get; set; } = "";
    public DraftSource? NewSource { get; set; }

    /// <summary>True once the editor said that it rests on another source than the series: then one is named.</summary>
    public bool HasOwnSource { get; set; }

    /// <summary>Degrees, x = longitude. Kept apart from what is typed.</summary>
    [JsonIgnore]
    public Geometry? Shape { get; set; }

    public DateSpan? ReadFrom() => One(From);

    public DateSpan? ReadTo() => One(To);

    public IReadOnlyList<string> ReadHolders() => Control.Holders.Split(Holders);

    public Posture ReadPosture() => Postures.TryParse(Posture, out var posture) ? posture : Control.Posture.Holds;

    /// <summary>As a zone, once it has passed its check.</summary>
    public Zone Read() => new(Id ?? 0, ReadHolders(), ReadPosture(), ReadFrom()!, ReadTo(), Shape!);

    private static DateSpan? One(string words) => DatePhrase.Read(words, null).Readings is [var only] ? only : null;
}
