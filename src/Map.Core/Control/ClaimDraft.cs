using System.Text.Json.Serialization;
using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Control;

/// <summary>
/// Everything the form for control holds: one source, and what it says of places, a line each. What was typed stands as typed; nothing in it
/// is trusted before <see cref="Check"/>. Serialises whole with System.Text.Json.
/// </summary>
public sealed class ClaimSheet : ISourceAsChosen
{
    /// <summary>Most lines of one sheet.</summary>
    public const int MostLines = 200;

    public long? SourceId { get; set; }
    public string SourceKey { get; set; } = "";
    public DraftSource? NewSource { get; set; }

    /// <summary>EDTF of what relative words are counted from: the source's publication, or another day. Blank where there is none.</summary>
    public string DateAnchor { get; set; } = "";

    /// <summary>Id of the <see cref="EventStatus"/> the editor asks for.</summary>
    public string Status { get; set; } = EventStatus.Draft.Id;

    /// <summary>Why the change is made.</summary>
    public string Reason { get; set; } = "";

    public List<ClaimDraft> Lines { get; set; } = [];

    /// <summary>The lines that say something, with their number in the sheet: an empty one was not meant.</summary>
    [JsonIgnore]
    public IEnumerable<(ClaimDraft Line, int Index)> Said => Lines.Select((line, i) => (line, i)).Where(it => it.line is { IsBlank: false });

    /// <summary>What the date's words of a line can mean.</summary>
    public PhraseReading ReadDate(ClaimDraft line) => DatePhrase.Read(line.DateText, EdtfText.TryParse(DateAnchor, out var anchor, out _) ? anchor : null);

    /// <summary>The one span a line means: the only reading, or the chosen one; null while there is none.</summary>
    public DateSpan? ReadSpan(ClaimDraft line)
    {
        var readings = ReadDate(line).Readings;
        return readings.Count == 1 ? readings[0] : readings.FirstOrDefault(reading => reading.Edtf == line.DateChoice);
    }

    /// <summary>Everything that stands in the way of saving, in the order of the form. Empty = it may be saved. Never throws.</summary>
    public IReadOnlyList<FieldProblem> Check(ClaimContext context) => new ClaimDraftCheck(this, context).Run();
}

/// <summary>One line: a place, who holds it and how, from when, in which words, how credible.</summary>
public sealed class ClaimDraft
{
    /// <summary>Made with the line; what a repeated save knows it by.</summary>
    public string Key { get; set; } = NewKey();

    /// <summary>The recorded claim this one changes; null for a new one.</summary>
    public long? RowId { get; set; }

    /// <summary>Version of the record the editor saw; null for a new one.</summary>
    public Guid? Version { get; set; }

    /// <summary>Key of the chosen place.</summary>
    public string PlaceKey { get; set; } = "";

    /// <summary>What was typed for it.</summary>
    public string PlaceName { get; set; } = "";

    /// <summary>Who holds it, as typed: names, ids or numbers of the legend, joined by +.</summary>
    public string Holders { get; set; } = "";

    /// <summary>Id of a <see cref="Control.Posture"/>.</summary>
    public string Posture { get; set; } = Control.Posture.Holds.Id();

    /// <summary>The date in words or EDTF, as typed.</summary>
    public string DateText { get; set; } = "";

    /// <summary>EDTF of the reading chosen where the words can be read two ways.</summary>
    public string DateChoice { get; set; } = "";

    /// <summary>The words the recorded date came from, while that date stands.</summary>
    public string SourcePhrase { get; set; } = "";

    public string Quote { get; set; } = "";

    /// <summary>Who reports it within the source, where that is somebody else.</summary>
    public string ReportedBy { get; set; } = "";

    /// <summary>1 to 6; 6 = not judged.</summary>
    public int Credibility { get; set; } = 6;

    /// <summary>"yes" where it speaks against its source's own side, "no" where for it; blank leaves it to what is known of the source.</summary>
    public string AgainstSide { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>What a new line takes from the one before it does not yet say anything: a claim needs its own place or words.</summary>
    [JsonIgnore]
    public bool IsBlank => RowId is null && string.IsNullOrWhiteSpace(PlaceKey) && string.IsNullOrWhiteSpace(PlaceName) && string.IsNullOrWhiteSpace(Quote) && string.IsNullOrWhiteSpace(Note);

    /// <summary>The next line of the same report: holder, posture and date stand until they are typed over.</summary>
    public ClaimDraft Next() => new() { Holders = Holders, Posture = Posture, DateText = DateText, DateChoice = DateChoice, Credibility = Credibility, ReportedBy = ReportedBy };

    public static string NewKey() => $"desk-{Guid.NewGuid():N}";
}

/// <summary>What a sheet is checked against. A question left null is not asked.</summary>
/// <param name="Today">The day of the check; later dates are refused.</param>
/// <param name="Holders">Ids of parties that hold or held places, besides those with a colour of their own.</param>
/// <param name="WasPublished">True where readers see the record now: a change of it needs a reason.</param>
/// <param name="PlaceExists">Whether the gazetteer has a key.</param>
/// <param name="SourceExists">Whether a source has this id (or null) and key (or "").</param>
/// <param name="Published">When the chosen known source was published, as EDTF; null where that is not known.</param>
/// <param name="Arabic">The language in which the editor is told.</param>
/// <param name="WasWithdrawn">True where readers saw it once: it may be saved as withdrawn again.</param>
public sealed record ClaimContext(
    DateOnly Today,
    IReadOnlyCollection<string> Holders,
    bool WasPublished = false,
    Func<string, bool>? PlaceExists = null,
    Func<long?, string, bool>? SourceExists = null,
    string? Published = null,
    bool Arabic = false,
    bool WasWithdrawn = false);
