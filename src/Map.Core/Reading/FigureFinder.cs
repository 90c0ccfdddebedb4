namespace Map.Core.Reading;

/// <summary>Finds counts of people and things, distances and shares.</summary>
public static class FigureFinder
{
    /// <summary>The figures in their order.</summary>
    /// <param name="taken">Dates, actors and places: a number inside one of them is part of it.</param>
    public static IReadOnlyList<FigureMention> Find(ArticleText article, IReadOnlyList<Mention> taken) => [];
}
