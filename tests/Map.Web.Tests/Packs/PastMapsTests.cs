using System.Net;
using System.Net.Http.Json;
using Map.Core.Places;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Data.Erasing;
using Map.Web.Packs;
using Map.Web.Tests.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Packs;

/// <summary>The map as it was known on past days: a week in which records come, change and go, and what each day's map says of them.</summary>
public sealed class PastMapsTests(PastMapsTests.Week week) : IClassFixture<PastMapsTests.Week>
{
    private const long Convoy = 7001, Raid = 7002, Drafted = 7003;

    [Fact]
    public async Task A_record_has_the_words_it_had_at_the_end_of_the_day()
    {
        Assert.Null(await CardAsync(0, Convoy));
        Assert.Equal("A convoy is stopped", (await CardAsync(1, Convoy))!.Title);
        var second = (await CardAsync(2, Convoy))!;
        Assert.Equal(("A convoy is turned back", "Seen on the road.", "2018-08-09", 35.5), (second.Title, Assert.Single(second.Claims).Says, second.Edtf, second.Latitude));
        Assert.Equal(3, Assert.Single(second.Figures).Best);
        var today = (await week.Host.Http.GetFromJsonAsync<EventCard>($"data/event/{Convoy}.json"))!;
        Assert.Equal(("A convoy turns back", "Seen by two.", 2), (today.Title, today.Claims[0].Says, today.Claims.Count));
        Assert.Empty(today.Figures);
    }

    [Fact]
    public async Task It_says_that_it_was_corrected_then_and_since()
    {
        var (first, second) = ((await CardAsync(1, Convoy))!, (await CardAsync(2, Convoy))!);
        Assert.Equal((null, week.Days[4]), (first.Corrected, first.CorrectedSince!.Earliest));
        Assert.Equal((week.Days[2], week.Days[4]), (second.Corrected!.Earliest, second.CorrectedSince!.Earliest));
        var today = (await week.Host.Http.GetFromJsonAsync<EventCard>($"data/event/{Convoy}.json"))!;
        Assert.Equal((week.Days[4], null), (today.Corrected!.Earliest, today.CorrectedSince));
    }

    [Fact]
    public async Task The_files_of_a_day_hold_the_events_of_that_day()
    {
        var shipped = (await EventsAsync(0)).Count;
        Assert.True(shipped > 0);
        Assert.DoesNotContain(await EventsAsync(0), it => it.Event.Id is Convoy or Raid or Drafted);
        var second = (await EventsAsync(2)).Single(it => it.Event.Id == Convoy);
        Assert.Equal((PackedSpot.Of(35.5, 36.63, 0), Core.Time.Days.Of(new DateOnly(2018, 8, 9))), (second.Event.Spot, second.Event.EarliestDay));
        Assert.Equal(shipped + 1, (await EventsAsync(2)).Count);
    }

    [Fact]
    public async Task What_was_withdrawn_since_is_on_no_day_and_only_counted()
    {
        foreach (var day in new[] { 1, 2, 3 })
        {
            Assert.Null(await CardAsync(day, Raid));
            Assert.DoesNotContain(await EventsAsync(day), it => it.Event.Id is Raid or Drafted);
        }
        var withdrawn = new List<int>();
        foreach (var day in Enumerable.Range(0, 5)) withdrawn.Add((await MapAsync(day)).Gone.Withdrawn);
        Assert.Equal([0, 1, 1, 1, 0], withdrawn);
    }

    [Fact]
    public async Task Control_of_a_place_is_what_was_claimed_then()
    {
        Assert.Equal("government-of-syria+hts", await HoldersAsync($"&known={week.Days[1]}"));
        Assert.Equal("sdf", await HoldersAsync($"&known={week.Days[3]}"));
        Assert.Equal("sna", await HoldersAsync(""));
        Assert.NotEqual((await IndexAsync(1)).Control, (await IndexAsync(3)).Control);
    }

    [Fact]
    public async Task A_zone_that_was_drawn_anew_has_the_ground_it_had()
    {
        Assert.Equal([Week.Ground(0.1), Week.Ground(0.1), Week.Ground(0.3)], [await ShapeAsync((await MapAsync(2)).Databases), await ShapeAsync((await MapAsync(3)).Databases), await ShapeAsync(week.Host.Dbs)]);
        Assert.Equal((null, 0), ((await IndexAsync(0)).Zones, (await MapAsync(2)).Gone.Redrawn));
        Assert.NotEqual((await IndexAsync(2)).Zones, (await IndexAsync(4)).Zones);

        static async Task<byte[]> ShapeAsync(IDbContextFactory<MapDb> databases)
        {
            await using var db = await databases.CreateDbContextAsync();
            return (await db.PublicZones.SingleAsync()).Shape;
        }
    }

    [Fact]
    public async Task A_source_an_actor_and_a_place_that_waited_on_a_day_are_on_no_map_of_it()
    {
        foreach (var (day, seen) in new[] { (1, 0), (3, 0), (4, 1) })
        {
            await using var db = await (await MapAsync(day)).Databases.CreateDbContextAsync();
            Assert.Equal((seen, seen, seen, seen), (await db.Sources.CountAsync(it => it.Key == "waits"), await db.Actors.CountAsync(it => it.Key == "waits"), await db.ActorNames.CountAsync(it => it.Name == "Waits till then"), await db.Places.CountAsync(it => it.Key == "waits")));
            Assert.Equal(seen * 2, (await Features.Explore.SearchIndex.ReadAsync(db, default)).Find("Waits till then", Shared.Language.English).Count);
        }
    }

    [Fact]
    public async Task Lists_searches_words_and_counts_are_of_the_day()
    {
        var map = await MapAsync(2);
        await using var db = await map.Databases.CreateDbContextAsync();
        Assert.Equal([Convoy], await db.EventsWithWordsAsync("turned"));
        Assert.Empty(await db.EventsWithWordsAsync("turns back"));
        var found = await Features.Explore.EventList.FindAsync(db, map.Events, new ShownPart(Core.Time.Days.OpenStart, Core.Time.Days.OpenEnd, new MapBounds(35.49, 36.62, 35.51, 36.64), null), 10, default);
        Assert.Equal([Convoy], found.Days.SelectMany(day => day.Events).Select(it => it.Id));
        Assert.Contains((await Features.Explore.SearchIndex.ReadAsync(db, default)).Find("convoy", Shared.Language.English), it => it.Name == "A convoy is turned back");
        Assert.Empty(await db.Revisions.ToListAsync());
        Assert.Empty(await db.Users.ToListAsync());
        Assert.All(await db.Events.ToListAsync(), row => Assert.Null(row.PrivateNote));
    }

    [Fact]
    public async Task The_page_and_the_embed_say_which_day_they_show_and_list_what_was_known()
    {
        var view = $"date=2018-08-09&window=30d&at=35.5,36.63,10&event={Convoy}&known={week.Days[2]}";
        var day = Core.Time.DateWords.Of(DateOnly.Parse(week.Days[2], System.Globalization.CultureInfo.InvariantCulture), false);
        var page = await PageAsync($"?{view}");
        Assert.Contains($"You see the map as it was known on {day}.", page, StringComparison.Ordinal);
        Assert.Contains("1 record withdrawn since is not shown.", page, StringComparison.Ordinal);
        Assert.Contains($"\"indexUrl\":\"/data/known/{week.Days[2]}/index.json\"", page, StringComparison.Ordinal);
        Assert.Contains("A convoy is turned back", page, StringComparison.Ordinal);
        Assert.Contains("this is what it said before", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A convoy turns back", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?date=2018-08-09&window=30d&at=35.5,36.63,10&event=7001\"", page.Replace("%2C", ",", StringComparison.Ordinal), StringComparison.Ordinal);

        var embed = await PageAsync($"embed?{view}&lang=ar");
        Assert.Contains("ترى الخريطة كما كانت معروفة في", embed, StringComparison.Ordinal);
        Assert.Contains($"/data/known/{week.Days[2]}/index.json", embed, StringComparison.Ordinal);
        Assert.Contains("Nothing was published on 2 January 2018; the first record was published on", await PageAsync("?known=2018-01-02"), StringComparison.Ordinal);
        // Today is not over, and what is no day is none: the map is that of now.
        foreach (var other in new[] { week.Days[^1][..8] + "99", week.Clock.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) })
            Assert.DoesNotContain("known-back", await PageAsync($"?known={other}"), StringComparison.Ordinal);

        async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await week.Host.Http.GetStringAsync(address));
    }

    [Fact]
    public async Task Days_between_which_nothing_was_written_have_the_same_files_under_their_own_addresses()
    {
        // On the third day a control claim changed, and no event.
        Assert.Equal((await IndexAsync(2)).Events, (await IndexAsync(3)).Events);
        Assert.Same(await MapAsync(5), await MapAsync(4));
        using var file = await week.Host.Http.GetAsync($"data/known/{week.Days[2]}/{(await IndexAsync(2)).Events}");
        Assert.Contains("immutable", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var other = await week.Host.Http.GetAsync($"data/known/{week.Days[1]}/{(await IndexAsync(2)).Events}");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Before_the_first_publication_the_map_is_empty_and_today_is_no_past_day()
    {
        var before = DateOnly.Parse(week.Days[0], System.Globalization.CultureInfo.InvariantCulture).AddDays(-40);
        var answer = await Maps.OfAsync(before, null, default);
        Assert.Equal(week.Days[0], answer.First!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, answer.Map!.Set.Events.Raw[4]);
        Assert.Same(answer.Map, (await Maps.OfAsync(before.AddDays(3), null, default)).Map);
        Assert.Equal(PastRefusal.NotOver, (await Maps.OfAsync(week.Clock.Day, null, default)).Refusal);
        using var refused = await week.Host.Http.GetAsync("data/known/yesterday/index.json");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task An_address_that_asks_for_many_days_waits_and_the_others_do_not()
    {
        // A server of its own, with a day for each number, whose minute does not pass.
        var clock = new SetClock(stands: true);
        await using var host = await WebHost.StartSmallAsync(clock: clock);
        List<DateOnly> days = [clock.Day];
        for (var i = 0; i < PastMaps.Most + 1; i++)
        {
            clock.Go(1);
            await Week.WriteAsync(host, db => Task.FromResult(db.Events.Add(TestDatabase.Event(8000 + i))));
            days.Add(clock.Day);
        }
        clock.Go(1);
        var maps = host.Services.GetRequiredService<PastMaps>();
        PastMap? first = null;
        foreach (var day in days.Take(PastMaps.MostOfAddress))
        {
            var map = Assert.IsType<PastMap>((await maps.OfAsync(day, "203.0.113.5", default)).Map);
            first ??= map;
        }
        Assert.Equal(PastRefusal.TooMany, (await maps.OfAsync(days[PastMaps.MostOfAddress], "203.0.113.5", default)).Refusal);
        // In words, and with the time after which to ask again.
        var answer = new DefaultHttpContext { RequestServices = host.Services, Response = { Body = new MemoryStream() }, Connection = { RemoteIpAddress = IPAddress.Parse("203.0.113.5") } };
        await (await PastAddresses.AskAsync(answer, days[PastMaps.MostOfAddress].ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), _ => throw new InvalidOperationException())).ExecuteAsync(answer);
        Assert.Equal((StatusCodes.Status429TooManyRequests, "10"), (answer.Response.StatusCode, answer.Response.Headers.RetryAfter.ToString()));
        // What is there is answered all the same; others are not held up; and the one asked for longest ago has gone.
        Assert.Same(first, (await maps.OfAsync(days[0], "203.0.113.5", default)).Map);
        Assert.NotNull((await maps.OfAsync(days[PastMaps.MostOfAddress], "203.0.113.6", default)).Map);
        Assert.NotNull((await maps.OfAsync(days[PastMaps.MostOfAddress + 1], "203.0.113.6", default)).Map);
        Assert.Same(first, (await maps.OfAsync(days[0], "203.0.113.5", default)).Map);
        Assert.Equal(PastRefusal.TooMany, (await maps.OfAsync(days[1], "203.0.113.5", default)).Refusal);
    }

    [Fact]
    public async Task What_is_withdrawn_or_erased_after_a_map_was_made_leaves_it_and_an_edit_does_not_touch_it()
    {
        var clock = new SetClock();
        await using var host = await WebHost.StartSmallAsync(clock: clock);
        await Week.WriteAsync(host, db => { db.Events.AddRange(TestDatabase.Event(7001, "Kept for now"), TestDatabase.Event(7002, "Erased in part"), TestDatabase.Event(7003, "Edited")); return Task.CompletedTask; });
        var day = clock.Day;
        clock.Go(1);
        var maps = host.Services.GetRequiredService<PastMaps>();
        var before = (await maps.OfAsync(day, null, default)).Map!;
        await Week.WriteAsync(host, async db => (await db.Events.SingleAsync(row => row.Id == 7003)).Title = "Edited since");
        Assert.Same(before, (await maps.OfAsync(day, null, default)).Map);

        await Week.WriteAsync(host, async db => (await db.Events.SingleAsync(row => row.Id == 7001)).Status = "withdrawn");
        var after = (await maps.OfAsync(day, null, default)).Map!;
        Assert.NotSame(before, after);
        using (var old = await host.Http.GetAsync($"data/known/{day:yyyy-MM-dd}/{before.Index.Events}")) Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.True(after.Index.Version > before.Index.Version);

        await Week.WriteAsync(host, async db => (await db.Events.SingleAsync(row => row.Id == 7002)).Title = "Another title");
        Assert.NotNull(await host.Services.GetRequiredService<Eraser>().RunAsync(new Erasure("Events", 7002, ["Title"], "for somebody's safety", false), Acting.Server("admin"), Guid.NewGuid()));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(host.Folder, "past")), file => File.ReadAllText(file).Contains("Erased in part", StringComparison.Ordinal));
        Assert.Equal("[erased]", (await host.Http.GetFromJsonAsync<EventCard>($"data/known/{day:yyyy-MM-dd}/event/7002.json"))!.Title);
        Assert.Equal("Edited", (await host.Http.GetFromJsonAsync<EventCard>($"data/known/{day:yyyy-MM-dd}/event/7003.json"))!.Title);
    }

    private PastMaps Maps => week.Host.Services.GetRequiredService<PastMaps>();

    private async Task<PastMap> MapAsync(int day) => Assert.IsType<PastMap>((await Maps.OfAsync(DateOnly.Parse(week.Days[day], System.Globalization.CultureInfo.InvariantCulture), null, default)).Map);

    private async Task<EventCard?> CardAsync(int day, long id)
    {
        using var answer = await week.Host.Http.GetAsync($"data/known/{week.Days[day]}/event/{id}.json");
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.Content.ReadFromJsonAsync<EventCard>();
    }

    private async Task<PackIndexFile> IndexAsync(int day) => (await week.Host.Http.GetFromJsonAsync<PackIndexFile>($"data/known/{week.Days[day]}/index.json"))!;

    private async Task<List<ToldEvent>> EventsAsync(int day)
    {
        var index = await IndexAsync(day);
        Assert.Null(index.Changes);
        return MergedReading.Of(await FileAsync(index.Events), await FileAsync(index.EventIds), await FileAsync(index.Facets), null);

        Task<byte[]> FileAsync(string name) => week.Host.Http.GetByteArrayAsync($"data/known/{week.Days[day]}/{name}");
    }

    private async Task<string> HoldersAsync(string known)
    {
        await using var db = await week.Host.Dbs.CreateDbContextAsync();
        var azaz = await db.PublicPlaces.SingleAsync(place => place.Key == "azaz");
        var answer = await week.Host.Http.GetFromJsonAsync<ControlAnswer>(FormattableString.Invariant($"control?lat={azaz.Latitude}&lng={azaz.Longitude}&date=2018-12-31{known}"));
        return string.Join('+', answer!.Holders.Select(holder => holder.Id));
    }

    /// <summary>What happens on six days; the last is today.</summary>
    public sealed class Week : IAsyncLifetime
    {
        internal SetClock Clock { get; } = new();

        public WebHost Host { get; private set; } = null!;

        /// <summary>The first is that of the load.</summary>
        public List<string> Days { get; } = [];

        public async Task InitializeAsync()
        {
            Host = await WebHost.StartSmallAsync(clock: Clock);
            await NextAsync(async db =>
            {
                var source = await db.Sources.FirstAsync();
                var convoy = TestDatabase.Event(Convoy, "A convoy is stopped");
                (convoy.Latitude, convoy.PrivateNote) = (35.5, "for the desk");
                convoy.Figures.Add(new() { Kind = "killed", Best = 3 });
                convoy.Claims.Add(new() { Says = "Seen on the road.", SourceId = source.Id });
                var drafted = TestDatabase.Event(Drafted, "Nobody sees it");
                drafted.Status = "draft";
                db.ZoneSeries.Add(new()
                {
                    Key = "north",
                    Title = "The north",
                    Method = "By hand.",
                    SourceId = source.Id,
                    Status = "published",
                    Zones = [new() { Id = 77, Holders = "hts", FromEdtf = "2018-08-01", FromEarliest = 17744, FromLatest = 17744, ToEarliest = Core.Time.Days.OpenEnd, ToLatest = Core.Time.Days.OpenEnd, Status = "published", Shape = Ground(0.1) }],
                });
                db.Events.AddRange(convoy, TestDatabase.Event(Raid, "A raid"), drafted);
                var key = NameKey.Of("Waits till then");
                db.Sources.Add(new() { Key = "waits", Title = "Waits till then", Status = "review" });
                db.Actors.Add(new() { Key = "waits", Name = "Waits till then", Status = "review", Names = [new() { Name = "Waits till then", NameKey = key }] });
                db.Places.Add(new() { Key = "waits", Name = "Waits till then", Latitude = 35.2, Longitude = 38.9, Status = "review", Names = [new() { Name = "Waits till then", NameKey = key }] });
            });
            await NextAsync(async db =>
            {
                var convoy = await db.Events.SingleAsync(row => row.Id == Convoy);
                (convoy.Title, convoy.Edtf, convoy.EarliestDay, convoy.LatestDay) = ("A convoy is turned back", "2018-08-09", 17752, 17752);
                (await db.Events.SingleAsync(row => row.Id == Drafted)).Description = "Still nobody.";
            });
            await NextAsync(async db =>
            {
                var claim = await db.ControlClaims.SingleAsync(row => row.Key == "c2");
                (claim.Holders, claim.Posture) = ("sdf", "holds");
            });
            await NextAsync(async db =>
            {
                var convoy = await db.Events.Include(row => row.Claims).Include(row => row.Figures).SingleAsync(row => row.Id == Convoy);
                (convoy.Title, convoy.Latitude) = ("A convoy turns back", 35.6);
                convoy.Claims[0].Says = "Seen by two.";
                convoy.Claims.Add(new() { Says = "It never came.", Position = 1, SourceId = convoy.Claims[0].SourceId });
                convoy.Figures.Clear();
                (await db.Zones.SingleAsync()).Shape = Ground(0.3);
                (await db.Sources.SingleAsync(it => it.Key == "waits")).Status = (await db.Actors.SingleAsync(it => it.Key == "waits")).Status = (await db.Places.SingleAsync(it => it.Key == "waits")).Status = "published";
                (await db.Events.SingleAsync(row => row.Id == Raid)).Status = "withdrawn";
                (await db.ControlClaims.SingleAsync(row => row.Key == "c2")).Holders = "sna";
            });
            Days.Add(Clock.Go(0));
            Clock.Go(1);
            Days.Add(Clock.Go(0));
            Clock.Go(1);
        }

        public async Task DisposeAsync() => await Host.DisposeAsync();

        internal static byte[] Ground(double wide) => new WKBWriter().Write(new GeometryFactory().ToGeometry(new Envelope(37, 37 + wide, 36, 36.1)));

        internal static Task<bool> WriteAsync(WebHost host, Func<MapDb, Task> write) => host.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            await write(db);
            return true;
        });

        private Task<bool> NextAsync(Func<MapDb, Task> write)
        {
            Days.Add(Clock.Go(0));
            Clock.Go(1);
            return WriteAsync(Host, write);
        }
    }
}
