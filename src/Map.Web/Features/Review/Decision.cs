using Map.Core.Events;

namespace Map.Web.Features.Review;

/// <summary>Why something in the queue was not decided.</summary>
public enum DecisionRefusal
{
    /// <summary>The record, or what waits of it, is not there any longer.</summary>
    Gone,

    /// <summary>Somebody decided on it already.</summary>
    Decided,

    /// <summary>It says something else than what was looked at.</summary>
    MovedOn,

    /// <summary>This person does not decide.</summary>
    NotAllowed,

    /// <summary>This person wrote some of it, and the setting asks for two.</summary>
    Own,

    /// <summary>The record was changed since in the same fields.</summary>
    Conflict,

    /// <summary>It is not fit to be read by everybody.</summary>
    Unready,

    /// <summary>Nothing is sent back without a word.</summary>
    NoReason,
}

/// <summary>How a decision ended.</summary>
/// <param name="Refusal">Null where it is done.</param>
/// <param name="By">Who decided before.</param>
/// <param name="Problems">What is to be corrected first.</param>
public sealed record Decision(DecisionRefusal? Refusal, string? By, IReadOnlyList<FieldProblem> Problems)
{
    public bool Done => Refusal is null;

    public static Decision Made() => new(null, null, []);
    public static Decision Refused(DecisionRefusal why, string? by = null) => new(why, by, []);
    public static Decision Unready(IReadOnlyList<FieldProblem> problems) => new(DecisionRefusal.Unready, null, problems);
}
