namespace Map.Web.Shared.Desk;

/// <summary>The places, actors and sources a form shows by name, found or chosen so far.</summary>
public sealed class NamedThings
{
    private readonly Dictionary<string, PlaceChoice> places = [];
    private readonly Dictionary<long, ActorChoice> actors = [];
    private readonly Dictionary<long, SourceChoice> sources = [];

    public void Add(PlaceChoice place) => places[place.Key] = place;
    public void Add(ActorChoice actor) => actors[actor.Id] = actor;
    public void Add(SourceChoice source) => sources[source.Id] = source;

    public void AddAll(NamedThings others)
    {
        foreach (var place in others.places.Values) { Add(place); }
        foreach (var actor in others.actors.Values) { Add(actor); }
        foreach (var source in others.sources.Values) { Add(source); }
    }

    public PlaceChoice? Place(string key) => places.GetValueOrDefault(key);
    public ActorChoice? Actor(long? id) => id is { } known ? actors.GetValueOrDefault(known) : null;
    public SourceChoice? Source(long? id) => id is { } known ? sources.GetValueOrDefault(known) : null;
}
