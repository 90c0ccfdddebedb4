using Microsoft.EntityFrameworkCore;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>What a draft names: places by key, actors and sources by id or else by key; blanks name nothing.</summary>
public sealed record Mentions(IReadOnlyList<string> Places, IReadOnlyList<(long? Id, string Key)> Actors, IReadOnlyList<(long? Id, string Key)> Sources)
{
    /// <summary>What several drafts name together.</summary>
    public static Mentions All(IReadOnlyCollection<Mentions> drafts) =>
        new([.. drafts.SelectMany(one => one.Places).Distinct()], [.. drafts.SelectMany(one => one.Actors).Distinct()], [.. drafts.SelectMany(one => one.Sources).Distinct()]);
}

/// <summary>The places, actors and sources a draft names, as the database knows them.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, PlaceRow> places;
    private readonly List<ActorRow> actors;
    private readonly List<SourceRow> sources;

    private KnownNames(Dictionary<string, PlaceRow> places, List<ActorRow> actors, List<SourceRow> sources) =>
        (this.places, this.actors, this.sources) = (places, actors, sources);

    public static async Task<KnownNames> ForAsync(MapDb db, Mentions draft, CancellationToken cancel)
    {
        var placeKeys = draft.Places.Where(key => key.Length > 0).Distinct().ToList();
        var actorIds = draft.Actors.Select(a => a.Id).OfType<long>().Distinct().ToList();
        var actorKeys = draft.Actors.Select(a => a.Key).Where(key => key.Length > 0).Distinct().ToList();
        var sourceIds = draft.Sources.Select(s => s.Id).OfType<long>().Distinct().ToList();
        var sourceKeys = draft.Sources.Select(s => s.Key).Where(key => key.Length > 0).Distinct().ToList();
        return new(
            await db.Places.Where(p => placeKeys.Contains(p.Key)).ToDictionaryAsync(p => p.Key, cancel),
            await db.Actors.Where(a => actorIds.Contains(a.Id) || actorKeys.Contains(a.Key)).ToListAsync(cancel),
            await db.Sources.Where(s => sourceIds.Contains(s.Id) || sourceKeys.Contains(s.Key)).ToListAsync(cancel));
    }

    public PlaceRow? Place(string key) => places.GetValueOrDefault(key);

    public ActorRow? Actor(long? id, string key) => actors.Find(a => id is null ? key.Length > 0 && a.Key == key : a.Id == id);

    public SourceRow? Source(long? id, string key) => sources.Find(s => id is null ? key.Length > 0 && s.Key == key : s.Id == id);

    public bool HasPlace(string key) => places.ContainsKey(key);

    public bool HasActor(long? id, string key) => Actor(id, key) is not null;

    public bool HasSource(long? id, string key) => Source(id, key) is not null;
}
