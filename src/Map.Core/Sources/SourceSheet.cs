using Map.Core.Control;
using Map.Core.Events;

namespace Map.Core.Sources;

/// <summary>
/// Everything the form of a source holds: what was typed, as typed, and what was chosen, by id. Nothing in it is trusted before
/// <see cref="Check"/>. Serialises whole with System.Text.Json.
/// </summary>
public sealed class SourceSheet
{
    /// <summary>Longest text that is pasted for an archived copy, in characters; longer ones are chosen as a file.</summary>
    public const int LongestPaste = 102_400;

    /// <summary>The recorded source this one changes; null for a new one.</summary>
    public long? Id { get; set; }

    /// <summary>Version of the record the editor saw; null for a new one.</summary>
    public Guid? Version { get; set; }

    /// <summary>What is asked of a source wherever one is added.</summary>
    public DraftSource Source { get; set; } = new();

    /// <summary>Whose side it takes, as typed: names, ids or numbers of the legend joined by +; blank = none, or not known.</summary>
    public string Side { get; set; } = "";

    /// <summary>Why it is said to take that side, or none; readers see it.</summary>
    public string SideReason { get; set; } = "";
    public string SideReasonAr { get; set; } = "";

    /// <summary>The sources it rests on: it is not independent of them.</summary>
    public List<CitedSource> Cites { get; set; } = [];

    /// <summary>Where a copy can be read when the source itself is gone.</summary>
    public string ArchiveUrl { get; set; } = "";

    /// <summary>Of the copy that is kept on the server, lower-case hexadecimal; blank where none is.</summary>
    public string ArchiveSha256 { get; set; } = "";
    public string PrivateNote { get; set; } = "";

    /// <summary>Why the change is made.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Ids of holders in the fixed order.</summary>
    public IReadOnlyList<string> ReadSide() => [.. Holders.InOrder(HolderWords.Read(Side, []).Ids)];

    /// <summary>Everything that stands in the way of saving, in the order of the form. Empty = it may be saved. Never throws.</summary>
    public IReadOnlyList<FieldProblem> Check(SourceContext context) => new SourceSheetCheck(this, context).Run();
}

/// <summary>A source that another one rests on.</summary>
public sealed class CitedSource
{
    public long Id { get; set; }
    public string Key { get; set; } = "";

    /// <summary>What was shown; not saved.</summary>
    public string Title { get; set; } = "";
}

/// <summary>A recorded source as far as a check needs to know it.</summary>
/// <param name="Cites">Keys joined by '+'.</param>
public sealed record KnownSource(long Id, string Key, string Title, string? Url, string? Cites);

/// <summary>What a source is checked against. A question left null is not asked.</summary>
/// <param name="Today">The day of the check; later dates are refused.</param>
/// <param name="Sources">All recorded sources.</param>
/// <param name="HasCopy">Whether a copy of this hash is kept.</param>
/// <param name="Arabic">The language in which the editor is told.</param>
public sealed record SourceContext(DateOnly Today, IReadOnlyList<KnownSource>? Sources = null, Func<string, bool>? HasCopy = null, bool Arabic = false);
