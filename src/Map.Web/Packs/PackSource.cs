using Map.Core.Actors;
using Map.Core.Control;
using Map.Core.Places;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>Reads what is public from the tables and makes packs of it. Only published rows ever leave it.</summary>
internal sealed class PackSource(IDbContextFactory<MapDb> dbs, GroundFiles files)
{
    /// <summary>Goes up when a pack's bytes mean something else, so that kept files are made anew.</summary>
    private const int Form = 7;

    private const string GovernorateFile = "boundaries/syr_admin1_simplified.geojson";

    private readonly PublicEvents publicEvents = new(dbs);
    private readonly PublicZones publicZones = new(dbs);
    private readonly Lazy<string> ground = new(() => files.HashOf(BaseMap.Files.Concat(MapLabels.Files).Append(GovernorateFile).Distinct()));

    private EventState? state;
    private EventPart? written;
    private long audited, load;

    /// <summary>The country whose ground is held.</summary>
    public Lazy<Country> Country { get; private init; } = new(() => new Country(files.Read("boundaries/syr_admin0.geojson")[0].Shape!));

    /// <summary>Those a filter names.</summary>
    public Lazy<Governorates> Governorates { get; private init; } = new(() => new Governorates(files.Read(GovernorateFile)));

    /// <summary>The same, of other rows.</summary>
    public PackSource Of(IDbContextFactory<MapDb> others) => new(others, files) { Country = Country, Governorates = Governorates };

    /// <summary>
    /// Names a state of the data: equal where nothing was written in between. The number goes up with every write.
    /// Read before the rows, so that a write in between is followed by another reading, never missed.
    /// </summary>
    public async Task<(long Version, string State)> StateAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var revision = await db.Revisions.OrderByDescending(row => row.Id).Select(row => new { row.Id, row.RequestId }).FirstOrDefaultAsync(cancel);
        // Only lines written since the last look: the log of acts grows for ever.
        var last = await db.Audit.MaxAsync(row => (long?)row.Id, cancel) ?? 0;
        load = await db.Audit.Where(row => row.Id > audited && row.Id <= last && row.Act == "load").MaxAsync(row => (long?)row.Id, cancel) ?? load;
        audited = last;
        return ((revision?.Id ?? 0) + load, $"{Form}/{ground.Value}/{load}/{revision?.Id}/{revision?.RequestId}");
    }

    /// <summary>The packs of all events, or of what changed beside those written before.</summary>
    /// <param name="touched">Ids of the events that may have changed since the last call; null: any may have, and every row is read.</param>
    public async Task<EventPart> EventsAsync(IReadOnlySet<long>? touched, CancellationToken cancel)
    {
        var known = state;
        // What fails half-way leaves nothing behind that a later reading would build on.
        state = null;
        if (known is null || touched is null)
            return await WrittenAsync(await publicEvents.ReadAsync(cancel), cancel);
        await publicEvents.ReadAsync(known, touched, cancel);
        return await ChangedAsync(known, written!, cancel);
    }

    /// <summary>After a change of names: rows stand, what they point to is called anew.</summary>
    public async Task<EventPart> RenamedEventsAsync(CancellationToken cancel) =>
        await ChangedAsync(state!, written! with { Facets = await FacetsAsync(state!, cancel) }, cancel);

    /// <summary>The packs of all events, once the changes have grown large; no row is read again.</summary>
    public async Task<EventPart> FoldedEventsAsync(CancellationToken cancel)
    {
        state!.Fold();
        return await WrittenAsync(state, cancel);
    }

    private async Task<EventPart> WrittenAsync(EventState now, CancellationToken cancel)
    {
        var (pack, ids) = EventPack.Write(now.Rows);
        written = new EventPart(Pack.Of("events", pack), Pack.Of("ids", ids), await FacetsAsync(now, cancel), null, Spans(now), false);
        state = now;
        return written;
    }

    private async Task<EventPart> ChangedAsync(EventState now, EventPart standing, CancellationToken cancel)
    {
        var changes = now.Changes();
        var names = await publicEvents.NamesAsync([.. changes.Added.Select(it => it.Event.Links)], cancel);
        var pack = changes.IsEmpty ? null : Pack.Of("changes", ChangePack.Write(now.Rows, changes, publicEvents.Actors, publicEvents.Sources, names, Governorates.Value), isBrief: true);
        (state, written) = (now, standing);
        return standing with { Changes = pack, Spans = Spans(now), IsLarge = now.IsLarge, HoldsGone = changes.Removed.Length > 0 };
    }

    private async Task<Pack> FacetsAsync(EventState now, CancellationToken cancel) =>
        Pack.Of("facets", FacetPack.Write(now.Rows, publicEvents.Actors, publicEvents.Sources, await publicEvents.NamesAsync(cancel), Governorates.Value));

    private Dictionary<string, (int From, int To)> Spans(EventState now) => now.Spans.ToDictionary(it => publicEvents.Datasets[it.Key], it => it.Value);

    public Pack Base() => Pack.Of("base", BasePack.Write(new BaseMap(files, Country.Value).Shapes()));

    public async Task<Pack> PlacesAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return Pack.Of("places", LabelPack.Write(new MapLabels(files, Country.Value).Of(await db.PublicPlaces.ToListAsync(cancel))));
    }

    /// <summary>Null where none are published.</summary>
    public Task<Pack?> ZonesAsync(CancellationToken cancel) => publicZones.PackAsync(cancel);

    /// <summary>Of each actor that came of others: of which, and until when.</summary>
    public async Task<IReadOnlyList<ActorLineage>> LineagesAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var lineage = new Lineage(await ActorsInTime.LineageAsync(db, cancel));
        return [.. lineage.Steps.Select(step => step.Later).Distinct().Order(StringComparer.Ordinal).Select(key => new ActorLineage(key,
            [.. lineage.Including([key]).Where(it => it.Key != key).OrderBy(it => it.Key, StringComparer.Ordinal).Select(it => new ActorPredecessor(it.Key, it.Value == Days.OpenEnd ? null : EventCards.Iso(Days.Date(it.Value))))]))];
    }

    public static IReadOnlyList<HolderName> HolderNames { get; } =
        [.. Holders.Named.Select(holder => new HolderName(holder.Id, holder.Name, holder.NameAr, holder.Short, holder.ShortAr))];
}

/// <param name="Changes">What has changed since the others were written, or null.</param>
/// <param name="Spans">First and last day of each data set.</param>
/// <param name="IsLarge">So much has changed that the others should be written anew.</param>
/// <param name="HoldsGone">The others hold rows that nobody shall see any more, though the changes leave them out.</param>
internal sealed record EventPart(Pack Events, Pack Ids, Pack Facets, Pack? Changes, IReadOnlyDictionary<string, (int From, int To)> Spans, bool IsLarge, bool HoldsGone = false);
