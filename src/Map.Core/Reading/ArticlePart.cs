namespace Map.Core.Reading;

/// <summary>What a stretch of an article's text is; mentions are looked for in the body and the title alone.</summary>
public enum PartKind
{
    /// <summary>The article itself.</summary>
    Body,

    /// <summary>Its title and the headings inside it.</summary>
    Title,

    /// <summary>Who wrote or translated it, and the line with its date and place of writing.</summary>
    Byline,

    /// <summary>Menus, links to other articles, buttons, notes on cookies and subscriptions.</summary>
    Navigation,

    /// <summary>Words under or beside a picture, and its credit.</summary>
    Caption,

    /// <summary>What readers wrote under it.</summary>
    Comment,

    /// <summary>Who the author is, and thanks.</summary>
    Biography,
}

/// <summary>A stretch of an article's text and what it is. The parts of a text follow each other and do not overlap.</summary>
/// <param name="Start">In UTF-16 units of the text as given.</param>
/// <param name="Length">In UTF-16 units.</param>
public sealed record ArticlePart(PartKind Kind, int Start, int Length)
{
    /// <summary>The first unit behind it.</summary>
    public int End => Start + Length;
}
