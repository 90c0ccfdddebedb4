using Map.Core.Time;

namespace Map.Web.Packs;

/// <summary>One public event as the map draws it.</summary>
/// <param name="Type">Index into the pack's types.</param>
/// <param name="EarliestDay">Days since 1970-01-01, <see cref="Days.OpenStart"/> if open.</param>
/// <param name="LatestDay"><see cref="Days.OpenEnd"/> if open.</param>
/// <param name="Spot">Where, or null: it stays on the timeline.</param>
internal readonly record struct PackedEvent(long Id, byte Type, int EarliestDay, int LatestDay, bool Lasted, PackedSpot? Spot);

/// <summary>A point in 1e-5 degrees with its precision: 0 exact … 5 country.</summary>
internal readonly record struct PackedSpot(int Latitude, int Longitude, byte Precision)
{
    public static PackedSpot Of(double latitude, double longitude, int precision) =>
        new((int)Math.Round(latitude * 1e5), (int)Math.Round(longitude * 1e5), (byte)precision);
}

/// <summary>Writes the event pack and the ids of its rows (README.md).</summary>
internal static class EventPack
{
    private const int Lasted = 1, OpenEnd = 2;

    public static (byte[] Events, byte[] Ids) Write(EventRows rows) => (Events(rows), Ids(rows.Rows));

    private static byte[] Events(EventRows rows)
    {
        var (types, events, places, spots) = (rows.Types, rows.Rows, rows.Places, rows.Spots);
        var open = Array.FindIndex(events, it => it.Event.EarliestDay != Days.OpenStart);
        if (open < 0)
            open = events.Length;
        var spans = Enumerable.Range(0, events.Length).Where(row => HasSpan(events[row].Event)).ToList();

        var bytes = new PackBytes("MEV1", events.Length * 4 + 1024);
        bytes.Varint(events.Length);
        bytes.Varint(open);
        bytes.Varint(spots.Count + 1);
        bytes.Varint(types.Count);
        bytes.Varint(spans.Count);
        foreach (var type in types)
            bytes.Id(type);

        bytes.Zigzag(0);
        bytes.Zigzag(0);
        bytes.Byte(255);
        var before = new PackedSpot(0, 0, 0);
        foreach (var spot in spots)
        {
            bytes.Zigzag(spot.Latitude - before.Latitude);
            bytes.Zigzag(spot.Longitude - before.Longitude);
            bytes.Byte(spot.Precision);
            before = spot;
        }

        DaysAndPlaces(bytes, events, places, 0, open);
        DaysAndPlaces(bytes, events, places, open, events.Length);
        foreach (var it in events)
            bytes.Byte(it.Event.Type);

        var last = 0;
        foreach (var row in spans)
        {
            var it = events[row].Event;
            bytes.Varint(row - last);
            bytes.Byte((it.Lasted ? Lasted : 0) | (it.LatestDay == Days.OpenEnd ? OpenEnd : 0));
            bytes.Varint(it.EarliestDay == Days.OpenStart || it.LatestDay == Days.OpenEnd ? 0 : (long)it.LatestDay - it.EarliestDay);
            last = row;
        }
        return bytes.Done();
    }

    private static bool HasSpan(in PackedEvent it) =>
        it.Lasted || it.LatestDay == Days.OpenEnd || (it.EarliestDay != Days.OpenStart && it.LatestDay != it.EarliestDay);

    private static void DaysAndPlaces(PackBytes bytes, PublicEvent[] events, int[] places, int from, int to)
    {
        if (from == to)
            return;
        var day = EventRows.Day(events[from].Event);
        bytes.Zigzag(day);
        for (var row = from; row < to;)
        {
            var next = EventRows.Day(events[row].Event);
            var end = row;
            while (end < to && EventRows.Day(events[end].Event) == next)
                end++;
            bytes.Varint((long)next - day);
            bytes.Varint(end - row);
            for (var place = 0; row < end; row++)
            {
                bytes.Varint(places[row] - place);
                place = places[row];
            }
            day = next;
        }
    }

    private static byte[] Ids(PublicEvent[] events)
    {
        var bytes = new PackBytes("MID1", events.Length * 4 + 16);
        bytes.Varint(events.Length);
        var before = 0L;
        foreach (var it in events)
        {
            bytes.Zigzag(it.Event.Id - before);
            before = it.Event.Id;
        }
        return bytes.Done();
    }
}
