using Map.Core.Events;

namespace Map.Core.Tests.Reading;

/// <summary>What an editor answers about an event: what, when, where, who, how many. Spans by their days, actors with their roles, figures in words.</summary>
internal sealed record EventAnswers(string Type, string Days, string Place, IReadOnlySet<string> Actors, IReadOnlySet<string> Figures)
{
    public static EventAnswers Of(EventDraft draft)
    {
        var span = draft.ReadSpan();
        return new(draft.Type, FormattableString.Invariant($"{span?.Earliest:yyyy-MM-dd}..{span?.Latest:yyyy-MM-dd}"), draft.PlaceKey,
            draft.Actors.Select(actor => $"{actor.ActorKey}:{actor.Role}").ToHashSet(), draft.Figures.Select(figure => figure.Read()).OfType<Figures>().Select(figure => $"{figure.Kind} {figure.Words(false)}").ToHashSet());
    }

    /// <summary>The fields, of five, that must be changed to make the other of this one.</summary>
    public IReadOnlyList<string> FieldsToChange(EventAnswers other)
    {
        var fields = new List<string>();
        if (Type != other.Type) { fields.Add("what"); }
        if (Days != other.Days) { fields.Add("when"); }
        if (Place != other.Place) { fields.Add("where"); }
        if (!Actors.SetEquals(other.Actors)) { fields.Add("who"); }
        if (!Figures.SetEquals(other.Figures)) { fields.Add("how many"); }
        return fields;
    }

    /// <summary>Single answers to change, each actor, each role and each figure by itself.</summary>
    public int AnswersToChange(EventAnswers other)
    {
        var single = (Type == other.Type ? 0 : 1) + (Days == other.Days ? 0 : 1) + (Place == other.Place ? 0 : 1);
        var (mine, theirs) = (Keys(this), Keys(other));
        return single + mine.Except(theirs).Count() + theirs.Except(mine).Count()
            + mine.Intersect(theirs).Count(key => !RolesOf(this, key).SequenceEqual(RolesOf(other, key))) + Math.Max(Figures.Except(other.Figures).Count(), other.Figures.Except(Figures).Count());
    }

    private static HashSet<string> Keys(EventAnswers answers) => [.. answers.Actors.Select(actor => actor[..actor.LastIndexOf(':')])];

    private static IEnumerable<string> RolesOf(EventAnswers answers, string key) => answers.Actors.Where(actor => actor.StartsWith(key + ":", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
