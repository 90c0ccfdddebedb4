using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>How an editor gets an event: from which proposal, or by hand.</summary>
/// <param name="Proposal">Index of the proposal; null where the event is entered by hand.</param>
/// <param name="IsAnother">The proposal's sentence tells two events: this is the second.</param>
internal sealed record RunStep(ExpectedEvent Event, int? Proposal, bool IsAnother, IReadOnlyList<string> Fields, int Single)
{
    /// <summary>What of the proposal's title is wrong; null where it is only worded anew.</summary>
    public string? TitleFault { get; init; }

    public ClaimSteps Claims { get; init; } = new(0, 0, 0, 0);

    /// <summary>Fields whose proposed answer is changed, those of the claims among them. What is added is no correction.</summary>
    public int Corrections => Fields.Count + (TitleFault is null ? 0 : 1) + Claims.Corrected + Claims.Removed;
}

/// <summary>Which proposal an editor takes for which event: only one whose sentence tells it, the one with the fewest changes.</summary>
internal static class RunPlan
{
    /// <summary>Most fields that may be corrected; with more, an editor enters the event by hand.</summary>
    public const int MostCorrections = 3;

    /// <summary>Most events of all five articles that may be entered by hand.</summary>
    public const int MostByHand = 5;

    /// <summary>The country that all five tell of.</summary>
    public static PlaceMention Ground { get; } = new("", 0, 0, "Syria", "syria", []);

    public static IReadOnlyList<RunStep> Of(IReadOnlyList<ExpectedEvent> events, IReadOnlyList<RunProposal> proposals)
    {
        var pairs = (from one in events
                     from at in Enumerable.Range(0, proposals.Count)
                     where one.IsToldIn(proposals[at].Start, proposals[at].End)
                     let fields = proposals[at].Answers.FieldsToChange(one.Answers)
                     where fields.Count <= MostCorrections
                     let single = proposals[at].Answers.AnswersToChange(one.Answers)
                     let step = new RunStep(one, at, false, fields, single) { TitleFault = TitleFacts.FaultOf(proposals[at].Draft, one.Draft), Claims = ClaimSteps.Of(proposals[at].Claims, one.Claims) }
                     orderby fields.Count, single, step.Corrections, one.Id
                     select step).ToList();
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
        yield return $"{"event",-7}{"from",-14}{"corrected",-30}{"answers",8}  {"title",-28}{"claims",-36}{"in all",6}";
        foreach (var step in steps)
        {
            var isRead = step.Proposal is not null;
            yield return $"{step.Event.Id,-7}{(!isRead ? "by hand" : step.IsAnother ? "same sentence" : "a proposal"),-14}{string.Join(", ", step.Fields),-30}{(isRead ? $"{step.Single}" : ""),8}  "
                + $"{(isRead ? step.TitleFault ?? "" : ""),-28}{(isRead ? Words(step.Claims) : ""),-36}{(isRead ? $"{step.Corrections}" : ""),6}";
        }

        var read = steps.Where(step => step.Proposal is not null).ToList();
        yield return FormattableString.Invariant($"{steps.Count} events: {read.Count} from proposals ({read.Count(step => step.IsAnother)} of them the second of a sentence), {steps.Count - read.Count} by hand; ")
            + FormattableString.Invariant($"corrected fields an event {read.Average(step => step.Fields.Count):0.0} (at most {read.Max(step => step.Fields.Count)}), single answers {read.Average(step => step.Single):0.0} (at most {read.Max(step => step.Single)})");
        yield return $"titles of those: {read.Count(step => step.TitleFault is not null)} wrong in fact, {read.Count(step => step.TitleFault is null)} right and worded anew; descriptions are an editor's own in all {steps.Count}";
        yield return $"claims that rest on the articles: {steps.Sum(step => step.Event.Claims.Count)}; proposed with their field and claimant {read.Sum(step => step.Claims.Kept)}, corrected {read.Sum(step => step.Claims.Corrected)}, "
            + $"taken away {read.Sum(step => step.Claims.Removed)}, added by an editor {steps.Sum(step => step.Proposal is null ? step.Event.Claims.Count : step.Claims.Added)}; {steps.Sum(step => step.Event.Elsewhere)} more rest on other sources";
        yield return FormattableString.Invariant($"corrections with titles and claims: {read.Average(step => step.Corrections):0.0} an event, at most {read.Max(step => step.Corrections)}; more than {MostCorrections} in {read.Count(step => step.Corrections > MostCorrections)}");
    }

    private static string Words(ClaimSteps claims) => string.Join(", ", new[] { (claims.Kept, "right"), (claims.Corrected, "corrected"), (claims.Removed, "taken away"), (claims.Added, "added") }.Where(one => one.Item1 > 0).Select(one => $"{one.Item1} {one.Item2}"));
}
