namespace Map.Core.Time;

internal enum EdtfShape { Date, Interval, OneOf, AllOf }

/// <summary>A date (both ends the same), or a range whose ends may be missing.</summary>
/// <param name="Unknown">For an interval: the missing end is unknown (blank) rather than open (..).</param>
internal sealed record EdtfPart(EdtfDate? From, EdtfDate? To, bool Unknown = false)
{
    public bool IsDate => From is not null && ReferenceEquals(From, To);
}

/// <summary>The shape of a whole EDTF expression: a date, an interval, one of a set, or all of a set.</summary>
internal sealed record EdtfExpression(string Text, EdtfShape Shape, IReadOnlyList<EdtfPart> Parts)
{
    public bool Lasted => Shape is EdtfShape.Interval or EdtfShape.AllOf;

    public DateOnly? Earliest => Parts.Any(part => part.From?.Earliest is null) ? null : Parts.Min(part => part.From!.Earliest);

    public DateOnly? Latest => Parts.Any(part => part.To?.Latest is null) ? null : Parts.Max(part => part.To!.Latest);

    public static EdtfExpression? Read(string? typed, out DateProblem? problem)
    {
        var text = (typed ?? "").Trim();
        problem = text.Length == 0 ? EdtfProblem.Empty : text.Length > EdtfText.LongestText ? EdtfProblem.TooLong(text.Length, EdtfText.LongestText) : null;
        if (problem is not null)
        {
            return null;
        }

        return text[0] is '[' or '{' ? ReadSet(text, out problem)
            : text.Contains('/') ? ReadInterval(text, out problem)
            : EdtfDate.Read(text, out problem) is { } date ? new EdtfExpression(text, EdtfShape.Date, [new EdtfPart(date, date)])
            : null;
    }

    private static EdtfExpression? ReadInterval(string text, out DateProblem? problem)
    {
        var ends = text.Split('/');
        problem = ends.Length > 2 ? EdtfProblem.TooManySlashes(text) : ends.All(end => end is "" or "..") ? EdtfProblem.NoEnds(text) : null;
        EdtfDate? from = null, to = null;
        if (problem is null && ends[0] is not ("" or ".."))
        {
            from = EdtfDate.Read(ends[0], out problem);
        }

        if (problem is null && ends[1] is not ("" or ".."))
        {
            to = EdtfDate.Read(ends[1], out problem);
        }

        if (problem is null && RunsBackwards(from, to))
        {
            problem = EdtfProblem.EndsBeforeItStarts(text, ends[0], ends[1]);
        }

        return problem is not null ? null : new EdtfExpression(text, EdtfShape.Interval, [new EdtfPart(from, to, ends.Contains(""))]);
    }

    private static EdtfExpression? ReadSet(string text, out DateProblem? problem)
    {
        var (open, close) = (text[0], text[0] == '[' ? ']' : '}');
        if (text[^1] != close || text.Length < 3)
        {
            problem = EdtfProblem.Brackets(text, open);
            return null;
        }

        var elements = text[1..^1].Split(',');
        var parts = new List<EdtfPart>();
        problem = null;
        for (var i = 0; i < elements.Length && problem is null; i++)
        {
            if (ReadElement(text, elements[i], i == 0, i == elements.Length - 1, out problem) is { } part)
            {
                parts.Add(part);
            }
        }

        return problem is not null ? null : new EdtfExpression(text, open == '[' ? EdtfShape.OneOf : EdtfShape.AllOf, parts);
    }

    private static EdtfPart? ReadElement(string text, string element, bool first, bool last, out DateProblem? problem)
    {
        problem = element.Length == 0 ? EdtfProblem.EmptyElement(text) : element == ".." ? EdtfProblem.NoEnds(text) : null;
        var dots = element.IndexOf("..", StringComparison.Ordinal);
        if (problem is not null)
        {
            return null;
        }

        if (dots < 0)
        {
            return EdtfDate.Read(element, out problem) is { } date ? new EdtfPart(date, date) : null;
        }

        if ((dots == 0 && !first) || (dots == element.Length - 2 && !last))
        {
            problem = EdtfProblem.OpenInside(text, element);
            return null;
        }

        var (start, end) = (element[..dots], element[(dots + 2)..]);
        var from = start.Length > 0 ? EdtfDate.Read(start, out problem) : null;
        var to = problem is null && end.Length > 0 ? EdtfDate.Read(end, out problem) : null;
        if (problem is null && RunsBackwards(from, to))
        {
            problem = EdtfProblem.EndsBeforeItStarts(text, start, end);
        }

        return problem is not null ? null : new EdtfPart(from, to);
    }

    private static bool RunsBackwards(EdtfDate? from, EdtfDate? to) =>
        from is not null && to is not null && (from.Earliest > to.Earliest || from.Latest > to.Latest)
        && from.Earliest > to.Latest;
}
