using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.Review;

/// <summary>
/// What an approval would let out, word for word: a new record as it is, or the public one with the proposed change in it. Where the record was
/// saved since the change was made, the two are put together field by field; page and approval make it by this one rule from the same rows.
/// </summary>
/// <param name="Now">What readers see; null for a record that nobody has seen.</param>
/// <param name="Differences">Where the two differ, readers' words as theirs and the proposed ones as mine.</param>
/// <param name="Conflicts">Labels of the fields that both changed since.</param>
internal sealed record ReviewedEvent(EventDraft? Now, EventDraft Proposed, IReadOnlyList<MergeChoice> Differences, IReadOnlyList<string> Conflicts)
{
    /// <param name="say">Chooses between English and Arabic words.</param>
    /// <param name="names">What sources and speakers are called in the differences.</param>
    public static ReviewedEvent Of(ReviewRow review, EventRow row, Func<string, string, string> say, NamedThings? names = null)
    {
        var now = LoadDraft.From(row);
        if (review.Kind != ReviewKind.Change || DraftJson.Read<EventDraft>(review.Proposed ?? "") is not { } proposed)
        {
            (now.Status, now.PositionConfirmed) = (EventStatus.Published.Id, true);
            return new(null, now, [], []);
        }
        IReadOnlyList<string> conflicts = [];
        if (review.BaseVersion != row.Version)
        {
            var merge = new DraftMerge(DraftJson.Read<EventDraft>(review.Base ?? ""), proposed, now, say);
            conflicts = [.. merge.Choices.Where(choice => choice.BothChanged).Select(choice => choice.Label)];
            proposed = merge.Merged(proposed.Reason);
        }
        // What was typed as its position was accepted when it was proposed.
        (proposed.Version, proposed.PositionConfirmed) = (row.Version, true);
        return new(now, proposed, new DraftMerge(now, proposed, now, say, names).Choices, conflicts);
    }

    /// <summary>Everything that would be public, field by field.</summary>
    public IReadOnlyList<MergeChoice> Whole(Func<string, string, string> say, NamedThings? names) => new DraftMerge(null, Proposed, new EventDraft { Precision = "", Status = "" }, say, names).Choices;
}
