namespace Map.Core.Time;

/// <summary>Reads the tokens of a phrase: doubt, ranges and limits here, single dates in <see cref="PhraseDates"/>.</summary>
internal sealed class PhraseGrammar(DateSpan? anchor, bool dayFirst)
{
    private readonly PhraseDates dates = new(anchor, dayFirst);

    /// <summary>Why the last reading failed, where that can be said better than "not understood".</summary>
    public DateProblem? Problem => dates.Problem;

    public DateSpan? Read(List<string> tokens) => tokens switch
    {
        [] => null,
        ["1", "day", "between" or "and", ..] or ["day", "1", "between" or "and", ..] => Read(tokens[2..]),
        [.. var rest, "or", "later"] => Limit(rest, start => $"[{start}..]", PhraseSpans.AsStart),
        [.. var rest, "or", "earlier"] => Limit(rest, end => $"[..{end}]", PhraseSpans.AsEnd),
        ["maybe", .. var rest] => Qualified(Read(rest), '?'),
        [.. var rest, "maybe"] => Qualified(Read(rest), '?'),
        ["about", .. var rest] when !rest.Contains("about") => Qualified(Read(rest), '~'),
        [.. var rest, "about"] => Qualified(Read(rest), '~'),
        ["between", .. var rest] => Range(rest, "and", (from, to) => $"[{from}..{to}]") ?? Range(rest, "to", (from, to) => $"[{from}..{to}]"),
        ["from", .. var rest] => FromOn(rest),
        ["since", .. var rest] => Since(rest),
        ["until", .. var rest] => Limit(rest, end => $"../{end}", PhraseSpans.AsEnd),
        ["by", .. var rest] => Limit(rest, end => $"[..{end}]", PhraseSpans.AsEnd),
        ["notbefore", .. var rest] => Limit(rest, start => $"[{start}..]", PhraseSpans.AsStart),
        ["before", "anchor"] => Limit(["anchor"], end => $"[..{end}]", PhraseSpans.AsEnd),
        ["before", .. var rest] => Before(rest),
        ["after", .. var rest] => After(rest),
        _ => ListOrDate(tokens),
    };

    private DateSpan? ListOrDate(List<string> tokens) =>
        tokens.Contains("to") ? Range(tokens, "to", (from, to) => $"{from}/{to}")
        : tokens.Contains("until") ? Range(tokens, "until", (from, to) => $"{from}/{to}")
        : tokens.Contains("or") ? Either(tokens)
        : tokens.Contains("and") ? Range(tokens, "and", (from, to) => $"{{{from},{to}}}")
        : dates.Read([.. tokens.Where((token, at) => at == 0 || token != "from")]);

    /// <summary>"Late 2017 or early 2018" is one day of either stretch.</summary>
    private DateSpan? Either(List<string> tokens) =>
        Range(tokens, "or", (from, to) => $"[{from},{to}]", PhraseSpans.AsElement, PhraseSpans.AsElement);

    private DateSpan? FromOn(List<string> tokens) =>
        tokens.Contains("to") ? Range(tokens, "to", (from, to) => $"{from}/{to}")
        : tokens.Contains("until") ? Range(tokens, "until", (from, to) => $"{from}/{to}")
        : Since(tokens);

    /// <summary>In Arabic "since two days" says two days ago.</summary>
    private DateSpan? Since(List<string> tokens) => tokens is [_, "day" or "week" or "month" or "year"] && int.TryParse(tokens[0], out _)
        ? dates.Read([.. tokens, "ago"])
        : Limit(tokens, start => $"{start}/..", PhraseSpans.AsStart);

    /// <summary>"Before two days" is the Arabic word order of two days ago; "before the end of September" lasts to that day.</summary>
    private DateSpan? Before(List<string> tokens)
    {
        if (tokens is ["day" or "week" or "month" or "year"] || (tokens is [_, "day" or "week" or "month" or "year"] && int.TryParse(tokens[0], out _)))
        {
            return dates.Read([.. tokens, "ago"]);
        }

        if (tokens is ["end", .. var whole])
        {
            return dates.Read(whole) is { Latest: { } last } ? dates.Span($"../{PhraseSpans.Iso(last)}") : null;
        }

        return Limit(tokens, end => $"[..{end}]", PhraseSpans.Before);
    }

    private DateSpan? After(List<string> tokens)
    {
        if (tokens.IndexOf("before") is var at and > 0)
        {
            var first = dates.Read(tokens[..at] is [.. var trimmed, "and"] ? trimmed : tokens[..at]);
            var last = dates.Read(tokens[(at + 1)..]);
            return first is not null && last is not null && PhraseSpans.After(first) is { } from && (tokens[at..] is ["before", "anchor"] ? PhraseSpans.AsEnd(last) : PhraseSpans.Before(last)) is { } to
                ? dates.Span($"[{from}..{to}]")
                : null;
        }

        return Limit(tokens, start => $"[{start}..]", PhraseSpans.After);
    }

    private DateSpan? Limit(List<string> tokens, Func<string, string> write, Func<DateSpan, string?> edge) =>
        EndOrDate(tokens) is { } span && edge(span) is { } text ? dates.Span(write(text)) : null;

    /// <summary>Beside a limit "the end of September" is its last day and "the beginning of 2018" its first.</summary>
    private DateSpan? EndOrDate(List<string> tokens) => tokens switch
    {
        ["end", .. var rest] => dates.Read(rest) is { Latest: { } last } ? DateSpan.Day(last) : null,
        ["start", .. var rest] => dates.Read(rest) is { Earliest: { } first } ? DateSpan.Day(first) : null,
        _ => dates.Read(tokens),
    };

    private DateSpan? Range(List<string> tokens, string joint, Func<string, string, string> write, Func<DateSpan, string?>? asStart = null, Func<DateSpan, string?>? asEnd = null)
    {
        var at = tokens.IndexOf(joint);
        if (at <= 0 || at == tokens.Count - 1)
        {
            return null;
        }

        var (left, right) = (tokens[..at], tokens[(at + 1)..]);
        if (left is [['m', >= '0' and <= '9', ..] and var month, _] && right is [var day, var year] && PhraseDates.IsBareDay([day]))
        {
            right = [day, month, year];
        }

        var to = PhraseDates.NamesYear(right) || !PhraseDates.NamesYear(left) ? EndOrDate(right) : null;
        var from = to is not null ? Leading(left, to) : EndOrDate(left);
        to ??= from is not null ? Trailing(right, from) : null;
        return from is not null && to is not null && (asStart ?? PhraseSpans.AsStart)(from) is { } start && (asEnd ?? PhraseSpans.AsEnd)(to) is { } end
            ? dates.Span(write(start, end))
            : null;
    }

    /// <summary>The first of two dates takes from the second what it leaves out: "between 1 and 10 January 2018".</summary>
    private DateSpan? Leading(List<string> tokens, DateSpan second)
    {
        if (PhraseDates.NamesYear(tokens) || second.Earliest is not { } day)
        {
            return EndOrDate(tokens);
        }

        if (!PhraseDates.NamesMonth(tokens))
        {
            return PhraseDates.IsBareDay(tokens) ? dates.Read([.. tokens, $"m{day.Month}", $"{day.Year:0000}"]) : EndOrDate(tokens);
        }

        var sameYear = EndOrDate([.. tokens, $"{day.Year:0000}"]);
        return sameYear?.Earliest > second.Latest ? EndOrDate([.. tokens, $"{day.Year - 1:0000}"]) : sameYear;
    }

    /// <summary>The second of two dates takes from the first what it leaves out: "from January 2018 to March".</summary>
    private DateSpan? Trailing(List<string> tokens, DateSpan first)
    {
        if (first.Earliest is not { } day)
        {
            return null;
        }

        if (PhraseDates.IsBareDay(tokens))
        {
            return dates.Read([.. tokens, $"m{day.Month}", $"{day.Year:0000}"]);
        }

        var sameYear = EndOrDate([.. tokens, $"{day.Year:0000}"]);
        return sameYear?.Latest < first.Earliest ? EndOrDate([.. tokens, $"{day.Year + 1:0000}"]) : sameYear;
    }

    private DateSpan? Qualified(DateSpan? span, char mark) => span is null ? null : dates.Span(PhraseSpans.Qualified(span, mark));
}
