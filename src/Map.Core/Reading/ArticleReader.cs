using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>What was found in an article, each list in the order of the text.</summary>
public sealed record ArticleReading(
    IReadOnlyList<ArticlePart> Parts, IReadOnlyList<PlaceMention> Places, IReadOnlyList<DateMention> Dates, IReadOnlyList<ActorMention> Actors,
    IReadOnlyList<FigureMention> Figures, IReadOnlyList<DraftMention> Drafts);

/// <summary>Reads an article by rules and the lexicon alone: no network, no model, the same answer every time. It only proposes.</summary>
public sealed class ArticleReader(Lexicon lexicon)
{
    private readonly ActorFinder actorFinder = new(lexicon);
    private readonly PlaceFinder placeFinder = new(lexicon);
    private readonly StandIns standIns = new(lexicon);
    private readonly ArticleGround grounds = new(lexicon);

    /// <summary>Reads a text. Never throws; what is not understood is not found.</summary>
    /// <param name="text">Plain text, paragraphs apart by line breaks; offsets count its UTF-16 units.</param>
    /// <param name="published">When it was published; null where that is unknown, and then relative dates stay unresolved.</param>
    public ArticleReading Read(string text, DateSpan? published)
    {
        var article = ArticleText.Of(text);
        var dates = DateFinder.Find(article, published);
        var actors = actorFinder.Find(article);
        var places = placeFinder.Find(article, actors);
        var figures = FigureFinder.Find(article, [.. dates, .. actors, .. places]);
        return new ArticleReading(article.Parts, places, dates, actors, figures, DraftFinder.Find(article, places, dates, actors, figures, published, standIns, grounds));
    }
}
