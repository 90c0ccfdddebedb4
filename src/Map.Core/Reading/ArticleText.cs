namespace Map.Core.Reading;

/// <summary>An article's text, cut once for all who look for something in it.</summary>
public sealed class ArticleText
{
    private ArticleText(string text, IReadOnlyList<ArticlePart> parts, IReadOnlyList<Sentence> sentences)
    {
        Text = text;
        Parts = parts;
        Sentences = sentences;
        Read = [.. sentences.Where(sentence => sentence.Part is PartKind.Body or PartKind.Title)];
    }

    /// <summary>As given; every offset counts its UTF-16 units.</summary>
    public string Text { get; }

    public IReadOnlyList<ArticlePart> Parts { get; }

    /// <summary>All of them, those that are not the article too.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The sentences of body and title, where mentions are looked for.</summary>
    public IReadOnlyList<Sentence> Read { get; }

    public static ArticleText Of(string text)
    {
        var parts = ArticleParts.Of(text);
        return new ArticleText(text, parts, Reading.Sentences.In(text, parts));
    }

    /// <summary>The words between two offsets.</summary>
    public string Between(int start, int end) => Text[start..end];
}
