namespace Map.Core.Control;

/// <summary>The history of one place, derived from its claims by <see cref="ControlRules"/>.</summary>
public sealed class PlaceTimeline
{
    private PlaceTimeline(IReadOnlyList<Holding> holdings, IReadOnlyList<ControlClaim> unconfirmed, IReadOnlyDictionary<string, ControlClaim> confirmedBy) =>
        (Holdings, Unconfirmed, ConfirmedBy) = (holdings, unconfirmed, confirmedBy);

    /// <summary>By day; the days on which they may begin never fall.</summary>
    public IReadOnlyList<Holding> Holdings { get; }

    /// <summary>Claims for their source's own side that nobody else confirms, by day: shown, never followed.</summary>
    public IReadOnlyList<ControlClaim> Unconfirmed { get; }

    /// <summary>For each claim for its source's own side that counts, by its key: the claim that confirms it.</summary>
    public IReadOnlyDictionary<string, ControlClaim> ConfirmedBy { get; }

    public static PlaceTimeline From(IEnumerable<ControlClaim> claims)
    {
        List<ControlClaim> all = [.. claims], unconfirmed = [];
        var confirmedBy = new Dictionary<string, ControlClaim>();
        var stretches = new List<Stretch>();
        foreach (var claim in ControlRules.InOrder(all))
        {
            if (Sides.SpeaksForOwnSide(claim))
            {
                if (Sides.ConfirmationOf(claim, all) is not { } confirmation)
                {
                    unconfirmed.Add(claim);
                    continue;
                }
                confirmedBy[claim.Key] = confirmation;
            }
            Take(stretches, claim);
        }
        if (stretches is [.., { Then: { } last }])
            stretches.Add(last);
        return new PlaceTimeline(Close(stretches), unconfirmed, confirmedBy);
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
        if (stretches is [.., { Then: { } then, Until: var until }] && claim.EarliestDay > until)
            stretches.Add(then);
        if (stretches is not [.., var current])
            stretches.Add(claim.Posture == Posture.Left ? new Stretch(claim) { Holders = [] } : Stretch.From(claim));
        else if (claim.Posture == Posture.Left)
            Leave(stretches, current, claim);
        else if (claim.DescribesState && !ControlRules.SameState(current.Holders, current.Posture, claim))
            Describe(stretches, current.Then ?? current, claim);
        else if (current.Conflicts(claim) is { Count: > 0 } conflicts)
            Contradict(stretches, current, conflicts, claim);
        else if (current.Then is not null && claim.Posture != Posture.Contested)
            current.Follow(claim);
        else if (ControlRules.SameState(current.Holders, current.Posture, claim))
        {
            // Somebody reports the fight itself: what was to follow it is not decided.
            current.DropThen();
            current.Confirm(claim);
        }
        else if (current.AgreesWith(claim))
            current.Complete(claim);
        else
            stretches.Add(Stretch.From(claim));
    }

    private static void Leave(List<Stretch> stretches, Stretch current, ControlClaim claim)
    {
        var staying = current.Holders.Except(claim.Holders).ToList();
        if (staying.Count == 0 && current.Holders.Count > 0)
            stretches.Add(new Stretch(claim) { Holders = [], Posture = Posture.Left, Rule = ControlRule.Left });
        else if (staying.Count < current.Holders.Count)
            stretches.Add(new Stretch(claim) { Holders = staying, Posture = staying.Count == 1 ? Posture.Holds : current.Posture, Rule = ControlRule.Left });
        else
            (current.Posture == Posture.Left ? current.Claims : current.Dissent).Add(claim);
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
                stretches.Add(Stretch.From(claim));
                break;
        }
    }

    /// <summary>The claims that conflict may be later ones of what is held: then it stands until the first of them.</summary>
    private static void Contradict(List<Stretch> stretches, Stretch current, IReadOnlyList<ControlClaim> conflicts, ControlClaim claim)
    {
        var from = conflicts.Min(other => other.EarliestDay);
        if (from > current.MayFrom)
        {
            var contest = new Stretch(conflicts[0]) { Holders = current.Holders };
            contest.Claims.AddRange(conflicts.Skip(1));
            stretches.Add(contest);
            current = contest;
        }
        current.Contradict(claim, conflicts);
    }

    private static List<Holding> Close(List<Stretch> stretches)
    {
        var holdings = new List<Holding>(stretches.Count);
        for (var i = 0; i < stretches.Count; i++)
        {
            var it = stretches[i];
            if (it.Then is { } then && (i + 1 == stretches.Count || stretches[i + 1] != then))
                it.DropThen();
            var sure = i + 1 < stretches.Count ? Math.Min(it.SureFrom, stretches[i + 1].MayFrom) : it.SureFrom;
            holdings.Add(new Holding(it.Holders, it.Posture, it.MayFrom, Math.Max(sure, it.MayFrom), it.Edtf,
                ControlRules.Strongest(it.Claims), ControlRules.Strongest(it.Dissent), it.Rule));
        }
        return holdings;
    }
}
