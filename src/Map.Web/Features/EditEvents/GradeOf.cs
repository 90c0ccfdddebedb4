using Map.Core.Events;
using Map.Core.Evidence;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditEvents;

/// <summary>The letter of a claim's source with the claim's own digit.</summary>
internal static class GradeOf
{
    public static Grade Claim(DraftClaim claim, NamedThings names)
    {
        var letter = claim.NewSource?.Reliability ?? names.Source(claim.SourceId)?.Reliability ?? "F";
        return Grade.TryParse($"{letter}{claim.Credibility}", out var grade) ? grade : Grade.Unjudged;
    }
}
