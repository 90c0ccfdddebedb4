using Map.Core.Events;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>Reads the public events from the tables: all of them once, afterwards those that an edit touched. Asked by one reader at a time.</summary>
internal sealed class PublicEvents(IDbContextFactory<MapDb> dbs)
{
    /// <summary>Ids asked for in one statement.</summary>
    private const int Few = 500;

    private readonly List<string> types = [.. EventTypes.All.Select(type => type.Id)];
    private readonly List<string> datasets = [];

    /// <summary>What the numbers of <see cref="EventLinks.Actors"/> mean.</summary>
    public IdSets Actors { get; } = new();

    /// <summary>What the numbers of <see cref="EventLinks.Sources"/> mean.</summary>
    public IdSets Sources { get; } = new();

    /// <summary>What a data set is called, by its index.</summary>
    public IReadOnlyList<string> Datasets => datasets;

    public async Task<EventState> ReadAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var moment = await db.OneMomentAsync(cancel);
        var all = new List<PublicEvent>();
        await AddAsync(db, null, all, cancel);
        return EventState.Of(types, all);
    }

    /// <summary>Reads some events again; a state is changed only when all of them are read.</summary>
    public async Task ReadAsync(EventState state, IReadOnlySet<long> touched, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var moment = await db.OneMomentAsync(cancel);
        var found = new List<PublicEvent>();
        foreach (var ids in touched.Order().Chunk(Few))
            await AddAsync(db, ids, found, cancel);
        var now = found.ToDictionary(it => it.Event.Id);
        foreach (var id in touched)
            state.Put(id, now.TryGetValue(id, out var row) ? row : null);
    }

    /// <summary>What all actors and sources are called now.</summary>
    public async Task<FacetNames> NamesAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return new FacetNames(await NamesAsync(db.PublicActors, cancel), await NamesAsync(db.PublicSources, cancel));
    }

    /// <summary>What the actors and sources of some events are called now.</summary>
    public async Task<FacetNames> NamesAsync(IReadOnlyCollection<EventLinks> of, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var (actors, sources) = (new Dictionary<long, FacetName>(), new Dictionary<long, FacetName>());
        foreach (var ids in of.SelectMany(it => Actors[it.Actors]).Distinct().Chunk(Few))
            foreach (var (id, name) in await NamesAsync(db.PublicActors.Where(row => ids.Contains(row.Id)), cancel))
                actors[id] = name;
        foreach (var ids in of.SelectMany(it => Sources[it.Sources]).Distinct().Chunk(Few))
            foreach (var (id, name) in await NamesAsync(db.PublicSources.Where(row => ids.Contains(row.Id)), cancel))
                sources[id] = name;
        return new FacetNames(actors, sources);
    }

    private static Task<Dictionary<long, FacetName>> NamesAsync(IQueryable<ActorRow> rows, CancellationToken cancel) =>
        rows.Select(row => new { row.Id, row.Key, row.Name, row.NameAr }).ToDictionaryAsync(row => row.Id, row => new FacetName(row.Key, row.Name, row.NameAr ?? ""), cancel);

    private static Task<Dictionary<long, FacetName>> NamesAsync(IQueryable<SourceRow> rows, CancellationToken cancel) =>
        rows.Select(row => new { row.Id, row.Key, row.Title }).ToDictionaryAsync(row => row.Id, row => new FacetName(row.Key, row.Title, ""), cancel);

    /// <summary>Ten columns, no entity.</summary>
    private async Task AddAsync(MapDb db, long[]? ids, List<PublicEvent> to, CancellationToken cancel)
    {
        var wanted = ids is null ? db.PublicEvents : db.PublicEvents.Where(row => ids.Contains(row.Id));
        await using var links = await PublicLinks.OpenAsync(db, ids, Actors, Sources, cancel);
        await using var command = wanted.OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Type, row.EarliestDay, row.LatestDay, row.Lasted, row.Latitude, row.Longitude, row.Precision, row.Dataset, row.GradeSet }).CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var it = new PackedEvent(reader.GetInt64(0), IndexIn(types, reader.GetString(1)), reader.GetInt32(2), reader.GetInt32(3), reader.GetBoolean(4),
                reader.IsDBNull(5) || reader.IsDBNull(6) ? null : PackedSpot.Of(reader.GetDouble(5), reader.GetDouble(6), Precision(reader.GetString(7))));
            to.Add(new PublicEvent(it, IndexIn(datasets, reader.GetString(8)), await links.OfAsync(it.Id, reader.IsDBNull(9) ? null : reader.GetString(9), cancel)));
        }
    }

    private static byte IndexIn(List<string> names, string name)
    {
        var index = names.IndexOf(name);
        if (index < 0)
        {
            names.Add(name);
            index = names.Count - 1;
        }
        return checked((byte)index);
    }

    private static byte Precision(string id) => PlacePrecision.TryGet(id, out var precision) ? precision.Code : PlacePrecision.Country.Code;
}
