using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>Collects what stands in the way, with the questions every part of a draft asks.</summary>
internal sealed class FoundProblems(DateOnly today)
{
    private static readonly DateOnly FirstDay = new(1900, 1, 1);

    private readonly List<FieldProblem> all = [];

    public IReadOnlyList<FieldProblem> All => all;

    public void Add(string field, string? message)
    {
        if (message is not null)
        {
            all.Add(new FieldProblem(field, message));
        }
    }

    public void Text(string field, string? text, string label, int longest = EventDraft.LongestLine, bool manyLines = false) =>
        Add(field, TextRules.Problem(text, label, longest, manyLines));

    /// <summary>An optional date in words or EDTF; null where it is blank or wrong.</summary>
    public DateSpan? Date(string field, string? words, DateSpan? anchor)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        var reading = DatePhrase.Read(words, anchor);
        switch (reading.Readings)
        {
            case []:
                Add(field, reading.Problem);
                return null;
            case [var only]:
                Add(field, OutOfTime(words, only));
                return only;
            default:
                Add(field, $"“{words.Trim()}” can mean {string.Join(" or ", reading.Readings.Select(span => DateWords.Of(span, arabic: false)))}. Type the month as a word.");
                return null;
        }
    }

    /// <summary>Why a span cannot be recorded: some of it has not come yet, or it lies before this map's time.</summary>
    public string? OutOfTime(string words, DateSpan span)
    {
        var parts = EdtfExpression.Read(span.Edtf, out _)?.Parts ?? [];
        var future = parts.SelectMany(part => new[] { part.From, part.To }).FirstOrDefault(date => date?.Earliest > today);
        return future is not null
            ? $"“{words.Trim()}” reaches {SpanWords.Date(future, arabic: false)}, which has not come yet (today is {DateWords.Of(today, arabic: false)}). Only what has happened can be recorded."
            : span.Earliest < FirstDay || span.Latest < FirstDay
                ? $"“{words.Trim()}” lies before 1900 ({DateWords.Of(span, arabic: false)}). Check the year."
                : null;
    }
}
