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
    private const int Form = 3;

    private const string GovernorateFile = "boundaries/syr_admin1_simplified.geojson";

    private readonly PublicEvents publicEvents = new(dbs);
    private readonly Lazy<Country> syria = new(() => new Country(files.Read("boundaries/syr_admin0.geojson")[0].Shape!));
    private readonly Lazy<Governorates> governorates = new(() => new Governorates(files.Read(GovernorateFile)));
    private readonly Lazy<string> ground = new(() => files.HashOf(BaseMap.Files.Concat(MapLabels.Files).Append(GovernorateFile).Distinct()));

    /// <summary>The country whose ground is held.</summary>
    public Country Country => syria.Value;

    /// <summary>Those a filter names.</summary>
    public Lazy<Governorates> Governorates => governorates;

    /// <summary>
    /// Names a state of the data: equal where nothing was written in between. The number goes up with every write.
    /// Read before the rows, so that a write in between is followed by another reading, never missed.
    /// </summary>
    public async Task<(long Version, string State)> StateAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var revision = await db.Revisions.OrderByDescending(row => row.Id).Select(row => new { row.Id, row.RequestId }).FirstOrDefaultAsync(cancel);
        var load = await db.Audit.Where(row => row.Act == "load").MaxAsync(row => (long?)row.Id, cancel) ?? 0;
        return ((revision?.Id ?? 0) + load, $"{Form}/{ground.Value}/{load}/{revision?.Id}/{revision?.RequestId}");
    }

    /// <param name="touched">Ids of the events that may have changed since the last call; null: any may have.</param>
    public async Task<EventPart> EventsAsync(IReadOnlySet<long>? touched, CancellationToken cancel)
    {
        var (rows, spans) = await publicEvents.ReadAsync(touched, cancel);
        var (pack, ids) = EventPack.Write(rows);
        var facets = FacetPack.Write(rows, publicEvents.Actors, publicEvents.Sources, await publicEvents.NamesAsync(cancel), governorates.Value);
        return new EventPart(Pack.Of("events", pack), Pack.Of("ids", ids), Pack.Of("facets", facets), spans);
    }

    public async Task<ControlPart> ControlAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var claims = await db.PublicControlClaims.Include(claim => claim.Place).Include(claim => claim.Source).ToListAsync(cancel);
        var places = claims.GroupBy(claim => claim.PlaceId).Select(group => (group.First().Place, Claims: group)).Select(it =>
            new ControlPlace(it.Place.Id, it.Place.Name, it.Place.NameAr, it.Place.Latitude, it.Place.Longitude, [.. it.Claims.Select(ClaimOf)]));
        var map = ControlMap.Of(Country, places);
        var first = claims.Where(claim => claim.EarliestDay != Days.OpenStart).Select(claim => (int?)claim.EarliestDay).Min();
        return new ControlPart(Pack.Of("control", ControlPack.Write(map)), first, map.Cells.Count == 0 ? null : map.To);
    }

    public Pack Base() => Pack.Of("base", BasePack.Write(new BaseMap(files, Country).Shapes()));

    public async Task<Pack> PlacesAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return Pack.Of("places", LabelPack.Write(new MapLabels(files, Country).Of(await db.Places.ToListAsync(cancel))));
    }

    /// <summary>A row as the rules of control read it.</summary>
    public static ControlClaim ClaimOf(ControlClaimRow row) => new(row.Key, Holders.Split(row.Holders), Postures.TryParse(row.Posture, out var posture) ? posture : Posture.Holds,
        row.Edtf, row.EarliestDay, row.LatestDay, row.Source.Reliability is [var letter, ..] ? letter : 'F', row.Credibility,
        ControlRules.DescribesState(row.Edtf, row.EarliestDay, row.LatestDay, row.Source.PublishedEdtf));

    public static IReadOnlyList<HolderName> HolderNames { get; } =
        [.. Holders.Named.Select(holder => new HolderName(holder.Id, holder.Name, holder.NameAr, holder.Short, holder.ShortAr))];
}

/// <param name="Spans">First and last day of each data set.</param>
internal sealed record EventPart(Pack Events, Pack Ids, Pack Facets, IReadOnlyDictionary<string, (int From, int To)> Spans);

/// <param name="From">First day of the first claim, null if there is none.</param>
/// <param name="To">Last day the layer speaks of, null if there is none.</param>
internal sealed record ControlPart(Pack Control, int? From, int? To);
