using Map.Core.Time;

namespace Map.Core.Control;

/// <summary>A holding while its claims are still coming in.</summary>
internal sealed class Stretch(ControlClaim first)
{
    public IReadOnlyList<string> Holders { get; set; } = first.Holders;
    public Posture Posture { get; set; } = first.Posture;
    public ControlRule Rule { get; set; } = ControlRule.LatestWins;
    public int MayFrom { get; private set; } = first.EarliestDay;
    public int SureFrom { get; private set; } = first.LatestDay;
    public int LastReported { get; private set; } = first.LatestDay;
    public List<ControlClaim> Claims { get; } = [first];
    public List<ControlClaim> Dissent { get; } = [];

    /// <summary>Last day of a contest that time ends, and what holds after it; null for all others.</summary>
    public int Until { get; private set; } = int.MaxValue;

    public Stretch? Then { get; private set; }

    /// <summary>The date of the claim that gives the start, or the days that several vague ones share.</summary>
    public string Edtf => Claims.FirstOrDefault(claim => (claim.EarliestDay, claim.LatestDay) == (MayFrom, SureFrom))?.Edtf
        ?? (MayFrom == SureFrom ? Iso(MayFrom) : $"[{Iso(MayFrom)}..{Iso(SureFrom)}]");

    public static Stretch From(ControlClaim claim) => new(claim)
    {
        Rule = claim.DescribesState ? ControlRule.DescribedState : Sides.SpeaksForOwnSide(claim) ? ControlRule.OwnSide : ControlRule.LatestWins,
    };

    /// <summary>Claims it rests on with which another conflicts; what only described a state dates nothing that could.</summary>
    public IReadOnlyList<ControlClaim> Conflicts(ControlClaim claim)
    {
        // What already speaks for the state that is to follow a contest does not prolong it.
        if (claim.DescribesState || (Then is { } then && ControlRules.SameState(then.Holders, then.Posture, claim)))
            return [];
        return [.. Claims.Where(other => !other.DescribesState && ControlRules.Conflict(other, claim))];
    }

    /// <summary>Does it say the same of one moment, if only in part? What says more must speak of the moment with which this began.</summary>
    public bool AgreesWith(ControlClaim claim)
    {
        var saysNoMore = claim.Posture != Posture.Besieged && claim.Holders.All(Holders.Contains);
        return Claims.Any(other => ControlRules.Agree(other, claim) && (saysNoMore || other.EarliestDay <= MayFrom));
    }

    public void Confirm(ControlClaim claim)
    {
        Claims.Add(claim);
        var (may, sure) = (Math.Max(MayFrom, claim.EarliestDay), Math.Min(SureFrom, claim.LatestDay));
        if (may <= sure)
            (MayFrom, SureFrom) = (may, sure);
        LastReported = Math.Max(LastReported, claim.LatestDay);
    }

    /// <summary>Takes what names more holders, or a siege, of the same moment.</summary>
    public void Complete(ControlClaim claim)
    {
        if (claim.Holders.Count > Holders.Count)
            (Holders, Posture, Rule) = (claim.Holders, claim.Posture, ControlRule.Agreement);
        else if (claim.Posture == Posture.Besieged && claim.Holders.Count == Holders.Count)
            (Posture, Rule) = (Posture.Besieged, ControlRule.Agreement);
        Confirm(claim);
    }

    public void Contradict(ControlClaim claim, IReadOnlyList<ControlClaim> conflicts)
    {
        var isOpen = conflicts.Any(other => ControlRules.SameMoment(other, claim));
        Claims.Add(claim);
        Holders = [.. Holders.Concat(claim.Holders).Distinct()];
        if (isOpen && Posture != Posture.Contested)
            SureFrom = Math.Max(SureFrom, claim.LatestDay);
        (Posture, Rule) = (Posture.Contested, ControlRule.Conflict);
        LastReported = Math.Max(LastReported, claim.LatestDay);
        DropThen();
        if (isOpen)
            return;
        Until = claim.LatestDay + ControlRules.SameMomentDays;
        Follow(claim);
    }

    /// <summary>What holds from the day after the contest.</summary>
    public void Follow(ControlClaim claim)
    {
        if (Then is { } then && ControlRules.SameState(then.Holders, then.Posture, claim))
            then.Confirm(claim);
        else if (Then is { } fuller && fuller.AgreesWith(claim))
            fuller.Complete(claim);
        else
        {
            var until = Until;
            DropThen();
            (Until, Then) = (until, new Stretch(claim) { Rule = ControlRule.Conflict, MayFrom = until + 1, SureFrom = until + 1 });
        }
    }

    /// <summary>What was to follow does not: its claims stay with the contest.</summary>
    public void DropThen()
    {
        if (Then is { } then)
        {
            Claims.AddRange(then.Claims.Except(Claims));
            Dissent.AddRange(then.Dissent.Except(Dissent));
        }
        (Until, Then) = (int.MaxValue, null);
    }

    private static string Iso(int day) => day is Days.OpenStart or Days.OpenEnd ? "" : $"{Days.Date(day):yyyy-MM-dd}";
}
