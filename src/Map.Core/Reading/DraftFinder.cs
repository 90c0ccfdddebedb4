namespace Map.Core.Reading;

/// <summary>Proposes draft events: what happened, who, where and when, each with the sentence that tells it.</summary>
public static class DraftFinder
{
    /// <summary>The drafts in the order of their sentences.</summary>
    public static IReadOnlyList<DraftMention> Find(
        ArticleText article, IReadOnlyList<PlaceMention> places, IReadOnlyList<DateMention> dates, IReadOnlyList<ActorMention> actors, IReadOnlyList<FigureMention> figures) => [];
}
