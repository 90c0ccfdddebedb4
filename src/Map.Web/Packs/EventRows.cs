using Map.Core.Time;

namespace Map.Web.Packs;

/// <summary>Public events in the order of the rows of their pack (README.md).</summary>
internal sealed class EventRows
{
    private EventRows(IReadOnlyList<string> types, PublicEvent[] rows, int[] places, List<PackedSpot> spots, Dictionary<PackedSpot, int> placeOf) =>
        (Types, Rows, Places, Spots, PlaceOf) = (types, rows, places, spots, placeOf);

    /// <summary>Ids of the event types, in the order their index counts.</summary>
    public IReadOnlyList<string> Types { get; }

    public PublicEvent[] Rows { get; }

    /// <summary>Place of each row; 0 is "no place", i is <c>Spots[i - 1]</c>.</summary>
    public int[] Places { get; }

    /// <summary>The distinct spots, most used first.</summary>
    public IReadOnlyList<PackedSpot> Spots { get; }

    /// <summary>The place of each spot.</summary>
    public IReadOnlyDictionary<PackedSpot, int> PlaceOf { get; }

    /// <param name="types">Ids of the event types, in the order their index counts.</param>
    /// <param name="events">In any order; left as they are.</param>
    public static EventRows Of(IReadOnlyList<string> types, IReadOnlyList<PublicEvent> events)
    {
        var spots = SpotsOf(events);
        var index = new Dictionary<PackedSpot, int>(spots.Count);
        for (var i = 0; i < spots.Count; i++)
            index[spots[i]] = i + 1;

        // Keys of two numbers sort four times faster than comparing rows.
        var keys = new RowKey[events.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = RowKey.Of(events[i].Event, events[i].Event.Spot is { } spot ? index[spot] : 0, i);
        Array.Sort(keys);
        return new EventRows(types, Array.ConvertAll(keys, key => events[key.From]), Array.ConvertAll(keys, key => key.Place), spots, index);
    }

    /// <summary>The first row that stands after a key, or their count.</summary>
    public int After(in RowKey key)
    {
        int low = 0, high = Rows.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (RowKey.Of(Rows[middle].Event, Places[middle]).CompareTo(key) <= 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static List<PackedSpot> SpotsOf(IReadOnlyList<PublicEvent> events)
    {
        var uses = new Dictionary<PackedSpot, int>();
        for (var i = 0; i < events.Count; i++)
            if (events[i].Event.Spot is { } spot)
                uses[spot] = uses.GetValueOrDefault(spot) + 1;
        return uses.OrderByDescending(use => use.Value)
            .ThenBy(use => use.Key.Latitude).ThenBy(use => use.Key.Longitude).ThenBy(use => use.Key.Precision)
            .Select(use => use.Key).ToList();
    }

    /// <summary>The day a row stands at among its kind.</summary>
    public static int Day(in PackedEvent it) => it.EarliestDay != Days.OpenStart ? it.EarliestDay : it.LatestDay != Days.OpenEnd ? it.LatestDay : 0;
}

/// <summary>Where a row stands: open starts first, then by day, place, type, id.</summary>
/// <param name="From">Which row it is of; not compared.</param>
internal readonly record struct RowKey(long DayAndPlace, byte Type, long Id, int From) : IComparable<RowKey>
{
    private const int PlaceBits = 28;

    public int Place => (int)(DayAndPlace & ((1 << PlaceBits) - 1));

    public static RowKey Of(in PackedEvent it, int place, int from = 0)
    {
        var dated = it.EarliestDay == Days.OpenStart ? 0L : 1L;
        return new RowKey((dated << 62) | (((long)EventRows.Day(it) + 0x10000000) << PlaceBits) | (uint)place, it.Type, it.Id, from);
    }

    public int CompareTo(RowKey other)
    {
        var order = DayAndPlace.CompareTo(other.DayAndPlace);
        if (order == 0) order = Type.CompareTo(other.Type);
        return order == 0 ? Id.CompareTo(other.Id) : order;
    }
}
