using System.Text.RegularExpressions;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>Finds the expressions that place something in time, and resolves them against the article's date or a date said earlier.</summary>
public static class DateFinder
{
    /// <summary>The dates in their order.</summary>
    /// <param name="published">What relative words are counted from; null where the article's date is unknown.</param>
    public static IReadOnlyList<DateMention> Find(ArticleText article, DateSpan? published)
    {
        var reading = new DateReading(article, (IsOfAnArticle(published) ? published : null) ?? DateLine(article));
        foreach (var sentence in article.Read)
        {
            reading.Read(sentence);
        }

        return reading.Found;
    }

    /// <summary>False for the ends of the calendar, from which nothing can be counted further.</summary>
    private static bool IsOfAnArticle(DateSpan? published) => published is { Earliest: null or { Year: > 1000 and < 9000 }, Latest: null or { Year: > 1000 and < 9000 } };

    /// <summary>The one whole date of a byline or date line, for an article whose date nobody gave.</summary>
    private static DateSpan? DateLine(ArticleText article)
    {
        var meaning = new DateMeaning(null, null);
        return article.Sentences
            .Where(sentence => sentence.Part == PartKind.Byline)
            .SelectMany(sentence => DateForms.In(article.Text, sentence))
            .Where(form => form.HasYear)
            .Select(form => meaning.Of(form, null, null).Span)
            .FirstOrDefault(span => span is { Earliest: not null, Latest: not null });
    }
}
