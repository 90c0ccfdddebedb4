using Map.Core.Actors;

namespace Map.Web.Features.Actors;

/// <summary>One row of a river: an actor, or one body under the names of several that were renamed into each other.</summary>
internal sealed class RiverLane(IReadOnlyList<string> keys, IReadOnlyList<LineageStep> renamings)
{
    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>Between each key and the next.</summary>
    public IReadOnlyList<LineageStep> Renamings => renamings;

    /// <summary>What came to this lane, and what went out of it.</summary>
    public List<RiverLink> Into { get; } = [];

    public List<RiverLink> Out { get; } = [];

    public double Y { get; set; }

    /// <summary>Chains of renamings make one lane where each name has one before it and one after it at most.</summary>
    public static IReadOnlyList<RiverLane> Of(IReadOnlyList<string> family, IReadOnlyList<LineageStep> steps)
    {
        var chains = steps.Where(step => step.IsRename && steps.Count(other => other.IsRename && other.Earlier == step.Earlier) == 1 && steps.Count(other => other.IsRename && other.Later == step.Later) == 1).ToList();
        var lanes = new List<RiverLane>();
        var placed = new HashSet<string>();
        // Of a circle of renamings the last pass takes whatever is left.
        foreach (var key in family.Where(key => !chains.Exists(step => step.Later == key)).Concat(family))
        {
            if (!placed.Add(key)) continue;
            List<string> names = [key];
            List<LineageStep> renamings = [];
            while (chains.Find(step => step.Earlier == names[^1]) is { } next && placed.Add(next.Later))
            {
                names.Add(next.Later);
                renamings.Add(next);
            }
            lanes.Add(new RiverLane(names, renamings));
        }
        return lanes;
    }
}

/// <summary>One step between two lanes: of all relations that tell it, the most exactly dated.</summary>
/// <param name="Leaving">How it ended, where the earlier one left again.</param>
internal sealed record RiverLink(RiverLane Earlier, RiverLane Later, LineageStep Step, ActorRelation? Leaving)
{
    public static IReadOnlyList<RiverLink> Between(IReadOnlyList<RiverLane> lanes, IReadOnlyList<LineageStep> steps, Lineage lineage)
    {
        var laneOf = lanes.SelectMany(lane => lane.Keys.Select(key => (key, lane))).ToDictionary(it => it.key, it => it.lane);
        var links = steps.Where(step => laneOf[step.Earlier] != laneOf[step.Later])
            .GroupBy(step => (Earlier: laneOf[step.Earlier], Later: laneOf[step.Later], step.IsSplit))
            .Select(group => new RiverLink(group.Key.Earlier, group.Key.Later, group.MinBy(step => Width(step.Relation))!,
                group.Key.IsSplit ? null : group.SelectMany(lineage.DeparturesOf).MinBy(Width)))
            .ToList();
        foreach (var link in links)
        {
            link.Earlier.Out.Add(link);
            link.Later.Into.Add(link);
        }
        return links;
    }

    private static long Width(ActorRelation relation) => (long)relation.LatestDay - relation.EarliestDay;
}
