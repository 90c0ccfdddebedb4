namespace Map.Core.Control;

/// <summary>What a claim does to the history of its place.</summary>
public enum EffectKind
{
    /// <summary>The first that is known of the place.</summary>
    Begins,

    /// <summary>Others hold it from then on, or in another way.</summary>
    Changes,

    /// <summary>It contradicts another report of the same moment.</summary>
    Contests,

    /// <summary>Nobody is named after it.</summary>
    Ends,

    /// <summary>It says what is known already.</summary>
    Confirms,

    /// <summary>It dates a known change otherwise.</summary>
    Redates,

    /// <summary>It is shown beside what the map follows.</summary>
    Beside,

    /// <summary>It is not counted until another source confirms it.</summary>
    SetAside,
}

/// <summary>What one claim would do, found by running the rules without it and with it.</summary>
/// <param name="Key">The claim's.</param>
/// <param name="Before">What held until then; for a change dated otherwise, as it was dated.</param>
/// <param name="Now">The holding it makes or joins, or beside which it is shown; null where it is set aside.</param>
/// <param name="Next">What ends that holding; null where it lasts.</param>
public sealed record ClaimEffect(string Key, EffectKind Kind, Holding? Before, Holding? Now, Holding? Next)
{
    /// <param name="before">The place's history as it is.</param>
    /// <param name="after">Its history with the drafted claims.</param>
    /// <param name="drafted">Keys of the drafted claims; a key of <paramref name="before"/> is a claim that is changed.</param>
    public static IReadOnlyList<ClaimEffect> Of(PlaceTimeline before, PlaceTimeline after, IReadOnlyCollection<string> drafted) =>
        [.. drafted.Select(key => Of(before.Holdings, after.Holdings, key, drafted))];

    private static ClaimEffect Of(IReadOnlyList<Holding> before, IReadOnlyList<Holding> after, string key, IReadOnlyCollection<string> drafted)
    {
        var at = IndexOf(after, holding => holding.Claims.Any(claim => claim.Key == key));
        if (at < 0)
        {
            var beside = IndexOf(after, holding => holding.Dissent.Any(claim => claim.Key == key));
            return beside < 0 ? new(key, EffectKind.SetAside, null, null, null) : new(key, EffectKind.Beside, null, after[beside], At(after, beside + 1));
        }

        var now = after[at];
        var same = before.FirstOrDefault(holding => IsSame(holding, now) && holding.Claims.Any(claim => !drafted.Contains(claim.Key) && now.Claims.Any(kept => kept.Key == claim.Key)));
        var (kind, was) = same switch
        {
            not null when (same.MayFrom, same.SureFrom) == (now.MayFrom, now.SureFrom) => (EffectKind.Confirms, same),
            not null => (EffectKind.Redates, same),
            _ when now.Posture == Posture.Left => (EffectKind.Ends, At(after, at - 1)),
            _ when now.Posture == Posture.Contested && now.Claims.First(claim => claim.Key == key).Posture != Posture.Contested => (EffectKind.Contests, At(after, at - 1)),
            _ => (at == 0 ? EffectKind.Begins : EffectKind.Changes, At(after, at - 1)),
        };
        return new(key, kind, was, now, At(after, at + 1));
    }

    private static bool IsSame(Holding one, Holding other) =>
        one.Posture == other.Posture && one.Holders.Count == other.Holders.Count && one.Holders.All(other.Holders.Contains);

    private static Holding? At(IReadOnlyList<Holding> holdings, int index) => index >= 0 && index < holdings.Count ? holdings[index] : null;

    private static int IndexOf(IReadOnlyList<Holding> holdings, Func<Holding, bool> isMeant)
    {
        for (var i = 0; i < holdings.Count; i++)
        {
            if (isMeant(holdings[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
