using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Places;

/// <summary>Everything the form of a place holds, as typed. Nothing in it is trusted before <see cref="Check"/>. Serialises whole with System.Text.Json.</summary>
public sealed class PlaceDraft
{
    /// <summary>Stable ASCII; made when the form opens, and then what makes a repeated save harmless.</summary>
    public string Key { get; set; } = "";

    /// <summary>In Latin letters.</summary>
    public string Name { get; set; } = "";
    public string NameAr { get; set; } = "";

    /// <summary>Other names and spellings.</summary>
    public List<DraftPlaceName> Names { get; set; } = [];

    /// <summary>Id of a <see cref="PlaceKind"/>.</summary>
    public string Kind { get; set; } = "village";

    /// <summary>Typed or pasted, in any form <see cref="Places.Coordinates"/> reads.</summary>
    public string Coordinates { get; set; } = "";

    /// <summary>True once the editor has said that an unlikely position is meant.</summary>
    public bool PositionConfirmed { get; set; }

    /// <summary>Id of the <see cref="PublicPrecision"/> that readers are told in the place's stead; blank = they are told the place.</summary>
    public string PublicPrecision { get; set; } = "";

    /// <summary>Seen on the desk and nowhere else.</summary>
    public string PrivateNote { get; set; } = "";

    /// <summary>Why the change is made.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Version of the record the editor saw; null for a new one.</summary>
    public Guid? Version { get; set; }

    /// <summary>The typed position in degrees; null where none is typed or it cannot be read.</summary>
    public (double Latitude, double Longitude)? ReadPosition() =>
        Places.Coordinates.TryRead(Coordinates, out var latitude, out var longitude, out _) ? (latitude, longitude) : null;

    /// <summary>True where the typed position lies far off and would not, the other way round.</summary>
    public bool PositionLooksSwapped() => ReadPosition() is { } at && DraftCheck.LooksSwapped(at.Latitude, at.Longitude, null);

    /// <summary>Everything that stands in the way of saving, in the order of the form. Empty = it may be saved. Never throws.</summary>
    public IReadOnlyList<FieldProblem> Check(DateOnly today, bool arabic = false) => new PlaceDraftCheck(this, today, arabic).Run();
}

/// <summary>One more name of a place.</summary>
public sealed class DraftPlaceName
{
    public string Name { get; set; } = "";

    /// <summary>ISO 639: two or three small letters.</summary>
    public string Language { get; set; } = "en";

    /// <summary>ISO 15924: Latn, Arab; blank where the language says it.</summary>
    public string Script { get; set; } = "";

    /// <summary>When it was called so: words or EDTF; blank = always, or nobody says.</summary>
    public string Valid { get; set; } = "";

    public bool IsBlank() => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Valid);

    /// <summary>EDTF of when it was called so; null where nothing is typed or it cannot be read one way.</summary>
    public string? ReadValid() => string.IsNullOrWhiteSpace(Valid) || DatePhrase.Read(Valid, null).Readings is not [var only] ? null : only.Edtf;
}
