using Map.Core.Evidence;

namespace Map.Web.Packs;

/// <summary>One public event: what is drawn of it, and what filters ask of it.</summary>
/// <param name="Dataset">Index into the data sets.</param>
internal readonly record struct PublicEvent(PackedEvent Event, byte Dataset, EventLinks Links);

/// <param name="Actors">Number of the set of actors that took part.</param>
/// <param name="Sources">Number of the set of sources that report it.</param>
/// <param name="Disputed">It has competing claims.</param>
/// <param name="Grade">How firmly it stands by all its claims.</param>
internal readonly record struct EventLinks(int Actors, int Sources, bool Disputed, EventGrade Grade = EventGrade.Weak);
