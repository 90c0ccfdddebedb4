using System.Net.Http.Json;
using System.Text.Json;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Features.About;
using Map.Web.Features.Explore;
using Map.Web.Packs;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Packs;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Public;

/// <summary>Nobody but editors learns what is kept for them, whatever they ask a running server.</summary>
public class CanaryTests(CanaryTests.Planted planted) : IClassFixture<CanaryTests.Planted>
{
    private readonly WebHost host = planted.Host;

    private const string Password = "a long enough pass phrase 1";

    [Fact]
    public async Task What_is_hidden_is_in_no_answer_to_anybody_who_is_not_an_editor()
    {
        await AddViewerAsync(host);
        using var stranger = new Reader(host);
        await HoldsNothingAsync(host, stranger);
        using var viewer = new Reader(host);
        await viewer.SignInAsync("viewer@example.org", Password);
        await HoldsNothingAsync(host, viewer);
    }

    [Fact]
    public async Task Nor_is_it_in_files_made_of_all_rows_at_a_start_nor_after_it_was_shown_and_taken_back()
    {
        var folder = WebHost.NewFolder();
        await using (var first = await WebHost.StartSmallAsync(folder: folder)) await PlantedAsync(first);
        await using (var again = await WebHost.StartSmallAsync(folder: folder))
        {
            using var stranger = new Reader(again);
            await HoldsNothingAsync(again, stranger);
            await ShowAndHideAsync(again);
            await HoldsNothingAsync(again, stranger);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nor_is_it_on_any_past_day_whether_it_was_hidden_then_or_is_hidden_only_since()
    {
        var clock = new SetClock();
        await using var server = await WebHost.StartSmallAsync(clock: clock);
        var days = new List<string> { clock.Go(0) };
        clock.Go(1);
        await PlantedAsync(server);
        days.Add(clock.Go(0));
        clock.Go(1);
        // For a day all of it is told.
        await WriteAsync(server, async db =>
        {
            (await db.Events.SingleAsync(e => e.Id == HiddenThings.ToldByDistrict)).PublicPrecision = null;
            (await db.Places.SingleAsync(place => place.Id == 901)).PublicPrecision = null;
            (await db.Events.SingleAsync(e => e.Id == HiddenThings.Drafted)).Status = "published";
        });
        await using (var db = await server.Dbs.CreateDbContextAsync()) Assert.Equal([HiddenThings.ToldByDistrict], await db.EventsWithWordsAsync("Qumbul"));
        days.Add(clock.Go(0));
        clock.Go(1);
        await PublishedAsync(server, () => WriteAsync(server, async db =>
        {
            (await db.Events.SingleAsync(e => e.Id == HiddenThings.ToldByDistrict)).PublicPrecision = "district";
            (await db.Places.SingleAsync(place => place.Id == 901)).PublicPrecision = "governorate";
            (await db.Events.SingleAsync(e => e.Id == HiddenThings.Drafted)).Status = "withdrawn";
        }));
        days.Add(clock.Go(0));
        clock.Go(1);
        using var stranger = new Reader(server) { Days = days };
        await HoldsNothingAsync(server, stranger);
    }

    [Fact]
    public async Task Readers_are_told_the_district_or_the_governorate_and_that_it_is_shown_so()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();

        var farm = (await db.PublicEventAsync(HiddenThings.ToldByDistrict, default))!;
        Assert.Equal(("Azaz district", 36.49579, 37.17895, "district", "district"), (farm.Place!.Name, farm.Latitude, farm.Longitude, farm.Precision, farm.PublicPrecision));
        Assert.Equal(("Armed clash, Azaz district", "اشتباك مسلح، منطقة أعزاز", null, null), (farm.Title, farm.TitleAr, farm.Description, farm.PlaceText));
        Assert.Equal(["It happened", .. Enumerable.Repeat("Said of a place that is not shown here.", 3)], farm.Claims.Select(claim => claim.Says));
        Assert.Equal([null, null, null, "somebody who is not named here"], farm.Claims.Select(claim => claim.ClaimantText));
        Assert.Equal((null, "weak", null), (farm.DatePhrase, farm.GradeSet, farm.GradeReason));
        Assert.All(farm.Claims, claim => Assert.Equal((null, null, null, null, null), (claim.PlaceId, claim.PlaceText, claim.RadiusKm, claim.Quote, claim.ArticleId)));
        Assert.All(farm.Claims, claim => Assert.Equal("A daily", claim.Source.Title));

        Assert.Equal("district", (await host.Http.GetFromJsonAsync<EventCard>($"data/event/{HiddenThings.ToldByDistrict}.json"))!.ShownAs);
        Assert.Null((await host.Http.GetFromJsonAsync<EventCard>($"data/event/{HiddenThings.ToldAsItIs}.json"))!.ShownAs);

        var village = (await db.PublicEventAsync(HiddenThings.AtHiddenPlace, default))!;
        Assert.Equal(("Idlib governorate", 35.78511, 36.68228, "governorate"), (village.Place!.Name, village.Latitude, village.Longitude, village.Precision));
        var convoy = (await db.PublicEventAsync(HiddenThings.NotOnTheMap, default))!;
        Assert.Equal((null, null, null, "country", "Armed clash", "اشتباك مسلح", null), (convoy.Place, convoy.Latitude, convoy.Longitude, convoy.Precision, convoy.Title, convoy.TitleAr, convoy.Description));
        var open = (await db.PublicEventAsync(HiddenThings.ToldAsItIs, default))!;
        Assert.Equal(("Saraqib", 35.86435, "At the market.", null), (open.Place!.Name, open.Latitude, open.Description, open.PublicPrecision));
    }

    /// <summary>A kind of record that is new is hidden in some state too: it is planted here before it is anywhere.</summary>
    [Fact]
    public async Task Of_every_kind_of_record_that_can_be_hidden_something_is()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        using var raw = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(host.Folder, "map.db")};Mode=ReadOnly;Pooling=False");
        raw.Open();
        var kinds = db.Model.GetEntityTypes().Where(type => type.FindProperty("Status") is not null).ToList();
        Assert.True(kinds.Count >= 9);
        foreach (var kind in kinds)
        {
            var words = string.Join(" || ' ' || ", kind.GetProperties().Where(it => it.ClrType == typeof(string)).Select(it => $"COALESCE(\"{it.Name}\", '')"));
            Assert.True(Tests.Data.Raw.Ask(raw, $"SELECT COUNT(*) FROM {kind.GetTableName()} WHERE {words} LIKE '%canary%' AND (Status <> 'published' OR '{kind.GetTableName()}' = 'Zones')") is > 0L, $"No {kind.GetTableName()} is hidden among what is planted");
        }
    }

    [Fact]
    public async Task What_nobody_has_let_out_is_in_no_count()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        (int, int, int) all = (await db.Places.CountAsync(), await db.Actors.CountAsync(), await db.Sources.CountAsync());
        var (places, actors, sources) = (all.Item1 - 3, all.Item2 - 3, all.Item3 - 3);
        var counts = (await host.Http.GetFromJsonAsync<JsonElement>("health")).GetProperty("counts");
        Assert.Equal((places, actors, sources), (counts.GetProperty("places").GetInt32(), counts.GetProperty("actors").GetInt32(), counts.GetProperty("sources").GetInt32()));
        var told = await RecordFigures.CountAsync(db, null, default);
        Assert.Equal((places, actors, sources), (told.Places, told.Actors, told.Sources));
        Assert.Equal((await db.ActorNames.CountAsync() - 3, await db.ActorRelations.CountAsync() - 6, await db.PlaceNames.CountAsync() - 6), (told.ActorNames, told.ActorRelations, told.PlaceNames));
    }

    [Fact]
    public async Task A_box_a_word_and_a_search_around_the_hidden_spot_find_nothing_there()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        var known = host.Services.GetRequiredService<KnownEvents>();
        foreach (var (spot, id, shown) in new[] { (HiddenThings.Farm, HiddenThings.ToldByDistrict, (36.49579, 37.17895)), (HiddenThings.Village, HiddenThings.AtHiddenPlace, (35.78511, 36.68228)) })
        {
            Assert.Empty(await InAsync(spot));
            Assert.Contains(id, await InAsync(shown));
            Assert.DoesNotContain(await ListAsync(spot), it => it == id);
            Assert.Contains(await ListAsync(shown), it => it == id);
        }
        foreach (var word in new[] { "Zaqanari", "زقناري", "Qumbul", "canary" })
        {
            Assert.Empty(await db.EventsWithWordsAsync(word));
            Assert.Empty((await SearchIndex.ReadAsync(db, default)).Find(word, Language.English));
        }
        Assert.Equal([HiddenThings.ToldByDistrict], await db.EventsWithWordsAsync("district"));

        async Task<List<long>> InAsync((double Latitude, double Longitude) at) => await db.EventsIn(Around(at), Days.OpenStart, Days.OpenEnd).Select(e => e.Id).ToListAsync();

        async Task<List<long>> ListAsync((double Latitude, double Longitude) at) => Around(at) is var box
            ? [.. (await EventList.FindAsync(db, known, new ShownPart(Days.OpenStart, Days.OpenEnd, new MapBounds(box.South, box.West, box.North, box.East), null), 100, default)).Days.SelectMany(day => day.Events).Select(e => e.Id)]
            : [];

        static Box Around((double Latitude, double Longitude) at) => new(at.Latitude - .02, at.Longitude - .02, at.Latitude + .02, at.Longitude + .02);
    }

    [Fact]
    public async Task An_editor_has_both_at_the_desk()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        var draft = LoadDraft.From((await LoadDraft.RowAsync(db, HiddenThings.ToldByDistrict))!);
        Assert.Equal(("Raid on Qumbul farm", "Qumbul farm", "36.51319, 37.08127", "district", "canary of an event"), (draft.Title, draft.PlaceName, draft.Coordinates, draft.PublicPrecision, draft.PrivateNote));
        Assert.Contains(draft.Claims, claim => claim.Quote == "to Qumbul farm");
        Assert.Equal("zaqanari-key", (await host.Services.GetRequiredService<DeskSearch>().PlacesAsync("Zakanari"))[0].Key);
    }

    /// <summary>Tells all of what was hidden, and hides what was told, each seen to work; then all is as before.</summary>
    private static async Task ShowAndHideAsync(WebHost host)
    {
        await WriteAsync(host, async db => (await db.Events.SingleAsync(e => e.Id == HiddenThings.ToldByDistrict)).Description = "Again at Qumbul farm.");
        await using var db = await host.Dbs.CreateDbContextAsync();
        Assert.Null((await db.PublicEventAsync(HiddenThings.ToldByDistrict, default))!.Description);

        await WriteAsync(host, async db => (await db.Events.SingleAsync(e => e.Id == HiddenThings.ToldByDistrict)).PublicPrecision = null);
        var told = (await db.PublicEventAsync(HiddenThings.ToldByDistrict, default))!;
        Assert.Equal(("Raid on Qumbul farm", "Qumbul farm", 36.51319, "Again at Qumbul farm.", null), (told.Title, told.PlaceText, told.Latitude, told.Description, told.PublicPrecision));
        Assert.Contains(told.Claims, claim => claim.Quote == "to Qumbul farm");
        Assert.Equal([HiddenThings.ToldByDistrict], await db.EventsWithWordsAsync("Qumbul"));

        await WriteAsync(host, async db => (await db.Places.SingleAsync(p => p.Key == "saraqib")).PublicPrecision = "country");
        var open = (await db.PublicEventAsync(HiddenThings.ToldAsItIs, default))!;
        Assert.Equal((null, null, "country"), (open.Place, open.Latitude, open.PublicPrecision));

        await WriteAsync(host, async db => (await db.Places.SingleAsync(p => p.Key == "saraqib")).PublicPrecision = null);
        Assert.Equal(35.86435, (await db.PublicEventAsync(HiddenThings.ToldAsItIs, default))!.Latitude);
        await PublishedAsync(host, () => WriteAsync(host, async write => (await write.Events.SingleAsync(e => e.Id == HiddenThings.ToldByDistrict)).PublicPrecision = "district"));
    }

    private static async Task HoldsNothingAsync(WebHost host, Reader reader)
    {
        var routes = reader.Routes();
        foreach (var route in new[] { "/", "/embed", "/control", "/health", "/data/index.json", "/data/{name}.pack", "/data/event/{id:long}.json", "/data/place/{id:long}.json", "/data/matching.ids", "/about", "/desk/events/{Id:long}", "/desk/review", "/desk/review/{Id:long}", "/print.svg", "/v/{address}", "/data/view/{address}.json", "/oembed", "/corrections", "/corrections.atom", "/data/known/{day}/index.json", "/data/known/{day}/{name}.pack", "/data/known/{day}/event/{id:long}.json" })
            Assert.Contains(route, routes);
        long[] ids = [HiddenThings.AtHiddenPlace, HiddenThings.ToldByDistrict, HiddenThings.NotOnTheMap, HiddenThings.ToldAsItIs, HiddenThings.Drafted, HiddenThings.InReview, HiddenThings.Withdrawn, 901, 902, 1];
        string[] queries =
        [
            "lang=ar", $"event={HiddenThings.AtHiddenPlace}", $"event={HiddenThings.ToldByDistrict}&lang=ar", "date=2018-08-08&window=all",
            FormattableString.Invariant($"lat={HiddenThings.Village.Latitude:0.00}&lng={HiddenThings.Village.Longitude:0.00}&date=2018-08-20"),
            FormattableString.Invariant($"south=35.6&west=36.4&north=35.7&east=36.5"), "text=farm",
            // What is framed and drawn of a view, and what a sheet prints of a past day, which takes no parameter it does not know.
            $"view={HiddenThings.ToldView}", $"view={HiddenThings.UnseenView}-draft", $"view={HiddenThings.UnseenView}-deleted",
            .. reader.Days.Select(day => $"known={day}&date=2018-08-20&window=all"),
            .. reader.Days.Select(day => FormattableString.Invariant($"known={day}&date=2018-08-20&window=all&lat={HiddenThings.Village.Latitude:0.00}&lng={HiddenThings.Village.Longitude:0.00}&event={HiddenThings.ToldByDistrict}")),
        ];
        var (read, found) = (0, new HashSet<string>());
        foreach (var route in routes)
        {
            // What an address with a name or number in it answers does not hang on what else is asked, but for the language; with everything it is tried in full.
            var asked = route.Contains('{', StringComparison.Ordinal) && !Faults.Rounds.AreFull ? queries[..1] : queries;
            foreach (var address in await reader.AddressesAsync(route, ids, [.. HiddenThings.Names], asked))
            {
                var said = await reader.ReadAsync(address);
                foreach (var word in HiddenThings.Words) Assert.False(said.Contains(word, StringComparison.OrdinalIgnoreCase), $"{address} says {word}: {Around(said, word)}");
                found.UnionWith(HiddenThings.Told.Where(told => said.Contains(told, StringComparison.Ordinal)));
                read++;
            }
        }
        Assert.Equal(HiddenThings.Told.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.True(read > 100, $"Only {read} answers were read");
        await HoldsNoSpotAsync(host);
    }

    /// <summary>Numbers in packs are no text: the spots they hold are unpacked and measured.</summary>
    private static async Task HoldsNoSpotAsync(WebHost host)
    {
        var index = (await host.Http.GetFromJsonAsync<PackIndexFile>("data/index.json"))!;
        Task<byte[]> FileAsync(string name) => host.Http.GetByteArrayAsync($"data/{name}");
        var told = MergedReading.Of(await FileAsync(index.Events), await FileAsync(index.EventIds), await FileAsync(index.Facets), index.Changes is null ? null : await FileAsync(index.Changes))
            .ToDictionary(it => it.Event.Id, it => it.Event.Spot);
        Assert.Equal(PackedSpot.Of(36.49579, 37.17895, 2), told[HiddenThings.ToldByDistrict]);
        Assert.Equal(PackedSpot.Of(35.78511, 36.68228, 3), told[HiddenThings.AtHiddenPlace]);
        Assert.Null(told[HiddenThings.NotOnTheMap]);
        Assert.Equal(PackedSpot.Of(35.86435, 36.80555, 0), told[HiddenThings.ToldAsItIs]);
        foreach (var spot in told.Values.OfType<PackedSpot>())
            Assert.DoesNotContain(new[] { HiddenThings.Village, HiddenThings.Farm }, at => Math.Abs(spot.Latitude / 1e5 - at.Latitude) < .01 && Math.Abs(spot.Longitude / 1e5 - at.Longitude) < .01);
    }

    private static string Around(string said, string word) => said.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at ? said[Math.Max(0, at - 80)..Math.Min(said.Length, at + 80)] : "";

    private static Task PlantedAsync(WebHost host) => PublishedAsync(host, () => HiddenThings.PlantAsync(host.Gate));

    private static Task<bool> WriteAsync(WebHost host, Func<MapDb, Task> write) => host.Gate.RunAsync(Data.TestDatabase.Request(), async db =>
    {
        await write(db);
        return true;
    });

    /// <summary>Writes, and waits for the files that say so.</summary>
    private static async Task PublishedAsync(WebHost host, Func<Task> write)
    {
        var packs = host.Services.GetRequiredService<PackIndex>();
        await packs.CurrentAsync();
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Heard(PackIndexFile _) => next.TrySetResult();
        packs.Changed += Heard;
        await write();
        await next.Task.WaitAsync(TimeSpan.FromSeconds(60));
        packs.Changed -= Heard;
    }

    private static async Task AddViewerAsync(WebHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
        var viewer = new MapUser { UserName = "viewer@example.org", Email = "viewer@example.org", DisplayName = "Viewer" };
        Assert.True((await users.CreateAsync(viewer, Password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(viewer, Roles.Viewer)).Succeeded);
    }

    public sealed class Planted : IAsyncLifetime
    {
        public WebHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => await PlantedAsync(Host = await WebHost.StartSmallAsync());

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
