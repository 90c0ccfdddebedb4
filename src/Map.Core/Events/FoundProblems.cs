using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>Collects what stands in the way, with the questions every part of a draft asks.</summary>
internal sealed class FoundProblems(DateOnly today, bool arabic = false)
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

    public void Add(string field, string english, string arabicWords) => Add(field, Say(english, arabicWords));

    public string Say(string english, string arabicWords) => arabic ? arabicWords : english;

    /// <summary>A span in the words of the language that problems are told in.</summary>
    public string Words(DateSpan span) => DateWords.Of(span, arabic);

    /// <summary>What words that can be read in several ways may mean.</summary>
    public string Meanings(PhraseReading reading) => string.Join(Say(" or ", " أو "), reading.Readings.Select(Words));

    public void Text(string field, string? text, string label, int longest = EventDraft.LongestLine, bool manyLines = false) =>
        Add(field, TextRules.Problem(text, label, longest, manyLines, arabic));

    /// <summary>Why words are no date, if they are none.</summary>
    public void Unread(string field, PhraseReading reading) => Add(field, reading.ProblemIn(arabic));

    /// <summary>Why an expression is no EDTF, if it is none.</summary>
    public void Edtf(string field, string text) => Add(field, EdtfText.ProblemOf(text, arabic));

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
                Unread(field, reading);
                return null;
            case [var only]:
                Add(field, OutOfTime(words, only));
                return only;
            default:
                Add(field, $"“{words.Trim()}” can mean {Meanings(reading)}. Type the month as a word.", $"قد تعني «{words.Trim()}» {Meanings(reading)}. اكتب الشهر باسمه.");
                return null;
        }
    }

    /// <summary>Why a span cannot be recorded: some of it has not come yet, or it lies before this map's time.</summary>
    public string? OutOfTime(string words, DateSpan span)
    {
        var parts = EdtfExpression.Read(span.Edtf, out _)?.Parts ?? [];
        var future = parts.SelectMany(part => new[] { part.From, part.To }).FirstOrDefault(date => date?.Earliest > today);
        return future is not null
            ? Say($"“{words.Trim()}” reaches {SpanWords.Date(future, arabic: false)}, which has not come yet (today is {DateWords.Of(today, arabic: false)}). Only what has happened can be recorded.",
                $"تبلغ «{words.Trim()}» {SpanWords.Date(future, arabic: true)} الذي لم يأتِ بعد (اليوم {DateWords.Of(today, arabic: true)}). لا يُسجَّل إلا ما وقع.")
            : span.Earliest < FirstDay || span.Latest < FirstDay
                ? Say($"“{words.Trim()}” lies before 1900 ({Words(span)}). Check the year.", $"تقع «{words.Trim()}» قبل عام 1900 ({Words(span)}). راجع السنة.")
                : null;
    }
}
