namespace Map.Core.Reading;

/// <summary>What tells a proposal from every other of its text: the same reader finds it there again.</summary>
public sealed record ProposalSpot(int Start, int Length, string Type)
{
    public static ProposalSpot Of(DraftMention said) => new(said.Start, said.Length, said.Type);
}
