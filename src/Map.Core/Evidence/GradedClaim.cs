using Map.Core.Time;

namespace Map.Core.Evidence;

/// <summary>One claim of an event, as much of it as grading asks.</summary>
/// <param name="Field">Id of what it is about.</param>
/// <param name="Denies">It says that it was not so.</param>
/// <param name="Credibility">Its digit, 1 to 6.</param>
/// <param name="ClaimantId">The known actor who says it.</param>
public sealed record GradedClaim(string Field, bool Denies, int Credibility, GradedSource Source, long? ClaimantId = null)
{
    public string? ClaimantText { get; init; }

    /// <summary>The known actor's names, for saying who competes; null where nobody known says it, or nobody is to be told.</summary>
    public (string Name, string? NameAr)? Claimant { get; init; }
    public string? Says { get; init; }

    /// <summary>When it says the thing happened.</summary>
    public DateSpan? When { get; init; }
    public long? PlaceId { get; init; }
    public string? PlaceText { get; init; }

    public Grade Grade => new(Source.Letter, Credibility is >= 1 and <= 6 ? Credibility : 6);

    /// <summary>The same person in the same report: whoever adds to what they said does not contradict themselves.</summary>
    public bool IsSameVoiceAs(GradedClaim other) => Source.Id == other.Source.Id && ClaimantId == other.ClaimantId
        && string.Equals(ClaimantText ?? "", other.ClaimantText ?? "", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A source, as much of it as grading asks.</summary>
/// <param name="Letter">A to F.</param>
/// <param name="Outlet">Who publishes it; its title where that is not known.</param>
public sealed record GradedSource(long Id, string Key, char Letter, string Outlet)
{
    /// <summary>Holders whose side it takes; empty where it is neutral, or nothing is known.</summary>
    public IReadOnlyList<string> Side { get; init; } = [];

    /// <summary>Keys of the sources it rests on.</summary>
    public IReadOnlyList<string> Cites { get; init; } = [];

    /// <param name="reliability">As the tables have it.</param>
    /// <param name="side">Holder ids joined by '+'.</param>
    /// <param name="cites">Source keys joined by '+'.</param>
    public static GradedSource Of(long id, string key, string reliability, string? outlet, string title, string? side, string? cites) =>
        new(id, key, reliability is [>= 'A' and <= 'F'] ? reliability[0] : 'F', string.IsNullOrWhiteSpace(outlet) ? title : outlet) { Side = Parts(side), Cites = Parts(cites) };

    /// <summary>Two sources confirm each other only where neither had it from the other: not of one outlet, not citing each other, not on one side.</summary>
    public bool IsIndependentOf(GradedSource other) => Id != other.Id && Spelt(Outlet) != Spelt(other.Outlet)
        && !Cites.Contains(other.Key) && !other.Cites.Contains(Key) && !Side.Any(other.Side.Contains);

    /// <summary>A mirror or a copy elsewhere is no other outlet, nor is another spelling.</summary>
    private static string Spelt(string outlet) =>
        string.Concat(outlet.Split([" (mirror: ", " (copy: "], 2, StringSplitOptions.None)[0].Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static string[] Parts(string? joined) => joined?.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
