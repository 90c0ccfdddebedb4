namespace Map.Core.Control;

/// <summary>
/// Rule 9. Who takes a holder's side is believed at once in what he admits (a loss, a fight, a siege, a rival's gain), and in what serves his side
/// only when somebody who does not take it says so too. Without an end in time: a claim that was never contradicted may be confirmed years later.
/// </summary>
public static class Sides
{
    /// <summary>The holders of its source's own side that a claim gives the place to; empty where it speaks against that side, or takes none.</summary>
    public static IReadOnlyList<string> OwnIn(ControlClaim claim)
    {
        if (claim.AgainstSide == true)
            return [];
        IReadOnlyList<string> own = claim.Side is { Count: > 0 } side ? [.. claim.Holders.Where(side.Contains)] : [];
        if (claim.AgainstSide == false)
            return own.Count > 0 ? own : claim.Holders;
        return claim.Posture is Posture.Holds or Posture.Joint ? own : [];
    }

    public static bool SpeaksForOwnSide(ControlClaim claim) => OwnIn(claim).Count > 0;

    /// <summary>
    /// The first claim that confirms one for its own side: of another source that takes none of these holders' side, naming one of them as in the place,
    /// from <see cref="ControlRules.SameMomentDays"/> days before it until a claim that is nobody's own gives the place to others, or says that they left.
    /// </summary>
    public static ControlClaim? ConfirmationOf(ControlClaim claim, IReadOnlyCollection<ControlClaim> all)
    {
        var own = OwnIn(claim);
        var end = all.Where(other => other.EarliestDay > claim.EarliestDay && !SpeaksForOwnSide(other) && Ends(own, other)).Select(other => (long)other.EarliestDay).DefaultIfEmpty(long.MaxValue).Min();
        return ControlRules.InOrder(all).FirstOrDefault(other => ControlRules.OfDifferentSources(claim, other)
            && !(other.Side ?? []).Any(own.Contains)
            && other.Posture is Posture.Holds or Posture.Joint or Posture.Besieged && other.Holders.Any(own.Contains)
            && other.LatestDay >= (long)claim.EarliestDay - ControlRules.SameMomentDays && other.EarliestDay < end);
    }

    private static bool Ends(IReadOnlyList<string> own, ControlClaim other) =>
        other.Posture == Posture.Left ? other.Holders.Any(own.Contains) : !other.Holders.Any(own.Contains);
}
