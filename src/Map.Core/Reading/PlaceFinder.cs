using Map.Core.Reading.Naming;

namespace Map.Core.Reading;

/// <summary>Finds places by name, known or not, and says which of several places of one name is likeliest meant.</summary>
public sealed class PlaceFinder(Lexicon lexicon)
{
    private readonly PlaceNames known = PlaceNames.Of(lexicon);

    /// <summary>The places in their order.</summary>
    /// <param name="actors">A place's name inside an actor's belongs to the actor.</param>
    public IReadOnlyList<PlaceMention> Find(ArticleText article, IReadOnlyList<ActorMention> actors)
    {
        var sentences = article.Read.Select(sentence => new NameSentence(article, sentence)).ToList();
        var scans = sentences.Select((sentence, number) => new PlaceScan(known, sentence, number, Taken(sentence, actors))).ToList();
        var sure = scans.SelectMany(scan => scan.Find(new HashSet<string>())).Select(found => NameIndex<KnownPlace>.Solid(found.Name)).ToHashSet(StringComparer.Ordinal);
        var places = scans.SelectMany(scan => scan.Find(sure)).ToList();
        var ranking = new PlaceRanking(known, places);
        var ranked = places.Select(ranking.Of).ToList();
        return [.. places.Select((found, number) => Mention(sentences[found.Sentence], found, Agreed(places, ranked, number)))];
    }

    /// <summary>
    /// A name that an article uses again means the place it meant where the words around it said most. What is called a province here may be a town there:
    /// only names without a direction or a wider kind agree.
    /// </summary>
    private static IReadOnlyList<PlaceCandidate> Agreed(List<PlaceFound> places, List<IReadOnlyList<PlaceCandidate>> ranked, int number)
    {
        var (place, candidates) = (places[number], ranked[number]);
        if (candidates.Count < 2 || !IsBare(place))
        {
            return candidates;
        }

        var name = NameIndex<KnownPlace>.Solid(place.Name);
        var said = Enumerable.Range(0, places.Count)
            .Where(other => IsBare(places[other]) && ranked[other].Count > 0 && NameIndex<KnownPlace>.Solid(places[other].Name) == name)
            .Select(other => ranked[other][0]).MaxBy(best => best.Score)!;
        return candidates[0].Id == said.Id || candidates.All(candidate => candidate.Id != said.Id) ? candidates : [.. candidates.OrderByDescending(candidate => candidate.Id == said.Id)];
    }

    private static bool IsBare(PlaceFound place) => place.Direction.Length == 0 && place.Kind is "" or "area" or "areas" or "city" or "town" or "towns" or "village" or "villages";

    private static PlaceMention Mention(NameSentence sentence, PlaceFound found, IReadOnlyList<PlaceCandidate> candidates)
    {
        var (start, end) = (sentence.Tokens[found.First].Start, sentence.Tokens[found.Last].End);
        var name = candidates.Count > 0 ? candidates[0].Name : found.Places.Count > 0 ? found.Places[0].Known.Name : found.Name;
        return new PlaceMention(sentence.Text[start..end], start, end - start, name, candidates.Count > 0 ? candidates[0].Id : null, candidates);
    }

    private static bool[] Taken(NameSentence sentence, IReadOnlyList<ActorMention> actors) =>
        [.. sentence.Tokens.Select(token => actors.Any(actor => actor.Start < token.End && token.Start < actor.End))];
}
