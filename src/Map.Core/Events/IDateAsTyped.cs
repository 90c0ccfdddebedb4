using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>A date as a form holds it: its words, and what makes them mean one span.</summary>
public interface IDateAsTyped
{
    /// <summary>The date in words or EDTF, as typed.</summary>
    string DateText { get; set; }

    /// <summary>EDTF of what relative words are counted from; blank where there is none.</summary>
    string DateAnchor { get; set; }

    /// <summary>EDTF of the reading chosen where the words can be read two ways; blank while none is.</summary>
    string DateChoice { get; set; }

    /// <summary>The source's own words for the date, kept beside the typed date.</summary>
    string SourcePhrase { get; set; }

    /// <summary>What the date's words can mean.</summary>
    PhraseReading ReadDate();

    /// <summary>The one span meant: the only reading, or the chosen one; null while there is none.</summary>
    DateSpan? ReadSpan();
}
