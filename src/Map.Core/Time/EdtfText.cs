using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Time;

/// <summary>
/// Reads the Extended Date/Time Format (Library of Congress, 4 February 2019): levels 0 and 1 whole; of level 2 sets, the parts of a
/// year 25–28 and 33–36, qualification by part, and X in any digit. The bounds are this map's rules: seasons are the northern
/// hemisphere's in whole months (winter ends in the next year), a qualifier moves no bound, a time of day and its offset move no day.
/// </summary>
public static class EdtfText
{
    /// <summary>Characters; longer texts are refused unread.</summary>
    public const int LongestText = 500;

    /// <summary>Reads an expression. Never throws.</summary>
    /// <param name="text">The expression; blanks around it are ignored.</param>
    /// <param name="span">The span, its bounds computed.</param>
    /// <param name="problem">On failure one sentence that names the value and the remedy, else "".</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out DateSpan span, out string problem)
    {
        (span, var found) = Read(text);
        problem = found?.English ?? "";
        return span is not null;
    }

    /// <summary>What is wrong with an expression, in a sentence that names the value and the remedy; null where nothing is.</summary>
    public static string? ProblemOf(string? text, bool arabic) => Read(text).Problem?.In(arabic);

    internal static (DateSpan? Span, DateProblem? Problem) Read(string? text) =>
        EdtfExpression.Read(text, out var problem) is { } read ? (new DateSpan(read.Text, read.Earliest, read.Latest, read.Lasted), null) : (null, problem);

    /// <summary>Reads an expression that is known to be good.</summary>
    /// <exception cref="FormatException">It is not; the message names the value.</exception>
    public static DateSpan Parse(string text) => TryParse(text, out var span, out var problem) ? span : throw new FormatException(problem);
}
