using Map.Core.Time;
using Map.Web.Packs;

namespace Map.Web.Tests.Packs;

/// <summary>Rows that stand and what has changed since say together what a pack of all rows says.</summary>
public class ChangePackTests
{
    private static readonly string[] Types = ["clash", "strike"];

    [Fact]
    public void After_any_edits_rows_and_changes_say_what_rows_written_anew_say()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var data = RandomFacets.Of(random, random.Next(120));
            var state = EventState.Of(Types, data.Events);
            var standing = Packs(state, data);
            var now = data.Events.ToDictionary(it => it.Event.Id);
            for (var step = 0; step < 4; step++)
            {
                for (var edits = random.Next(12); edits > 0; edits--)
                    Edit(random, data, now, state);
                var told = Told(standing, state, data);
                var anew = Told(EventState.Of(Types, [.. now.Values]), data);
                Assert.Equal(InOrderOfIds(anew), InOrderOfIds(told));
                Assert.Equal(told.OrderBy(OrderOfRows).Select(it => it.Event.Id), told.Select(it => it.Event.Id));
                Assert.Equal(SpansOf(now.Values), state.Spans.GetValueOrDefault((byte)0));
            }
            state.Fold();
            Assert.True(state.Changes().IsEmpty);
            Assert.Equal(Told(EventState.Of(Types, [.. now.Values]), data), Told(state, data));
        }
    }

    [Fact]
    public void What_was_changed_and_changed_back_is_no_change()
    {
        var random = new Random(3);
        var data = RandomFacets.Of(random, 20);
        var state = EventState.Of(Types, data.Events);
        var one = data.Events[7];
        state.Put(one.Event.Id, null);
        Assert.Equal([Array.FindIndex(state.Rows.Rows, row => row == one)], state.Changes().Removed);
        state.Put(one.Event.Id, one with { Links = one.Links with { Disputed = !one.Links.Disputed } });
        Assert.Single(state.Changes().Added);
        state.Put(one.Event.Id, one);
        Assert.True(state.Changes().IsEmpty);
        state.Put(1, null);
        Assert.True(state.Changes().IsEmpty, "an event that never was public");
    }

    [Fact]
    public void A_type_and_a_place_that_no_row_had_are_numbered_on()
    {
        var types = new List<string>(Types);
        var data = RandomFacets.Of(new Random(4), 10);
        var state = EventState.Of(types, data.Events);
        types.Add("flood");
        state.Put(5, data.Events[0] with { Event = new PackedEvent(5, 2, 10, 10, false, PackedSpot.Of(36.5, 38.5, 1)) });
        var told = Told(Packs(state, data), state, data).Single(it => it.Event.Id == 5);
        Assert.Equal(("flood", state.Rows.Spots.Count + 1, "E"), (told.Type, told.Place, told.Governorate));
        state.Fold();
        Assert.Equal("flood", Told(state, data).Single(it => it.Event.Id == 5).Type);
    }

    [Fact]
    public void Many_changes_ask_for_rows_written_anew()
    {
        var random = new Random(6);
        var data = RandomFacets.Of(random, 0);
        var state = EventState.Of(Types, []);
        for (var id = 0; id < 5_000; id++)
            state.Put(id, data.Event(random, id));
        Assert.False(state.IsLarge);
        state.Put(5_000, data.Event(random, 5_000));
        Assert.True(state.IsLarge);
        state.Fold();
        Assert.False(state.IsLarge);
        Assert.Equal(5_001, state.Rows.Rows.Length);
    }

    /// <summary>A new event, one that is gone, moved, otherwise dated, or otherwise filtered.</summary>
    private static void Edit(Random random, RandomFacets data, Dictionary<long, PublicEvent> now, EventState state)
    {
        var known = now.Count == 0 ? 0 : now.Keys.ElementAt(random.Next(now.Count));
        var made = data.Event(random, known);
        PublicEvent? next = now.Count == 0 ? data.Event(random, random.NextInt64(1L << 47)) : random.Next(6) switch
        {
            0 => data.Event(random, random.NextInt64(1L << 47)),
            1 => null,
            2 => made,
            3 => now[known] with { Links = made.Links },
            4 => now[known] with { Event = now[known].Event with { Spot = random.Next(2) == 0 ? made.Event.Spot : PackedSpot.Of(random.Next(40), random.Next(40), 1) } },
            _ => now[known] with { Event = now[known].Event with { EarliestDay = made.Event.EarliestDay, LatestDay = made.Event.LatestDay, Lasted = made.Event.Lasted } },
        };
        var id = next?.Event.Id ?? known;
        if (next is { } row)
            now[id] = row;
        else
            now.Remove(id);
        state.Put(id, next);
    }

    private static (byte[] Events, byte[] Ids, byte[] Facets) Packs(EventState state, RandomFacets data) => EventPack.Write(state.Rows) is var (events, ids)
        ? (events, ids, FacetPack.Write(state.Rows, data.Actors, data.Sources, data.Names, FacetPackTests.Halves)) : default;

    private static List<ToldEvent> Told(EventState state, RandomFacets data) => Packs(state, data) is var (events, ids, facets) ? MergedReading.Of(events, ids, facets, null) : [];

    private static List<ToldEvent> Told((byte[] Events, byte[] Ids, byte[] Facets) packs, EventState state, RandomFacets data) => MergedReading.Of(packs.Events, packs.Ids, packs.Facets,
        state.Changes() is { IsEmpty: false } changes ? ChangePack.Write(state.Rows, changes, data.Actors, data.Sources, data.Names, FacetPackTests.Halves) : null);

    /// <summary>Numbers of places depend on what was counted when, and are no part of what is told.</summary>
    private static IEnumerable<ToldEvent> InOrderOfIds(IEnumerable<ToldEvent> told) => told.OrderBy(it => it.Event.Id).Select(it => it with { Place = it.Event.Spot is null ? 0 : 1 });

    private static (bool, int, int, byte, long) OrderOfRows(ToldEvent it) =>
        (it.Event.EarliestDay != Days.OpenStart, EventRows.Day(it.Event), it.Place, it.Event.Type, it.Event.Id);

    private static (int, int) SpansOf(IEnumerable<PublicEvent> events)
    {
        var spans = new DatasetSpans();
        foreach (var it in events)
            spans.Add(it);
        return spans.Now.GetValueOrDefault((byte)0);
    }
}
