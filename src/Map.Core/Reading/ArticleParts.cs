namespace Map.Core.Reading;

/// <summary>
/// Tells the article from what stands around it: bylines, menus, captions, readers' comments, who the author is. An article is taken to
/// be a head (titles, byline, date line), a body from the first whole sentence on, and a tail (thanks, the author, links, comments).
/// </summary>
public static class ArticleParts
{
    /// <summary>The parts of a text in their order.</summary>
    public static IReadOnlyList<ArticlePart> Of(string text)
    {
        var lines = Paragraphs.In(text).Select(paragraph => new PartLine(text, paragraph)).ToList();
        var kinds = new PartKind[lines.Count];
        var comments = ReaderComments.Begin(lines);
        Array.Fill(kinds, PartKind.Comment, comments, lines.Count - comments);
        var body = Body(lines, comments);
        var authors = new AuthorNames();
        Head(lines, kinds, body, authors);
        var tail = Tail(lines, kinds, body, comments, authors);
        for (var i = body; i < tail; i++)
        {
            kinds[i] = Inside(lines, i, tail);
        }

        return Joined(text, lines, kinds);
    }

    /// <summary>The first line that is a sentence of the article itself.</summary>
    private static int Body(List<PartLine> lines, int comments)
    {
        var body = lines.FindIndex(0, comments, line => line.IsSentence && line.Around is null && !line.IsByline);
        return body >= 0 ? body : comments;
    }

    private static void Head(List<PartLine> lines, PartKind[] kinds, int body, AuthorNames authors)
    {
        var titles = 0;
        for (var i = 0; i < body; i++)
        {
            var line = lines[i];
            var byline = line.IsByline || line.IsDateLine || (titles > 0 && (line.IsName || line.IsOutletsDate || line.IsOutletAndCity || authors.Has(line.Text)));
            kinds[i] = titles == 0 && line.IsSection && i < body - 1 ? PartKind.Navigation
                : line.Around is PartKind.Caption or PartKind.Navigation ? line.Around.Value
                : line.IsRole && !line.IsByline && !(line.IsName && !line.Text.Contains(',')) && (titles > 0 || authors.Any) ? PartKind.Biography
                : byline ? PartKind.Byline
                : line.Around ?? PartKind.Title;
            titles += kinds[i] == PartKind.Title ? 1 : 0;
            if (kinds[i] == PartKind.Byline)
            {
                authors.Take(line);
            }
        }
    }

    /// <summary>Where the body ends; what follows is named on the way, from the comments backwards.</summary>
    private static int Tail(List<PartLine> lines, PartKind[] kinds, int body, int comments, AuthorNames authors)
    {
        var about = lines.FindIndex(body, comments - body, line => line.IsAboutAuthor || (line.Text.Length <= PartLine.Short && authors.Has(line.Text)));
        if (about > body && about >= comments - MostAfterAuthor)
        {
            for (var i = about; i < comments; i++)
            {
                kinds[i] = lines[i].Around ?? PartKind.Biography;
            }
        }

        var links = lines.FindIndex(body, comments - body, line => line.IsLinksHeading);
        if (links > body && (lines[links].IsReferencesHeading && links * 2 >= comments || lines.Skip(links).Take(comments - links).Count(line => line.IsSentence) * 2 <= comments - links))
        {
            Array.Fill(kinds, PartKind.Navigation, links, comments - links);
            about = about < 0 ? links : Math.Min(about, links);
        }

        var tail = about > body && kinds[about] != PartKind.Body ? about : comments;
        for (var i = tail - 1; i > body && After(lines[i], authors) is { } kind; i--)
        {
            kinds[i] = kind;
            tail = i;
        }

        return tail;
    }

    private const int MostAfterAuthor = 8;

    private static PartKind? After(PartLine line, AuthorNames authors) =>
        line.IsAuthorsLife || authors.Begins(line) ? PartKind.Biography
        : line.IsThanks ? PartKind.Biography
        : line.IsByline || line.IsDateLine ? PartKind.Byline
        : line.IsNote ? PartKind.Navigation
        : line.Around ?? (line.IsSignature ? PartKind.Byline : null);

    /// <summary>Between sentences: a heading, a caption, a link to another article; all else is the article.</summary>
    private static PartKind Inside(List<PartLine> lines, int i, int tail)
    {
        var line = lines[i];
        return line.Around is { } around ? around
            : line.IsByline && line.Words <= PartLine.LongestByline ? PartKind.Byline
            : line.IsThanks ? PartKind.Biography
            : line.IsHeading && i < tail - 1 && lines[i + 1].IsSentence ? PartKind.Title
            : PartKind.Body;
    }

    /// <summary>Lines of one kind that follow each other are one part; the white space between belongs to none. "BEIRUT, May 14 (Agency) -" is parted from its sentence.</summary>
    private static List<ArticlePart> Joined(string text, List<PartLine> lines, PartKind[] kinds)
    {
        var parts = new List<ArticlePart>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end) = (lines[i].Start, lines[i].End);
            if (kinds[i] == PartKind.Body && (parts.Count == 0 || parts[^1].Kind != PartKind.Body) && lines[i].DateLineLength is > 0 and var length)
            {
                parts.Add(new ArticlePart(PartKind.Byline, start, length));
                start += length;
            }

            if (parts.Count > 0 && parts[^1].Kind == kinds[i])
            {
                start = parts[^1].Start;
                parts.RemoveAt(parts.Count - 1);
            }

            parts.Add(new ArticlePart(kinds[i], start, end - start));
        }

        return parts;
    }
}
