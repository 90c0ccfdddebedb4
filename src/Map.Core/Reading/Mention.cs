namespace Map.Core.Reading;

/// <summary>A stretch of an article's text that says something.</summary>
/// <param name="Text">The words as they stand there.</param>
/// <param name="Start">In UTF-16 units of the text as given.</param>
/// <param name="Length">In UTF-16 units.</param>
public abstract record Mention(string Text, int Start, int Length)
{
    /// <summary>The first unit behind it.</summary>
    public int End => Start + Length;

    /// <summary>True where both have a unit in common.</summary>
    public bool Overlaps(Mention other) => Start < other.End && other.Start < End;
}

/// <summary>A place of the gazetteer that a name may mean.</summary>
/// <param name="Id">The gazetteer's.</param>
/// <param name="Why">What speaks for it, in a few words.</param>
public sealed record PlaceCandidate(string Id, string Name, double Score, string Why);

/// <summary>A place named.</summary>
/// <param name="Name">The name it is known by; as written where the gazetteer lacks it.</param>
/// <param name="Id">The gazetteer's id of the best candidate; null for a place the gazetteer lacks.</param>
/// <param name="Candidates">All the places the name may mean, best first.</param>
public sealed record PlaceMention(string Text, int Start, int Length, string Name, string? Id, IReadOnlyList<PlaceCandidate> Candidates)
    : Mention(Text, Start, Length);

/// <summary>An expression that places something in time.</summary>
/// <param name="Edtf">What it means, resolved against its anchor.</param>
/// <param name="Earliest">Null = open or unknown.</param>
/// <param name="Latest">Null = open or unknown.</param>
/// <param name="Anchor">What it was counted from: <see cref="FromArticle"/>, <see cref="FromText"/> or <see cref="FromNothing"/>.</param>
public sealed record DateMention(string Text, int Start, int Length, string Edtf, DateOnly? Earliest, DateOnly? Latest, string Anchor)
    : Mention(Text, Start, Length)
{
    /// <summary>The article's own date.</summary>
    public const string FromArticle = "article";

    /// <summary>A date said earlier in the text.</summary>
    public const string FromText = "text";

    /// <summary>It says all by itself.</summary>
    public const string FromNothing = "none";
}

/// <summary>A group, person, state, service or outlet named.</summary>
/// <param name="Name">Its full name, also where it is mentioned by a short one.</param>
/// <param name="Id">The actor table's; null for one it lacks.</param>
/// <param name="Kind">group, person, state, service, force, outlet or institution.</param>
public sealed record ActorMention(string Text, int Start, int Length, string Name, string? Id, string Kind)
    : Mention(Text, Start, Length);

/// <summary>A count, distance or share.</summary>
/// <param name="Value">The figure as said.</param>
/// <param name="Least">What it says at least ("more than 30"); null where it does not.</param>
/// <param name="Most">What it says at most ("up to 30"); null where it does not.</param>
/// <param name="Counts">What is counted, a lower-case noun: persons, attacks, kilometres; empty where the text does not say.</param>
public sealed record FigureMention(string Text, int Start, int Length, decimal Value, decimal? Least, decimal? Most, string Counts)
    : Mention(Text, Start, Length);
