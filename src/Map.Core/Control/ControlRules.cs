namespace Map.Core.Control;

/// <summary>
/// How claims become a history: every rule with its reason, and the numbers in force.
/// <list type="number">
/// <item>Nothing is answered before a place's first claim, nor after <see cref="ControlMap.To"/>: silence is not an answer.</item>
/// <item>Claims are taken in the order of their dates, and the latest claim wins: control is a state that lasts until somebody reports its end.</item>
/// <item>A claim dated as a span may hold from its earliest day and certainly holds from its latest; between them both the old and the new holder are given.</item>
/// <item>The same state reported again only adds a claim: a second source confirms, it does not move the change, and the earliest start stands. Where the two spans
/// overlap they agree, and the days they have in common are the start: "18 July" makes "July" precise. Reports of one moment of which one names fewer of the
/// holders, or says nothing of a siege, agree as well, and the fuller one stands.</item>
/// <item>Claims that both begin and end within <see cref="SameMomentDays"/> days of each other and name holders of whom neither has the other's among them conflict, and the
/// place is contested by all whom they name: reports contradict each other, and the map does not choose. Where their spans overlap it stays so until the next change. Where
/// their days are in a clear order and their sources differ it is so from the earlier to <see cref="SameMomentDays"/> days after the later, which then holds: by that time the
/// first report has had the time to be repeated. One source that tells both has put them in order itself: these are two changes, however close; towns did change hands twice
/// in two days. A fight or a siege that is reported beside its beginning or its outcome conflicts with neither.</item>
/// <item>A fight and its outcome dated alike are taken in that order: nobody fights for what is already decided.</item>
/// <item>"Left" ends what the named holder had; partners who are not named stay. Where the named one holds nothing, it is shown beside what is held and changes nothing.</item>
/// <item>A claim that only describes how things stood (a table of a month) dates no change. It confirms what it does not contradict; it yields to a change reported
/// within the last <see cref="StateYieldsDays"/> days and is shown beside it; otherwise it is followed from its own date, because the older report is the weaker guide.</item>
/// <item>A claim for its source's own side counts only when a source that does not take that side says so too: see <see cref="Sides"/>. Until then it is shown, and decides nothing.</item>
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

    /// <summary>Rule 4: of one moment, and the holders of one are among the other's; a fight agrees with a fight only.</summary>
    public static bool Agree(ControlClaim one, ControlClaim other) =>
        SameMoment(one, other) && one.Posture != Posture.Left && other.Posture != Posture.Left
        && (one.Posture == Posture.Contested) == (other.Posture == Posture.Contested) && OneAmongOther(one, other);

    /// <summary>Rule 5.</summary>
    public static bool Conflict(ControlClaim one, ControlClaim other)
    {
        if (one.Posture == Posture.Left || other.Posture == Posture.Left || OneAmongOther(one, other) || !Near(one, other))
            return false;
        if (Overlap(one, other))
            return (one.Posture == Posture.Contested) == (other.Posture == Posture.Contested) || !one.Holders.Any(other.Holders.Contains);
        return OfDifferentSources(one, other) && !IsFight(one) && !IsFight(other);
    }

    /// <summary>Rule 5: spans that overlap and begin and end near each other.</summary>
    public static bool SameMoment(ControlClaim one, ControlClaim other) => Overlap(one, other) && Near(one, other);

    /// <summary>Rule 5 and 9: a source that is not known is like no other.</summary>
    public static bool OfDifferentSources(ControlClaim one, ControlClaim other) => one.Key != other.Key && (one.Source.Length == 0 || one.Source != other.Source);

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

    private static bool IsFight(ControlClaim claim) => claim.Posture is Posture.Contested or Posture.Besieged;

    private static bool OneAmongOther(ControlClaim one, ControlClaim other) => one.Holders.All(other.Holders.Contains) || other.Holders.All(one.Holders.Contains);

    private static bool Overlap(ControlClaim one, ControlClaim other) => one.EarliestDay <= other.LatestDay && other.EarliestDay <= one.LatestDay;

    private static bool Near(ControlClaim one, ControlClaim other) => Near(one.EarliestDay, other.EarliestDay) && Near(one.LatestDay, other.LatestDay);

    private static bool Near(int day, int other) => Math.Abs((long)day - other) <= SameMomentDays;
}

/// <summary>The rules by their numbers in <see cref="ControlRules"/>, on the public page and in answers.</summary>
public enum ControlRule
{
    Silence = 1,
    LatestWins = 2,
    Span = 3,
    Agreement = 4,
    Conflict = 5,
    FightFirst = 6,
    Left = 7,
    DescribedState = 8,
    OwnSide = 9,
}

/// <summary>What a claim that describes a state does to the holding it meets.</summary>
public enum StateEffect
{
    Confirms,
    Yields,
    Follows,
}
