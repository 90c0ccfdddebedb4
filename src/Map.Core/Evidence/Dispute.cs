namespace Map.Core.Evidence;

/// <summary>
/// When an event counts as disputed, in one place for the list, the filters and the files: two claims answer the same question about it differently,
/// or a claim denies it. Several who say that it happened corroborate each other, and what only one source says, and nobody denies, is not disputed.
/// </summary>
public static class Dispute
{
    /// <summary>Accounts of one question stand side by side from this many on, also where they agree.</summary>
    public const int Accounts = 2;

    /// <param name="claims">The claims of one event.</param>
    public static bool Is(IReadOnlyList<GradedClaim> claims) => claims.Any(claim => claim.Denies) || Between(claims) is not null;

    /// <summary>The first two claims that compete, among those about certain fields; null where none do.</summary>
    /// <param name="fields">Null for all.</param>
    public static (int One, int Other)? Between(IReadOnlyList<GradedClaim> claims, IReadOnlyCollection<string>? fields = null)
    {
        for (var i = 0; i < claims.Count; i++)
            for (var j = i + 1; j < claims.Count; j++)
                if (Compete(claims[i], claims[j]) && (fields is null || fields.Contains(claims[i].Field)))
                    return (i, j);
        return null;
    }

    /// <summary>Do both state an answer to one question, and not the same one?</summary>
    public static bool Compete(GradedClaim one, GradedClaim other)
    {
        if (one.Denies || other.Denies || one.Field != other.Field || one.IsSameVoiceAs(other)) return false;
        return one.Field switch
        {
            "event" => false,
            // Days that can be the same do not contradict each other, and words without a day state none.
            "date" => one.When is { } a && other.When is { } b && (a.LatestDay < b.EarliestDay || b.LatestDay < a.EarliestDay),
            "place" => NamePlaces(one, other) && !AreSame(one, other),
            _ => !Same(one.Says, other.Says),
        };
    }

    private static bool NamePlaces(GradedClaim one, GradedClaim other) => (one.PlaceId ?? (object?)one.PlaceText) is not null && (other.PlaceId ?? (object?)other.PlaceText) is not null;

    private static bool AreSame(GradedClaim one, GradedClaim other) => one.PlaceId is { } id && other.PlaceId is { } known ? id == known : Same(one.PlaceText, other.PlaceText);

    private static bool Same(string? one, string? other) => one is not null && other is not null && string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
