using System.Globalization;
using Map.Core.Time;

namespace Map.Core.Citing;

/// <summary>Sources as numbered notes in plain text, one a line, to be pasted into a document: author, title, outlet, date, address, when it was read.</summary>
public static class Footnotes
{
    /// <param name="accessed">The day on which the reader looked.</param>
    public static string Of(IEnumerable<CitedSource> sources, DateOnly accessed, bool arabic) =>
        string.Concat(sources.Select((source, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {Note(source, accessed, arabic)}\n")));

    /// <summary>One note, without its number.</summary>
    public static string Note(CitedSource source, DateOnly accessed, bool arabic)
    {
        var comma = arabic ? "، " : ", ";
        var parts = new List<string>();
        if (source.Author is { } author) parts.Add(Line(author));
        parts.Add(arabic ? $"«{Line(source.Title)}»" : $"“{Line(source.Title)}”");
        if (source.Outlet is { } outlet && outlet != source.Title) parts.Add(Line(outlet));
        if (source.Published is { } published) parts.Add(EdtfText.TryParse(published, out var span, out _) ? DateWords.Of(span, arabic) : Line(published));
        var note = string.Join(comma, parts);
        if ((source.Url ?? source.ArchiveUrl) is not { } url) return note + ".";
        var read = DateWords.Of(accessed, arabic);
        var copy = source.Url is not null && source.ArchiveUrl is { } archive ? arabic ? $"؛ نسخة محفوظة {archive}" : $"; archived at {archive}" : "";
        return arabic ? $"{note}، {url} (اطُّلع عليه في {read}{copy})." : $"{note}, {url} (read on {read}{copy}).";
    }

    /// <summary>A note is one line, whatever was typed.</summary>
    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
