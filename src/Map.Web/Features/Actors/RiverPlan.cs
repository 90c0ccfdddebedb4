using Map.Core.Actors;
using Map.Core.Time;
using Map.Web.Packs;

namespace Map.Web.Features.Actors;

/// <summary>
/// Lays a family out: what came to the trunk and stayed, and then what split from it, above it, what left it again below; each step is drawn over the days
/// on which it may have come about.
/// </summary>
internal sealed class RiverPlan
{
    private const double Top = 56, RowHeight = 60, Bottom = 40, LeastBend = 40, NameRoom = 200, NoteRoom = 340, TrunkHalf = 9, Half = 5;

    private readonly ActorsInTime actors;
    private readonly RiverScale scale;
    private readonly IReadOnlyList<RiverLane> lanes;
    private readonly IReadOnlyList<RiverLink> links;
    private readonly RiverLane trunk;
    private readonly List<RiverStretch> stretches = [];
    private readonly List<RiverBend> bends = [];
    private readonly List<RiverName> names = [];
    private readonly List<RiverNote> notes = [];

    private RiverPlan(ActorsInTime actors, RiverScale scale, IReadOnlyList<string> family, IReadOnlyList<LineageStep> steps)
    {
        (this.actors, this.scale) = (actors, scale);
        lanes = RiverLane.Of(family, steps);
        links = RiverLink.Between(lanes, steps, actors.Lineage);
        trunk = lanes.MaxBy(lane => lane.Into.Count + lane.Out.Count)!;
        var rows = Rows();
        for (var i = 0; i < rows.Count; i++) rows[i].Y = Top + (i + 0.5) * RowHeight;
    }

    /// <summary>Null for an actor alone, and for a family of which not one day is known.</summary>
    public static River? Of(ActorsInTime actors, IReadOnlyList<string> family)
    {
        var steps = actors.Lineage.Steps.Where(step => family.Contains(step.Earlier) && family.Contains(step.Later)).ToList();
        var days = steps.Select(step => step.Relation).Concat(steps.SelectMany(actors.Lineage.DeparturesOf)).SelectMany(relation => new[] { relation.EarliestDay, relation.LatestDay });
        return steps.Count == 0 || RiverScale.Of(days) is not { } scale ? null : new RiverPlan(actors, scale, family, steps).Drawn(family);
    }

    private River Drawn(IReadOnlyList<string> family)
    {
        foreach (var lane in lanes) Lay(lane);
        foreach (var link in links) Bend(link);
        Note();
        return new River(trunk.Keys[^1], family, scale.Width, Top + lanes.Count * RowHeight + Bottom, scale.Years, stretches, bends,
            [.. names.OrderBy(name => name.Y).ThenBy(name => name.X)], [.. notes.OrderBy(note => note.Y).ThenBy(note => note.X)]);
    }

    private List<RiverLane> Rows()
    {
        var rows = new List<RiverLane>();
        var seen = new HashSet<RiverLane>();
        Place(trunk);
        foreach (var lane in lanes) Place(lane);
        return rows;

        void Place(RiverLane lane)
        {
            if (!seen.Add(lane)) return;
            var came = lane.Into.Where(link => !link.Step.IsSplit).OrderBy(link => link.Step.EarliestDay).ToList();
            foreach (var link in came.Where(link => link.Leaving is null)) Place(link.Earlier);
            foreach (var link in lane.Out.Where(link => link.Step.IsSplit).OrderByDescending(link => link.Step.EarliestDay)) Place(link.Later);
            rows.Add(lane);
            foreach (var link in came.Where(link => link.Leaving is not null)) Place(link.Earlier);
            foreach (var link in lane.Out.OrderBy(link => link.Step.EarliestDay)) Place(link.Later);
            foreach (var link in lane.Into) Place(link.Earlier);
        }
    }

    /// <summary>The times in which the lane stands by itself, each with its names.</summary>
    private void Lay(RiverLane lane)
    {
        var births = lane.Into.Where(link => link.Step.Relation.Kind is LineageStep.FormedFrom or LineageStep.SplitFrom or LineageStep.RenamedTo).ToList();
        var ends = lane.Out.Where(link => !link.Step.IsSplit).OrderBy(link => link.Step.EarliestDay).ToList();
        var begins = births.Count == 0
            ? new List<(int Day, double X)> { (Days.OpenStart, 0) }
            : [births.Select(link => (Day: link.Step.LatestDay, X: Ends(link.Step.Relation).To)).MinBy(begin => begin.X)];
        begins.AddRange(lane.Out.Select(link => link.Leaving).OfType<ActorRelation>().Select(left => (left.LatestDay, Ends(left).To)).OrderBy(begin => begin.To));

        for (var i = 0; i < begins.Count; i++)
        {
            var (day, x) = begins[i];
            var end = ends.Find(link => link.Step.LatestDay >= day && (i + 1 == begins.Count || link.Step.EarliestDay <= begins[i + 1].Day));
            if (end is not null) ends.Remove(end);
            var to = end is null ? scale.Width : Ends(end.Step.Relation).From;
            var last = end is null ? Days.OpenEnd : end.Step.EarliestDay;
            if (to > x) stretches.Add(new RiverStretch(lane.Keys[^1], x, to, lane.Y, ColourOf(lane, i == 0 ? last : After(day)), lane == trunk));
            Name(lane, x, to, day, last, isFirst: i == 0);
        }
    }

    private void Name(RiverLane lane, double x, double end, int from, int to, bool isFirst)
    {
        List<(RiverBearer Bearer, LineageStep? By)> bearers = [];
        foreach (var (key, index) in isFirst ? lane.Keys.Select((key, index) => (key, index)) : [(lane.Keys[^1], 0)])
        {
            var renaming = isFirst && index > 0 ? lane.Renamings[index - 1] : null;
            var start = renaming is null ? from : renaming.LatestDay;
            var turns = actors[key]?.Names.SelectMany(name => new[] { name.Valid?.EarliestDay ?? start, name.Valid is { LatestDay: not Days.OpenEnd } valid ? valid.LatestDay + 1 : start }).Where(day => day > start && day < to) ?? [];
            bearers.Add((new RiverBearer(key, start), renaming));
            bearers.AddRange(turns.Distinct().Order().Select(day => (new RiverBearer(key, day), (LineageStep?)null)));
        }

        List<RiverBearer> together = [];
        var (at, above) = (x, lane.Y - (lane == trunk ? TrunkHalf : Half) - 7);
        foreach (var (bearer, by) in bearers)
        {
            // A name stands at its date where there is room for the one before it.
            if (together.Count > 0 && bearer.Day != Days.OpenStart && scale.X(bearer.Day) >= at + NameRoom && scale.X(bearer.Day) <= end - NameRoom / 2)
            {
                names.Add(new RiverName(at + 8, above, together));
                (together, at) = ([], scale.X(bearer.Day));
            }
            together.Add(bearer);
            if (by is not null) notes.Add(new RiverNote(at + 8, lane.Y + Half + 16, false, by.Relation));
        }
        names.Add(new RiverName(at + 8, above, together));
    }

    private void Bend(RiverLink link)
    {
        Bend(link.Earlier, link.Later, link.Step.Relation, ColourOf(link.Earlier, link.Step.EarliestDay));
        if (link.Leaving is { } left) Bend(link.Later, link.Earlier, left, ColourOf(link.Earlier, left.LatestDay));
    }

    private void Bend(RiverLane from, RiverLane to, ActorRelation relation, string? holder)
    {
        var (start, end) = Ends(relation);
        // What leaves cannot leave before there is something to leave.
        if (stretches.Where(stretch => from.Keys.Contains(stretch.Key)).Select(stretch => (double?)stretch.From).Min() is { } begun && start < begun && end > begun + LeastBend && relation.Kind is LineageStep.Left or LineageStep.SplitFrom)
            start = begun;
        bends.Add(new RiverBend(start, from.Y, end, to.Y, holder, relation.EarliestDay != relation.LatestDay, relation));
    }

    /// <summary>What a new body was formed from is said once, before it; every other step where it ends.</summary>
    private void Note()
    {
        foreach (var group in links.GroupBy(link => (link.Later, link.Step.Relation.Kind, link.Step.Relation.When?.Edtf)))
        {
            var isBirth = group.Key.Kind == LineageStep.FormedFrom && stretches.Find(stretch => group.Key.Later.Keys.Contains(stretch.Key))?.From > NameRoom;
            if (isBirth) notes.Add(new RiverNote(group.Min(link => Ends(link.Step.Relation).From) - 10, group.Key.Later.Y + 4, true, group.First().Step.Relation));
            else foreach (var link in group) Note(link.Step.Relation, link.Step.IsSplit ? link.Later : link.Earlier, link.Step.IsSplit, link.Earlier.Y);
        }
        foreach (var link in links)
            if (link.Leaving is { } left) Note(left, link.Earlier, true, link.Later.Y);
    }

    private void Note(ActorRelation relation, RiverLane lane, bool comesOut, double fromY)
    {
        var (start, end) = Ends(relation);
        var x = comesOut ? end + 8 : start - 8;
        var endsHere = comesOut ? x > scale.Width - NoteRoom : x > NameRoom;
        // Before the lane itself, the words stand on the side to which the bend does not go.
        var y = endsHere && comesOut && fromY > lane.Y ? lane.Y - Half - 8 : lane.Y + Half + 16;
        notes.Add(new RiverNote(endsHere && comesOut ? end - 8 : Math.Max(8, x), y, endsHere, relation));
    }

    /// <summary>Where a step is drawn: over its days, and wide enough to be seen about one day.</summary>
    private (double From, double To) Ends(ActorRelation relation)
    {
        var (from, to) = (scale.X(relation.EarliestDay), scale.X(relation.LatestDay));
        return to - from >= LeastBend ? (from, to) : ((from + to - LeastBend) / 2, (from + to + LeastBend) / 2);
    }

    private static int After(int day) => day == Days.OpenEnd ? day : day + 1;

    private string? ColourOf(RiverLane lane, int day) => actors.HolderOf(lane.Keys[^1], day, day);
}
