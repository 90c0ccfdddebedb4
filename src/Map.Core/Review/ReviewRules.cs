using Map.Core.Events;

namespace Map.Core.Review;

/// <summary>What somebody may do with records; an administrator may do here what a reviewer may.</summary>
public enum ReviewRole
{
    None,
    Editor,
    Reviewer,
}

/// <summary>What becomes of a save.</summary>
public enum Verdict
{
    /// <summary>It may not be done at all.</summary>
    Refused,

    /// <summary>It goes to review, and readers see what they saw before.</summary>
    Waits,

    /// <summary>It is done as asked.</summary>
    Done,
}

/// <summary>Which moves between states who may make. Pure: what is asked of it is asked of the database first, inside the write itself.</summary>
public static class ReviewRules
{
    /// <param name="from">Id of the state the record is in; null where it is new.</param>
    /// <param name="to">Id of the state asked for.</param>
    /// <param name="isSubmitter">True for who sent it to review.</param>
    public static Verdict Save(ReviewMode mode, ReviewRole role, string? from, string to, bool isSubmitter = false)
    {
        if (role == ReviewRole.None || !EventStatus.TryGet(to, out var asked) || (from is not null && !EventStatus.TryGet(from, out _)))
        {
            return Verdict.Refused;
        }

        if (from == EventStatus.Published.Id)
        {
            return SaveOfPublished(mode, role, asked);
        }

        if (asked == EventStatus.Published)
        {
            return PublishesAlone(mode, role) ? Verdict.Done : Verdict.Waits;
        }

        // Out of the queue takes who may put it there or decide on it.
        var leavesQueue = from == EventStatus.Review.Id && asked != EventStatus.Review;
        return !leavesQueue || isSubmitter || MayDecide(mode, role) ? Verdict.Done : Verdict.Refused;
    }

    /// <summary>Whether what this person saves is public without anybody else.</summary>
    public static bool PublishesAlone(ReviewMode mode, ReviewRole role) =>
        mode != ReviewMode.TwoPeople && MayDecide(mode, role);

    /// <summary>Whether this person sends back, assigns, and takes off the map what is public.</summary>
    public static bool MayDecide(ReviewMode mode, ReviewRole role) =>
        role == ReviewRole.Reviewer || (role == ReviewRole.Editor && mode == ReviewMode.Open);

    /// <param name="isOwn">True where this person wrote any of what is approved.</param>
    public static bool MayApprove(ReviewMode mode, ReviewRole role, bool isOwn) =>
        MayDecide(mode, role) && !(isOwn && mode == ReviewMode.TwoPeople);

    /// <summary>Whether this person deletes a record, or brings it back.</summary>
    /// <param name="isPublic">True where readers see it, or would see it again.</param>
    public static bool MayRemove(ReviewMode mode, ReviewRole role, bool isPublic) =>
        role != ReviewRole.None && (!isPublic || MayDecide(mode, role));

    private static Verdict SaveOfPublished(ReviewMode mode, ReviewRole role, EventStatus asked)
    {
        // Taking something from readers shows them nothing that nobody looked over, and may not wait where somebody is in danger.
        if (asked == EventStatus.Draft || asked == EventStatus.Withdrawn)
        {
            return MayDecide(mode, role) ? Verdict.Done : Verdict.Waits;
        }

        return asked == EventStatus.Published && PublishesAlone(mode, role) ? Verdict.Done : Verdict.Waits;
    }
}
