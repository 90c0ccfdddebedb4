using Map.Core.Control;
using Map.Core.Shapes;
using Map.Core.Time;
using NetTopologySuite.Geometries;

namespace Map.Core.Zones;

/// <summary>Where an import takes its days from.</summary>
public enum ImportDates { FileName, Attribute, Typed }

/// <summary>When a zone of an import ends.</summary>
public enum ImportEnd
{
    /// <summary>The day before the next date of the import; what has none after it is left open.</summary>
    NextDate,

    /// <summary>By an attribute.</summary>
    Attribute,

    /// <summary>No last day is told.</summary>
    Open,
}

/// <summary>A sentence in both languages.</summary>
public sealed record ImportReason(string Words, string WordsAr)
{
    public string In(bool arabic) => arabic ? WordsAr : Words;
}

/// <summary>Where the zones are expected; anywhere by default.</summary>
public sealed record ImportRegion(string Id, string Name, string NameAr, Envelope Bounds)
{
    public static ImportRegion Anywhere { get; } = new("anywhere", "the earth", "الأرض", new Envelope(-180, 180, -90, 90));

    public static IReadOnlyList<ImportRegion> All { get; } =
    [
        Anywhere,
        new("syria", "Syria", "سوريا", new Envelope(35.4, 42.6, 32.1, 37.6)),
        new("yemen", "Yemen", "اليمن", new Envelope(41.4, 54.8, 11.8, 19.2)),
    ];

    public bool IsAnywhere => Id == Anywhere.Id;
}

/// <summary>Who is meant by one value of an attribute.</summary>
public sealed record ImportHolder(IReadOnlyList<string> Ids, Posture Posture);

/// <summary>What the editor says the files mean.</summary>
public sealed class ImportMapping
{
    /// <summary>"" where one holder is meant for all.</summary>
    public string HolderAttribute { get; set; } = "";

    /// <summary>By the attribute's value; "" for features without one.</summary>
    public Dictionary<string, ImportHolder> Holders { get; } = [];

    /// <summary>The attribute that says how a zone's lines were found; "" where the series' method holds for all.</summary>
    public string MethodAttribute { get; set; } = "";
    public ImportDates Dates { get; set; } = ImportDates.FileName;
    public string FromAttribute { get; set; } = "";
    public string ToAttribute { get; set; } = "";

    /// <summary>Typed dates, by file name.</summary>
    public Dictionary<string, string> Typed { get; } = [];
    public ImportEnd End { get; set; } = ImportEnd.NextDate;

    /// <summary>Values of the attribute from the lowest layer to the uppermost, which answers where they overlap.</summary>
    public List<string> Order { get; } = [];
    public ImportRegion Region { get; set; } = ImportRegion.Anywhere;

    /// <summary>As it is now: a judgement may go on while the editor changes it.</summary>
    public ImportMapping Copy()
    {
        var copy = new ImportMapping { HolderAttribute = HolderAttribute, MethodAttribute = MethodAttribute, Dates = Dates, FromAttribute = FromAttribute, ToAttribute = ToAttribute, End = End, Region = Region };
        foreach (var (value, holder) in Holders) copy.Holders[value] = holder;
        foreach (var (file, date) in Typed) copy.Typed[file] = date;
        copy.Order.AddRange(Order);
        return copy;
    }
}

/// <param name="Refused">Why nothing of the file could be read; null where it could.</param>
public sealed record ImportFile(string Name, IReadOnlyList<ReadFeature> Features, ImportReason? Refused);

public sealed record ImportColumn(string Name, IReadOnlyList<ImportValue> Values);

public sealed record ImportValue(string Text, int Features);

/// <summary>A feature that can be taken.</summary>
/// <param name="Value">Of the attribute that names its holder: its layer.</param>
/// <param name="Method">How its lines were found; "" where it does not say.</param>
public sealed record ImportedZone(string File, int Number, string Value, IReadOnlyList<string> Holders, Posture Posture, DateSpan From, DateSpan? To, Geometry Shape, bool HadHeight, string Method = "")
{
    public ZoneDraft Draft() => new() { Holders = string.Join('+', Holders), Posture = Posture.Id(), From = From.Edtf, To = To?.Edtf ?? "", Method = Method, Note = $"{File}, feature {Number}" + (Value.Length > 0 ? $": {Value}" : ""), Shape = Shape };
}

/// <param name="Number">Null where the whole file is meant.</param>
/// <param name="At">The spot, in degrees, where there is one.</param>
public sealed record BadFeature(string File, int? Number, IReadOnlyList<ImportReason> Reasons, Coordinate? At);

/// <summary>Two features on the same ground on the same day.</summary>
/// <param name="Over">The one that answers there.</param>
public sealed record ImportOverlap(ImportedZone Under, ImportedZone Over, DateOnly Day, double SquareKilometres, Geometry Where);

public sealed record ImportJudgement(IReadOnlyList<ImportedZone> Good, IReadOnlyList<BadFeature> Bad, IReadOnlyList<ImportOverlap> Overlaps)
{
    /// <summary>Good features of whose positions a third number is left out.</summary>
    public int Flattened => Good.Count(zone => zone.HadHeight);
}
