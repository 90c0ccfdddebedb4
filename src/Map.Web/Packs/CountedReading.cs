using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>Reads public events for counting. What many events have in common is kept once. One reader at a time.</summary>
internal sealed class CountedReading(IDbContextFactory<MapDb> dbs, Lazy<Governorates> governorates)
{
    /// <summary>Ids asked for in one statement.</summary>
    private const int Few = 500;

    private readonly List<string> types = [.. EventTypes.All.Select(type => type.Id)];
    private readonly List<CountedSpot> spots = [new(double.NaN, double.NaN, FacetPack.Nowhere)];
    private readonly Dictionary<(double Latitude, double Longitude), int> spotNumbers = [];
    private readonly IdSets actors = new(), sources = new();
    private readonly Reporters reporters = new();

    public async Task<CountedEvents> AllAsync(CancellationToken cancel) =>
        Of([.. await ReadAsync(null, cancel)]);

    /// <summary>The same events after some were written.</summary>
    public async Task<CountedEvents> AgainAsync(CountedEvents before, IReadOnlySet<long> touched, CancellationToken cancel)
    {
        var fresh = new List<CountedEvent>();
        foreach (var ids in touched.Order().Chunk(Few)) fresh.AddRange(await ReadAsync(ids, cancel));
        return Of(before.With(touched, fresh));
    }

    private CountedEvents Of(CountedEvent[] rows) => new(rows, [.. types], [.. spots], All(actors), All(sources), [.. governorates.Value.All.Select(it => it.PCode)])
    {
        ReporterSets = [.. Enumerable.Range(0, reporters.Count).Select(number => reporters[number])],
        Outlets = [.. reporters.Outlets],
    };

    private static long[][] All(IdSets sets) => [.. Enumerable.Range(0, sets.Count).Select(number => sets[number])];

    private async Task<List<CountedEvent>> ReadAsync(long[]? ids, CancellationToken cancel)
    {
        var rows = new List<CountedEvent>();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var moment = await db.OneMomentAsync(cancel);
        await reporters.ReadAsync(db, cancel);
        await using var links = await PublicLinks.OpenAsync(db, ids, actors, sources, cancel, reporters);
        var wanted = ids is null ? db.PublicEvents : db.PublicEvents.Where(row => ids.Contains(row.Id));
        await using var command = wanted.OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Type, row.EarliestDay, row.LatestDay, row.Lasted, row.Latitude, row.Longitude, row.GradeSet }).CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var (id, earliest, latest) = (reader.GetInt64(0), reader.GetInt32(2), reader.GetInt32(3));
            var link = await links.OfAsync(id, reader.IsDBNull(7) ? null : reader.GetString(7), cancel);
            var wentOn = reader.GetBoolean(4) && earliest != Days.OpenStart && latest != Days.OpenEnd;
            rows.Add(new CountedEvent(id, earliest, latest, reader.IsDBNull(5) || reader.IsDBNull(6) ? 0 : SpotOf(reader.GetDouble(5), reader.GetDouble(6)),
                link.Actors, link.Sources, TypeOf(reader.GetString(1)), (wentOn ? CountedTraits.WentOn : 0) | (link.Disputed ? CountedTraits.Disputed : 0) | link.Grade.Trait(), links.ReportersOfLast));
        }
        return rows;
    }

    private int SpotOf(double latitude, double longitude)
    {
        if (spotNumbers.TryGetValue((latitude, longitude), out var number)) return number;
        // As the map's files have it: to a metre.
        spots.Add(new CountedSpot(latitude, longitude, FacetPack.GovernorateOf(PackedSpot.Of(latitude, longitude, 0), governorates.Value)));
        return spotNumbers[(latitude, longitude)] = spots.Count - 1;
    }

    private byte TypeOf(string id)
    {
        var index = types.IndexOf(id);
        if (index < 0)
        {
            index = types.Count;
            types.Add(id);
        }
        return checked((byte)index);
    }
}
