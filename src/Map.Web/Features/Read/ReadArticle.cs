using Map.Core.Reading;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Shared;

namespace Map.Web.Features.Read;

/// <summary>What a pasted text is to its reader.</summary>
internal static class ReadArticle
{
    public static DateSpan? Published(ArticleRow article) => EdtfText.TryParse(article.PublishedEdtf, out var span, out _) ? span : null;

    /// <summary>Who says what the article tells in its own voice: its author, its outlet, or just that.</summary>
    public static ReadIn Of(ArticleRow article) =>
        new(article.Id, article.SourceId, Published(article), SourceWords.Known(article.Source?.Author) ?? SourceWords.Known(article.Source?.Outlet) ?? "the article");
}
