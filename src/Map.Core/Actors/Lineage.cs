using Map.Core.Time;

namespace Map.Core.Actors;

/// <summary>
/// Who came of whom. Relations are claims and may run in circles: every answer is of a finite walk. A day of which nobody can say whether a
/// step had been taken by then counts for both sides of it.
/// </summary>
public sealed class Lineage
{
    private readonly List<LineageStep> steps;
    private readonly ILookup<string, LineageStep> toEarlier, toLater;
    private readonly ILookup<(string Part, string Whole), ActorRelation> departures;

    public Lineage(IEnumerable<ActorRelation> relations)
    {
        var all = relations.ToList();
        steps = [.. all.Select(LineageStep.Of).OfType<LineageStep>().Where(step => step.Earlier != step.Later)];
        toEarlier = steps.ToLookup(step => step.Later);
        toLater = steps.ToLookup(step => step.Earlier);
        departures = all.Where(relation => relation.Kind == LineageStep.Left).ToLookup(relation => (relation.From, relation.To));
    }

    public IReadOnlyList<LineageStep> Steps => steps;

    /// <summary>Everybody it came of, the nearest first; without itself.</summary>
    public IReadOnlyList<string> PredecessorsOf(string key) => Walk(key, at => toEarlier[at].Select(step => step.Earlier));

    /// <summary>Everybody that came of it, the nearest first; without itself.</summary>
    public IReadOnlyList<string> SuccessorsOf(string key) => Walk(key, at => toLater[at].Select(step => step.Later));

    /// <summary>All who are joined by steps in whichever direction, itself first.</summary>
    public IReadOnlyList<string> FamilyOf(string key) => [key, .. Walk(key, at => toEarlier[at].Select(step => step.Earlier).Concat(toLater[at].Select(step => step.Later)))];

    /// <summary>The families of more than one, each once, the largest first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Families
    {
        get
        {
            var seen = new HashSet<string>();
            var found = new List<IReadOnlyList<string>>();
            foreach (var key in steps.SelectMany(step => new[] { step.Later, step.Earlier }))
            {
                if (seen.Contains(key)) continue;
                var family = FamilyOf(key);
                seen.UnionWith(family);
                found.Add(family);
            }
            return [.. found.OrderByDescending(family => family.Count).ThenBy(family => family[0], StringComparer.Ordinal)];
        }
    }

    /// <summary>
    /// Some actors with all they came of, each with the last day on which what it did may still be counted as theirs: what left them, or what they
    /// split from, is itself again from then on. <see cref="Days.OpenEnd"/> where that never ends.
    /// </summary>
    public IReadOnlyDictionary<string, int> Including(IEnumerable<string> keys)
    {
        var until = new Dictionary<string, int>();
        var open = new Queue<string>();
        foreach (var key in keys)
            if (until.TryAdd(key, Days.OpenEnd))
                open.Enqueue(key);
        while (open.TryDequeue(out var at))
        {
            foreach (var step in toEarlier[at])
            {
                var last = Math.Min(until[at], LastDayOf(step));
                if (until.TryGetValue(step.Earlier, out var known) && known >= last) continue;
                until[step.Earlier] = last;
                open.Enqueue(step.Earlier);
            }
        }
        return until;
    }

    /// <summary>Those who said farewell to what they had become a part of.</summary>
    public IEnumerable<ActorRelation> DeparturesOf(LineageStep step) =>
        departures[(step.Earlier, step.Later)].Where(left => left.LatestDay >= step.EarliestDay);

    /// <summary>
    /// The holder whose colour an actor wears on a day: its own, else that of what it became, until it certainly left that; else that of what it was,
    /// where all that it came of agree. A split is no inheritance. Null where there is none.
    /// </summary>
    /// <param name="holderOf">An actor's own holder, or null.</param>
    public string? HolderOn(string key, int day, Func<string, string?> holderOf)
    {
        if (holderOf(key) is { } own) return own;
        foreach (var later in Walk(key, at => toLater[at].Where(step => !step.IsSplit && day <= LastDayOf(step)).Select(step => step.Later)))
            if (holderOf(later) is { } become)
                return become;
        var was = Walk(key, at => holderOf(at) is null ? toEarlier[at].Where(step => !step.IsSplit).Select(step => step.Earlier) : []).Select(holderOf).OfType<string>().Distinct().ToList();
        return was is [var one] ? one : null;
    }

    /// <summary>Whose name it bore all through some days: its own, or that which it certainly had before or after a renaming.</summary>
    public string BearerOn(string key, int earliest, int latest)
    {
        var seen = new HashSet<string> { key };
        while (Next(key) is { } next && seen.Add(next))
            key = next;
        return key;

        string? Next(string at) => toEarlier[at].FirstOrDefault(step => step.IsRename && latest < step.EarliestDay)?.Earlier
            ?? toLater[at].FirstOrDefault(step => step.IsRename && earliest > step.LatestDay)?.Later;
    }

    private int LastDayOf(LineageStep step) => step.IsSplit ? step.LatestDay
        : DeparturesOf(step).Select(left => (int?)left.LatestDay).Max() ?? Days.OpenEnd;

    private static List<string> Walk(string from, Func<string, IEnumerable<string>> next)
    {
        var seen = new HashSet<string> { from };
        var found = new List<string>();
        for (IReadOnlyList<string> edge = [from]; edge.Count > 0;)
        {
            edge = [.. edge.SelectMany(next).Where(seen.Add)];
            found.AddRange(edge);
        }
        return found;
    }
}
