using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>The events of the part shown, and how many there are of each kind.</summary>
/// <param name="Certain">Events that certainly have a day in the window (<see cref="ShownPart.IsCertain"/>).</param>
/// <param name="Possible">Events that may have one.</param>
/// <param name="Days">In the order of <see cref="ListOrder"/>; together they hold the first rows that were asked for.</param>
/// <param name="ByType">How many there are of each type in window and view that the other filters leave, types that are not shown included.</param>
/// <param name="Nothing">Why the list is empty, and the ways out; null when it is not.</param>
public sealed record EventList(int Certain, int Possible, IReadOnlyList<ListedDay> Days, IReadOnlyDictionary<string, int> ByType, NothingHere? Nothing)
{
    public const int Step = 100;

    public int Total => Certain + Possible;

    /// <summary>Events of the window that stand nowhere: they are on no map, so no view can leave them out. At most <see cref="Step"/>.</summary>
    public IReadOnlyList<ListedEvent> Unplaced { get; init; } = [];

    /// <summary>All that the list names.</summary>
    public int Listed => Total + Unplaced.Count;

    public int Shown => Days.Sum(day => day.Events.Count);

    /// <summary>Events of the window inside the view in the order of <see cref="ListOrder"/>, the first <paramref name="rows"/> of them as rows.</summary>
    public static async Task<EventList> FindAsync(MapDb db, KnownEvents known, ShownPart part, int rows, CancellationToken cancel)
    {
        var answer = await EventAnswer.OfAsync(db, known, part.Question, Math.Max(rows, Step), cancel);
        var listed = await ListedEvent.ReadAsync(db, [.. answer.First.Take(rows)], cancel);
        var unplaced = await ListedEvent.ReadAsync(db, [.. answer.Unplaced.Take(Step)], cancel);
        var order = part.Question.Window;
        return new EventList(answer.Certain, answer.Possible,
            [.. listed.GroupBy(e => order.DayOf(e.EarliestDay, e.LatestDay)).Select(day => new ListedDay(day.Key, answer.ByDay.GetValueOrDefault(day.Key, day.Count()), [.. day]))],
            answer.ByType, answer.Nearest is { } nearest ? new NothingHere(answer.LeftOut, part.FilterCount, answer.Elsewhere, nearest.Next, nearest.Previous) : null)
        { Unplaced = unplaced };
    }

    /// <summary>All events of one actor, newest first, wherever and whenever they were.</summary>
    public static async Task<EventList> OfActorAsync(MapDb db, long actor, int rows, CancellationToken cancel)
    {
        var events = db.PublicEvents.AsNoTracking().Where(e => e.Actors.Any(a => a.ActorId == actor));
        var byType = await events.GroupBy(e => e.Type).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var listed = await ListedEvent.GradedAsync(db, await events
            .OrderByDescending(e => e.LatestDay == Core.Time.Days.OpenEnd ? e.EarliestDay : e.LatestDay).ThenByDescending(e => e.EarliestDay).ThenBy(e => e.Id)
            .Take(rows)
            .Select(ListedEvent.Columns)
            .AsSplitQuery()
            .ToListAsync(cancel), cancel);
        return new EventList(byType.Values.Sum(), 0,
            [.. listed.GroupBy(e => e.LatestDay == Core.Time.Days.OpenEnd ? e.EarliestDay : e.LatestDay).Select(g => new ListedDay(g.Key, g.Count(), [.. g]))],
            byType, null);
    }
}

/// <summary>The events listed under one day of the window (<see cref="ListOrder"/>).</summary>
/// <param name="Count">All of that day in the view, also those further down than the rows that were asked for.</param>
public sealed record ListedDay(int Day, int Count, IReadOnlyList<ListedEvent> Events);
