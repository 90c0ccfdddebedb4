namespace Map.Core.Time;

/// <summary>What words for a date can mean.</summary>
/// <param name="Readings">None where the words are not understood; two where they can be read two ways (8/10/2017).</param>
/// <param name="Problem">Why there is no reading, and what would be understood; null where there is one.</param>
public sealed record PhraseReading(IReadOnlyList<DateSpan> Readings, string? Problem);
