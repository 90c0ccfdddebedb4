using Map.Core.Time;

namespace Map.Core.Control;

/// <summary>
/// How claims become a history: every rule with its reason, and the numbers in force.
/// <list type="number">
/// <item>Nothing is answered before a place's first claim, nor after <see cref="ControlMap.To"/>: silence is not an answer.</item>
/// <item>Claims are taken in the order of their dates, and the latest claim wins: control is a state that lasts until somebody reports its end.</item>
/// <item>A claim dated as a span may hold from its earliest day and certainly holds from its latest; between them both the old and the new holder are given.</item>
/// <item>The same state reported again only adds a claim: a second source confirms, it does not move the change, and the earliest start stands. Where the two spans
/// overlap they agree, and the days they have in common are the start: "18 July" makes "July" precise.</item>
/// <item>Two claims whose spans overlap and both begin and end within <see cref="SameMomentDays"/> days of each other speak of the same moment. If they name different
/// states and neither is the outcome of the other's fight, the place is contested by all whom they name: reports contradict each other, and the map does not choose.
/// Claims with days in a clear order are two changes, however close: towns did change hands twice in two days.</item>
/// <item>A fight and its outcome dated alike are taken in that order: nobody fights for what is already decided.</item>
/// <item>"Left" ends what the named holder had; partners who are not named stay.</item>
/// <item>A claim that only describes how things stood (a table of a month) dates no change. It confirms what it does not contradict; it yields to a change reported
/// within the last <see cref="StateYieldsDays"/> days and is shown beside it; otherwise it is followed from its own date, because the older report is the weaker guide.</item>
/// </list>
/// </summary>
public static class ControlRules
{
    /// <summary>Spans whose beginnings and ends are no further apart speak of the same moment.</summary>
    public const int SameMomentDays = 3;

    /// <summary>Five years: a described state yields to a dated change younger than this.</summary>
    public const int StateYieldsDays = 1826;

    /// <summary>Metres: beyond this distance a place says nothing about the ground.</summary>
    public const int RadiusMetres = 20_000;

    /// <summary>Metres: a place this little outside the boundary belongs to the country; boundary files are coarser than that.</summary>
    public const int OutsideMetres = 1_000;

    /// <summary>How far from its place, as a share of the distance, ground is drawn at full strength; it fades from there on.</summary>
    public const double FullShare = 0.76;

    /// <summary>Lines between two places end at this share of the distance, where the ground has begun to fade.</summary>
    public const double EdgeShare = 0.965;

    /// <summary>One, two and five years: ground is shaded by how many of these have passed since its last claim, in days.</summary>
    public static IReadOnlyList<int> AgeDays { get; } = [365, 730, 1826];

    /// <summary>Is the date of the claim simply the month or year its source describes? Then it is a description of a state, not a report of a change.</summary>
    public static bool DescribesState(string edtf, int earliestDay, int latestDay, string? sourcePublishedEdtf) =>
        latestDay > earliestDay && edtf == sourcePublishedEdtf;

    /// <summary>Rule 2 and 6: by earliest day, then latest, a fight before its outcome, then by key so that the order is one.</summary>
    public static IEnumerable<ControlClaim> InOrder(IEnumerable<ControlClaim> claims) => claims
        .OrderBy(claim => claim.EarliestDay).ThenBy(claim => claim.LatestDay)
        .ThenBy(claim => claim.Posture == Posture.Contested ? 0 : 1)
        .ThenBy(claim => claim.Key, StringComparer.Ordinal);

    /// <summary>Rule 4: same holders in any order, same posture. One who holds alone and one who holds "jointly" are the same state.</summary>
    public static bool SameState(IReadOnlyList<string> holders, Posture posture, ControlClaim claim) =>
        Plain(posture) == Plain(claim.Posture) && holders.Count == claim.Holders.Count && holders.All(claim.Holders.Contains);

    /// <summary>Rule 5.</summary>
    public static bool SameMoment(ControlClaim one, ControlClaim other) =>
        one.EarliestDay <= other.LatestDay && other.EarliestDay <= one.LatestDay
        && Near(one.EarliestDay, other.EarliestDay) && Near(one.LatestDay, other.LatestDay);

    /// <summary>Rule 6: one of those who fought has it afterwards.</summary>
    public static bool IsOutcome(IReadOnlyList<string> fighters, Posture posture, ControlClaim claim) =>
        posture == Posture.Contested && claim.Posture != Posture.Contested && claim.Holders.Any(fighters.Contains);

    /// <summary>Rule 8: what a described state does to what is held.</summary>
    public static StateEffect EffectOfState(IReadOnlyList<string> holders, Posture posture, int lastReportedDay, ControlClaim claim)
    {
        if (posture is Posture.Holds or Posture.Joint or Posture.Besieged && claim.Holders.Any(holders.Contains))
            return StateEffect.Confirms;
        return posture is Posture.Holds or Posture.Joint && (long)claim.EarliestDay - lastReportedDay <= StateYieldsDays ? StateEffect.Yields : StateEffect.Follows;
    }

    /// <summary>The better source first, then the more credible claim, then the earlier one.</summary>
    public static IReadOnlyList<ControlClaim> Strongest(IEnumerable<ControlClaim> claims) =>
        [.. claims.OrderBy(claim => claim.Reliability).ThenBy(claim => claim.Credibility).ThenBy(claim => claim.EarliestDay).ThenBy(claim => claim.Key, StringComparer.Ordinal)];

    private static Posture Plain(Posture posture) => posture == Posture.Joint ? Posture.Holds : posture;

    private static bool Near(int day, int other) => Math.Abs((long)day - other) <= SameMomentDays;
}

/// <summary>What a claim that describes a state does to the holding it meets.</summary>
public enum StateEffect
{
    Confirms,
    Yields,
    Follows,
}
