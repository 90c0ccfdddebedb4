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

    /// <param name="types">Ids of the event types, in the order their index counts.</param>
    /// <param name="events">In any order; reordered in place to the order of the rows.</param>
    public static (byte[] Events, byte[] Ids) Write(IReadOnlyList<string> types, PackedEvent[] events)
    {
        var spots = Spots(events, out var places);
        Sort(events, places);
        return (Events(types, events, places, spots), Ids(events));
    }

    /// <summary>The distinct spots, most used first after "no place", and each event's index among them.</summary>
    private static List<PackedSpot> Spots(PackedEvent[] events, out int[] places)
    {
        var uses = new Dictionary<PackedSpot, int>();
        foreach (var it in events)
            if (it.Spot is { } spot)
                uses[spot] = uses.GetValueOrDefault(spot) + 1;
        var spots = uses.OrderByDescending(use => use.Value)
            .ThenBy(use => use.Key.Latitude).ThenBy(use => use.Key.Longitude).ThenBy(use => use.Key.Precision)
            .Select(use => use.Key).ToList();
        var index = new Dictionary<PackedSpot, int>(spots.Count);
        for (var i = 0; i < spots.Count; i++)
            index[spots[i]] = i + 1;
        places = Array.ConvertAll(events, it => it.Spot is { } spot ? index[spot] : 0);
        return spots;
    }

    /// <summary>The day a row stands at among its kind.</summary>
    private static int Day(in PackedEvent it) => it.EarliestDay != Days.OpenStart ? it.EarliestDay : it.LatestDay != Days.OpenEnd ? it.LatestDay : 0;

    /// <summary>Open starts first, then by day, place, type, id. Keys of two numbers sort four times faster than comparing rows.</summary>
    private static void Sort(PackedEvent[] events, int[] places)
    {
        var keys = new (long DayAndPlace, byte Type, long Id, int From)[events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            var dated = events[i].EarliestDay == Days.OpenStart ? 0L : 1L;
            keys[i] = ((dated << 62) | (((long)Day(events[i]) + 0x10000000) << 28) | (uint)places[i], events[i].Type, events[i].Id, i);
        }
        Array.Sort(keys, static (a, b) =>
        {
            var order = a.DayAndPlace.CompareTo(b.DayAndPlace);
            if (order == 0) order = a.Type.CompareTo(b.Type);
            return order == 0 ? a.Id.CompareTo(b.Id) : order;
        });
        var rows = Array.ConvertAll(keys, key => events[key.From]);
        var rowPlaces = Array.ConvertAll(keys, key => places[key.From]);
        rows.CopyTo(events, 0);
        rowPlaces.CopyTo(places, 0);
    }

    private static byte[] Events(IReadOnlyList<string> types, PackedEvent[] events, int[] places, List<PackedSpot> spots)
    {
        var open = Array.FindIndex(events, it => it.EarliestDay != Days.OpenStart);
        if (open < 0)
            open = events.Length;
        var spans = Enumerable.Range(0, events.Length).Where(row => HasSpan(events[row])).ToList();

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
            bytes.Byte(it.Type);

        var last = 0;
        foreach (var row in spans)
        {
            var it = events[row];
            bytes.Varint(row - last);
            bytes.Byte((it.Lasted ? Lasted : 0) | (it.LatestDay == Days.OpenEnd ? OpenEnd : 0));
            bytes.Varint(it.EarliestDay == Days.OpenStart || it.LatestDay == Days.OpenEnd ? 0 : (long)it.LatestDay - it.EarliestDay);
            last = row;
        }
        return bytes.Done();
    }

    private static bool HasSpan(in PackedEvent it) =>
        it.Lasted || it.LatestDay == Days.OpenEnd || (it.EarliestDay != Days.OpenStart && it.LatestDay != it.EarliestDay);

    private static void DaysAndPlaces(PackBytes bytes, PackedEvent[] events, int[] places, int from, int to)
    {
        if (from == to)
            return;
        var day = Day(events[from]);
        bytes.Zigzag(day);
        for (var row = from; row < to;)
        {
            var next = Day(events[row]);
            var end = row;
            while (end < to && Day(events[end]) == next)
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

    private static byte[] Ids(PackedEvent[] events)
    {
        var bytes = new PackBytes("MID1", events.Length * 4 + 16);
        bytes.Varint(events.Length);
        var before = 0L;
        foreach (var it in events)
        {
            bytes.Zigzag(it.Id - before);
            before = it.Id;
        }
        return bytes.Done();
    }
}
