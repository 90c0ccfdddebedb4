using System.Globalization;
using Map.Core.Control;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Map.Web.Packs;

/// <summary>/data/coverage.json: who reports on the part of the earth that somebody sees.</summary>
internal sealed class CoverageAnswers(IDbContextFactory<MapDb> dbs, KnownEvents events, KnownControl control)
{
    /// <summary>May be kept, must be asked about before each use: the next edit may change it.</summary>
    private const string AskFirst = "no-cache";

    public async Task<IResult> OfAsync(HttpContext context)
    {
        var asked = context.Request.Query;
        if (Degrees(asked["south"], 90) is not { } south || Degrees(asked["north"], 90) is not { } north || Degrees(asked["west"], 180) is not { } west || Degrees(asked["east"], 180) is not { } east)
            return DataAnswer.Refused("Say the part of the earth as south=, west=, north= and east=, in degrees, each once.");
        if (south > north || west > east)
            return DataAnswer.Refused("South lies below north, and west before east.");
        var cancel = context.RequestAborted;
        var known = await events.ReadyAsync(cancel);
        var map = await control.ReadyAsync(cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var sources = await db.PublicSources.Select(source => new { source.Id, source.Key, source.Outlet, source.Title }).ToListAsync(cancel);
        return DataAnswer.Json(context, CoverageTally.Of(known, map, new Box(south, west, north, east),
            sources.ToDictionary(source => source.Id, source => Reporters.NameOf(source.Outlet, source.Title)), sources.ToDictionary(source => source.Key, source => Reporters.NameOf(source.Outlet, source.Title))), AskFirst);
    }

    private static double? Degrees(StringValues said, double most) =>
        said.Count == 1 && double.TryParse(said[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
