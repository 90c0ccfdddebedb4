using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>
/// The control layer in memory, once for all who ask. In step with every committed write: before an answer the claims of the places it touched are read again, and
/// what hangs on them is derived anew, and nothing else. And its files: the control pack, written rarely, and what has changed since.
/// </summary>
public sealed class KnownControl : IDisposable
{
    /// <summary>More cells than this, and a larger share of all, are written into the control pack anew.</summary>
    private const int Few = 100, FewOfHundred = 2;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly IDbContextFactory<MapDb> dbs;
    private readonly Lazy<Country> country;
    private readonly IDisposable ear;
    private HashSet<long> touched = [];
    private bool isAnywhere = true;
    private long told = 1, heard;
    private ControlMap? current;
    private Standing? standing;

    internal KnownControl(IDbContextFactory<MapDb> dbs, Lazy<Country> country, Changes changes)
    {
        (this.dbs, this.country) = (dbs, country);
        ear = changes.Listen(Note);
    }

    /// <summary>The layer as it is now.</summary>
    public async Task<ControlMap> ReadyAsync(CancellationToken cancel)
    {
        lock (gate)
        {
            if (told == heard)
                return current!;
        }
        await turn.WaitAsync(cancel);
        try
        {
            return await InStepAsync(cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// What the layer would be with some claims more, and without others: what to tell a map that has read the control pack of now, and what becomes of which place.
    /// Nothing is written.
    /// </summary>
    /// <param name="added">Claims by the ids of their places.</param>
    /// <param name="without">Keys of claims to leave out, such as the one that is being edited.</param>
    public async Task<ControlTrial> TryAsync(IReadOnlyCollection<(long Place, ControlClaim Claim)> added, IReadOnlySet<string> without, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var now = await InStepAsync(cancel);
            var places = added.Select(it => it.Place).ToHashSet();
            if (without.Count > 0)
                places.UnionWith(now.Places.Where(place => place.Claims.Any(claim => without.Contains(claim.Key))).Select(place => place.Id));
            var unknown = places.Where(id => now.Place(id) is null).ToList();
            var known = unknown.Count == 0 ? [] : await PlacesAsync(unknown, cancel);
            var tried = now.With(places.Select(id => (id, Place: now.Place(id) ?? known.GetValueOrDefault(id))).Where(it => it.Place is not null).ToDictionary(it => it.id, ControlPlace? (it) =>
                it.Place! with { Claims = [.. it.Place!.Claims.Where(claim => !without.Contains(claim.Key)), .. added.Where(more => more.Place == it.id).Select(more => more.Claim)] }));
            var stands = standing ??= Standing.Of(now);
            return new ControlTrial(stands.Pack.Name, ControlChangePack.Write(ControlDelta.Between(stands.Map, tried)), [.. Changed(now, tried)],
                [.. added.Select(it => it.Place).Distinct().Where(id => tried.CellOf(id) < 0).Select(id => tried.Place(id)).OfType<ControlPlace>().Select(place => new UnheardPlace(place, tried.AnsweringFor(place.Id)))]);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The files of the layer as it is now.</summary>
    /// <param name="anew">All of it goes into the control pack.</param>
    internal async Task<ControlPart> PartAsync(bool anew, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var now = await InStepAsync(cancel);
            if (standing is null || anew)
                standing = Standing.Of(now);
            var delta = ControlDelta.Between(standing.Map, now);
            var changes = delta.IsEmpty ? null : Pack.Of("controlchanges", ControlChangePack.Write(delta), isBrief: true);
            var first = now.Places.SelectMany(place => place.Claims).Where(claim => claim.EarliestDay != Days.OpenStart).Select(claim => (int?)claim.EarliestDay).Min();
            return new ControlPart(standing.Pack, changes, first, now.Cells.Count == 0 ? null : now.To,
                delta.Cells.Count + delta.Removed.Count > Math.Max(Few, standing.Map.Cells.Count * FewOfHundred / 100), HoldsGone: !delta.IsEmpty);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        ear.Dispose();
        turn.Dispose();
    }

    private void Note(DataChanged change)
    {
        if ((change.Parts & (DataParts.Control | DataParts.Places | DataParts.Sources)) == 0)
            return;
        lock (gate)
        {
            // Without ids, any place may have changed.
            isAnywhere |= (change.Parts & DataParts.Control) != 0 && change.Places.Count == 0;
            touched.UnionWith(change.Places);
            told++;
        }
    }

    private async Task<ControlMap> InStepAsync(CancellationToken cancel)
    {
        HashSet<long> ids;
        bool all;
        long upTo;
        lock (gate)
            ((all, isAnywhere), (ids, touched), upTo) = ((isAnywhere, false), (touched, []), told);
        try
        {
            if (all)
                (current, standing) = (ControlMap.Of(country.Value, (await ReadAsync(null, cancel)).Values), null);
            else if (ids.Count > 0)
            {
                var read = await ReadAsync(ids, cancel);
                current = current!.With(ids.ToDictionary(id => id, id => read.GetValueOrDefault(id)));
            }
            lock (gate)
                heard = upTo;
            return current!;
        }
        catch
        {
            // What was not read this time is read the next time.
            lock (gate)
            {
                isAnywhere |= all;
                touched.UnionWith(ids);
            }
            throw;
        }
    }

    /// <summary>Places with their public claims; those without any are not among them.</summary>
    private async Task<Dictionary<long, ControlPlace>> ReadAsync(HashSet<long>? of, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var moment = await db.OneMomentAsync(cancel);
        var wanted = of is null ? db.PublicControlClaims : db.PublicControlClaims.Where(claim => of.Contains(claim.PlaceId));
        // A joined row would carry its place and its source each time: most of a large answer.
        var rows = await wanted.AsNoTracking().OrderBy(claim => claim.PlaceId).ThenBy(claim => claim.Id).ToListAsync(cancel);
        var sources = await db.PublicSources.AsNoTracking().Where(source => wanted.Any(claim => claim.SourceId == source.Id)).ToDictionaryAsync(source => source.Id, cancel);
        var places = await db.Places.AsNoTracking().Where(place => wanted.Any(claim => claim.PlaceId == place.Id)).ToDictionaryAsync(place => place.Id, cancel);
        foreach (var row in rows)
            row.Source = sources[row.SourceId];
        return rows.GroupBy(row => row.PlaceId).ToDictionary(group => group.Key, group => PlaceOf(places[group.Key], [.. group.Select(ClaimReading.Of)]));
    }

    private async Task<Dictionary<long, ControlPlace>> PlacesAsync(List<long> ids, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return (await db.Places.AsNoTracking().Where(place => ids.Contains(place.Id)).ToListAsync(cancel)).ToDictionary(place => place.Id, place => PlaceOf(place, []));
    }

    private static ControlPlace PlaceOf(PlaceRow row, IReadOnlyList<ControlClaim> claims) => new(row.Id, row.Name, row.NameAr, row.Latitude, row.Longitude, claims);

    private static IEnumerable<CellChange> Changed(ControlMap now, ControlMap tried)
    {
        var delta = ControlDelta.Between(now, tried);
        foreach (var cell in delta.Cells)
            yield return now.CellOf(cell.Place.Id) is var i and >= 0 ? new CellChange(now.Cells[i], cell) : new CellChange(null, cell);
        foreach (var number in delta.Removed)
            yield return new CellChange(now.Cells[number], null);
    }

    /// <summary>What is in the control pack that is served.</summary>
    private sealed record Standing(ControlMap Map, Pack Pack)
    {
        public static Standing Of(ControlMap map) => new(map, Pack.Of("control", ControlPack.Write(map)));
    }
}

/// <param name="Changes">What has changed since the control pack was written, or null.</param>
/// <param name="From">First day of the first claim, null if there is none.</param>
/// <param name="To">Last day the layer speaks of, null if there is none.</param>
/// <param name="IsLarge">So much has changed that the control pack should be written anew.</param>
/// <param name="HoldsGone">The control pack may hold claims that nobody shall see any more.</param>
internal sealed record ControlPart(Pack Control, Pack? Changes, int? From, int? To, bool IsLarge, bool HoldsGone = false);

/// <summary>The layer as it would be.</summary>
/// <param name="Pack">File name of the control pack that the changes are meant for.</param>
/// <param name="Changes">A control change pack: all that would differ from that pack.</param>
/// <param name="Cells">What would differ from the layer as it is now.</param>
/// <param name="Unheard">Places with added claims of which the map would nevertheless say nothing.</param>
public sealed record ControlTrial(string Pack, byte[] Changes, IReadOnlyList<CellChange> Cells, IReadOnlyList<UnheardPlace> Unheard);

/// <summary>A place without ground of its own.</summary>
/// <param name="By">The place on the same point that answers there, or null: the place lies outside the country.</param>
public sealed record UnheardPlace(ControlPlace Place, ControlPlace? By);

/// <summary>One place's cell before and after: null where there is none.</summary>
public sealed record CellChange(ControlCell? Before, ControlCell? After);
