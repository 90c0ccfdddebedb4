using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>The part of the earth on screen, in degrees.</summary>
public readonly record struct Box(double South, double West, double North, double East);

/// <summary>The first events of a box and a window, and how many there are in all.</summary>
public sealed record EventsFound(IReadOnlyList<EventRow> Rows, int Total);

/// <summary>Published events inside a box whose span touches a window, found by the R*Tree that triggers keep beside the table.</summary>
public static class EventsInBox
{
    public const int FirstRows = 100;

    /// <summary>Composable: add filters, includes and order. The tree rounds outward, so the exact columns are asked again.</summary>
    /// <param name="fromDay">First day of the window, or Days.OpenStart.</param>
    /// <param name="toDay">Last day of the window.</param>
    public static IQueryable<EventRow> EventsIn(this MapDb db, Box box, int fromDay, int toDay) =>
        db.Events.FromSql($"""
            SELECT e.* FROM EventBox AS b CROSS JOIN Events AS e ON e.Id = b.id
            WHERE b.minDay <= {toDay} AND b.maxDay >= {fromDay}
              AND b.minLng <= {box.East} AND b.maxLng >= {box.West} AND b.minLat <= {box.North} AND b.maxLat >= {box.South}
              AND e.EarliestDay <= {toDay} AND e.LatestDay >= {fromDay}
              AND e.Longitude <= {box.East} AND e.Longitude >= {box.West} AND e.Latitude <= {box.North} AND e.Latitude >= {box.South}
              AND e.Status = 'published' AND e.DeletedAt IS NULL
            """);

    /// <summary>Newest first, at most a hundred rows with their places; types null = all.</summary>
    public static async Task<EventsFound> FindEventsAsync(this MapDb db, Box box, int fromDay, int toDay, IReadOnlyCollection<string>? types = null, CancellationToken cancel = default)
    {
        var found = db.EventsIn(box, fromDay, toDay);
        if (types is not null) found = found.Where(e => types.Contains(e.Type));
        var total = await found.CountAsync(cancel);
        var rows = await found.AsNoTracking().Include(e => e.Place)
            .OrderByDescending(e => e.LatestDay).ThenByDescending(e => e.EarliestDay).ThenBy(e => e.Id)
            .Take(FirstRows).ToListAsync(cancel);
        return new EventsFound(rows, total);
    }
}
