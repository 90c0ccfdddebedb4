using System.Globalization;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.About;

/// <summary>How much there is of each kind, and of which days, counted when the page is asked for.</summary>
public sealed record RecordFigures(int CodedEvents, int ArticleEvents, int DeskEvents, int Claims, int ControlClaims, int ControlledPlaces,
    int Places, int PlaceNames, int Actors, int ActorNames, int ActorRelations, int Sources,
    DateOnly? EventsFrom, DateOnly? EventsTo, DateOnly? ControlFrom, DateOnly? ControlTo)
{
    public int Events => CodedEvents + ArticleEvents + DeskEvents;

    /// <param name="drawn">What the map draws now: it says to which day the record reaches. Null before the first set is made.</param>
    public static async Task<RecordFigures> CountAsync(MapDb db, PackIndexFile? drawn, CancellationToken cancel)
    {
        var byDataset = await db.PublicEvents.GroupBy(e => e.Dataset).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var coded = byDataset.GetValueOrDefault("ucdp-ged");
        var articles = byDataset.GetValueOrDefault("articles");
        return new RecordFigures(coded, articles, byDataset.Values.Sum() - coded - articles,
            await db.Claims.CountAsync(c => db.PublicEvents.Any(e => e.Id == c.EventId), cancel),
            await db.PublicControlClaims.CountAsync(cancel),
            await db.PublicControlClaims.Select(c => c.PlaceId).Distinct().CountAsync(cancel),
            await db.Places.CountAsync(it => it.Status == Status, cancel), await db.PlaceNames.CountAsync(name => db.Places.Any(it => it.Id == name.PlaceId && it.Status == Status), cancel),
            await db.PublicActors.CountAsync(cancel), await db.PublicActorNames.CountAsync(cancel), await db.PublicActorRelations.CountAsync(cancel),
            await db.PublicSources.CountAsync(cancel),
            Day(await db.PublicEvents.Where(e => e.EarliestDay != Days.OpenStart).MinAsync(e => (int?)e.EarliestDay, cancel)),
            Iso(drawn?.EventsTo),
            Day(await db.PublicControlClaims.Where(c => c.EarliestDay != Days.OpenStart).MinAsync(c => (int?)c.EarliestDay, cancel)),
            Iso(drawn?.ControlTo));
    }

    private const string Status = "published";

    private static DateOnly? Iso(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;

    private static DateOnly? Day(int? day) => day is { } known ? Days.Date(known) : null;
}
