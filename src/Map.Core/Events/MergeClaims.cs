namespace Map.Core.Events;

/// <summary>Claims of two records, each once. Of a claim that stands in both, each gives what the other lacks.</summary>
internal static class MergeClaims
{
    public static List<MergeRow<DraftClaim>> Of(IReadOnlyList<DraftClaim> ours, IReadOnlyList<DraftClaim> theirs)
    {
        var rows = ours.Select(claim => theirs.FirstOrDefault(its => AreRepeats(its, claim)) is { } same ? new MergeRow<DraftClaim>(Filled(claim, same), MergeSide.Both) : new(claim, MergeSide.This)).ToList();
        foreach (var claim in theirs.Where(claim => !ours.Any(its => AreRepeats(its, claim))))
        {
            var copy = EventMerge.Copy(claim);
            // Its own row stays with the record that goes: this one is new.
            copy.RowId = null;
            rows.Add(new(copy, MergeSide.Other));
        }

        return rows;
    }

    /// <summary>True where the same is said of the same by the same in the same source.</summary>
    public static bool AreRepeats(DraftClaim a, DraftClaim b) => Told(a) == Told(b);

    private static (string, string, bool, long?, string, string, long?, string) Told(DraftClaim claim) =>
        (claim.Field, claim.Says.Trim(), claim.Denies, claim.ClaimantId, claim.ClaimantKey, claim.ClaimantText.Trim(), claim.SourceId, claim.SourceKey);

    private static DraftClaim Filled(DraftClaim claim, DraftClaim from)
    {
        var filled = EventMerge.Copy(claim);
        filled.SaysAr = Or(claim.SaysAr, from.SaysAr);
        filled.SaidOn = Or(claim.SaidOn, from.SaidOn);
        filled.When = Or(claim.When, from.When);
        if (claim.PlaceKey.Length == 0 && string.IsNullOrWhiteSpace(claim.PlaceText))
        {
            (filled.PlaceKey, filled.PlaceText, filled.RadiusKm) = (from.PlaceKey, from.PlaceText, from.RadiusKm);
        }

        if (string.IsNullOrWhiteSpace(claim.Quote))
        {
            (filled.Quote, filled.ArticleId, filled.QuoteStart) = (from.Quote, from.ArticleId, from.QuoteStart);
        }

        filled.Credibility = claim.Credibility == 6 ? from.Credibility : claim.Credibility;
        return filled;
    }

    private static string Or(string words, string others) => string.IsNullOrWhiteSpace(words) ? others : words;
}
