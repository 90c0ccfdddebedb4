using Map.Core.Control;
using Map.Web.Data;

namespace Map.Web.Packs;

/// <summary>The one reading of a row as the rules of control take it; its source must have been read with it.</summary>
public static class ClaimReading
{
    public static ControlClaim Of(ControlClaimRow row) => new(row.Key, Holders.Split(row.Holders), Postures.TryParse(row.Posture, out var posture) ? posture : Posture.Holds,
        row.Edtf, row.EarliestDay, row.LatestDay, row.Source.Reliability is [var letter, ..] ? letter : 'F', row.Credibility,
        ControlRules.DescribesState(row.Edtf, row.EarliestDay, row.LatestDay, row.Source.PublishedEdtf),
        row.Source.Key, row.Source.Side is { } side ? Holders.Split(side) : null, row.AgainstSide);
}
