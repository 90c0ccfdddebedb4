using Map.Core.Events;

namespace Map.Core.Evidence;

/// <summary>How firmly an event stands, by which rule, and by which of its claims.</summary>
/// <param name="By">Indexes of the claims that decided it; empty where it is their lack, or an editor.</param>
/// <param name="Reason">Why an editor set it; null where the rules did.</param>
public sealed record SummaryGrade(EventGrade Grade, GradeRule Rule, IReadOnlyList<int> By, string? Reason = null)
{
    /// <param name="claims">All claims of the event.</param>
    /// <param name="speaksFor">May this claimant speak for who did it: is it one of the initiators, the leader of one, or a part of one?</param>
    public static SummaryGrade Of(IReadOnlyList<GradedClaim> claims, Func<long, bool> speaksFor)
    {
        var stating = Where(claims, GradeRules.States);
        var denials = Where(claims, claim => claim.Denies && GradeRules.IsCredible(claim.Grade));

        // Nobody is cleared by their own denial: it contests what is said, and does not outweigh it.
        var others = denials.Where(i => GradeRules.IsCentral(claims[i].Field) && !(claims[i].ClaimantId is { } id && speaksFor(id))).ToList();
        if (others.Count > 0 && !stating.Any(i => GradeRules.IsStrong(claims[i].Grade))) return new(EventGrade.Discounted, GradeRule.Denied, others);
        if (stating.Count > 0 && stating.All(i => claims[i].Grade.Credibility == Credibility.Improbable)) return new(EventGrade.Discounted, GradeRule.Improbable, stating);

        if (Dispute.Between(claims, GradeRules.Contestable) is var (one, other)) return new(EventGrade.Contested, GradeRule.Competing, [one, other]);
        if (denials.Count > 0) return new(EventGrade.Contested, GradeRule.DenialBeside, denials);

        var own = stating.Where(i => GradeRules.IsCentral(claims[i].Field) && claims[i].ClaimantId is { } id && speaksFor(id) && !GradeRules.NotCredible.Contains(claims[i].Grade.Credibility)).ToList();
        if (own.Count > 0) return new(EventGrade.Confirmed, GradeRule.OwnWord, own);

        if (stating.Count == 0) return new(EventGrade.Weak, GradeRule.NoClaim, []);
        if (Independent(claims, stating) is { } independent) return new(EventGrade.Fair, GradeRule.Independent, independent);
        return new(EventGrade.Weak, stating.DistinctBy(i => claims[i].Source.Id).Count() == 1 ? GradeRule.OneSource : GradeRule.NotIndependent, stating);
    }

    /// <summary>The grade an editor set in the place of the computed one.</summary>
    public static SummaryGrade SetBy(EventGrade grade, string reason) => new(grade, GradeRule.Set, [], reason);

    /// <summary>What an editor set, where anything; else what the rules say.</summary>
    /// <param name="set">Id of a grade; null or unknown leaves it to the rules.</param>
    public static SummaryGrade Of(IReadOnlyList<GradedClaim> claims, Func<long, bool> speaksFor, string? set, string? reason) =>
        EventGrades.TryGet(set, out var grade) ? SetBy(grade, reason ?? "") : Of(claims, speaksFor);

    /// <summary>The first claims of the first sources that are all independent of each other, as many as it takes; null where there are not so many.</summary>
    private static List<int>? Independent(IReadOnlyList<GradedClaim> claims, List<int> stating)
    {
        var credible = stating.Where(i => GradeRules.IsCredible(claims[i].Grade)).ToList();
        return More([], 0);

        List<int>? More(List<int> found, int from)
        {
            if (found.Count == GradeRules.IndependentSources) return found;
            for (var i = from; i < credible.Count; i++)
                if (found.TrueForAll(has => claims[has].Source.IsIndependentOf(claims[credible[i]].Source)) && More([.. found, credible[i]], i + 1) is { } all)
                    return all;
            return null;
        }
    }

    private static List<int> Where(IReadOnlyList<GradedClaim> claims, Func<GradedClaim, bool> holds) => [.. Enumerable.Range(0, claims.Count).Where(i => holds(claims[i]))];
}
