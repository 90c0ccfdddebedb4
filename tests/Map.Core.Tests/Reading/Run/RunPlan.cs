using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>How an editor gets an event: from which proposal, or by hand.</summary>
/// <param name="Proposal">Index of the proposal; null where the event is entered by hand.</param>
/// <param name="IsAnother">The proposal's sentence tells two events: this is the second.</param>
internal sealed record RunStep(ExpectedEvent Event, int? Proposal, bool IsAnother, IReadOnlyList<string> Fields, int Single);

/// <summary>Which proposal an editor takes for which event: only one whose sentence tells it, the one with the fewest changes.</summary>
internal static class RunPlan
{
    /// <summary>Most fields that may be corrected; with more, an editor enters the event by hand.</summary>
    public const int MostCorrections = 3;

    /// <summary>Most events of all five articles that may be entered by hand.</summary>
    public const int MostByHand = 5;

    /// <summary>The country that all five tell of.</summary>
    public static PlaceMention Ground { get; } = new("", 0, 0, "Syria", "syria", []);

    public static IReadOnlyList<RunStep> Of(IReadOnlyList<ExpectedEvent> events, IReadOnlyList<(int Start, int End, EventAnswers Answers)> proposals)
    {
        var pairs = (from one in events
                     from at in Enumerable.Range(0, proposals.Count)
                     where one.IsToldIn(proposals[at].Start, proposals[at].End)
                     let fields = proposals[at].Answers.FieldsToChange(one.Answers)
                     where fields.Count <= MostCorrections
                     let single = proposals[at].Answers.AnswersToChange(one.Answers)
                     orderby fields.Count, single, one.Id
                     select new RunStep(one, at, false, fields, single)).ToList();
        var steps = new Dictionary<long, RunStep>();
        var taken = new HashSet<int>();
        foreach (var pair in pairs.Where(pair => !steps.ContainsKey(pair.Event.Id) && !taken.Contains(pair.Proposal!.Value)))
        {
            steps[pair.Event.Id] = pair;
            taken.Add(pair.Proposal!.Value);
        }

        foreach (var pair in pairs.Where(pair => !steps.ContainsKey(pair.Event.Id)))
        {
            steps[pair.Event.Id] = pair with { IsAnother = true };
        }

        return [.. events.Select(one => steps.GetValueOrDefault(one.Id) ?? new(one, null, false, [], 0))];
    }

    /// <summary>The table of a run, and what it comes to.</summary>
    public static IEnumerable<string> Table(IReadOnlyList<RunStep> steps)
    {
        yield return $"{"event",-7}{"from",-13}{"corrected",-40}{"answers",8}";
        foreach (var step in steps)
        {
            yield return $"{step.Event.Id,-7}{(step.Proposal is null ? "by hand" : step.IsAnother ? "same sentence" : "a proposal"),-14}{string.Join(", ", step.Fields),-40}{(step.Proposal is null ? "" : $"{step.Single}"),7}";
        }

        var read = steps.Where(step => step.Proposal is not null).ToList();
        yield return FormattableString.Invariant($"{steps.Count} events: {read.Count} from proposals ({read.Count(step => step.IsAnother)} of them the second of a sentence), {steps.Count - read.Count} by hand; ")
            + FormattableString.Invariant($"corrected fields an event {read.Average(step => step.Fields.Count):0.0} (at most {read.Max(step => step.Fields.Count)}), single answers {read.Average(step => step.Single):0.0} (at most {read.Max(step => step.Single)})");
    }
}
