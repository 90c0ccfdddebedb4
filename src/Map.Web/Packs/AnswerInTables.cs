using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>The same answers from the tables, for the seconds in which the events are not in memory yet. Knows no filters but types.</summary>
internal static class AnswerInTables
{
    public static async Task<EventAnswer> OfAsync(MapDb db, EventQuestion asked, int most, CancellationToken cancel)
    {
        var (from, to) = (asked.Window.From, asked.Window.To);
        var counts = await db.EventsIn(asked.Box, from, to).AsNoTracking()
            .GroupBy(e => new
            {
                Day = to == Days.OpenEnd ? (e.EarliestDay > from ? e.EarliestDay : from) : e.LatestDay < to ? e.LatestDay : to,
                e.Type,
                Certain = (e.EarliestDay >= from && e.LatestDay <= to) || (e.Lasted && e.EarliestDay != Days.OpenStart && e.LatestDay != Days.OpenEnd),
            })
            .Select(g => new { g.Key.Day, g.Key.Type, g.Key.Certain, Count = g.Count() })
            .ToListAsync(cancel);
        var wanted = counts.Where(c => asked.Types is null || asked.Types.Contains(c.Type)).ToList();
        var total = wanted.Sum(c => c.Count);
        var chosen = asked.Types is { } types ? db.PublicEvents.Where(e => types.Contains(e.Type)) : db.PublicEvents;
        var inWindow = chosen.Where(e => e.EarliestDay <= to && e.LatestDay >= from);
        // Only an empty list says what is elsewhere.
        var elsewhere = total > 0 ? 0 : await inWindow.CountAsync(e => e.Latitude != null && e.Longitude != null, cancel);
        return new EventAnswer(wanted.Where(c => c.Certain).Sum(c => c.Count), wanted.Where(c => !c.Certain).Sum(c => c.Count),
            wanted.GroupBy(c => c.Day).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)), counts.GroupBy(c => c.Type).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            counts.Sum(c => c.Count) - total, elsewhere,
            await db.FirstInAsync(asked.Box, asked.Window, asked.Types, most, cancel),
            await UnplacedAsync(inWindow, asked.Window, most, cancel), total == 0 ? await NearestAsync(chosen, asked, cancel) : null);
    }

    private static async Task<IReadOnlyList<long>> UnplacedAsync(IQueryable<EventRow> inWindow, ListOrder order, int most, CancellationToken cancel)
    {
        var rows = await inWindow.Where(e => e.Latitude == null || e.Longitude == null).Select(e => new { e.Id, e.EarliestDay, e.LatestDay }).ToListAsync(cancel);
        var first = new FirstFew(most);
        foreach (var row in rows) first.Add(order.RankOf(row.Id, row.EarliestDay, row.LatestDay));
        return first.Ids();
    }

    private static async Task<(int? Previous, int? Next)> NearestAsync(IQueryable<EventRow> chosen, EventQuestion asked, CancellationToken cancel)
    {
        var (from, to, box) = (asked.Window.From, asked.Window.To, asked.Box);
        var here = chosen.Where(e => e.Latitude >= box.South && e.Latitude <= box.North && e.Longitude >= box.West && e.Longitude <= box.East);
        return (await here.Where(e => e.LatestDay < from).MaxAsync(e => (int?)e.LatestDay, cancel), await here.Where(e => e.EarliestDay > to).MinAsync(e => (int?)e.EarliestDay, cancel));
    }
}
