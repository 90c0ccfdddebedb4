using Map.Core.Time;

namespace Map.Core.Control;

/// <summary>What is drawn of a cell on a day (client/layers/held.ts tells the same from the pack).</summary>
/// <param name="Now">The holding that stands; null where only the one before it may still last.</param>
/// <param name="Before">What held before, while it is not known whether it has ended; null where nothing is known of that.</param>
/// <param name="IsTurning">The day of the change is not known, and it changes how the cell looks: both halves are drawn.</param>
/// <param name="Age">How many of <see cref="ControlRules.AgeDays"/> have gone by since the last claim.</param>
public sealed record CellState(Holding? Now, Holding? Before, bool IsTurning, int Age)
{
    public HoldingKind? Kind { get; } = Now is null ? null : HoldingKind.Of(Now);

    public HoldingKind? KindBefore { get; } = Before is null ? null : HoldingKind.Of(Before);

    /// <param name="to">The last day the layer speaks of.</param>
    /// <returns>Null where nothing is drawn.</returns>
    public static CellState? On(PlaceTimeline timeline, int day, int to)
    {
        if (day > to)
            return null;
        var holdings = timeline.Holdings;
        var index = -1;
        while (index + 1 < holdings.Count && holdings[index + 1].MayFrom <= day)
            index++;
        if (index < 0)
            return null;
        var found = holdings[index];
        var isSure = day >= found.SureFrom;
        var earlier = index > 0 && HoldingKind.Of(holdings[index - 1]) is not null ? holdings[index - 1] : null;
        if (HoldingKind.Of(found) is not { } kind)
            return !isSure && earlier is not null ? new CellState(null, earlier, true, 0) : null;
        if (!isSure)
            return earlier is not null && kind.Equals(HoldingKind.Of(earlier)) ? new CellState(found, null, false, 0) : new CellState(found, earlier, true, 0);
        var since = (long)day - LastClaim(found, day);
        return new CellState(found, null, false, ControlRules.AgeDays.Count(days => since > days));
    }

    /// <summary>The claims that dated what is drawn by the day: the strongest; of what is contested all; of a change under way that of each side.</summary>
    public IReadOnlyList<ControlClaim> Cited(int day) => [.. new[] { Now, Before }.OfType<Holding>().SelectMany(holding => Cited(holding, day)).Distinct()];

    private static IEnumerable<ControlClaim> Cited(Holding holding, int day)
    {
        var dated = holding.Claims.Where(claim => claim.EarliestDay <= day).ToList();
        return dated.Count == 0 ? holding.Claims.Take(1) : holding.Posture == Posture.Contested ? dated : dated.Take(1);
    }

    /// <summary>The day by which the newest claim of those that stand behind a holding has it certain; a claim without such a day counts from its first.</summary>
    private static int LastClaim(Holding holding, int day)
    {
        var last = holding.MayFrom;
        foreach (var claim in holding.Claims)
        {
            var sure = Math.Max(claim.LatestDay == Days.OpenEnd ? claim.EarliestDay : claim.LatestDay, holding.MayFrom);
            if (sure <= day)
                last = Math.Max(last, sure);
        }
        return last;
    }
}
