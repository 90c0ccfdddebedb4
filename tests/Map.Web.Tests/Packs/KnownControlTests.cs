using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Packs;

/// <summary>The control layer in memory, beside the tables of a real server with a few rows.</summary>
public class KnownControlTests(PackServingTests.SmallServer server) : IClassFixture<PackServingTests.SmallServer>
{
    private readonly WebHost host = server.Host;

    private KnownControl Known => host.Services.GetRequiredService<KnownControl>();

    [Fact]
    public async Task After_writes_the_layer_says_what_reading_every_claim_says()
    {
        var before = await Known.ReadyAsync(default);
        await WriteAsync(async db => db.ControlClaims.Add(await ClaimAsync(db, "saraqib", "2019-05-01")));
        var one = await Known.ReadyAsync(default);
        Assert.Equal(before.Cells.Sum(cell => cell.Place.Claims.Count) + 1, one.Cells.Sum(cell => cell.Place.Claims.Count));
        await WriteAsync(async db => (await db.ControlClaims.OrderBy(row => row.Id).FirstAsync()).PlaceId = (await db.Places.SingleAsync(row => row.Key == "saraqib")).Id);
        await WriteAsync(async db => (await db.Places.SingleAsync(row => row.Key == "saraqib")).Latitude += 0.01);
        await WriteAsync(async db => db.ControlClaims.Add(await ClaimAsync(db, "saraqib", "2020-05-01", "draft")));
        await SameAsWholeAsync();
        await WriteAsync(async db => (await db.ControlClaims.Include(row => row.Source).OrderByDescending(row => row.Id).FirstAsync()).DeletedAt = DateTime.UtcNow);
        await SameAsWholeAsync();
    }

    [Fact]
    public async Task A_write_that_touches_no_place_of_the_layer_makes_no_other_layer()
    {
        var before = await Known.ReadyAsync(default);
        await WriteAsync(async db => (await db.Events.FirstAsync()).TitleAr = "عنوان");
        Assert.Same(before, await Known.ReadyAsync(default));
        await WriteAsync(async db => (await db.Sources.OrderByDescending(row => row.Id).FirstAsync(source => !db.ControlClaims.Any(claim => claim.SourceId == source.Id))).Title = "Another title");
        Assert.Same(before, await Known.ReadyAsync(default));
    }

    [Fact]
    public async Task One_claim_derives_one_history_and_no_ground()
    {
        await Known.ReadyAsync(default);
        await WriteAsync(async db => db.ControlClaims.Add(await ClaimAsync(db, "azaz", "2021-03-01")));
        Assert.Equal(new ControlWork(0, 1), (await Known.ReadyAsync(default)).Work);
    }

    [Fact]
    public async Task What_is_tried_is_what_is_served_once_it_is_saved_and_until_then_nothing_is_changed()
    {
        var packs = host.Services.GetRequiredService<PackIndex>();
        var before = await packs.CurrentAsync();
        var now = await Known.ReadyAsync(default);
        await using var db = await host.Dbs.CreateDbContextAsync();
        var place = await db.Places.SingleAsync(row => row.Key == "saraqib");
        var row = await ClaimAsync(db, "saraqib", "2022-02-02");
        row.Source = await db.Sources.SingleAsync(source => source.Id == row.SourceId);
        var trial = await Known.TryAsync([(place.Id, ClaimReading.Of(row))], new HashSet<string>(), default);
        Assert.Same(now, await Known.ReadyAsync(default));
        Assert.Equal(before.Control, trial.Pack);
        Assert.Contains(trial.Cells, change => change.After?.Place.Id == place.Id && change.After.Timeline.Holdings.Any(holding => holding.Claims.Any(claim => claim.Key == row.Key)));

        var served = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        // What an earlier write changed may be told only now.
        packs.Changed += index =>
        {
            if (index.ControlTo == row.Edtf)
                served.TrySetResult(index.ControlChanges);
        };
        await WriteAsync(async db => db.ControlClaims.Add(await ClaimAsync(db, "saraqib", "2022-02-02", key: row.Key)));
        Assert.Equal(await host.Http.GetByteArrayAsync($"data/{await served.Task.WaitAsync(TimeSpan.FromSeconds(60))}"), trial.Changes);

        var undone = await Known.TryAsync([], new HashSet<string> { row.Key }, default);
        Assert.Contains(undone.Cells, change => change.Before?.Place.Id == place.Id);
    }

    [Fact]
    public async Task A_trial_names_the_places_of_which_the_map_would_say_nothing_and_who_answers_in_their_place()
    {
        ControlPlace first = (await Known.ReadyAsync(default)).Cells[0].Place;
        var (same, abroad, own) = (new PlaceRow { Key = "same-point", Name = "The same point", Latitude = first.Latitude, Longitude = first.Longitude }, new PlaceRow { Key = "abroad", Name = "Abroad", Latitude = 38.4, Longitude = 38.3 },
            new PlaceRow { Key = "own-point", Name = "A point of its own", Latitude = first.Latitude + 0.01, Longitude = first.Longitude });
        await WriteAsync(db =>
        {
            db.Places.AddRange(same, abroad, own);
            return Task.CompletedTask;
        });
        ControlClaim Claim(string key) => new(key, ["sdf"], Posture.Holds, "2016-08-12", 17_025, 17_025);
        var trial = await Known.TryAsync([(same.Id, Claim("a")), (abroad.Id, Claim("b")), (own.Id, Claim("c"))], new HashSet<string>(), default);
        Assert.Equal([(same.Id, (long?)first.Id), (abroad.Id, null)], trial.Unheard.Select(it => (it.Place.Id, it.By?.Id)));
        // What is said of it most is what answers.
        var most = await Known.TryAsync([.. Enumerable.Range(0, first.Claims.Count + 1).Select(i => (same.Id, Claim($"d{i}")))], new HashSet<string>(), default);
        Assert.Empty(most.Unheard);
    }

    [Fact]
    public async Task Once_more_than_a_hundred_cells_differ_the_control_pack_is_written_anew_and_says_what_the_changes_said()
    {
        var packs = host.Services.GetRequiredService<PackIndex>();
        var before = await packs.CurrentAsync();
        var folded = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        packs.Changed += index =>
        {
            if (index.ControlChanges is null && index.Control != before.Control)
                folded.TrySetResult(index.Control);
        };
        await WriteAsync(async db =>
        {
            var source = (await db.ControlClaims.OrderBy(row => row.Id).FirstAsync()).SourceId;
            for (var i = 0; i < 101; i++)
            {
                db.ControlClaims.Add(new ControlClaimRow
                {
                    Key = $"desk-many-{i}",
                    Holders = "sdf",
                    Edtf = "2016-08-12",
                    EarliestDay = 17_025,
                    LatestDay = 17_025,
                    SourceId = source,
                    Place = new PlaceRow { Key = $"many-{i}", Name = $"One of many {i}", Latitude = 35.2 + i / 10 * 0.05, Longitude = 38.2 + i % 10 * 0.05 },
                });
            }
        });
        var pack = await host.Http.GetByteArrayAsync($"data/{await folded.Task.WaitAsync(TimeSpan.FromSeconds(60))}");
        Assert.Equal(ControlPack.Write(await Known.ReadyAsync(default)), pack);
        await SameAsWholeAsync();
    }

    private async Task SameAsWholeAsync()
    {
        var now = await Known.ReadyAsync(default);
        using var other = new KnownControl(host.Dbs, host.Services.GetRequiredService<PackSource>().Country, host.Services.GetRequiredService<Changes>());
        Assert.Equal(ControlPack.Write(await other.ReadyAsync(default)), ControlPack.Write(now));
    }

    private Task<int> WriteAsync(Func<MapDb, Task> write) => host.Gate.RunAsync(new WriteRequest(Acting.Server("tester"), "a test", Guid.NewGuid()), async db =>
    {
        await write(db);
        return 1;
    });

    private static async Task<ControlClaimRow> ClaimAsync(MapDb db, string place, string day, string status = "published", string? key = null)
    {
        var on = Days.Of(DateOnly.Parse(day));
        return new ControlClaimRow
        {
            Key = key ?? $"desk-{Guid.NewGuid()}",
            PlaceId = (await db.Places.SingleAsync(row => row.Key == place)).Id,
            Holders = "sdf",
            Posture = "holds",
            Edtf = day,
            EarliestDay = on,
            LatestDay = on,
            SourceId = (await db.ControlClaims.OrderBy(row => row.Id).FirstAsync()).SourceId,
            Credibility = 3,
            Status = status,
        };
    }
}
