using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Packs;

/// <summary>The data endpoints of a real server with a few rows.</summary>
public class PackServingTests(PackServingTests.SmallServer server) : IClassFixture<PackServingTests.SmallServer>
{
    private readonly WebHost host = server.Host;

    [Fact]
    public async Task Every_file_of_the_index_is_called_by_its_content()
    {
        var index = await AfterAsync(async db => (await db.Events.FirstAsync(row => row.Status == "published")).Latitude = 36.7);
        Assert.InRange(Names(index).Length, 7, 8);
        foreach (var name in Names(index))
        {
            var bytes = await host.Http.GetByteArrayAsync($"data/{name}");
            Assert.EndsWith($"-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}.pack", name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pack_is_sent_in_the_form_the_reader_takes_and_is_the_same_in_each()
    {
        var url = $"data/{(await IndexAsync()).Events}";
        var plain = await SendAsync(url);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        var raw = await plain.Content.ReadAsByteArrayAsync();

        foreach (var (accept, form) in new[] { ("br", "br"), ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("br;q=0.5, gzip;q=0.9", "gzip"), ("*", "br") })
        {
            var answer = await SendAsync(url, accept);
            Assert.Equal(form, answer.Content.Headers.ContentEncoding.Single());
            Assert.Equal(raw, await OpenAsync(answer, form));
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        }
        Assert.Empty((await SendAsync(url, "identity")).Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Who_asks_for_the_head_alone_gets_what_the_whole_answer_would_say()
    {
        var index = await IndexAsync();
        foreach (var url in Names(index).Append("index.json").Append($"event/{await AnEventAsync()}.json"))
        {
            var whole = await SendAsync($"data/{url}", "br");
            var head = await SendAsync($"data/{url}", "br", method: HttpMethod.Head);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            Assert.Equal((whole.Headers.ETag, whole.Headers.CacheControl, whole.Content.Headers.ContentLength), (head.Headers.ETag, head.Headers.CacheControl, head.Content.Headers.ContentLength));
            Assert.Equal(whole.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
        }
    }

    [Fact]
    public async Task Packs_may_be_kept_for_ever_and_the_rest_is_asked_about_before_each_use()
    {
        var index = await IndexAsync();
        Assert.Equal("public, max-age=31536000, s-maxage=60, immutable", (await SendAsync($"data/{index.Control}")).Headers.CacheControl!.ToString());
        Assert.True((await SendAsync("data/index.json")).Headers.CacheControl!.NoCache);
        var card = (await SendAsync($"data/event/{await AnEventAsync()}.json")).Headers.CacheControl!;
        Assert.True(card.MustRevalidate && card.MaxAge == TimeSpan.Zero);
    }

    [Fact]
    public async Task Who_has_a_file_already_gets_304_and_no_body()
    {
        var index = await IndexAsync();
        foreach (var url in Names(index).Append("index.json").Append($"event/{await AnEventAsync()}.json").Append($"place/{await PlaceAsync("azaz")}.json"))
        {
            foreach (var accept in new[] { "br", "identity" })
            {
                var first = await SendAsync($"data/{url}", accept);
                var again = await SendAsync($"data/{url}", accept, first.Headers.ETag);
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
                Assert.Empty(await again.Content.ReadAsByteArrayAsync());
                Assert.Equal(first.Headers.ETag, again.Headers.ETag);
            }
        }
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_what_the_map_draws_from()
    {
        var index = await IndexAsync();
        foreach (var url in new[] { "data/index.json", $"data/{index.Base}", $"data/event/{await AnEventAsync()}.json", "data/event/1.json" })
        {
            var answer = await SendAsync(url);
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal("cross-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        }
    }

    [Theory]
    [InlineData("data/events-0000000000000000.pack")]
    [InlineData("data/..%2fmap.db.pack")]
    [InlineData("data/event/1.json")]
    [InlineData("data/place/999999.json")]
    public async Task What_is_not_there_is_answered_with_404_and_a_reason_not_a_page(string url)
    {
        var answer = await SendAsync(url);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("problem", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_saved_event_is_in_the_next_pack_and_open_pages_are_told()
    {
        var before = await IndexAsync();
        var after = await AfterAsync(async db => (await db.Events.FirstAsync(row => row.Status == "published")).Latitude = 36.12345);
        Assert.True(after.Version > before.Version);
        Assert.NotEqual(before.Changes, after.Changes);
        Assert.Equal((before.Events, before.EventIds, before.Facets), (after.Events, after.EventIds, after.Facets));
        Assert.Contains(await EventsAsync(after), it => it.Spot?.Latitude == 3_612_345);
        Assert.Equal(after.Version, (await IndexAsync()).Version);
    }

    [Fact]
    public async Task Who_read_the_old_index_still_gets_the_old_files()
    {
        var before = await AfterAsync(async db => (await db.Events.FirstAsync(row => row.Status == "published")).Latitude = 36.4);
        var then = await EventsAsync(before);
        foreach (var latitude in new[] { 36.5, 36.6, 36.8 })
            Assert.NotEqual(before.Changes, (await AfterAsync(async db => (await db.Events.FirstAsync(row => row.Status == "published")).Latitude = latitude)).Changes);
        Assert.Equal(then, await EventsAsync(before));
    }

    [Theory]
    [InlineData("draft", false)]
    [InlineData("review", false)]
    [InlineData("withdrawn", false)]
    [InlineData("published", true)]
    public async Task An_event_that_is_not_published_or_is_deleted_is_in_no_pack_and_has_no_card(string status, bool deleted)
    {
        var id = await AnEventAsync();
        Assert.Contains(await EventsAsync(await IndexAsync()), it => it.Id == id);

        var index = await AfterAsync(async db =>
        {
            var row = await db.Events.SingleAsync(it => it.Id == id);
            row.Status = status;
            row.DeletedAt = deleted ? DateTime.UtcNow : null;
        });

        Assert.DoesNotContain(await EventsAsync(index), it => it.Id == id);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync($"data/event/{id}.json")).StatusCode);

        index = await AfterAsync(async db =>
        {
            var row = await db.Events.SingleAsync(it => it.Id == id);
            (row.Status, row.DeletedAt) = ("published", null);
        });
        Assert.Contains(await EventsAsync(index), it => it.Id == id);
    }

    [Fact]
    public async Task After_edits_the_files_say_what_reading_every_row_says()
    {
        var id = await AnEventAsync();
        await AfterAsync(async db => (await db.Events.SingleAsync(row => row.Id == id)).LatestDay += 3);
        await AfterAsync(async db => (await db.Events.SingleAsync(row => row.Id == id)).Type = "strike");
        await AfterAsync(async db => db.Claims.Add(new ClaimRow { EventId = id, Field = "event", Says = "Otherwise.", Denies = true, Credibility = 2, SourceId = (await db.Sources.OrderByDescending(row => row.Id).FirstAsync()).Id }));
        await AfterAsync(async db => db.EventActors.RemoveRange(db.EventActors.Where(row => row.EventId == id)));
        var index = await AfterAsync(async db => (await db.Events.Where(row => row.Status == "published").OrderByDescending(row => row.Id).FirstAsync()).Longitude = 38.12345);
        var told = await ToldAsync(index);
        var edited = told.Single(it => it.Event.Id == id);
        Assert.True(edited.Disputed);
        Assert.NotEqual((int)Map.Core.Evidence.EventGrade.Weak, edited.Grade);
        Assert.Equal(("strike", ""), (edited.Type, edited.Actors));

        // Another server reads every row of the same tables.
        var source = new PackSource(host.Dbs, new GroundFiles(host.Services.GetRequiredService<Geodata>()));
        var anew = await source.EventsAsync(null, CancellationToken.None);
        Assert.Equal(InOrderOfIds(MergedReading.Of(anew.Events.Raw, anew.Ids.Raw, anew.Facets.Raw, null)), InOrderOfIds(told));
        Assert.Equal(anew.Spans.OrderBy(it => it.Key).Select(it => (it.Key, Iso(it.Value.From), Iso(it.Value.To))),
            index.Datasets.Where(it => it.Name != "control").OrderBy(it => it.Name).Select(it => (it.Name, it.From, it.To)));

        // And once more has changed, rows are made of what it remembers.
        await AfterAsync(async db => (await db.Events.SingleAsync(row => row.Id == id)).Latitude = 36.98765);
        Assert.NotNull((await source.EventsAsync(new HashSet<long> { id }, CancellationToken.None)).Changes);
        var folded = await source.FoldedEventsAsync(CancellationToken.None);
        var fresh = await new PackSource(host.Dbs, new GroundFiles(host.Services.GetRequiredService<Geodata>())).EventsAsync(null, CancellationToken.None);
        Assert.Equal((fresh.Events.Name, fresh.Ids.Name, fresh.Facets.Name, null), (folded.Events.Name, folded.Ids.Name, folded.Facets.Name, folded.Changes));
    }

    [Fact]
    public async Task A_new_name_of_an_actor_is_in_the_next_facet_pack_and_in_the_changes()
    {
        var before = await IndexAsync();
        var id = await AnEventAsync();
        var after = await AfterAsync(async db =>
        {
            var actor = await db.Actors.OrderBy(row => row.Id).FirstAsync();
            actor.Name = "Another name";
            db.EventActors.Add(new EventActorRow { EventId = id, ActorId = actor.Id, Role = "party" });
            db.EventActors.Add(new EventActorRow { EventId = id, ActorId = (await db.Actors.OrderBy(row => row.Id).LastAsync()).Id, Role = "claimant" });
        });
        Assert.Equal(before.Events, after.Events);
        Assert.Contains("Another name", (await ToldAsync(after)).Single(it => it.Event.Id == id).Actors);
    }

    [Fact]
    public async Task Who_came_of_whom_and_until_when_is_in_the_index_and_goes_with_a_deleted_relation()
    {
        var after = await AfterAsync(async db =>
        {
            var (whole, part, source) = (await db.Actors.SingleAsync(row => row.Key == "hts"), new ActorRow { Key = "part", Name = "A part" }, await db.Sources.FirstAsync());
            db.Add(new ActorRelationRow { Key = "formed", From = whole, Kind = "formed_from", To = part, Edtf = "2017-01", EarliestDay = 17_167, LatestDay = 17_197, Source = source });
            db.Add(new ActorRelationRow { Key = "left", From = part, Kind = "left", To = whole, Edtf = "2018-01-01", EarliestDay = 17_532, LatestDay = 17_532, Source = source });
        });
        var lineage = Assert.Single(after.Lineages);
        Assert.Equal("hts", lineage.Key);
        Assert.Equal(new ActorPredecessor("part", "2018-01-01"), Assert.Single(lineage.Predecessors));
        var without = await AfterAsync(async db => (await db.ActorRelations.SingleAsync(row => row.Key == "left")).DeletedAt = DateTime.UnixEpoch);
        Assert.Null(Assert.Single(Assert.Single(without.Lineages).Predecessors).Until);
    }

    [Fact]
    public async Task A_claim_that_is_withdrawn_leaves_the_control_layer_and_the_places_card()
    {
        var place = await PlaceAsync("azaz");
        Assert.Single((await CardAsync(place)).History);
        var before = await IndexAsync();
        var after = await AfterAsync(async db => (await db.ControlClaims.SingleAsync(row => row.PlaceId == place)).Status = "withdrawn");
        Assert.NotNull(after.ControlChanges);
        Assert.NotEqual(before.ControlChanges, after.ControlChanges);
        Assert.Equal((before.Control, before.Events), (after.Control, after.Events));
        Assert.StartsWith("MCC1", Encoding.ASCII.GetString(await FileAsync(after.ControlChanges!)), StringComparison.Ordinal);
        Assert.Empty((await CardAsync(place)).History);

        var again = await AfterAsync(async db => (await db.ControlClaims.SingleAsync(row => row.PlaceId == place)).Status = "published");
        Assert.Equal(before.Control, again.Control);
        Assert.NotEqual(after.ControlChanges, again.ControlChanges);
    }

    [Fact]
    public async Task A_places_card_says_who_held_it_since_when_and_by_which_source()
    {
        var holding = Assert.Single((await CardAsync(await PlaceAsync("azaz"))).History);
        Assert.Equal(["government-of-syria", "hts"], holding.Holders);
        Assert.Equal(("contested", "2018", "2018-01-01", "2018-12-31", "2018"), (holding.Posture, holding.Edtf, holding.Earliest, holding.Latest, holding.DateWords));
        var claim = Assert.Single(holding.Claims);
        Assert.Equal(("c2", "government-of-syria+hts"), (claim.Id, claim.Holders));
        Assert.Matches("^[A-F][1-6]$", claim.Grade);
    }

    [Fact]
    public async Task A_new_account_changes_nothing_the_map_draws()
    {
        var before = await IndexAsync();
        await host.Gate.RunAsync(Request(), db => Task.FromResult(db.Drafts.Add(new DraftRow { UserId = "x", Form = "event", Json = "{}" }).Entity.Form));
        var after = await AfterAsync(async db => (await db.Events.FirstAsync(row => row.Status == "published")).Latitude = 35.5);
        Assert.Equal((before.Control, before.Base, before.Places), (after.Control, after.Base, after.Places));
    }

    [Fact]
    public async Task A_start_without_changes_takes_the_files_the_last_run_left()
    {
        var folder = WebHost.NewFolder();
        PackIndexFile first;
        await using (var one = await WebHost.StartSmallAsync(folder: folder))
            first = await one.Services.GetRequiredService<PackIndex>().CurrentAsync();
        await using (var other = await WebHost.StartSmallAsync(folder: folder))
        {
            var store = other.Services.GetRequiredService<PackStore>();
            var set = await store.CurrentAsync(default);
            Assert.Equal(Names(first), Names(set.Index));
            Assert.NotNull(store.Kept(set.State));
            Assert.Null(store.Kept(set.State + "x"));
            await File.WriteAllBytesAsync(Path.Combine(folder, "packs", first.Events), [1, 2, 3]);
            Assert.Null(store.Kept(set.State));
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_start_folds_into_the_rows_what_had_changed_beside_them()
    {
        var folder = WebHost.NewFolder();
        PackIndexFile last;
        await using (var one = await WebHost.StartSmallAsync(folder: folder))
        {
            await AfterAsync(async db => (await db.ControlClaims.FirstAsync(row => row.Status == "published")).Holders = "sdf", one);
            last = await AfterAsync(async db => (await db.Events.FirstAsync(row => row.Status == "published")).Latitude = 36.24689, one);
        }
        Assert.NotNull(last.Changes);
        Assert.NotNull(last.ControlChanges);
        await using (var other = await WebHost.StartSmallAsync(folder: folder))
        {
            var packs = other.Services.GetRequiredService<PackIndex>();
            var folded = new TaskCompletionSource<PackIndexFile>(TaskCreationOptions.RunContinuationsAsynchronously);
            packs.Changed += Heard;
            if (packs.Current is { } now)
                Heard(now);
            var index = await folded.Task.WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal(last.Version, index.Version);
            Assert.NotEqual((last.Events, last.Control), (index.Events, index.Control));
            Assert.Null(index.ControlChanges);
            var set = await other.Services.GetRequiredService<PackStore>().CurrentAsync(default);
            Assert.Contains(PackReading.Events(set.Events.Raw, set.Ids.Raw).Events, it => it.Spot?.Latitude == 3_624_689);

            void Heard(PackIndexFile told)
            {
                if (told.Changes is null)
                    folded.TrySetResult(told);
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Writes through the gate and waits for the index that follows.</summary>
    private async Task<PackIndexFile> AfterAsync(Func<MapDb, Task> write, WebHost? at = null)
    {
        var host = at ?? this.host;
        var packs = host.Services.GetRequiredService<PackIndex>();
        // The set that is there may be told of only now.
        var before = (await packs.CurrentAsync()).Version;
        var next = new TaskCompletionSource<PackIndexFile>(TaskCreationOptions.RunContinuationsAsynchronously);
        packs.Changed += Heard;
        await host.Gate.RunAsync(Request(), async db =>
        {
            await write(db);
            return 1;
        });
        var index = await next.Task.WaitAsync(TimeSpan.FromSeconds(60));
        packs.Changed -= Heard;
        return index;

        void Heard(PackIndexFile told)
        {
            if (told.Version > before)
                next.TrySetResult(told);
        }
    }

    private static WriteRequest Request() => new(Acting.Server("tester"), "a test", Guid.NewGuid());

    private async Task<PackIndexFile> IndexAsync() => (await host.Http.GetFromJsonAsync<PackIndexFile>("data/index.json"))!;

    private async Task<PlaceCard> CardAsync(long place) => (await host.Http.GetFromJsonAsync<PlaceCard>($"data/place/{place}.json"))!;

    private async Task<List<PackedEvent>> EventsAsync(PackIndexFile index) => (await ToldAsync(index)).ConvertAll(it => it.Event);

    /// <summary>What a reader of this index makes of the files it names.</summary>
    private async Task<List<ToldEvent>> ToldAsync(PackIndexFile index) => MergedReading.Of(await FileAsync(index.Events), await FileAsync(index.EventIds), await FileAsync(index.Facets),
        index.Changes is null ? null : await FileAsync(index.Changes));

    private Task<byte[]> FileAsync(string name) => host.Http.GetByteArrayAsync($"data/{name}");

    /// <summary>Numbers of places are no part of what is told.</summary>
    private static IEnumerable<ToldEvent> InOrderOfIds(IEnumerable<ToldEvent> told) => told.OrderBy(it => it.Event.Id).Select(it => it with { Place = 0 });

    private static string Iso(int day) => Core.Time.Days.Date(day).ToString("yyyy-MM-dd");

    private async Task<long> AnEventAsync()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        return await db.PublicEvents.MinAsync(row => row.Id);
    }

    private async Task<long> PlaceAsync(string key)
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        return (await db.Places.SingleAsync(row => row.Key == key)).Id;
    }

    private async Task<HttpResponseMessage> SendAsync(string url, string? accept = null, EntityTagHeaderValue? known = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, url);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return await host.Http.SendAsync(request);
    }

    private static async Task<byte[]> OpenAsync(HttpResponseMessage answer, string form)
    {
        await using var packed = await answer.Content.ReadAsStreamAsync();
        await using Stream stream = form == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    public sealed class SmallServer : IAsyncLifetime
    {
        public WebHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await WebHost.StartSmallAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }

    private static string[] Names(PackIndexFile index) => [index.Events, index.EventIds, index.Facets, .. new[] { index.Changes, index.Control, index.ControlChanges, index.Base, index.Places }.OfType<string>()];
}
