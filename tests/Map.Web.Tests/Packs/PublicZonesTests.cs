using System.Net;
using System.Net.Http.Json;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Packs;

public class PublicZonesTests
{
    [Fact]
    public async Task Without_published_zones_there_is_no_file_of_them()
    {
        using var database = await TestDatabase.CreateAsync();
        Assert.Null(await new PublicZones(database.Dbs).PackAsync(default));
        await database.Gate.RunAsync(TestDatabase.Request(), db => { db.ZoneSeries.Add(Series("draft")); return Task.FromResult(true); });
        Assert.Null(await new PublicZones(database.Dbs).PackAsync(default));
        Assert.Null(await new PublicZones(database.Dbs).CardAsync(1, default));
    }

    [Fact]
    public async Task A_card_says_holder_validity_method_source_and_licence_until_the_zone_or_its_series_is_withdrawn()
    {
        using var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(TestDatabase.Request(), db => { db.ZoneSeries.Add(Series("published")); return Task.FromResult(true); });
        var zones = new PublicZones(database.Dbs);
        var card = (await zones.CardAsync(1, default))!;
        Assert.Equal(("test-series", "Compiled by hand.", "CC BY 4.0", "A publisher"), (card.Series, card.Method, card.Licence, card.SourceOutlet));
        Assert.Equal(["sna", "turkey"], card.Holders);
        Assert.Equal(("2018-03-18", "2018-03-18", "2018-05-01", "2018-05-31"), (card.From.Earliest, card.From.Latest, card.To!.Earliest, card.To.Latest));
        Assert.Equal("2018-06-30", card.Published!.Latest);
        var pack = (await zones.PackAsync(default))!;

        await database.Gate.RunAsync(TestDatabase.Request(), async db => { (await db.Zones.FindAsync(1L))!.DeletedAt = DateTime.UtcNow; return true; });
        Assert.Null(await zones.CardAsync(1, default));
        Assert.NotEqual(pack.Name, (await zones.PackAsync(default))!.Name);

        await database.Gate.RunAsync(TestDatabase.Request(), async db => { (await db.ZoneSeries.FindAsync(1L))!.Status = "draft"; return true; });
        Assert.Null(await zones.PackAsync(default));
    }

    [Fact]
    public async Task A_published_series_is_in_the_next_index_and_its_zones_answer()
    {
        await using var host = await WebHost.StartSmallAsync();
        Assert.Null((await host.Http.GetFromJsonAsync<PackIndexFile>("data/index.json"))!.Zones);
        var told = new TaskCompletionSource<PackIndexFile>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Services.GetRequiredService<PackIndex>().Changed += index => { if (index.Zones is not null) told.TrySetResult(index); };
        await host.Gate.RunAsync(TestDatabase.Request(), db => { db.ZoneSeries.Add(Series("published")); return Task.FromResult(true); });
        var name = (await told.Task.WaitAsync(TimeSpan.FromSeconds(30))).Zones!;
        Assert.Equal("MZN2"u8.ToArray(), (await host.Http.GetByteArrayAsync($"data/{name}"))[..4]);
        Assert.Equal("imported", (await host.Http.GetFromJsonAsync<ZoneCard>("data/zone/1.json"))!.Kind);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("data/zone/99.json")).StatusCode);
    }

    [Fact]
    public async Task A_card_names_the_zones_own_method_where_it_has_one()
    {
        using var database = await TestDatabase.CreateAsync();
        var series = Series("published");
        series.Zones[1].Method = "Traced from pictures taken above.";
        await database.Gate.RunAsync(TestDatabase.Request(), db => { db.ZoneSeries.Add(series); return Task.FromResult(true); });
        var zones = new PublicZones(database.Dbs);
        Assert.Equal(["Compiled by hand.", "Traced from pictures taken above."], [(await zones.CardAsync(1, default))!.Method, (await zones.CardAsync(2, default))!.Method]);
    }

    private static ZoneSeriesRow Series(string status) => new()
    {
        Key = "test-series",
        Title = "A series",
        Kind = "imported",
        Method = "Compiled by hand.",
        Licence = "CC BY 4.0",
        Status = status,
        Source = new() { Key = "zones-source", Title = "Areas", Outlet = "A publisher", PublishedEdtf = "2018-06", Reliability = "B" },
        Zones = [Zone(36.9), Zone(37.3)],
    };

    private static ZoneRow Zone(double west) => new()
    {
        Holders = "sna+turkey",
        Posture = "joint",
        FromEdtf = "2018-03-18",
        FromEarliest = 17_608,
        FromLatest = 17_608,
        ToEdtf = "2018-05",
        ToEarliest = 17_652,
        ToLatest = 17_682,
        Shape = new WKTReader().Read(FormattableString.Invariant($"POLYGON(({west} 36.4, {west + 0.3} 36.4, {west + 0.3} 36.7, {west} 36.4))")).AsBinary(),
        Status = "published",
    };
}
