using Map.Core.Reading;

namespace Map.Core.Tests.Reading.Naming;

/// <summary>Finds names in sentences written for a test, with the shipped tables.</summary>
internal static class Readings
{
    private static readonly Lazy<(ActorFinder Actors, PlaceFinder Places)> Finders = new(() => (new ActorFinder(RepositoryFiles.Lexicon), new PlaceFinder(RepositoryFiles.Lexicon)));

    /// <summary>Each actor as "words = id", or "words = name (kind)" where the tables lack it.</summary>
    public static IReadOnlyList<string> Actors(string text) =>
        [.. Finders.Value.Actors.Find(ArticleText.Of(text)).Select(actor => $"{actor.Text} = {actor.Id ?? $"{actor.Name} ({actor.Kind})"}")];

    /// <summary>Each place as "words = id", or "words = ?name" where the gazetteer lacks it.</summary>
    public static IReadOnlyList<string> Places(string text) => [.. Mentions(text).Select(place => $"{place.Text} = {place.Id ?? "?" + place.Name}")];

    /// <summary>The places as they were found.</summary>
    public static IReadOnlyList<PlaceMention> Mentions(string text)
    {
        var article = ArticleText.Of(text);
        return Finders.Value.Places.Find(article, Finders.Value.Actors.Find(article));
    }
}
