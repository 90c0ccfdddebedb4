using System.Globalization;
using System.Text.Json.Serialization;
using Map.Core.Places;
using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>
/// Everything an event form holds: what was typed, as typed, and what was chosen, by id. A form, an import row and an article's event
/// all fill the same draft; nothing in it is trusted before <see cref="Check"/>. Serialises whole with System.Text.Json.
/// </summary>
public sealed class EventDraft : IDateAsTyped
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Longest description or note, in characters: a page of a hundred kilobytes that is pasted whole.</summary>
    public const int LongestDescription = 102_400;

    /// <summary>Longest single-line answer: what a claim says, a place's name, a reason.</summary>
    public const int LongestLine = 1_000;

    /// <summary>Longest quotation, in characters.</summary>
    public const int LongestQuote = 2_000;

    /// <summary>Most rows in any of the lists.</summary>
    public const int MostRows = 100;

    /// <summary>Made when the form opens; also what makes a repeated save harmless.</summary>
    public long Id { get; set; }

    /// <summary>Id of an <see cref="EventType"/>.</summary>
    public string Type { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleAr { get; set; } = "";

    /// <summary>The date in words or EDTF, as typed.</summary>
    public string DateText { get; set; } = "";

    /// <summary>EDTF of what relative words are counted from: the source's publication, or another event. Blank where there is none.</summary>
    public string DateAnchor { get; set; } = "";

    /// <summary>EDTF of the reading chosen where the words can be read two ways; blank while none is.</summary>
    public string DateChoice { get; set; } = "";

    /// <summary>The source's own words for the date, kept beside the typed date.</summary>
    public string SourcePhrase { get; set; } = "";

    /// <summary>Key of the chosen place; blank where the gazetteer has none.</summary>
    public string PlaceKey { get; set; } = "";

    /// <summary>The place in words.</summary>
    public string PlaceName { get; set; } = "";

    /// <summary>Typed or pasted coordinates in any form <see cref="Coordinates"/> reads; blank = the place's own.</summary>
    public string Coordinates { get; set; } = "";

    /// <summary>True once the editor has said that an unlikely position is meant.</summary>
    public bool PositionConfirmed { get; set; }

    /// <summary>Id of a <see cref="PlacePrecision"/>.</summary>
    public string Precision { get; set; } = PlacePrecision.Exact.Id;

    /// <summary>Id of the <see cref="Events.PublicPrecision"/> that readers are told in the place's stead; blank = they are told the place.</summary>
    public string PublicPrecision { get; set; } = "";

    /// <summary>Seen on the desk and nowhere else.</summary>
    public string PrivateNote { get; set; } = "";
    public List<DraftActor> Actors { get; set; } = [];
    public List<DraftFigure> Figures { get; set; } = [];
    public string Description { get; set; } = "";
    public List<DraftClaim> Claims { get; set; } = [];

    /// <summary>Id of a summary grade in the place of the computed one; blank leaves it to the rules.</summary>
    public string GradeSet { get; set; } = "";

    /// <summary>Why the editor grades it otherwise; readers see it.</summary>
    public string GradeReason { get; set; } = "";

    /// <summary>Id of the <see cref="EventStatus"/> the editor asks for.</summary>
    public string Status { get; set; } = EventStatus.Draft.Id;

    /// <summary>Why the change is made.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Version of the record the editor saw; null for a new one.</summary>
    public Guid? Version { get; set; }

    /// <summary>True where the editor wants readers to see it, now or after review.</summary>
    [JsonIgnore]
    public bool IsForReaders => Status == EventStatus.Published.Id || Status == EventStatus.Review.Id;

    /// <summary>What the date's words can mean.</summary>
    public PhraseReading ReadDate() => DatePhrase.Read(DateText, EdtfText.TryParse(DateAnchor, out var anchor, out _) ? anchor : null);

    /// <summary>The one span meant: the only reading, or the chosen one; null while there is none.</summary>
    public DateSpan? ReadSpan()
    {
        var readings = ReadDate().Readings;
        return readings.Count == 1 ? readings[0] : readings.FirstOrDefault(reading => reading.Edtf == DateChoice);
    }

    /// <summary>The typed position in degrees; null where none is typed or it cannot be read.</summary>
    public (double Latitude, double Longitude)? ReadPosition() =>
        Places.Coordinates.TryRead(Coordinates, out var latitude, out var longitude, out _) ? (latitude, longitude) : null;

    /// <summary>True where the typed position lies far off and would not, the other way round.</summary>
    public bool PositionLooksSwapped() => ReadPosition() is { } at && DraftCheck.LooksSwapped(at.Latitude, at.Longitude, null);

    /// <summary>Everything that stands in the way of saving, in the order of the form. Empty = it may be saved. Never throws.</summary>
    public IReadOnlyList<FieldProblem> Check(DraftContext context) => new DraftCheck(this, context).Run();
}

/// <summary>An actor taking part, and how.</summary>
public sealed class DraftActor
{
    /// <summary>Id of a known actor; null where the key names it.</summary>
    public long? ActorId { get; set; }

    /// <summary>Key of a known actor; blank where the id names it.</summary>
    public string ActorKey { get; set; } = "";

    /// <summary>What was typed or shown; not saved.</summary>
    public string Name { get; set; } = "";

    /// <summary>Id of an <see cref="ActorRole"/>.</summary>
    public string Role { get; set; } = ActorRole.Party.Id;
}

/// <summary>One figure as typed.</summary>
public sealed class DraftFigure
{
    /// <summary>Id of a <see cref="FigureKind"/>.</summary>
    public string Kind { get; set; } = "killed";
    public string Low { get; set; } = "";
    public string Best { get; set; } = "";
    public string High { get; set; } = "";

    /// <summary>The figure in numbers; null where a number cannot be read or none is given.</summary>
    public Figures? Read() =>
        WholeNumber.TryRead(Low, out var low) && WholeNumber.TryRead(Best, out var best) && WholeNumber.TryRead(High, out var high) && (low ?? best ?? high) is not null
            ? new Figures(Kind, low, best, high)
            : null;
}

/// <summary>Who says what about the event, where it was published, in which words, and how credible it is.</summary>
public sealed class DraftClaim : ISourceAsChosen
{
    /// <summary>The recorded claim this one changes; null for a new one.</summary>
    public long? RowId { get; set; }

    /// <summary>What the claim is about: id of a <see cref="ClaimField"/>.</summary>
    public string Field { get; set; } = ClaimField.Event.Id;
    public string Says { get; set; } = "";
    public string SaysAr { get; set; } = "";

    /// <summary>Id of a known actor who says it.</summary>
    public long? ClaimantId { get; set; }

    /// <summary>Key of a known actor who says it.</summary>
    public string ClaimantKey { get; set; } = "";

    /// <summary>Who says it, in words, where no known actor does; beside a known actor how it was said: "in a video statement".</summary>
    public string ClaimantText { get; set; } = "";

    /// <summary>When it was said: words or EDTF.</summary>
    public string SaidOn { get; set; } = "";

    /// <summary>When it says the thing happened: words or EDTF.</summary>
    public string When { get; set; } = "";

    /// <summary>Key of the place it names.</summary>
    public string PlaceKey { get; set; } = "";

    /// <summary>The place it names, in words.</summary>
    public string PlaceText { get; set; } = "";

    /// <summary>Kilometres around that place, as typed.</summary>
    public string RadiusKm { get; set; } = "";
    public string Quote { get; set; } = "";

    /// <summary>The pasted text the quote was read in; null where nobody marked it.</summary>
    public long? ArticleId { get; set; }

    /// <summary>Where in that text the quote begins, in UTF-16 units.</summary>
    public int? QuoteStart { get; set; }

    /// <summary>Id of a known source; null where <see cref="NewSource"/> is filled in.</summary>
    public long? SourceId { get; set; }

    /// <summary>Key of a known source; blank where the id names it.</summary>
    public string SourceKey { get; set; } = "";

    /// <summary>A source added in place.</summary>
    public DraftSource? NewSource { get; set; }

    /// <summary>1 to 6; 6 = not judged.</summary>
    public int Credibility { get; set; } = 6;

    /// <summary>True where the claimant says it was not so.</summary>
    public bool Denies { get; set; }

    /// <summary>True where a source is chosen or being added.</summary>
    [JsonIgnore]
    public bool HasSource => SourceId is not null || SourceKey.Length > 0 || NewSource is not null;

    /// <summary>When it was said; relative words count from the anchor. Null where nothing is typed or it cannot be read one way.</summary>
    public DateSpan? ReadSaidOn(DateSpan? anchor) => OnlyReading(SaidOn, anchor);

    /// <summary>When it says the thing happened. Null where nothing is typed or it cannot be read one way.</summary>
    public DateSpan? ReadWhen(DateSpan? anchor) => OnlyReading(When, anchor);

    /// <summary>Kilometres around the claim's place; null where nothing is typed or it is no number.</summary>
    public double? ReadRadiusKm() =>
        double.TryParse(string.Concat(RadiusKm.Trim().Select(PlainLetters.Lower)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var radius) ? radius : null;

    private static DateSpan? OnlyReading(string words, DateSpan? anchor) =>
        string.IsNullOrWhiteSpace(words) || DatePhrase.Read(words, anchor).Readings is not [var only] ? null : only;
}

/// <summary>A source added in place.</summary>
public sealed class DraftSource
{
    public string Title { get; set; } = "";
    public string Outlet { get; set; } = "";
    public string Author { get; set; } = "";

    /// <summary>http or https; blank where it is not online.</summary>
    public string Url { get; set; } = "";

    /// <summary>When it was published: words or EDTF; blank = unknown.</summary>
    public string Published { get; set; } = "";
    public string Language { get; set; } = "";

    /// <summary>Admiralty letter A to F.</summary>
    public string Reliability { get; set; } = "F";

    /// <summary>dataset, article, encyclopaedia, news, monitor, party-media or statement.</summary>
    public string Kind { get; set; } = "news";
    public string Licence { get; set; } = "";
}
