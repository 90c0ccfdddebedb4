using Map.Core.Evidence;
using Map.Core.Places;
using Map.Core.Shapes;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Packs;

public class EventAnswerTests
{
    private static readonly Box Earth = new(-90, -180, 90, 180);

    private static readonly Governorates Governorates =
        new(GeoJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "geodata", "boundaries", "syr_admin1_simplified.geojson"))));

    private readonly Dictionary<long, GradedEvent> Graded = [];

    [Fact]
    public async Task Answers_from_memory_are_what_a_plain_look_at_the_shipped_events_says_for_windows_boxes_types_and_filters()
    {
        await using var host = await WebHost.StartFullAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        var events = await db.PublicEvents.AsNoTracking().Include(e => e.Actors).ThenInclude(a => a.Actor).Include(e => e.Claims).ThenInclude(c => c.Source).AsSplitQuery().ToListAsync();
        var known = host.Services.GetRequiredService<KnownEvents>();
        await known.ReadyAsync(default);
        foreach (var ids in events.Select(e => e.Id).Chunk(500))
            foreach (var (id, graded) in await GradedEvents.OfAsync(db, ids, default))
                Graded[id] = graded;
        var random = new Random(20191109);
        int listed = 0, filtered = 0, unplaced = 0, empty = 0;
        for (var i = 0; i < 150; i++)
        {
            var asked = Question(random, i, events);
            var answer = await EventAnswer.OfAsync(db, known, asked, 100, default);
            var (from, to) = (asked.Window.From, asked.Window.To);
            var inWindow = events.Where(e => e.EarliestDay <= to && e.LatestDay >= from).ToList();
            var left = inWindow.Where(e => IsLeft(e, asked.Filters)).ToList();
            var wanted = left.Where(e => asked.Types is null || asked.Types.Contains(e.Type)).ToList();
            var here = wanted.Where(e => IsIn(asked.Box, e)).ToList();

            Assert.Equal(here.Count(e => IsCertain(e, asked.Window)), answer.Certain);
            Assert.Equal(here.Count(e => !IsCertain(e, asked.Window)), answer.Possible);
            Assert.Equal(left.Where(e => IsIn(asked.Box, e)).CountBy(e => e.Type).OrderBy(it => it.Key), answer.ByType.OrderBy(it => it.Key));
            Assert.Equal(here.CountBy(e => asked.Window.DayOf(e.EarliestDay, e.LatestDay)).OrderBy(it => it.Key), answer.ByDay.OrderBy(it => it.Key));
            Assert.Equal(inWindow.Count(e => IsIn(asked.Box, e)) - here.Count, answer.LeftOut);
            Assert.Equal(wanted.Count(e => e.Latitude is not null && !IsIn(asked.Box, e)), answer.Elsewhere);
            Assert.Equal(First(here, asked.Window), answer.First);
            Assert.Equal(First(wanted.Where(e => e.Latitude is null), asked.Window), answer.Unplaced);
            if (here.Count == 0)
            {
                var anyTime = events.Where(e => IsIn(asked.Box, e) && IsLeft(e, asked.Filters) && (asked.Types is null || asked.Types.Contains(e.Type))).ToList();
                Assert.Equal(anyTime.Where(e => e.LatestDay < from).Max(e => (int?)e.LatestDay), answer.Nearest!.Value.Previous);
                Assert.Equal(anyTime.Where(e => e.EarliestDay > to).Min(e => (int?)e.EarliestDay), answer.Nearest.Value.Next);
            }
            if (asked.Filters is null) AssertSame(answer, await AnswerInTables.OfAsync(db, asked, 100, default));
            (listed, filtered, unplaced, empty) = (listed + here.Count, filtered + answer.LeftOut, unplaced + answer.Unplaced.Count, empty + (here.Count == 0 ? 1 : 0));
        }
        Assert.True(listed > 10_000 && filtered > 10_000 && unplaced > 3 && empty is > 5 and < 100, $"{listed} listed, {filtered} filtered out, {unplaced} unplaced, {empty} empty: too few to tell");
    }

    [Fact]
    public async Task What_is_written_is_counted_at_once_and_what_is_withdrawn_or_deleted_no_more()
    {
        await using var host = await WebHost.StartSmallAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        var known = host.Services.GetRequiredService<KnownEvents>();
        await known.ReadyAsync(default);
        var asked = new EventQuestion(new ListOrder(17750, 17760), Earth, null, null);
        var before = await TotalAsync(asked);

        await WriteAsync(writing => writing.Events.Add(Data.TestDatabase.Event(1L << 41)));
        await WriteAsync(writing => writing.Events.Add(Data.TestDatabase.Event(3)));
        Assert.Equal(before + 2, await TotalAsync(asked));
        await WriteAsync(writing => writing.Events.Single(e => e.Id == 3).LatestDay = 30_000);
        Assert.Equal((before + 1, 1), (await EventAnswer.OfAsync(db, known, asked, 9, default)) is var moved ? (moved.Certain, moved.Possible) : default);
        await WriteAsync(writing => writing.Events.Single(e => e.Id == 3).Status = "withdrawn");
        Assert.Equal(before + 1, await TotalAsync(asked));
        await WriteAsync(writing => writing.Events.Single(e => e.Id == 1L << 41).Delete(DateTime.UtcNow));
        Assert.Equal(before, await TotalAsync(asked));
        await WriteAsync(writing => writing.Events.Single(e => e.Id == 1L << 41).Restore());
        Assert.Equal(before + 1, await TotalAsync(asked));

        var someActor = await db.Actors.OrderBy(a => a.Id).FirstAsync();
        var byActor = asked with { Filters = new EventFilters([someActor.Key], null, null, false, null) };
        var others = await TotalAsync(byActor);
        await WriteAsync(writing => writing.Add(new EventActorRow { EventId = 1L << 41, ActorId = someActor.Id }));
        Assert.Equal(others + 1, await TotalAsync(byActor));
        await WriteAsync(writing => writing.EventActors.Single(a => a.EventId == 1L << 41).Role = "claimant");
        Assert.Equal(others, await TotalAsync(byActor));

        async Task<int> TotalAsync(EventQuestion question) => await EventAnswer.OfAsync(db, known, question, 9, default) is var answer ? answer.Certain + answer.Possible : 0;
        Task<bool> WriteAsync(Action<MapDb> change) => host.Gate.RunAsync(Data.TestDatabase.Request(), writing => { change(writing); return Task.FromResult(true); });
    }

    [Fact]
    public void Rows_that_were_written_take_their_place_among_the_others()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, random.Next(12)).Select(_ => random.NextInt64(20)).Distinct().Order().Select(id => Row(id, 0)).ToArray();
            var touched = Enumerable.Range(0, random.Next(6)).Select(_ => random.NextInt64(20)).ToHashSet();
            var fresh = touched.Where(_ => random.Next(2) == 0).Order().Select(id => Row(id, 1)).ToList();
            var expected = rows.Where(row => !touched.Contains(row.Id)).Concat(fresh).OrderBy(row => row.Id);
            Assert.Equal(expected, new CountedEvents(rows, [], [], [], [], []).With(touched, fresh));
        }

        static CountedEvent Row(long id, int day) => new(id, day, day, 0, 0, 0, 0, CountedTraits.None);
    }

    private static void AssertSame(EventAnswer memory, EventAnswer tables)
    {
        Assert.Equal(memory.ByDay.OrderBy(it => it.Key), tables.ByDay.OrderBy(it => it.Key));
        Assert.Equal(memory.ByType.OrderBy(it => it.Key), tables.ByType.OrderBy(it => it.Key));
        Assert.Equal(memory.First, tables.First);
        Assert.Equal(memory.Unplaced, tables.Unplaced);
        Assert.Equal((memory.Certain, memory.Possible, memory.LeftOut, memory.Nearest), (tables.Certain, tables.Possible, tables.LeftOut, tables.Nearest));
        if (memory.Nearest is not null) Assert.Equal(memory.Elsewhere, tables.Elsewhere);
    }

    private static EventQuestion Question(Random random, int i, List<EventRow> events)
    {
        double lat = 32 + random.NextDouble() * 5, lng = 35.5 + random.NextDouble() * 7, size = Math.Pow(10, random.NextDouble() * 3 - 2);
        var date = Days.Of(new DateOnly(2016, 1, 1)) + random.Next(3000);
        var window = (i % 4) switch { 0 => new ListOrder(Days.OpenStart, date), 1 => new ListOrder(date, Days.OpenEnd), _ => new ListOrder(date - random.Next(900), date) };
        string[]? types = random.Next(3) == 0 ? ["clash", "strike", "not-a-type"] : null;
        var like = events[random.Next(events.Count)];
        var filters = i % 3 == 0 ? null : new EventFilters(
            random.Next(3) == 0 && like.Actors.Count > 0 ? [like.Actors[0].Actor.Key, "nobody"] : null,
            random.Next(4) == 0 ? [like.Claims[0].Source.Key] : null,
            random.Next(3) == 0 ? ["SY07", "SY02"] : null, random.Next(4) == 0, null, random.Next(3) == 0 ? EventGrades.All[random.Next(4)].Id() : null);
        // So few actors came of others that chance alone would hardly ask for them.
        if (i % 5 == 0) filters = new EventFilters([random.Next(2) == 0 ? "hts" : "hurras-al-din"], null, null, false, null, null, i % 10 == 0);
        return new EventQuestion(window, i % 2 == 0 ? Earth : new Box(lat - size, lng - size, lat + size, lng + size), types, filters);
    }

    private static readonly Dictionary<string, DateOnly?> BeforeHts = new()
    {
        ["jabhat-al-nusra"] = null,
        ["jabhat-fateh-al-sham"] = null,
        ["jaysh-al-sunna"] = null,
        ["ansar-al-din"] = null,
        ["liwa-al-haq"] = null,
        ["nour-al-din-al-zenki"] = new(2017, 10, 31),
        ["jaish-al-ahrar"] = new(2017, 10, 31),
    };

    /// <summary>The group itself, or one that it came of; what left, until it left, and what was split from, until the split.</summary>
    private static bool IsOf(string actor, string asked, int earliest)
    {
        var isSplit = asked == "hurras-al-din";
        if (actor == asked) return true;
        if (isSplit && earliest > Days.Of(new DateOnly(2024, 1, 31))) return false;
        return (isSplit && actor == "hts") || (asked is "hts" or "hurras-al-din" && BeforeHts.TryGetValue(actor, out var until) && (until is null || earliest <= Days.Of(until.Value)));
    }

    private bool IsLeft(EventRow e, EventFilters? filters) => filters is null
        || ((filters.Actors is not { } actors || e.Actors.Any(a => a.Role != "claimant" && (actors.Contains(a.Actor.Key) || (filters.Lineage && actors.Any(asked => IsOf(a.Actor.Key, asked, e.EarliestDay))))))
            && (filters.Sources is not { } sources || e.Claims.Any(c => sources.Contains(c.Source.Key)))
            && (filters.Governorates is not { } codes || (e.Latitude is { } lat && Governorates.IndexOf(Math.Round(lat, 5), Math.Round(e.Longitude!.Value, 5)) is >= 0 and var index && codes.Contains(Governorates.All[index].PCode)))
            && (!filters.Disputed || Dispute.Is(Graded[e.Id].Claims))
            && (filters.Grade is null || Graded[e.Id].Grade.Grade.Id() == filters.Grade || Graded[e.Id].Grade.Grade < EventGrades.All.Single(grade => grade.Id() == filters.Grade)));

    private static bool IsIn(Box box, EventRow e) => e.Latitude >= box.South && e.Latitude <= box.North && e.Longitude >= box.West && e.Longitude <= box.East;

    private static bool IsCertain(EventRow e, ListOrder window) =>
        (e.EarliestDay >= window.From && e.LatestDay <= window.To) || (e.Lasted && e.EarliestDay > int.MinValue && e.LatestDay < int.MaxValue);

    private static IEnumerable<long> First(IEnumerable<EventRow> events, ListOrder window) => (window.To == Days.OpenEnd
        ? events.OrderBy(e => Math.Max(e.EarliestDay, window.From)).ThenBy(e => e.LatestDay).ThenBy(e => e.Id)
        : events.OrderByDescending(e => Math.Min(e.LatestDay, window.To)).ThenByDescending(e => e.EarliestDay).ThenBy(e => e.Id)).Take(100).Select(e => e.Id);
}
