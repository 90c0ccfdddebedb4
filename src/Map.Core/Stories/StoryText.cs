using System.Text.RegularExpressions;
using Map.Core.Time;

namespace Map.Core.Stories;

/// <summary>What a link in a story leads to.</summary>
public enum StoryLinkKind { Event, Source, Date }

/// <param name="Target">Number of an event, key of a source, or a date in EDTF.</param>
public sealed record StoryLink(StoryLinkKind Kind, string Target)
{
    /// <summary>Null where the target is no number.</summary>
    public long? Event => Kind == StoryLinkKind.Event && long.TryParse(Target, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    public string? Source => Kind == StoryLinkKind.Source ? Target : null;

    public DateSpan? Date => Kind == StoryLinkKind.Date && EdtfText.TryParse(Target, out var span, out _) ? span : null;

    /// <summary>False where nothing of that kind can be called so.</summary>
    public bool IsRead => Event is not null || Source is not null || Date is not null;
}

/// <summary>Words of a story, as they are or with what they lead to.</summary>
public sealed record StoryPiece(string Words, StoryLink? Link = null);

/// <summary>
/// The text of a chapter: plain words in paragraphs, one a line, with links of three kinds and no other: <c>[words](event:1001)</c>, <c>[words](source:article-004)</c>, <c>[words](date:2017-01)</c>.
/// What looks like a link of another kind stays as it was typed, for the check to name.
/// </summary>
public static partial class StoryText
{
    /// <summary>The paragraphs, each a row of pieces.</summary>
    public static IReadOnlyList<IReadOnlyList<StoryPiece>> Paragraphs(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Pieces)];

    public static IEnumerable<StoryLink> Links(string? text) => Paragraphs(text).SelectMany(pieces => pieces).Select(piece => piece.Link).OfType<StoryLink>();

    /// <summary>What was meant for a link and is none, as it was typed.</summary>
    public static IReadOnlyList<string> Broken(string? text) =>
        [.. Paragraphs(text).SelectMany(pieces => pieces).SelectMany(piece => piece.Link is { } link ? link.IsRead ? [] : [$"[{piece.Words}]({Name(link.Kind)}:{link.Target})"]
            : LikeLink().Matches(piece.Words).Select(match => match.Value))];

    /// <summary>The text without its links: the words alone.</summary>
    public static string Plain(string? text) => string.Join('\n', Paragraphs(text).Select(pieces => string.Concat(pieces.Select(piece => piece.Words))));

    /// <summary>A link as it is typed.</summary>
    public static string Written(string words, StoryLinkKind kind, string target) => $"[{words.Replace('[', '(').Replace(']', ')')}]({Name(kind)}:{target})";

    private static List<StoryPiece> Pieces(string paragraph)
    {
        var pieces = new List<StoryPiece>();
        var from = 0;
        foreach (Match match in Link().Matches(paragraph))
        {
            if (match.Index > from) { pieces.Add(new(paragraph[from..match.Index])); }
            pieces.Add(new(match.Groups["words"].Value, new(Enum.Parse<StoryLinkKind>(match.Groups["kind"].Value, ignoreCase: true), match.Groups["target"].Value)));
            from = match.Index + match.Length;
        }
        if (from < paragraph.Length) { pieces.Add(new(paragraph[from..])); }
        return pieces;
    }

    private static string Name(StoryLinkKind kind) => kind switch { StoryLinkKind.Event => "event", StoryLinkKind.Source => "source", _ => "date" };

    [GeneratedRegex(@"\[(?<words>[^\[\]]{1,300})\]\((?<kind>event|source|date):(?<target>[^()\s]{1,120})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[[^\[\]]{0,300}\]\s?\([^()]{0,300}\)?", RegexOptions.CultureInvariant)]
    private static partial Regex LikeLink();
}
