namespace Map.Core.Reading.Naming;

/// <summary>A place found in a sentence.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Name">As written.</param>
/// <param name="Places">All that bear the name, with how well their spelling was met; none where the gazetteer lacks it.</param>
/// <param name="Direction">"southern" where the text says so, else "".</param>
/// <param name="Kind">The word for the kind of place beside it, else "".</param>
internal sealed record PlaceFound(int Sentence, int First, int Last, string Name, IReadOnlyList<NameHit<KnownPlace>> Places, string Direction, string Kind);
