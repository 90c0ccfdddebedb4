using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.FirstLoad;

internal sealed record KnownPlace(long Id, string Name, string? NameAr, double Latitude, double Longitude);

internal sealed record KnownActor(long Id, string Name, string? NameAr);

/// <summary>What files call sources, places and actors by, and the ids these have in the tables. Read when first asked for.</summary>
internal sealed class Keys(MapDb db)
{
    private Dictionary<string, long>? sources;
    private Dictionary<string, KnownPlace>? places;
    private Dictionary<string, KnownActor>? actors;
    private Dictionary<string, KnownActor>? actorNames;

    private Dictionary<string, long> Sources => sources ??= db.Sources.AsNoTracking().ToDictionary(s => s.Key, s => s.Id);

    private Dictionary<string, KnownPlace> Places => places ??=
        db.Places.AsNoTracking().ToDictionary(p => p.Key, p => new KnownPlace(p.Id, p.Name, p.NameAr, p.Latitude, p.Longitude));

    private Dictionary<string, KnownActor> Actors => actors ??= db.Actors.AsNoTracking().ToDictionary(a => a.Key, a => new KnownActor(a.Id, a.Name, a.NameAr));

    public IEnumerable<KnownActor> AllActors => Actors.Values;

    public long Source(string key) => Sources.TryGetValue(key, out var id) ? id : throw new BadRowException($"no source has the key {key}");

    public long? OptionalSource(string? key) => key is null ? null : Source(key);

    public KnownPlace Place(string key) => Places.TryGetValue(key, out var place) ? place : throw new BadRowException($"no place has the key {key}");

    public KnownActor Actor(string key) => Actors.TryGetValue(key, out var actor) ? actor : throw new BadRowException($"no actor has the key {key}");

    /// <summary>The actor that bears a name exactly so written.</summary>
    public KnownActor ActorNamed(string name)
    {
        actorNames ??= ReadActorNames();
        return actorNames.TryGetValue(name, out var actor) ? actor : throw new BadRowException($"no actor is called {name}");
    }

    private Dictionary<string, KnownActor> ReadActorNames()
    {
        var names = Actors.Values.GroupBy(a => a.Name).ToDictionary(same => same.Key, same => same.First());
        var byId = Actors.Values.ToDictionary(a => a.Id);
        foreach (var name in db.ActorNames.AsNoTracking().OrderBy(n => n.Id)) names.TryAdd(name.Name, byId[name.ActorId]);
        return names;
    }
}
