using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Data;

public class FirstLoadTests
{
    [Fact]
    public async Task Good_rows_are_taken_and_bad_ones_listed_with_file_line_and_reason()
    {
        await using var host = await WebHost.StartSmallAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        Assert.Equal([101L, 102, 103, 109, 1001, 1002], await db.Events.Select(e => e.Id).Order().ToListAsync());
        Assert.Equal((3, 3, 2, 1, 2), (await db.Places.CountAsync(), await db.Actors.CountAsync(), await db.Sources.CountAsync(), await db.ActorRelations.CountAsync(), await db.ControlClaims.CountAsync()));

        var problems = await File.ReadAllLinesAsync(Path.Combine(host.Folder, "first-load-problems.txt"));
        Assert.Equal(
        [
            "gazetteer/aliases.csv, line 5: no place has the key nowhere",
            "events/small.csv.gz, line 5: no actor is called Nobody Known",
            "events/small.csv.gz, line 6: latitude is “135.93”; it must be a number from -90 to 90",
            "events/small.csv.gz, line 8: its number of fields is not the header's",
            "events/small.csv.gz, line 9: a quote is opened and not closed on the same line",
            "articles/events_000.json, event 3 (id 1003): no event type is called rumour",
        ], problems.Where(p => !p.Contains("line 7:", StringComparison.Ordinal) && !p.Contains("line 10:", StringComparison.Ordinal)));
        Assert.StartsWith("events/small.csv.gz, line 7: edtf: ", problems.Single(p => p.Contains("line 7:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("UNIQUE constraint failed: Events.Id", problems.Single(p => p.Contains("line 10:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(8, problems.Length);
    }

    [Fact]
    public async Task Without_the_events_that_ship_the_places_actors_sources_and_control_claims_are_there()
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Map:LoadEvents"] = "false" });
        await using var db = await host.Dbs.CreateDbContextAsync();
        Assert.Equal((0, 3, 3, 2, 2), (await db.Events.CountAsync(), await db.Places.CountAsync(), await db.Actors.CountAsync(), await db.Sources.CountAsync(), await db.ControlClaims.CountAsync()));
    }

    [Fact]
    public async Task An_event_of_the_dataset_says_what_was_coded_and_who_reported_it()
    {
        await using var host = await WebHost.StartSmallAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        var strike = await Whole(db).SingleAsync(e => e.Id == 102);
        Assert.Equal(("Strike or shelling, Saraqib", "غارة أو قصف، سراقب", "near", true, "published"), (strike.Title, strike.TitleAr, strike.Precision, strike.Lasted, strike.Status));
        Assert.Equal([("Government of Syria", "party"), ("Hayat Tahrir al-Sham", "party")], strike.Actors.OrderBy(a => a.Position).Select(a => (a.Actor.Name, a.Role)));
        Assert.Equal((4, 4, 4), (strike.Figures[0].Low, strike.Figures[0].Best, strike.Figures[0].High));
        var claim = Assert.Single(strike.Claims);
        Assert.Equal(("Reuters", "2018-01-06", "ucdp-ged", "C", 2), (claim.ClaimantText, claim.SaidEdtf, claim.Source.Key, claim.Source.Reliability, claim.Credibility));

        var killing = await Whole(db).SingleAsync(e => e.Id == 103);
        Assert.Equal((null, "Tell X", "region", false), (killing.PlaceId, killing.PlaceText, killing.Precision, killing.Lasted));
        Assert.Equal(["initiator", "target"], killing.Actors.OrderBy(a => a.Position).Select(a => a.Role));
    }

    [Fact]
    public async Task An_event_of_an_article_keeps_every_claim_and_takes_its_place_for_a_point()
    {
        await using var host = await WebHost.StartSmallAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        var arrests = await Whole(db).SingleAsync(e => e.Id == 1001);
        Assert.Equal((35.93062, 36.63393), (arrests.Latitude, arrests.Longitude));
        var claims = arrests.Claims.OrderBy(c => c.Position).ToList();
        Assert.Equal((false, true, 25.0, "residents"), (claims[0].Denies, claims[1].Denies, claims[0].RadiusKm, claims[1].ClaimantText));
        Assert.Equal([101L, 102, 103, 109, 1001], await db.PublicEvents.Select(e => e.Id).Order().ToListAsync());
        Assert.Equal(["HTS", "Hayat Tahrir al-Sham", "Tahrir al-Sham", "هيئة تحرير الشام"],
            (await db.ActorNames.Where(n => n.ActorId == arrests.Actors[0].ActorId).Select(n => n.Name).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(2, await db.PlaceNames.CountAsync(n => n.Name == "إدلب" || n.Name == "Idleb"));
    }

    [Fact]
    public async Task What_ships_is_loaded_whole()
    {
        await using var host = await WebHost.StartFullAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        var geodata = Path.Combine(AppContext.BaseDirectory, "geodata");
        Assert.Equal(Rows("sources.csv"), await db.Sources.CountAsync());
        Assert.Equal(Rows("gazetteer/places.csv"), await db.Places.CountAsync());
        Assert.Equal(Rows("actors/actors.csv"), await db.Actors.CountAsync());
        Assert.Equal(Rows("actors/relations.csv"), await db.ActorRelations.CountAsync());
        Assert.Equal(Rows("control/control_claims.csv"), await db.ControlClaims.CountAsync());
        Assert.Equal(16566, await db.Events.CountAsync(e => e.Dataset == "ucdp-ged"));
        Assert.Equal(16566, await db.EventActors.CountAsync(a => db.Events.Any(e => e.Id == a.EventId && e.Dataset == "ucdp-ged")) / 2);
        var told = Directory.EnumerateFiles(Path.Combine(geodata, "articles"), "events_*.json").Sum(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetArrayLength());
        Assert.Equal(told, await db.Events.CountAsync(e => e.Dataset == "articles"));
        Assert.False(await db.Events.AnyAsync(e => !e.Claims.Any()));
        // Nobody reports an event before its first day, and 1753 is how the dataset says that it knows no day.
        Assert.Empty(await db.Claims.Where(claim => claim.SaidEdtf != null && db.Events.Any(e => e.Id == claim.EventId && e.Dataset == "ucdp-ged" && claim.SaidDay < e.EarliestDay)).Select(claim => claim.SaidEdtf).Take(5).ToListAsync());

        // One row a line; these files hold no line breaks inside quotes.
        int Rows(string file) => File.ReadLines(Path.Combine(geodata, file)).Count(line => line.Length > 0) - 1;
    }

    [Fact]
    public async Task A_load_that_was_killed_goes_on_where_it_was()
    {
        var folder = WebHost.NewFolder();
        using (var server = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Map.Web.dll"), "--urls", "http://127.0.0.1:0", "--Map:DataFolder", folder },
            RedirectStandardOutput = true,
        })!)
        {
            while (await server.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Loading events 6,000", StringComparison.Ordinal))
            {
            }
            server.Kill();
            await server.WaitForExitAsync();
        }

        await using (var host = await WebHost.StartAsync(null, folder: folder))
        {
            await using var db = await host.Dbs.CreateDbContextAsync();
            Assert.Equal(16566, await db.Events.CountAsync(e => e.Dataset == "ucdp-ged"));
            Assert.Equal(1, await db.Audit.CountAsync(a => a.Act == "load" && a.Target == "gazetteer/places.csv"));
            Assert.Equal(0, host.Services.GetRequiredService<LoadState>().Problems);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static IQueryable<EventRow> Whole(MapDb db) =>
        db.Events.Include(e => e.Actors).ThenInclude(a => a.Actor).Include(e => e.Figures).Include(e => e.Claims).ThenInclude(c => c.Source).AsSplitQuery();
}
