using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>The events of the part shown, and how many there are of each kind.</summary>
/// <param name="Certain">Events that certainly have a day in the window (<see cref="ShownPart.IsCertain"/>).</param>
/// <param name="Possible">Events that may have one.</param>
/// <param name="Days">In the order of <see cref="ListOrder"/>; together they hold the first rows that were asked for.</param>
/// <param name="ByType">How many there are of each type in window and view, types that are filtered out included.</param>
/// <param name="Nothing">Why the list is empty, and the ways out; null when it is not.</param>
public sealed record EventList(int Certain, int Possible, IReadOnlyList<ListedDay> Days, IReadOnlyDictionary<string, int> ByType, NothingHere? Nothing)
{
    public const int Step = 100;

    public int Total => Certain + Possible;

    /// <summary>Events of the window that name no place: they are on no map, so no view can leave them out. Newest first, at most <see cref="Step"/>.</summary>
    public IReadOnlyList<ListedEvent> Unplaced { get; init; } = [];

    /// <summary>All that the list names.</summary>
    public int Listed => Total + Unplaced.Count;

    public int Shown => Days.Sum(day => day.Events.Count);

    /// <summary>Events of the window inside the view in the order of <see cref="ListOrder"/>, the first <paramref name="rows"/> of them as rows.</summary>
    public static async Task<EventList> FindAsync(MapDb db, ShownPart part, int rows, CancellationToken cancel)
    {
        var (from, to) = (part.From, part.To);
        var box = new Box(part.Box.South, part.Box.West, part.Box.North, part.Box.East);
        var inView = db.EventsIn(box, from, to).AsNoTracking();
        var counts = await inView
            .GroupBy(e => new
            {
                Day = to == Core.Time.Days.OpenEnd ? (e.EarliestDay > from ? e.EarliestDay : from) : e.LatestDay < to ? e.LatestDay : to,
                e.Type,
                Certain = (e.EarliestDay >= from && e.LatestDay <= to) || (e.Lasted && e.EarliestDay != Core.Time.Days.OpenStart && e.LatestDay != Core.Time.Days.OpenEnd),
            })
            .Select(g => new { g.Key.Day, g.Key.Type, g.Key.Certain, Count = g.Count() })
            .ToListAsync(cancel);
        var byType = counts.GroupBy(c => c.Type).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        var wanted = counts.Where(c => part.Types is null || part.Types.Contains(c.Type)).ToList();
        var unplaced = await UnplacedAsync(db, part, cancel);
        if (wanted.Count == 0)
        {
            return new EventList(0, 0, [], byType, await NothingHere.WhyAsync(db, part, byType.Values.Sum(), cancel)) { Unplaced = unplaced };
        }
        var order = new ListOrder(from, to);
        var listed = await ListedEvent.ReadAsync(db, await db.FirstInAsync(box, order, part.Types, rows, cancel), cancel);
        var byDay = wanted.GroupBy(c => c.Day).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        return new EventList(
            wanted.Where(c => c.Certain).Sum(c => c.Count),
            wanted.Where(c => !c.Certain).Sum(c => c.Count),
            [.. listed.GroupBy(e => order.DayOf(e.EarliestDay, e.LatestDay)).Select(g => new ListedDay(g.Key, byDay.GetValueOrDefault(g.Key, g.Count()), [.. g]))],
            byType, null)
        { Unplaced = unplaced };
    }

    private static async Task<IReadOnlyList<ListedEvent>> UnplacedAsync(MapDb db, ShownPart part, CancellationToken cancel)
    {
        var found = db.PublicEvents.AsNoTracking().Where(e => e.PlaceId == null && e.Latitude == null && e.EarliestDay <= part.To && e.LatestDay >= part.From);
        if (part.Types is { } types) { found = found.Where(e => types.Contains(e.Type)); }
        return await found.OrderByDescending(e => e.LatestDay).ThenByDescending(e => e.EarliestDay).ThenBy(e => e.Id)
            .Take(Step).Select(ListedEvent.Columns).AsSplitQuery().ToListAsync(cancel);
    }

    /// <summary>All events of one actor, newest first, wherever and whenever they were.</summary>
    public static async Task<EventList> OfActorAsync(MapDb db, long actor, int rows, CancellationToken cancel)
    {
        var events = db.PublicEvents.AsNoTracking().Where(e => e.Actors.Any(a => a.ActorId == actor));
        var byType = await events.GroupBy(e => e.Type).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var listed = await events
            .OrderByDescending(e => e.LatestDay == Core.Time.Days.OpenEnd ? e.EarliestDay : e.LatestDay).ThenByDescending(e => e.EarliestDay).ThenBy(e => e.Id)
            .Take(rows)
            .Select(ListedEvent.Columns)
            .AsSplitQuery()
            .ToListAsync(cancel);
        return new EventList(byType.Values.Sum(), 0,
            [.. listed.GroupBy(e => e.LatestDay == Core.Time.Days.OpenEnd ? e.EarliestDay : e.LatestDay).Select(g => new ListedDay(g.Key, g.Count(), [.. g]))],
            byType, null);
    }
}

/// <summary>The events listed under one day of the window (<see cref="ListOrder"/>).</summary>
/// <param name="Count">All of that day in the view, also those further down than the rows that were asked for.</param>
public sealed record ListedDay(int Day, int Count, IReadOnlyList<ListedEvent> Events);
