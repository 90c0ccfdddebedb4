namespace Map.Core.Reading;

/// <summary>A place of the gazetteer.</summary>
/// <param name="Name">The name it is shown by.</param>
/// <param name="Names">All its spellings, in every script.</param>
/// <param name="Kind">As the gazetteer says it: city, town, village, governorate, district and so on.</param>
/// <param name="Population">0 where unknown.</param>
/// <param name="Rank">Lower is better known, as the gazetteer ranks it.</param>
public sealed record KnownPlace(
    string Id, string Name, IReadOnlyList<string> Names, string Kind, double Latitude, double Longitude, long Population, int Rank, string? Governorate, string? District);

/// <summary>A group, state, person or body of the actor tables.</summary>
/// <param name="Name">The name it is shown by.</param>
/// <param name="Names">All its names and short forms, in every script.</param>
/// <param name="Kind">As the actor table says it.</param>
public sealed record KnownActor(string Id, string Name, IReadOnlyList<string> Names, string Kind);

/// <summary>What is known before reading. Finders index it once, in their constructors.</summary>
public sealed record Lexicon(IReadOnlyList<KnownPlace> Places, IReadOnlyList<KnownActor> Actors);
