using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>The part of the earth on screen, in degrees.</summary>
public readonly record struct Box(double South, double West, double North, double East);

/// <summary>Published events inside a box whose span touches a window, found by the R*Tree that triggers keep beside the table: it holds the spots that readers are shown.</summary>
public static class EventsInBox
{
    // The tree rounds outward and clamps days, so the exact columns are asked again.
    private const string Slice = $"""
        SELECT e.Id, e.EarliestDay, e.LatestDay FROM EventBox AS b CROSS JOIN Events AS e ON e.Id = b.id
        WHERE b.minDay >= @minLow AND b.minDay <= @minHigh AND b.maxDay >= @maxLow AND b.maxDay <= @maxHigh
          AND b.minLng <= @east AND b.maxLng >= @west AND b.minLat <= @north AND b.maxLat >= @south
          AND e.EarliestDay <= @to AND e.LatestDay >= @from
          AND {PublicRows.Longitude} BETWEEN @west AND @east AND {PublicRows.Latitude} BETWEEN @south AND @north
          AND {PublicRows.IsPublicEvent}
          AND (@types IS NULL OR e.Type IN (SELECT value FROM json_each(@types)))
        """;

    /// <summary>All of them, composable: add filters, includes and order.</summary>
    /// <param name="fromDay">First day of the window, or Days.OpenStart.</param>
    /// <param name="toDay">Last day of the window, or Days.OpenEnd.</param>
    public static IQueryable<EventRow> EventsIn(this MapDb db, Box box, int fromDay, int toDay) =>
        db.Events.FromSqlRaw($"""
            SELECT {PublicRows.EventColumns} FROM EventBox AS b CROSS JOIN Events AS e ON e.Id = b.id
            WHERE b.minDay <= @to AND b.maxDay >= @held
              AND b.minLng <= @east AND b.maxLng >= @west AND b.minLat <= @north AND b.maxLat >= @south
              AND e.EarliestDay <= @to AND e.LatestDay >= @from
              AND {PublicRows.Longitude} BETWEEN @west AND @east AND {PublicRows.Latitude} BETWEEN @south AND @north
              AND {PublicRows.IsPublicEvent}
            """,
            Of("@from", fromDay), Of("@to", toDay), Of("@held", TimeSlices.Held(fromDay)), Of("@south", box.South), Of("@west", box.West), Of("@north", box.North), Of("@east", box.East)).AsNoTracking();

    /// <summary>The ids of the first of them in the order of the list. Reads the window slice by slice and no further than it must.</summary>
    /// <param name="types">Types of event; null = all.</param>
    public static async Task<IReadOnlyList<long>> FirstInAsync(this MapDb db, Box box, ListOrder order, IReadOnlyCollection<string>? types, int most, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Slice;
        Set(command, "@from", order.From);
        Set(command, "@to", order.To);
        Set(command, "@south", box.South);
        Set(command, "@west", box.West);
        Set(command, "@north", box.North);
        Set(command, "@east", box.East);
        Set(command, "@types", types is null ? DBNull.Value : JsonSerializer.Serialize(types));
        Set(command, "@minLow", int.MinValue);
        Set(command, "@minHigh", TimeSlices.Held(order.To));
        Set(command, "@maxLow", TimeSlices.Held(order.From));
        Set(command, "@maxHigh", int.MaxValue);

        var first = new List<long>();
        var ranks = new List<ListRank>();
        foreach (var (low, high) in TimeSlices.Of(order))
        {
            command.Parameters[order.IsNextFirst ? "@minLow" : "@maxLow"].Value = low;
            command.Parameters[order.IsNextFirst ? "@minHigh" : "@maxHigh"].Value = high;
            ranks.Clear();
            await using (var reader = await command.ExecuteReaderAsync(cancel))
            {
                while (await reader.ReadAsync(cancel))
                    ranks.Add(order.RankOf(reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2)));
            }
            ranks.Sort();
            first.AddRange(ranks.Take(most - first.Count).Select(rank => rank.Id));
            if (first.Count >= most) break;
        }
        return first;
    }

    private static SqliteParameter Of(string name, object value) => new(name, value);

    private static void Set(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
