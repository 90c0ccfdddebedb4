using Map.Core.Events;

namespace Map.Core.Evidence;

/// <summary>By which rule an event has its summary grade, in the order in which they are asked.</summary>
public enum GradeRule
{
    /// <summary>An editor said so, with a reason.</summary>
    Set,

    /// <summary>A credible denial, and nothing strong that states it.</summary>
    Denied,

    /// <summary>Every claim that states it is improbable.</summary>
    Improbable,

    /// <summary>Two claims answer one question differently.</summary>
    Competing,

    /// <summary>A credible denial beside strong statements.</summary>
    DenialBeside,

    /// <summary>Who did it says so.</summary>
    OwnWord,

    /// <summary>Independent credible sources.</summary>
    Independent,

    /// <summary>One source alone.</summary>
    OneSource,

    /// <summary>Several sources that are not independent, or not credible.</summary>
    NotIndependent,

    /// <summary>No claim states it.</summary>
    NoClaim,
}

/// <summary>The numbers behind <see cref="SummaryGrade"/>, in one place: the page about grades prints them from here.</summary>
public static class GradeRules
{
    /// <summary>So many independent credible sources make an event fair.</summary>
    public const int IndependentSources = 2;

    /// <summary>The last letter of a credible source.</summary>
    public const Reliability LeastReliable = Reliability.C;

    /// <summary>The last letter of a source strong enough to stand against a denial.</summary>
    public const Reliability StrongLetter = Reliability.B;

    /// <summary>The last digit of a claim strong enough to stand against a denial.</summary>
    public const Credibility StrongDigit = Credibility.ProbablyTrue;

    /// <summary>Digits with which a claim is not credible, whatever its source.</summary>
    public static IReadOnlyList<Credibility> NotCredible { get; } = [Credibility.Doubtful, Credibility.Improbable];

    /// <summary>Answers to these differ only where the event itself is in doubt. Why it happened is argued about long after it is sure that it did.</summary>
    public static IReadOnlyList<string> Contestable { get; } = [ClaimField.Attribution.Id, ClaimField.Date.Id, ClaimField.Place.Id, ClaimField.Figures.Id];

    /// <summary>A claim about one of these says by itself that the event happened.</summary>
    public static bool States(GradedClaim claim) => !claim.Denies && claim.Field != ClaimField.Motive.Id;

    /// <summary>A denial of one of these denies the event, not a detail of it.</summary>
    public static bool IsCentral(string field) => field == ClaimField.Event.Id || field == ClaimField.Attribution.Id;

    public static bool IsCredible(Grade grade) => grade.Reliability <= LeastReliable && !NotCredible.Contains(grade.Credibility);

    public static bool IsStrong(Grade grade) => grade.Reliability <= StrongLetter || grade.Credibility <= StrongDigit;
}
