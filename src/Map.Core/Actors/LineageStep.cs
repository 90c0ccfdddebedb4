using Map.Core.Time;

namespace Map.Core.Actors;

/// <summary>One step of a lineage, in the order of time: what was, and what came of it.</summary>
/// <param name="Earlier">Key of the actor that came first.</param>
/// <param name="Later">Key of the one that came of it.</param>
public sealed record LineageStep(ActorRelation Relation, string Earlier, string Later)
{
    public const string FormedFrom = "formed_from", MergedInto = "merged_into", SplitFrom = "split_from", RenamedTo = "renamed_to", Left = "left";

    /// <summary>One body went on under another name.</summary>
    public bool IsRename => Relation.Kind == RenamedTo;

    /// <summary>What came of it stands beside what was, which goes on.</summary>
    public bool IsSplit => Relation.Kind == SplitFrom;

    /// <summary>First day on which it may have come about; <see cref="Days.OpenStart"/> where nothing is said.</summary>
    public int EarliestDay => Relation.EarliestDay;

    /// <summary>The day by which it certainly had; <see cref="Days.OpenEnd"/> where nothing is said.</summary>
    public int LatestDay => Relation.LatestDay;

    /// <summary>Null for a relation that makes nobody the successor of anybody.</summary>
    public static LineageStep? Of(ActorRelation relation) => relation.Kind switch
    {
        FormedFrom or SplitFrom => new(relation, relation.To, relation.From),
        MergedInto or RenamedTo => new(relation, relation.From, relation.To),
        _ => null,
    };
}
