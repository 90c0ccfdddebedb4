namespace Map.Web.Data;

/// <summary>A row whose version changes with every save; the editor sends back the one they saw.</summary>
public interface IVersioned
{
    Guid Version { get; set; }
}

/// <summary>What other records rest on: a source, an actor, a place. Readers have it once it is published, and what they have rests on nothing else: see <see cref="RestsOnPublic"/>.</summary>
public interface IRestedOn : IVersioned
{
    /// <summary>A source that was typed in place with a record: nobody was asked about it by itself, and it comes out with the first public record that rests on it.</summary>
    const string Added = "added";

    long Id { get; }

    /// <summary>draft, review, published, or <see cref="Added"/>: read on every query that leaves the desk.</summary>
    string Status { get; set; }
}

/// <summary>What is agreed about something that happened. Who says what stands in its claims.</summary>
public sealed class EventRow
{
    /// <summary>UCDP's id, an id fixed in the articles' files, or a random number in [2^40, 2^48) made when the form opens.</summary>
    public long Id { get; set; }
    public string Dataset { get; set; } = "desk";
    public string Type { get; set; } = "";
    public string Title { get; set; } = "";
    public string? TitleAr { get; set; }
    public string Edtf { get; set; } = "";
    public int EarliestDay { get; set; }
    public int LatestDay { get; set; }
    public bool Lasted { get; set; }
    public string? DatePhrase { get; set; }
    public string? DateAnchor { get; set; }
    public long? PlaceId { get; set; }
    public PlaceRow? Place { get; set; }
    /// <summary>Words for the place where the gazetteer has none.</summary>
    public string? PlaceText { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public string Precision { get; set; } = "exact";
    /// <summary>What the public is told of the place, where that is coarser than what is known; null = all of it.</summary>
    public string? PublicPrecision { get; set; }
    public string? Description { get; set; }
    /// <summary>Seen on the desk and nowhere else.</summary>
    public string? PrivateNote { get; set; }
    /// <summary>An editor's summary grade in the place of the computed one, and why; null leaves it to the rules.</summary>
    public string? GradeSet { get; set; }
    public string? GradeReason { get; set; }
    /// <summary>The event that this one was found to be the same as; its own row and history stay.</summary>
    public long? MergedIntoId { get; set; }
    /// <summary>draft, review, published or withdrawn: read on every query that leaves the desk.</summary>
    public string Status { get; set; } = "draft";
    public DateTime? DeletedAt { get; set; }
    /// <summary>Changes with every save; the editor sends back the one they saw.</summary>
    public Guid Version { get; set; }
    public DateTime ChangedAt { get; set; }
    public List<EventActorRow> Actors { get; set; } = [];
    public List<FigureRow> Figures { get; set; } = [];
    public List<ClaimRow> Claims { get; set; } = [];
}

public sealed class EventActorRow
{
    public long Id { get; set; }
    public long EventId { get; set; }
    public long ActorId { get; set; }
    public ActorRow Actor { get; set; } = null!;
    public string Role { get; set; } = "party";
    public int Position { get; set; }
}

public sealed class FigureRow
{
    public long Id { get; set; }
    public long EventId { get; set; }
    public string Kind { get; set; } = "killed";
    public int? Low { get; set; }
    public int? Best { get; set; }
    public int? High { get; set; }
}

/// <summary>Who says what about an event, where it was published, in which words, how credible.</summary>
public sealed class ClaimRow
{
    public long Id { get; set; }
    public long EventId { get; set; }
    public int Position { get; set; }
    public string Field { get; set; } = "event";
    public string Says { get; set; } = "";
    public string? SaysAr { get; set; }
    public long? ClaimantId { get; set; }
    public ActorRow? Claimant { get; set; }
    public string? ClaimantText { get; set; }
    public string? PlaceText { get; set; }
    public long? PlaceId { get; set; }
    public PlaceRow? Place { get; set; }
    public double? RadiusKm { get; set; }
    public string? WhenEdtf { get; set; }
    public string? SaidEdtf { get; set; }
    public int SaidDay { get; set; }
    public string? Quote { get; set; }
    /// <summary>The text the quote was read in and where it begins there, in UTF-16 units; null where nobody marked it.</summary>
    public long? ArticleId { get; set; }
    public int? QuoteStart { get; set; }
    public long SourceId { get; set; }
    public SourceRow Source { get; set; } = null!;
    public int Credibility { get; set; } = 6;
    public bool Denies { get; set; }
}

public sealed class SourceRow : IRestedOn
{
    public long Id { get; set; }
    public string Key { get; set; } = "";
    public string Title { get; set; } = "";
    public string? Outlet { get; set; }
    public string? Author { get; set; }
    public string? Url { get; set; }
    public string? PublishedEdtf { get; set; }
    public string? Language { get; set; }
    /// <summary>Admiralty letter A–F.</summary>
    public string Reliability { get; set; } = "F";
    public string? Kind { get; set; }
    public string? Licence { get; set; }
    /// <summary>Holder ids joined by '+' whose side the source takes; null where it is neutral, or nothing is known.</summary>
    public string? Side { get; set; }
    /// <summary>Why it is said to take that side.</summary>
    public string? SideReason { get; set; }
    /// <summary>The same in Arabic.</summary>
    public string? SideReasonAr { get; set; }
    /// <summary>Keys joined by '+' of the sources it rests on: it is not independent of them.</summary>
    public string? Cites { get; set; }
    public string? ArchiveUrl { get; set; }
    public DateTime? ArchivedAt { get; set; }
    /// <summary>Of the archived copy, lower-case hexadecimal.</summary>
    public string? ArchiveSha256 { get; set; }
    /// <summary>alive or dead when last asked; null where it never was.</summary>
    public string? LinkState { get; set; }
    public DateTime? CheckedAt { get; set; }
    /// <summary>Seen on the desk and nowhere else.</summary>
    public string? PrivateNote { get; set; }
    public string Status { get; set; } = "published";
    public Guid Version { get; set; }
}

public sealed class PlaceRow : IRestedOn
{
    public long Id { get; set; }
    public string Key { get; set; } = "";
    public string Name { get; set; } = "";
    public string? NameAr { get; set; }
    public double Latitude { get; set; }
    public double Longitude { get; set; }
    public string Kind { get; set; } = "village";
    public int? Population { get; set; }
    /// <summary>1 is labelled first, 6 last.</summary>
    public int Rank { get; set; } = 6;
    public string? PCode { get; set; }
    public string? Adm1 { get; set; }
    public string? Adm2 { get; set; }
    public string? Adm3 { get; set; }
    public string? Origin { get; set; }
    /// <summary>What the public is told of events here, where that is coarser than the point; null = all of it.</summary>
    public string? PublicPrecision { get; set; }
    /// <summary>Seen on the desk and nowhere else.</summary>
    public string? PrivateNote { get; set; }
    public string Status { get; set; } = "published";
    public Guid Version { get; set; }
    public List<PlaceNameRow> Names { get; set; } = [];
}

public sealed class PlaceNameRow
{
    public long Id { get; set; }
    public long PlaceId { get; set; }
    public string Name { get; set; } = "";
    public string Language { get; set; } = "en";
    /// <summary>NameKey.Of(Name): what a search compares.</summary>
    public string NameKey { get; set; } = "";
    /// <summary>Four letters of ISO 15924: Latn, Arab; null where the language says it.</summary>
    public string? Script { get; set; }
    public string? ValidEdtf { get; set; }
}

public sealed class ActorRow : IRestedOn
{
    public long Id { get; set; }
    public string Key { get; set; } = "";
    public string Name { get; set; } = "";
    public string? NameAr { get; set; }
    public string Kind { get; set; } = "group";
    public string? Holder { get; set; }
    public string? ValidEdtf { get; set; }
    public string? Note { get; set; }
    public long? SourceId { get; set; }
    /// <summary>Seen on the desk and nowhere else.</summary>
    public string? PrivateNote { get; set; }
    public string Status { get; set; } = "published";
    public Guid Version { get; set; }
    public List<ActorNameRow> Names { get; set; } = [];
}

public sealed class ActorNameRow
{
    public long Id { get; set; }
    public long ActorId { get; set; }
    public string Name { get; set; } = "";
    public string Language { get; set; } = "en";
    public string NameKey { get; set; } = "";
    public string? ValidEdtf { get; set; }
    public long? SourceId { get; set; }
}

public sealed class ActorRelationRow : IVersioned
{
    public long Id { get; set; }
    public string Key { get; set; } = "";
    public long FromId { get; set; }
    public ActorRow From { get; set; } = null!;
    public string Kind { get; set; } = "";
    public long ToId { get; set; }
    public ActorRow To { get; set; } = null!;
    public string? Edtf { get; set; }
    public int EarliestDay { get; set; }
    public int LatestDay { get; set; }
    public string? Claimant { get; set; }
    public int Credibility { get; set; } = 6;
    public long SourceId { get; set; }
    public SourceRow Source { get; set; } = null!;
    public string? Note { get; set; }
    public DateTime? DeletedAt { get; set; }
    public Guid Version { get; set; }
}

/// <summary>One cited statement that a place was held, from a day on. The control layer is derived from these.</summary>
public sealed class ControlClaimRow
{
    public long Id { get; set; }
    public string Key { get; set; } = "";
    public long PlaceId { get; set; }
    public PlaceRow Place { get; set; } = null!;
    /// <summary>Holder ids joined by '+'.</summary>
    public string Holders { get; set; } = "";
    public string Posture { get; set; } = "holds";
    public string Edtf { get; set; } = "";
    public int EarliestDay { get; set; }
    public int LatestDay { get; set; }
    /// <summary>The source's own words for the date, and the EDTF of what relative ones are counted from.</summary>
    public string? DatePhrase { get; set; }
    public string? DateAnchor { get; set; }
    public long SourceId { get; set; }
    public SourceRow Source { get; set; } = null!;
    public string? ReportedBy { get; set; }
    public string? Quote { get; set; }
    /// <summary>True where the editor says that it speaks against its source's own side, false where for it; null leaves it to the source's side.</summary>
    public bool? AgainstSide { get; set; }
    public int Credibility { get; set; } = 6;
    public string? Note { get; set; }
    public string Status { get; set; } = "published";
    public DateTime? DeletedAt { get; set; }
    public Guid Version { get; set; }
    public DateTime? ChangedAt { get; set; }
}
