using Map.Core.Time;
using Map.Web.Packs;

namespace Map.Web.Tests.Packs;

public class EventPackTests
{
    private static readonly string[] Types = ["clash", "strike", "statement"];

    [Fact]
    public void Whatever_goes_into_a_pack_comes_out_of_it()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var events = RandomEvents(new Random(seed), seed * 3);
            var (pack, ids) = EventPack.Write(PackRows.Of(Types, events));
            var (types, read) = PackReading.Events(pack, ids);
            Assert.Equal(Types, types);
            Assert.Equal(events.OrderBy(it => it.Id), read.OrderBy(it => it.Id));
        }
    }

    [Fact]
    public void The_earliest_day_never_falls_from_row_to_row()
    {
        var (pack, ids) = EventPack.Write(PackRows.Of(Types, RandomEvents(new Random(5), 2000)));
        var days = PackReading.Events(pack, ids).Events.Select(it => it.EarliestDay).ToList();
        Assert.Equal(days.Order(), days);
        Assert.Equal(Days.OpenStart, days[0]);
    }

    [Fact]
    public void The_same_events_in_another_order_make_the_same_file()
    {
        var events = RandomEvents(new Random(9), 500);
        var (one, oneIds) = EventPack.Write(PackRows.Of(Types, events));
        var (other, otherIds) = EventPack.Write(PackRows.Of(Types, events.AsEnumerable().Reverse()));
        Assert.Equal(one, other);
        Assert.Equal(oneIds, otherIds);
    }

    [Fact]
    public void No_event_at_all_is_a_pack_too()
    {
        var (pack, ids) = EventPack.Write(PackRows.Of(Types, []));
        Assert.Empty(PackReading.Events(pack, ids).Events);
    }

    private static List<PackedEvent> RandomEvents(Random random, int count)
    {
        var spots = Enumerable.Range(0, 40).Select(_ => PackedSpot.Of(32 + random.NextDouble() * 5, 35 + random.NextDouble() * 7, random.Next(6))).ToArray();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var day = random.Next(-800, 20_000);
            var length = random.Next(4) == 0 ? random.Next(1, 400) : 0;
            var earliest = random.Next(12) == 0 ? Days.OpenStart : day;
            var latest = random.Next(12) == 0 ? Days.OpenEnd : day + length;
            return new PackedEvent(random.NextInt64(1L << 36) * 4096 + i, (byte)random.Next(Types.Length), earliest, latest, random.Next(3) == 0,
                random.Next(10) == 0 ? null : spots[random.Next(spots.Length)]);
        })];
    }
}
