using Map.Core.Events;
using Map.Core.Reading;

namespace Map.Web.Features.Read;

/// <summary>What an editor has made so far of the proposals of one text: each as read, with what was corrected.</summary>
public sealed class ReadingSheet
{
    public List<ProposalSpot> Spots { get; set; } = [];

    /// <summary>One for each of <see cref="Spots"/>.</summary>
    public List<EventDraft> Events { get; set; } = [];
}
