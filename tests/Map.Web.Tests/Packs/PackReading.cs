using System.Text;
using Map.Core.Time;
using Map.Web.Packs;

namespace Map.Web.Tests.Packs;

/// <summary>A second reader of the packs, written from README.md alone: slow and plain, to hold the writers to the document.</summary>
internal sealed class PackReading
{
    private readonly byte[] bytes;
    private int at;

    public PackReading(byte[] bytes, string magic)
    {
        this.bytes = bytes;
        Assert.Equal(magic, Ascii(4));
    }

    public int Byte() => bytes[at++];

    public long Varint()
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            value |= (long)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }

    public long Zigzag() => Varint() is var value && value % 2 == 0 ? value / 2 : -(value + 1) / 2;

    public string Ascii(int length) => Encoding.ASCII.GetString(bytes, (at += length) - length, length);

    public string Text() => (int)Varint() is var length ? Encoding.UTF8.GetString(bytes, (at += length) - length, length) : "";

    public void End() => Assert.Equal(bytes.Length, at);

    /// <summary>The events of an event pack and its ids, in the order of the rows.</summary>
    public static (List<string> Types, List<PackedEvent> Events) Events(byte[] pack, byte[] ids) => Rows(pack, ids) is var (types, events, _, _) ? (types, events) : default;

    /// <summary>The same with the place of each row and all places; place 0 is null.</summary>
    public static (List<string> Types, List<PackedEvent> Events, List<int> Places, List<PackedSpot?> Spots) Rows(byte[] pack, byte[] ids)
    {
        var from = new PackReading(pack, "MEV1");
        int n = (int)from.Varint(), open = (int)from.Varint(), p = (int)from.Varint(), t = (int)from.Varint(), s = (int)from.Varint();
        var types = Enumerable.Range(0, t).Select(_ => from.Ascii(from.Byte())).ToList();
        var spots = from.Spots(p);

        var days = new int[n];
        var places = new int[n];
        foreach (var (start, end) in new[] { (0, open), (open, n) })
        {
            if (start == end)
                continue;
            var day = (int)from.Zigzag();
            for (var row = start; row < end;)
            {
                day += (int)from.Varint();
                var place = 0;
                for (var rows = from.Varint(); rows > 0; rows--, row++)
                    (days[row], places[row]) = (day, place += (int)from.Varint());
            }
        }

        var rowTypes = Enumerable.Range(0, n).Select(_ => (byte)from.Byte()).ToArray();
        var spans = new Dictionary<int, (int Flags, int Length)>();
        for (int i = 0, row = 0; i < s; i++)
            spans[row += (int)from.Varint()] = (from.Byte(), (int)from.Varint());
        from.End();

        var idsFrom = new PackReading(ids, "MID1");
        Assert.Equal(n, idsFrom.Varint());
        var id = 0L;
        var events = Enumerable.Range(0, n).Select(row =>
        {
            var (flags, length) = spans.GetValueOrDefault(row);
            var latest = (flags & 2) != 0 ? Days.OpenEnd : days[row] + length;
            return new PackedEvent(id += idsFrom.Zigzag(), rowTypes[row], row < open ? Days.OpenStart : days[row], latest, (flags & 1) != 0, spots[places[row]]);
        }).ToList();
        idsFrom.End();
        return (types, events, [.. places], spots);
    }

    private List<PackedSpot?> Spots(int count)
    {
        var spots = new List<PackedSpot?>();
        for (int i = 0, lat = 0, lng = 0; i < count; i++)
        {
            lat += (int)Zigzag();
            lng += (int)Zigzag();
            var precision = (byte)Byte();
            spots.Add(i == 0 ? null : new PackedSpot(lat, lng, precision));
        }
        return spots;
    }
}
