using System.Globalization;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Map.Web.Packs;

/// <summary>
/// /data/corrected.json: when something of what a view shows was last corrected, and when anything was last withdrawn. Where a withdrawn record stood is not told by asking for smaller and smaller parts of the earth:
/// of those only the day, and the record itself where its id is asked for, which the public list of corrections tells too.
/// </summary>
internal sealed class CorrectedAnswers(IDbContextFactory<MapDb> dbs, IDbContextFactory<MapDb>? today = null)
{
    /// <summary>Corrections looked at, the newest first: what is older is told by the list of corrections.</summary>
    private const int Most = 2_000;
    /// <summary>What a view shows by itself; sources, actors and places are told of with these.</summary>
    private static readonly string[] Drawn = ["Events", "ControlClaims", "Zones", "ZoneSeries"];

    public async Task<IResult> OfAsync(HttpContext context)
    {
        var asked = context.Request.Query;
        if (Number(asked["south"], 90) is not { } south || Number(asked["north"], 90) is not { } north || Number(asked["west"], 180) is not { } west || Number(asked["east"], 180) is not { } east)
            return DataAnswer.Refused("Say the part of the earth as south=, west=, north= and east=, in degrees, each once.");
        if (Day(asked["from"], Days.OpenStart) is not { } from || Day(asked["to"], Days.OpenEnd) is not { } to)
            return DataAnswer.Refused("Say the first and last day as from= and to=, each as YYYY-MM-DD, or leave one out where it is open.");
        long? one = asked["event"] is [{ Length: > 0 } id] ? long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : null;
        return DataAnswer.Json(context, await OfAsync(new Box(south, west, north, east), from, to, one, context.RequestAborted), "no-cache");
    }

    /// <param name="one">An event that the view holds open; null for none.</param>
    public async Task<CorrectedFile> OfAsync(Box box, int from, int to, long? one, CancellationToken cancel)
    {
        await using var db = await (today ?? dbs).CreateDbContextAsync(cancel);
        var rows = await db.Corrections.AsNoTracking().Where(it => Drawn.Contains(it.Table)).OrderByDescending(it => it.Id).Take(Most).Select(it => new { it.At, it.Table, it.RowId, it.Kind }).ToListAsync(cancel);
        var corrected = rows.Where(it => it.Kind == Corrections.Corrected).ToLookup(it => it.Table);
        List<long> events = [.. corrected["Events"].Select(it => it.RowId).Distinct()], claims = [.. corrected["ControlClaims"].Select(it => it.RowId).Distinct()];
        await using var shown = await dbs.CreateDbContextAsync(cancel);
        var inView = (await shown.PublicEvents.Where(e => events.Contains(e.Id) && e.EarliestDay <= to && e.LatestDay >= from
                && e.Latitude >= box.South && e.Latitude <= box.North && e.Longitude >= box.West && e.Longitude <= box.East).Select(e => e.Id).ToListAsync(cancel)).ToHashSet();
        if (one is { } opened && await shown.PublicEvents.AnyAsync(e => e.Id == opened, cancel)) inView.Add(opened);
        // What a claim says holds from its day on, until another says otherwise.
        var said = (await shown.PublicControlClaims.Where(it => claims.Contains(it.Id) && it.EarliestDay <= to
                && it.Place.Latitude >= box.South && it.Place.Latitude <= box.North && it.Place.Longitude >= box.West && it.Place.Longitude <= box.East).Select(it => it.Id).ToListAsync(cancel)).ToHashSet();
        var last = rows.Where(it => it.Kind == Corrections.Corrected && (it.Table == "Events" ? inView.Contains(it.RowId) : it.Table == "ControlClaims" && said.Contains(it.RowId))).Select(it => (DateTime?)it.At).Max();
        var withdrawn = rows.Where(it => it.Kind == Corrections.Withdrawn).Select(it => (DateTime?)it.At).Max();
        var isGone = one is { } gone && rows.FirstOrDefault(it => it.Table == "Events" && it.RowId == gone) is { Kind: Corrections.Withdrawn };
        return new CorrectedFile(InWords(last), InWords(withdrawn), isGone, rows.Count > 0);
    }

    private static DateInWords? InWords(DateTime? at)
    {
        if (at is not { } moment) return null;
        var day = DateOnly.FromDateTime(moment);
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new DateInWords(DateWords.Of(day, arabic: false), DateWords.Of(day, arabic: true), iso, iso);
    }

    private static double? Number(StringValues said, double most) =>
        said.Count == 1 && double.TryParse(said[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    private static int? Day(StringValues said, int open) => said.Count == 0 ? open
        : said.Count == 1 && DateOnly.TryParseExact(said[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Days.Of(day) : null;
}
