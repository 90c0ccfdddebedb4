namespace Map.Core.Reading;

/// <summary>A sentence, a heading or a line of a list, with its words.</summary>
/// <param name="Start">In UTF-16 units of the text as given.</param>
/// <param name="Length">In UTF-16 units, the closing sign included and the white space behind it not.</param>
/// <param name="Part">What the text around it is.</param>
/// <param name="Paragraph">Which paragraph of the text it stands in, counted from 0.</param>
public sealed record Sentence(int Start, int Length, PartKind Part, int Paragraph, IReadOnlyList<Word> Words)
{
    /// <summary>The first unit behind it.</summary>
    public int End => Start + Length;
}

/// <summary>Cuts the parts of an article into sentences; a full stop after a title, an initial or inside a number ends none.</summary>
public static class Sentences
{
    /// <summary>The sentences of all parts in their order.</summary>
    public static IReadOnlyList<Sentence> In(string text, IReadOnlyList<ArticlePart> parts) => [];
}
