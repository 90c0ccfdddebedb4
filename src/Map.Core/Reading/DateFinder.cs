using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>Finds the expressions that place something in time, and resolves them against the article's date or a date said earlier.</summary>
public static class DateFinder
{
    /// <summary>The dates in their order.</summary>
    /// <param name="published">What relative words are counted from; null where the article's date is unknown.</param>
    public static IReadOnlyList<DateMention> Find(ArticleText article, DateSpan? published) => [];
}
