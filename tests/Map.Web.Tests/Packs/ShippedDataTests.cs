using System.Net.Http.Json;
using Map.Core.Events;
using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Map.Web.Tests.Packs;

/// <summary>The packs of everything that ships, compared with the tables and with what they may weigh.</summary>
public class ShippedDataTests(ShippedDataTests.FullServer server, ITestOutputHelper output) : IClassFixture<ShippedDataTests.FullServer>
{
    private readonly WebHost host = server.Host;
    private readonly PackSet set = server.Set;

    [Fact]
    public async Task The_event_pack_holds_every_published_event_as_the_table_has_it()
    {
        var (types, events) = PackReading.Events(set.Events.Raw, set.Ids.Raw);
        await using var db = await host.Dbs.CreateDbContextAsync();
        var rows = await db.PublicEvents.OrderBy(row => row.Id).ToListAsync();
        Assert.NotEmpty(rows);
        Assert.Equal(
            rows.Select(row => (row.Id, row.Type, row.EarliestDay, row.LatestDay, row.Lasted, row.Latitude is null ? (PackedSpot?)null
                : PackedSpot.Of(row.Latitude.Value, row.Longitude!.Value, PlacePrecision.TryGet(row.Precision, out var precision) ? precision.Code : 255))),
            events.OrderBy(it => it.Id).Select(it => (it.Id, types[it.Type], it.EarliestDay, it.LatestDay, it.Lasted, it.Spot)));
    }

    [Fact]
    public async Task The_facet_pack_says_of_every_event_what_the_tables_say()
    {
        var events = PackReading.Events(set.Events.Raw, set.Ids.Raw).Events;
        var read = FacetReading.Of(set.Facets.Raw);
        await using var db = await host.Dbs.CreateDbContextAsync();
        var actors = (await db.EventActors.Where(row => row.Role != "claimant").Select(row => new { row.EventId, row.Actor.Key }).ToListAsync()).ToLookup(row => row.EventId, row => row.Key);
        var sources = (await db.Claims.Select(row => new { row.EventId, row.Source.Key }).ToListAsync()).ToLookup(row => row.EventId, row => row.Key);
        // Read one by one, as a card reads them.
        var graded = new Dictionary<long, GradedEvent>();
        foreach (var ids in events.Select(it => it.Id).Chunk(500))
            foreach (var (id, it) in await GradedEvents.OfAsync(db, ids, default))
                graded[id] = it;
        var disputed = graded.Where(it => Dispute.Is(it.Value.Claims)).Select(it => it.Key).ToHashSet();

        Assert.Equal(events.Count, read.Rows.Count);
        for (var row = 0; row < events.Count; row++)
        {
            var id = events[row].Id;
            Assert.Equal(actors[id].Distinct().Order(StringComparer.Ordinal), read.Rows[row].Actors.Select(it => it.Key).Order(StringComparer.Ordinal));
            Assert.Equal(sources[id].Distinct().Order(StringComparer.Ordinal), read.Rows[row].Sources.Select(it => it.Key).Order(StringComparer.Ordinal));
            Assert.Equal(disputed.Contains(id), read.Rows[row].Disputed);
            Assert.Equal((int)graded[id].Grade.Grade, read.Rows[row].Grade);
        }
        // UCDP gives one account of each event.
        Assert.Equal(0, await db.PublicEvents.CountAsync(row => row.Dataset == "ucdp-ged" && disputed.Contains(row.Id)));
        var count = read.Rows.Count(row => row.Disputed);
        output.WriteLine($"{count} of {events.Count:N0} events are disputed");
        Assert.InRange(count, 5, 49);
        output.WriteLine(string.Join(", ", graded.Values.CountBy(it => it.Grade.Rule).OrderBy(it => it.Key).Select(it => $"{it.Value:N0} {it.Key}")));
    }

    [Fact]
    public async Task Nearly_every_place_of_an_event_lies_in_the_governorate_that_the_gazetteer_names()
    {
        var read = FacetReading.Of(set.Facets.Raw);
        Assert.Equal(14, read.Governorates.Count);
        var spots = PackReading.Rows(set.Events.Raw, set.Ids.Raw).Spots;
        await using var db = await host.Dbs.CreateDbContextAsync();
        var places = (await db.PublicEvents.Where(row => row.Place!.Adm1 != null && row.Latitude == row.Place.Latitude && row.Longitude == row.Place.Longitude)
            .Select(row => new { row.Latitude, row.Longitude, row.Place!.Adm1 }).Distinct().ToListAsync())
            .ToLookup(row => PackedSpot.Of(row.Latitude!.Value, row.Longitude!.Value, 0), row => row.Adm1);
        int same = 0, other = 0, nowhere = 0;
        for (var place = 1; place < spots.Count; place++)
        {
            if (read.PlaceGovernorates[place] == FacetPack.Nowhere)
                nowhere++;
            else if (places[spots[place]!.Value with { Precision = 0 }].FirstOrDefault() is { } named)
                _ = named == read.Governorates[read.PlaceGovernorates[place]].Name ? same++ : other++;
        }
        output.WriteLine($"{same} places as the gazetteer has them, {other} in another governorate, {nowhere} in none of {spots.Count - 1}");
        Assert.True(same > 500 && other < same / 50 && nowhere < spots.Count / 20);
    }

    [Fact]
    public void The_packs_weigh_little()
    {
        var count = PackReading.Events(set.Events.Raw, set.Ids.Raw).Events.Count;
        foreach (var pack in set.All)
            output.WriteLine($"{pack.Name}: {pack.Raw.Length:N0} bytes, {pack.Brotli.Length:N0} with brotli");
        output.WriteLine($"{(double)set.Events.Brotli.Length / count:0.00} bytes an event for {count:N0} events");
        Assert.InRange((double)set.Events.Brotli.Length / count, 0, 3);
        Assert.InRange(set.Base.Brotli.Length, 0, 120_000);
        Assert.InRange(set.Control.Brotli.Length, 0, 60_000);
    }

    [Fact]
    public async Task A_hundred_thousand_events_at_places_of_the_gazetteer_weigh_at_most_three_bytes_each()
    {
        const int count = 100_000;
        await using var db = await host.Dbs.CreateDbContextAsync();
        var spots = (await db.Places.Where(place => place.Kind != "country").ToListAsync()).ConvertAll(place => PackedSpot.Of(place.Latitude, place.Longitude, 1));
        var types = EventTypes.All.Select(type => type.Id).ToList();
        var random = new Random(1);
        var first = Days.Of(new DateOnly(2011, 3, 15));
        var events = Enumerable.Range(0, count).Select(i =>
        {
            // Towns near the top of the list see most, as in any war; the rest is even.
            var spot = spots[(int)(spots.Count * Math.Pow(random.NextDouble(), 3))];
            var day = first + random.Next(5000);
            var span = random.Next(12) == 0 ? random.Next(1, 31) : 0;
            return new PackedEvent(i, (byte)(types.Count * Math.Pow(random.NextDouble(), 3)), day, day + span, span > 0 && random.Next(2) == 0, random.Next(100) == 0 ? null : spot);
        }).ToArray();
        var pack = Pack.Of("events", EventPack.Write(PackRows.Of(types, events)).Events);
        output.WriteLine($"{count:N0} events at {spots.Count:N0} places: {pack.Raw.Length:N0} bytes, {pack.Brotli.Length:N0} with brotli, {(double)pack.Brotli.Length / count:0.00} an event");
        Assert.InRange((double)pack.Brotli.Length / count, 0, 3);
    }

    [Fact]
    public async Task Every_published_event_has_a_card_that_can_be_read()
    {
        var ids = PackReading.Events(set.Events.Raw, set.Ids.Raw).Events.Select(it => it.Id).Where(id => id < 10_000).Order().ToList();
        Assert.NotEmpty(ids);
        foreach (var id in ids)
        {
            var card = (await host.Http.GetFromJsonAsync<EventCard>($"data/event/{id}.json"))!;
            Assert.Equal(id, card.Id);
            Assert.NotEmpty(card.Claims);
            Assert.NotEmpty(card.DateWords);
            Assert.NotEmpty(card.DateWordsAr);
            Assert.All(card.Claims, claim => Assert.Matches("^[A-F][1-6]$", claim.Grade));
        }
    }

    [Fact]
    public async Task The_death_of_al_Qurashi_has_three_claimants_who_contradict_each_other()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        var id = (await db.PublicEvents.SingleAsync(row => row.Title.Contains("al-Qurashi"))).Id;
        var card = (await host.Http.GetFromJsonAsync<EventCard>($"data/event/{id}.json"))!;
        var accounts = card.Claims.Where(claim => claim.Field == "attribution").ToList();
        Assert.Equal(3, accounts.Select(claim => claim.Claimant).Distinct().Count());
        Assert.Single(accounts, claim => claim.Denies);
    }

    [Fact]
    public void The_index_says_how_far_the_data_reaches()
    {
        Assert.Equal("2024-12-11", set.Index.ControlTo);
        Assert.Contains(set.Index.Datasets, span => span.Name.StartsWith("ucdp", StringComparison.Ordinal) && span.From == "2016-01-01" && span.To == "2019-12-01");
        Assert.Equal(8, set.Index.Holders.Count);
    }

    public sealed class FullServer : IAsyncLifetime
    {
        public WebHost Host { get; private set; } = null!;

        internal PackSet Set { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Host = await WebHost.StartFullAsync();
            Set = await Host.Services.GetRequiredService<PackStore>().CurrentAsync(default);
        }

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
