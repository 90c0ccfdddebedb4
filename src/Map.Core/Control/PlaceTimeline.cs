using Map.Core.Time;

namespace Map.Core.Control;

/// <summary>The history of one place, derived from its claims by <see cref="ControlRules"/>.</summary>
public sealed class PlaceTimeline
{
    private PlaceTimeline(IReadOnlyList<Holding> holdings) => Holdings = holdings;

    /// <summary>By day; the days on which they may begin never fall.</summary>
    public IReadOnlyList<Holding> Holdings { get; }

    public static PlaceTimeline From(IEnumerable<ControlClaim> claims)
    {
        var stretches = new List<Stretch>();
        foreach (var claim in ControlRules.InOrder(claims))
            Take(stretches, claim);
        return new PlaceTimeline(Close(stretches));
    }

    /// <summary>What is known on a day, or null before the first claim and after the last holder left. The day after the layer's end is the caller's to refuse.</summary>
    public Answer? On(int day)
    {
        var index = -1;
        while (index + 1 < Holdings.Count && Holdings[index + 1].MayFrom <= day)
            index++;
        if (index < 0)
            return null;
        var now = Holdings[index];
        if (day >= now.SureFrom)
            return now.Posture == Posture.Left ? null : new Answer(now, null, true);
        var before = index > 0 && Holdings[index - 1].Posture != Posture.Left ? Holdings[index - 1] : null;
        return now.Posture == Posture.Left && before is null ? null : new Answer(now, before, false);
    }

    private static void Take(List<Stretch> stretches, ControlClaim claim)
    {
        var current = stretches.Count == 0 ? null : stretches[^1];
        if (current is null)
            stretches.Add(claim.Posture == Posture.Left ? new Stretch(claim) { Holders = [] } : new Stretch(claim));
        else if (claim.Posture == Posture.Left)
            stretches.Add(Leave(current, claim));
        else if (ControlRules.SameState(current.Holders, current.Posture, claim))
            current.Confirm(claim);
        else if (claim.DescribesState)
            Describe(stretches, current, claim);
        else if (ControlRules.SameMoment(current.First, claim) && !ControlRules.IsOutcome(current.Holders, current.Posture, claim))
            current.Contradict(claim);
        else
            stretches.Add(new Stretch(claim));
    }

    private static Stretch Leave(Stretch current, ControlClaim claim)
    {
        var staying = current.Holders.Except(claim.Holders).ToList();
        return staying.Count == 0
            ? new Stretch(claim) { Holders = [], Posture = Posture.Left }
            : new Stretch(claim) { Holders = staying, Posture = staying.Count == 1 ? Posture.Holds : current.Posture };
    }

    private static void Describe(List<Stretch> stretches, Stretch current, ControlClaim claim)
    {
        switch (ControlRules.EffectOfState(current.Holders, current.Posture, current.LastReported, claim))
        {
            case StateEffect.Confirms:
                current.Claims.Add(claim);
                break;
            case StateEffect.Yields:
                current.Dissent.Add(claim);
                break;
            default:
                stretches.Add(new Stretch(claim));
                break;
        }
    }

    private static List<Holding> Close(List<Stretch> stretches)
    {
        var holdings = new List<Holding>(stretches.Count);
        for (var i = 0; i < stretches.Count; i++)
        {
            var it = stretches[i];
            var sure = i + 1 < stretches.Count ? Math.Min(it.SureFrom, stretches[i + 1].MayFrom) : it.SureFrom;
            holdings.Add(new Holding(it.Holders, it.Posture, it.MayFrom, Math.Max(sure, it.MayFrom), it.Edtf,
                ControlRules.Strongest(it.Claims), ControlRules.Strongest(it.Dissent)));
        }
        return holdings;
    }

    /// <summary>A holding while its claims are still coming in.</summary>
    private sealed class Stretch(ControlClaim first)
    {
        public ControlClaim First { get; } = first;
        public IReadOnlyList<string> Holders { get; set; } = first.Holders;
        public Posture Posture { get; set; } = first.Posture;
        public int MayFrom { get; private set; } = first.EarliestDay;
        public int SureFrom { get; private set; } = first.LatestDay;
        public int LastReported { get; private set; } = first.LatestDay;
        public List<ControlClaim> Claims { get; } = [first];
        public List<ControlClaim> Dissent { get; } = [];

        /// <summary>The date of the claim that gives the start, or the days that several vague ones share.</summary>
        public string Edtf => Claims.FirstOrDefault(claim => (claim.EarliestDay, claim.LatestDay) == (MayFrom, SureFrom))?.Edtf
            ?? $"[{Days.Date(MayFrom):yyyy-MM-dd}..{Days.Date(SureFrom):yyyy-MM-dd}]";

        public void Confirm(ControlClaim claim)
        {
            Claims.Add(claim);
            if (claim.EarliestDay <= SureFrom)
                (MayFrom, SureFrom) = (Math.Max(MayFrom, claim.EarliestDay), Math.Min(SureFrom, claim.LatestDay));
            LastReported = Math.Max(LastReported, claim.LatestDay);
        }

        public void Contradict(ControlClaim claim)
        {
            Claims.Add(claim);
            Holders = [.. Holders.Concat(claim.Holders).Distinct()];
            Posture = Posture.Contested;
            SureFrom = Math.Max(SureFrom, claim.LatestDay);
            LastReported = Math.Max(LastReported, claim.LatestDay);
        }
    }
}
