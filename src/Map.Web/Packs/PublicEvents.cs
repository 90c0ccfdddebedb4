using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>
/// The public events as last read. Reading them all takes longer than all the rest of making a pack, so after an edit only the rows it touched are read again.
/// Asked by one reader at a time.
/// </summary>
internal sealed class PublicEvents(IDbContextFactory<MapDb> dbs)
{
    /// <summary>Ids asked for in one statement.</summary>
    private const int Few = 500;

    private readonly List<string> types = [.. EventTypes.All.Select(type => type.Id)];
    private readonly List<string> datasets = [];
    private List<PublicEvent>? rows;

    /// <summary>What the numbers of <see cref="EventLinks.Actors"/> mean.</summary>
    public IdSets Actors { get; } = new();

    /// <summary>What the numbers of <see cref="EventLinks.Sources"/> mean.</summary>
    public IdSets Sources { get; } = new();

    /// <summary>All of them, and the first and last day of each data set.</summary>
    /// <param name="touched">Ids that may have changed since the last reading; null: any may have.</param>
    public async Task<(EventRows Rows, IReadOnlyDictionary<string, (int From, int To)> Spans)> ReadAsync(IReadOnlySet<long>? touched, CancellationToken cancel)
    {
        var known = rows;
        // What fails half-way leaves nothing behind that a later reading would build on.
        rows = null;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        // Events, actors and claims are read side by side.
        await using var moment = await db.OneMomentAsync(cancel);
        if (known is null || touched is null)
        {
            known = new List<PublicEvent>(known?.Count ?? 0);
            await AddAsync(db, null, known, cancel);
        }
        else
        {
            known.RemoveAll(row => touched.Contains(row.Event.Id));
            foreach (var ids in touched.Chunk(Few))
                await AddAsync(db, ids, known, cancel);
        }
        rows = known;
        return (EventRows.Of(types, known), Spans(known));
    }

    /// <summary>What the actors and sources of all events are called now.</summary>
    public async Task<FacetNames> NamesAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return new FacetNames(
            await db.Actors.ToDictionaryAsync(row => row.Id, row => new FacetName(row.Key, row.Name, row.NameAr ?? ""), cancel),
            await db.Sources.ToDictionaryAsync(row => row.Id, row => new FacetName(row.Key, row.Title, ""), cancel));
    }

    /// <summary>Nine columns, no entity.</summary>
    private async Task AddAsync(MapDb db, long[]? ids, List<PublicEvent> to, CancellationToken cancel)
    {
        var wanted = ids is null ? db.PublicEvents : db.PublicEvents.Where(row => ids.Contains(row.Id));
        await using var links = await PublicLinks.OpenAsync(db, ids, Actors, Sources, cancel);
        await using var command = wanted.OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Type, row.EarliestDay, row.LatestDay, row.Lasted, row.Latitude, row.Longitude, row.Precision, row.Dataset }).CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var it = new PackedEvent(reader.GetInt64(0), IndexIn(types, reader.GetString(1)), reader.GetInt32(2), reader.GetInt32(3), reader.GetBoolean(4),
                reader.IsDBNull(5) || reader.IsDBNull(6) ? null : PackedSpot.Of(reader.GetDouble(5), reader.GetDouble(6), Precision(reader.GetString(7))));
            to.Add(new PublicEvent(it, IndexIn(datasets, reader.GetString(8)), await links.OfAsync(it.Id, cancel)));
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

    private Dictionary<string, (int From, int To)> Spans(List<PublicEvent> all)
    {
        var spans = new (int From, int To)?[datasets.Count];
        foreach (var (it, dataset, _) in all)
        {
            // Open ends say nothing about how far the data goes.
            var from = it.EarliestDay == Days.OpenStart ? it.LatestDay : it.EarliestDay;
            var to = it.LatestDay == Days.OpenEnd ? it.EarliestDay : it.LatestDay;
            if (from == Days.OpenEnd)
                continue;
            var known = spans[dataset] ?? (int.MaxValue, int.MinValue);
            spans[dataset] = (Math.Min(known.From, from), Math.Max(known.To, to));
        }
        return Enumerable.Range(0, spans.Length).Where(i => spans[i] is not null).ToDictionary(i => datasets[i], i => spans[i]!.Value);
    }
}
