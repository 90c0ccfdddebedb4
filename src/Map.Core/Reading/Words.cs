namespace Map.Core.Reading;

/// <summary>A word or a sign of punctuation and where it stands.</summary>
/// <param name="Text">As written.</param>
/// <param name="Start">In UTF-16 units of the text as given.</param>
public readonly record struct Word(string Text, int Start)
{
    /// <summary>In UTF-16 units.</summary>
    public int Length => Text.Length;

    /// <summary>The first unit behind it.</summary>
    public int End => Start + Text.Length;
}

/// <summary>Cuts a stretch of text into words, names with apostrophes and hyphens in one piece, and signs of punctuation.</summary>
public static class Words
{
    /// <summary>The words of a stretch in their order.</summary>
    public static IReadOnlyList<Word> In(string text, int start, int length) => [];
}
