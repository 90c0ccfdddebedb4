using System.Net;
using System.Net.Http.Json;
using System.Text;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Tests.Data;
using Map.Web.Tests.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Public;

/// <summary>What was withdrawn, deleted or corrected, a minute later, in everything a running server answers.</summary>
public sealed class WithdrawnTests
{
    private const long March = 9101, Find = 9102, Gone = 9103;
    private static readonly string[] OfWithdrawn = ["Xylophone", "زيلوفون", "Canaryherald", "Zitherwords", "Quokkaseries", "Didgeridoo", "Saxhornview", "Euphoniumcaption"], OfCorrected = ["Yellowhammer", "Whippoorwill"];
    private static readonly PackedSpot MarchedAt = PackedSpot.Of(35.71111, 36.71111, 0), FoundAt = PackedSpot.Of(35.72222, 36.72222, 0);

    [Fact]
    public async Task A_minute_after_it_was_withdrawn_deleted_or_corrected_a_record_is_in_no_page_file_or_answer_and_nobody_may_keep_one_longer()
    {
        var clock = new SetClock();
        await using var host = await WebHost.StartSmallAsync(clock: clock);
        await PublishedAsync(host, PlantAsync);
        var handed = new HashSet<string>();
        var before = await FoldedAsync(host, clock, handed);
        var day = clock.Go(0);
        clock.Go(1);
        using var reader = new Reader(host) { Days = [day] };
        // They are there to be found, in files too.
        var (_, found) = await SaidAsync(reader, handed, [.. OfWithdrawn, .. OfCorrected]);
        Assert.Equal([.. OfWithdrawn.Concat(OfCorrected).Order(StringComparer.Ordinal)], found.Order(StringComparer.Ordinal));
        Assert.Equal([MarchedAt, FoundAt], await SpotsAsync(host, before));

        await PublishedAsync(host, async db =>
        {
            (await db.Events.SingleAsync(row => row.Id == March)).Status = "withdrawn";
            (await db.Events.SingleAsync(row => row.Id == Gone)).Delete(DateTime.UtcNow);
            var find = await db.Events.Include(row => row.Claims).SingleAsync(row => row.Id == Find);
            (find.Title, find.Claims[0].Says, find.Latitude) = ("A find", "Somebody found it.", 35.8);
            (await db.ControlClaims.SingleAsync(row => row.Key == "march-claim")).DeletedAt = DateTime.UnixEpoch;
            (await db.ZoneSeries.SingleAsync(row => row.Key == "quokka")).Status = "withdrawn";
            (await db.Views.SingleAsync(row => row.Key == "saxhorn")).Status = "withdrawn";
            // Its only records are gone, and who is named in the actors' and data's pages stays named there: it is renamed.
            (await db.Sources.SingleAsync(row => row.Key == "herald")).Title = "A herald";
        });
        // At once: in no page and no answer, only in the files of all rows, where the changes leave it out.
        await IndexAsync(host, handed);
        var (said, _) = await SaidAsync(reader, handed, []);
        Assert.DoesNotContain(said, it => !IsPack(it.Key) && OfWithdrawn.Any(word => it.Value.Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(said, it => !IsPack(it.Key) && !it.Key.Contains("known", StringComparison.Ordinal) && OfCorrected.Any(word => it.Value.Contains(word, StringComparison.OrdinalIgnoreCase)));

        var after = await FoldedAsync(host, clock, handed);
        clock.Go(PackStore.Grace);
        Assert.True(PackIndex.Patience + PackStore.Grace < TimeSpan.FromSeconds(55));

        (said, _) = await SaidAsync(reader, handed, []);
        Assert.True(said.Count > 100, $"Only {said.Count} answers were read");
        foreach (var (address, text) in said)
        {
            foreach (var word in OfWithdrawn) Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{address} says {word}");
            // On the map of a past day stands what was said then, and that it was corrected.
            if (!address.Contains("known", StringComparison.Ordinal)) foreach (var word in OfCorrected) Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{address} says {word}");
        }
        Assert.Empty(await SpotsAsync(host, after));
        foreach (var name in new[] { before.Events, before.EventIds, before.Facets, before.Control, before.Zones! })
            Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"data/{name}")).StatusCode);
        foreach (var name in new[] { before.Events, before.Facets, before.Control, before.Zones! }) Assert.False(File.Exists(Path.Combine(host.Folder, "packs", name)));
        await MayNotBeKeptAsync(host, said.Keys);
    }

    private static bool IsPack(string address) => address.Split('?')[0].EndsWith(".pack", StringComparison.Ordinal);

    /// <summary>Whoever stands between asks again within a minute; and a browser, but for what is called by its content.</summary>
    private static async Task MayNotBeKeptAsync(WebHost host, IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            using var answer = await host.Http.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.OK) continue;
            var cache = answer.Headers.CacheControl;
            Assert.True(cache is not null, $"{address} does not say how long it may be kept");
            var isByContent = IsPack(address);
            Assert.True(cache.NoCache || cache.NoStore || (isByContent ? cache.SharedMaxAge : cache.MaxAge) <= TimeSpan.FromMinutes(1), $"{address} may be kept: {cache}");
        }
    }

    private static async Task<(Dictionary<string, string> Said, HashSet<string> Found)> SaidAsync(Reader reader, IEnumerable<string> handed, string[] words)
    {
        var (said, found) = (new Dictionary<string, string>(), new HashSet<string>());
        string[] queries = [$"event={March}", $"event={Gone}", $"event={Find}&lang=ar", "date=2018-08-08&window=all", "lat=35.86435&lng=36.80555&date=2018-08-20", $"known={reader.Days[0]}&date=2018-08-08&window=all&event={Find}", $"known={reader.Days[0]}&date=2018-08-08&window=all", "view=saxhorn", "south=35&west=36&north=37&east=38"];
        foreach (var route in reader.Routes())
            foreach (var address in await reader.AddressesAsync(route, [March, Find, Gone, 77, 1], ["herald", "hts", "saxhorn"], queries)) said[address] = await reader.ReadAsync(address);
        foreach (var name in handed) said[$"data/{name}"] = await reader.ReadAsync($"data/{name}");
        found.UnionWith(words.Where(word => said.Values.Any(text => text.Contains(word, StringComparison.Ordinal))));
        return (said, found);
    }

    /// <summary>Which of the two spots the file of all rows holds, whatever the changes say.</summary>
    private static async Task<List<PackedSpot>> SpotsAsync(WebHost host, PackIndexFile index)
    {
        var (_, rows, _, spots) = PackReading.Rows(await host.Http.GetByteArrayAsync($"data/{index.Events}"), await host.Http.GetByteArrayAsync($"data/{index.EventIds}"));
        var at = spots.OfType<PackedSpot>().Where(spot => spot == MarchedAt || spot == FoundAt).OrderBy(spot => spot.Latitude).ToList();
        Assert.Equal(at.Count > 0, rows.Exists(row => row.Id == March));
        return at;
    }

    private static async Task<PackIndexFile> IndexAsync(WebHost host, HashSet<string> handed)
    {
        var index = (await host.Http.GetFromJsonAsync<PackIndexFile>("data/index.json"))!;
        handed.UnionWith(new[] { index.Events, index.EventIds, index.Facets, index.Changes, index.Control, index.ControlChanges, index.Zones }.OfType<string>());
        return index;
    }

    /// <summary>Nobody is told when the files are written anew: the index says so.</summary>
    private static async Task<PackIndexFile> FoldedAsync(WebHost host, SetClock clock, HashSet<string> handed)
    {
        var asked = 0;
        for (var patience = DateTime.UtcNow.AddMinutes(1); DateTime.UtcNow < patience; await Task.Delay(20))
        {
            // Those who were told of the change may be here before the maker of files has set its alarm.
            if (asked++ % 50 == 0) clock.Go(PackIndex.Patience + TimeSpan.FromSeconds(1));
            if (await IndexAsync(host, handed) is { Changes: null, ControlChanges: null } index) return index;
        }
        throw new TimeoutException("The files of all rows were not written anew.");
    }

    private static async Task PublishedAsync(WebHost host, Func<MapDb, Task> write)
    {
        var packs = host.Services.GetRequiredService<PackIndex>();
        // The set that is there may be told of only now.
        var before = (await packs.CurrentAsync()).Version;
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Heard(PackIndexFile told)
        {
            if (told.Version > before) next.TrySetResult();
        }
        packs.Changed += Heard;
        await host.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            await write(db);
            return true;
        });
        await next.Task.WaitAsync(TimeSpan.FromMinutes(1));
        packs.Changed -= Heard;
    }

    private static async Task PlantAsync(MapDb db)
    {
        // One that stood otherwise before: so that the files of all rows are written anew, with the others in them.
        (await db.Events.FirstAsync(row => row.Status == "published")).Latitude = 35.9;
        var herald = db.Sources.Add(new() { Key = "herald", Title = "Canaryherald", Reliability = "B" }).Entity;
        var (march, find) = (TestDatabase.Event(March, "Xylophone march"), TestDatabase.Event(Find, "Yellowhammer found"));
        (march.TitleAr, march.Latitude, march.Longitude) = ("مسيرة زيلوفون", 35.71111, 36.71111);
        (find.Latitude, find.Longitude) = (35.72222, 36.72222);
        march.Claims.Add(new() { Says = "A Xylophone was played", Source = herald });
        find.Claims.Add(new() { Says = "A Whippoorwill too", Source = await db.Sources.FirstAsync(source => source.Key != "herald") });
        var gone = TestDatabase.Event(Gone, "Didgeridoo heard");
        (gone.Latitude, gone.Longitude) = (35.73333, 36.73333);
        gone.Claims.Add(new() { Says = "A Didgeridoo was heard", Source = herald });
        db.Events.AddRange(march, find, gone);
        db.ControlClaims.Add(new() { Key = "march-claim", Place = await db.Places.SingleAsync(place => place.Key == "saraqib"), Holders = "hts", Edtf = "2018-08-01", EarliestDay = 17744, LatestDay = 17744, Source = herald, Quote = "Zitherwords" });
        db.Views.Add(new() { Key = "saxhorn", Title = "Saxhornview", Caption = "Euphoniumcaption", Status = "published" });
        db.ZoneSeries.Add(new()
        {
            Key = "quokka",
            Title = "Quokkaseries",
            Method = "By hand.",
            Source = herald,
            Status = "published",
            Zones = [new() { Id = 77, Holders = "hts", FromEdtf = "2018-08-01", FromEarliest = 17744, FromLatest = 17744, ToEarliest = Core.Time.Days.OpenEnd, ToLatest = Core.Time.Days.OpenEnd, Status = "published",
                Shape = new WKBWriter().Write(new GeometryFactory().ToGeometry(new Envelope(37, 37.1, 36, 36.1))) }],
        });
    }
}
