using Map.Core.Events;
using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>A proposal of the reader, and what it answers.</summary>
internal sealed record RunProposal(int Start, int End, EventDraft Draft)
{
    public EventAnswers Answers { get; } = EventAnswers.Of(Draft);

    public static IReadOnlyList<RunProposal> Of(IEnumerable<DraftMention> drafts, ReadIn article) =>
        [.. drafts.Select(said => new RunProposal(said.Start, said.End, ProposedEvent.Of(said, article, _ => PlacePrecision.Exact)))];

    public IEnumerable<ClaimAnswer> Claims => Draft.Claims.Select(claim => ClaimAnswer.Of(claim.Field, claim.ClaimantKey, claim.ClaimantText, claim.Denies));
}
