using System.Text.Json.Serialization;
using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Actors;

/// <summary>
/// Everything the form of an actor holds: what was typed, as typed, and what was chosen, by id. Nothing in it is trusted before
/// <see cref="Check"/>. Serialises whole with System.Text.Json.
/// </summary>
public sealed class ActorDraft
{
    /// <summary>The recorded actor this one changes; null for a new one.</summary>
    public long? Id { get; set; }

    /// <summary>Version of the record the editor saw; null for a new one.</summary>
    public Guid? Version { get; set; }

    /// <summary>Stays for good once it is recorded.</summary>
    public string Key { get; set; } = "";
    public string Name { get; set; } = "";
    public string NameAr { get; set; } = "";

    /// <summary>Id of an <see cref="ActorKind"/>.</summary>
    public string Kind { get; set; } = ActorKind.Group.Id;

    /// <summary>Id of the holder whose places and colour it counts for; blank where it holds none.</summary>
    public string Holder { get; set; } = "";

    /// <summary>When it existed: words or EDTF; blank = not stated.</summary>
    public string Valid { get; set; } = "";

    /// <summary>Names beside the two usual ones.</summary>
    public List<DraftName> Names { get; set; } = [];

    /// <summary>What this actor is to others. What others are to it stands with them.</summary>
    public List<DraftRelation> Relations { get; set; } = [];
    public string Note { get; set; } = "";
    public string PrivateNote { get; set; } = "";

    /// <summary>Why the change is made.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it existed; null where nothing is typed or it cannot be read one way.</summary>
    public DateSpan? ReadValid() => OnlyReading(Valid);

    /// <summary>The same without rows that say nothing yet.</summary>
    public ActorDraft WithoutBlanks() => new()
    {
        Id = Id,
        Version = Version,
        Key = Key,
        Name = Name,
        NameAr = NameAr,
        Kind = Kind,
        Holder = Holder,
        Valid = Valid,
        Names = [.. Names.Where(name => !name.IsBlank)],
        Relations = [.. Relations.Where(relation => !relation.IsBlank)],
        Note = Note,
        PrivateNote = PrivateNote,
        Reason = Reason,
    };

    /// <summary>Everything that stands in the way of saving, in the order of the form. Empty = it may be saved. Never throws.</summary>
    public IReadOnlyList<FieldProblem> Check(ActorContext context) => new ActorDraftCheck(this, context).Run();

    internal static DateSpan? OnlyReading(string? words) => string.IsNullOrWhiteSpace(words) || DatePhrase.Read(words, null).Readings is not [var only] ? null : only;
}

/// <summary>One more name: of another time, in another language, an alias.</summary>
public sealed class DraftName
{
    /// <summary>The recorded name this one changes; null for a new one.</summary>
    public long? RowId { get; set; }
    public string Name { get; set; } = "";

    /// <summary>Two or three letters.</summary>
    public string Language { get; set; } = "en";

    /// <summary>When it was in use: words or EDTF; blank = always.</summary>
    public string Valid { get; set; } = "";

    [JsonIgnore]
    public bool IsBlank => RowId is null && string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Valid);

    public DateSpan? ReadValid() => ActorDraft.OnlyReading(Valid);
}

/// <summary>One dated, cited relation of the actor to another.</summary>
public sealed class DraftRelation : IDateAsTyped, ISourceAsChosen
{
    /// <summary>The recorded relation this one changes; null for a new one.</summary>
    public long? RowId { get; set; }

    /// <summary>Made with the row; what it is recorded under.</summary>
    public string Key { get; set; } = $"desk-{Guid.NewGuid():N}";

    /// <summary>Id of a <see cref="RelationKind"/>; blank while none is chosen.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The other actor.</summary>
    public long? ToId { get; set; }

    /// <summary>What was typed or shown for it; not saved.</summary>
    public string ToName { get; set; } = "";
    public string DateText { get; set; } = "";
    public string DateAnchor { get; set; } = "";
    public string DateChoice { get; set; } = "";

    /// <summary>Not kept: the date is.</summary>
    public string SourcePhrase { get; set; } = "";
    public long? SourceId { get; set; }
    public string SourceKey { get; set; } = "";
    public DraftSource? NewSource { get; set; }

    /// <summary>Who says so within the source; blank where the source itself does.</summary>
    public string Claimant { get; set; } = "";

    /// <summary>1 to 6; 6 = not judged.</summary>
    public int Credibility { get; set; } = 6;

    /// <summary>A note, or the source's own words.</summary>
    public string Note { get; set; } = "";

    [JsonIgnore]
    public bool IsBlank => RowId is null && Kind.Length == 0 && ToId is null && string.IsNullOrWhiteSpace(ToName) && string.IsNullOrWhiteSpace(DateText) && string.IsNullOrWhiteSpace(Note) && !HasSource;

    [JsonIgnore]
    public bool HasSource => SourceId is not null || SourceKey.Length > 0 || NewSource is not null;

    public PhraseReading ReadDate() => DatePhrase.Read(DateText, EdtfText.TryParse(DateAnchor, out var anchor, out _) ? anchor : null);

    public DateSpan? ReadSpan()
    {
        var readings = ReadDate().Readings;
        return readings.Count == 1 ? readings[0] : readings.FirstOrDefault(reading => reading.Edtf == DateChoice);
    }
}

/// <summary>A relation on record, of any two actors.</summary>
/// <param name="Edtf">Null = not stated.</param>
public sealed record KnownTie(long FromId, string Kind, long ToId, string? Edtf);

/// <summary>An actor as far as a check needs to know it.</summary>
/// <param name="Valid">When it existed, as EDTF; null = not stated.</param>
public sealed record KnownParty(long Id, string Key, string Name, string? Valid);

/// <summary>What an actor's draft is checked against. A question left null is not asked.</summary>
/// <param name="Today">The day of the check; later dates are refused.</param>
/// <param name="Parties">All recorded actors.</param>
/// <param name="Ties">All recorded relations.</param>
/// <param name="Holders">Ids that may be counted for, besides those with a colour of their own.</param>
/// <param name="SourceExists">Whether a source has this id (or null) and key (or "").</param>
/// <param name="PublishedOf">When a source of this id was published, as EDTF; null where that is not known.</param>
/// <param name="Arabic">The language in which the editor is told.</param>
public sealed record ActorContext(
    DateOnly Today,
    IReadOnlyList<KnownParty>? Parties = null,
    IReadOnlyList<KnownTie>? Ties = null,
    IReadOnlyCollection<string>? Holders = null,
    Func<long?, string, bool>? SourceExists = null,
    Func<long?, string?>? PublishedOf = null,
    bool Arabic = false);
