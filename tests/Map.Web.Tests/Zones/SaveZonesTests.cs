using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Features.Zones;
using Map.Web.Packs;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Zones;

public class SaveZonesTests
{
    private static readonly Editor Editor = new("the-editor", "Rana");

    [Fact]
    public async Task A_series_is_saved_with_its_source_in_the_order_of_its_zones_and_a_second_press_saves_nothing()
    {
        using var database = await OpenAsync();
        var (save, draft, request) = (new SaveZones(database.Gate, TimeProvider.System), Series(Box(37.2), Box(37)), Guid.NewGuid());
        (draft.SourceId, draft.NewSource) = (null, new() { Title = "A daily map", Published = "May 2018" });
        var outcome = await save.RunAsync(draft, Editor, request);
        Assert.Empty(outcome.Problems);
        Assert.Equal(outcome.Series, (await save.RunAsync(draft, Editor, request)).Series);

        await using var db = database.Dbs.CreateDbContext();
        var series = await db.ZoneSeries.Include(row => row.Zones).Include(row => row.Source).SingleAsync();
        Assert.Equal(("afrin-2018-drawn", "2018-05", "drawn"), (series.Key, series.Source.PublishedEdtf, series.Kind));
        Assert.Equal([37.2, 37.0], series.Zones.OrderBy(zone => zone.Id).Select(zone => new WKBReader().Read(zone.Shape).EnvelopeInternal.MinX));
        // Who, when and why are kept for every field; of a shape its print, not its bytes.
        var revisions = await db.Revisions.Where(row => row.Table == "Zones").ToListAsync();
        Assert.All(revisions, row => Assert.Equal(("Rana", "first drawing"), (row.Who, row.Why)));
        Assert.Contains("SHA-256", revisions.First(row => row.Field == "Shape").New);
    }

    [Fact]
    public async Task Zones_of_a_drawn_series_on_the_same_ground_are_refused_whatever_the_editor_accepts_and_nothing_is_saved()
    {
        using var database = await WithSourceAsync();
        var draft = Series(Box(37), Box(37.1));
        draft.TroublesAccepted = true;
        var outcome = await new SaveZones(database.Gate, TimeProvider.System).RunAsync(draft, Editor, Guid.NewGuid());
        Assert.Contains("cannot hold the same ground", Assert.Single(outcome.Problems).Message);
        await using var db = database.Dbs.CreateDbContext();
        Assert.False(await db.ZoneSeries.AnyAsync());
        Assert.False(await db.Zones.AnyAsync());
    }

    [Fact]
    public async Task A_gap_is_flagged_once_and_saved_when_it_is_said_to_be_meant()
    {
        using var database = await WithSourceAsync();
        var (save, draft) = (new SaveZones(database.Gate, TimeProvider.System), Series(Box(37), Box(37.2002)));
        Assert.Contains("left out", (await save.RunAsync(draft, Editor, Guid.NewGuid())).Problems[0].Message);
        Assert.StartsWith("تبقى بين هذه المنطقة وجاراتها", (await save.RunAsync(draft, Editor, Guid.NewGuid(), arabic: true)).Problems[0].Message);
        draft.TroublesAccepted = true;
        Assert.True((await save.RunAsync(draft, Editor, Guid.NewGuid())).Saved);
    }

    [Fact]
    public async Task Overlapping_layers_of_an_import_are_saved_once_their_order_is_accepted()
    {
        using var database = await WithSourceAsync();
        var (save, draft) = (new SaveZones(database.Gate, TimeProvider.System), Series(Box(37), Box(37.1)));
        (draft.Kind, draft.Licence) = ("imported", "CC BY 4.0");
        Assert.Contains("which lies on top", (await save.RunAsync(draft, Editor, Guid.NewGuid())).Problems[0].Message);
        Assert.EndsWith("اذكر أيهما فوق الأخرى.", (await save.RunAsync(draft, Editor, Guid.NewGuid(), arabic: true)).Problems[0].Message);
        draft.TroublesAccepted = true;
        Assert.True((await save.RunAsync(draft, Editor, Guid.NewGuid())).Saved);
    }

    [Fact]
    public async Task A_zone_drawn_from_an_earlier_one_ends_it_and_keeps_the_uncertainty_of_the_day()
    {
        using var database = await WithSourceAsync();
        var save = new SaveZones(database.Gate, TimeProvider.System);
        var id = (await save.RunAsync(Series(Box(37)), Editor, Guid.NewGuid())).Series;
        ZoneRow first;
        Guid version;
        await using (var db = database.Dbs.CreateDbContext()) (first, version) = (await db.Zones.SingleAsync(), (await db.ZoneSeries.SingleAsync()).Version);

        var next = Series(Box(37.05));
        (next.Id, next.Version, next.Zones[0].PreviousId, next.Zones[0].From) = (id, version, first.Id, "2018-05");
        Assert.Empty((await save.RunAsync(next, Editor, Guid.NewGuid())).Problems);
        await using var after = database.Dbs.CreateDbContext();
        Assert.Equal("[2018-04-30..2018-05-30]", (await after.Zones.SingleAsync(zone => zone.Id == first.Id)).ToEdtf);
        Assert.Equal(1, await after.ZoneSeries.CountAsync());
    }

    [Fact]
    public async Task The_ground_a_zone_gives_up_is_kept_under_the_print_that_its_history_tells()
    {
        using var database = await WithSourceAsync();
        var save = new SaveZones(database.Gate, TimeProvider.System);
        var id = (await save.RunAsync(Series(Box(37)), Editor, Guid.NewGuid())).Series;
        foreach (var west in new[] { 38, 39 })
        {
            var moved = Series(Box(west));
            (moved.Id, moved.Version, moved.Zones[0].Id) = (id, await VersionAsync(database), 1);
            Assert.Empty((await save.RunAsync(moved, Editor, Guid.NewGuid())).Problems);
        }
        await using var db = database.Dbs.CreateDbContext();
        var told = await db.Revisions.Where(line => line.Table == "Zones" && line.Field == "Shape" && line.Old != null).OrderBy(line => line.Id).Select(line => line.Old).ToListAsync();
        var kept = await db.PastShapes.ToDictionaryAsync(it => it.Print, it => new WKBReader().Read(it.Shape).EnvelopeInternal.MinX);
        Assert.Equal([37.0, 38.0], told.Select(print => kept[print!]));
        Assert.Equal(2, kept.Count);
    }

    [Fact]
    public async Task What_a_publisher_brings_out_next_ends_what_stood_open_and_another_source_is_that_of_the_new_zones_alone()
    {
        using var database = await WithSourceAsync();
        var (save, first) = (new SaveZones(database.Gate, TimeProvider.System), Series(Box(37)));
        (first.Kind, first.Licence) = ("imported", "CC BY 4.0");
        var id = (await save.RunAsync(first, Editor, Guid.NewGuid())).Series;
        var next = Series(Box(37));
        (next.Kind, next.Licence, next.Id, next.IsSourceOfZones, next.SourceId, next.NewSource) = ("imported", "CC BY 4.0", id, true, null, new() { Title = "Another publisher" });
        await using (var db = database.Dbs.CreateDbContext()) next.Version = (await db.ZoneSeries.SingleAsync()).Version;
        next.Zones[0].From = "2018-06-01";
        Assert.Empty((await save.RunAsync(next, Editor, Guid.NewGuid())).Problems);

        await using var after = database.Dbs.CreateDbContext();
        var zones = await after.Zones.Include(zone => zone.Source).OrderBy(zone => zone.Id).ToListAsync();
        Assert.Equal([("2018-05-31", null), (null, "Another publisher")], zones.Select(zone => (zone.ToEdtf, zone.Source?.Title)));
        Assert.Equal(1, (await after.ZoneSeries.SingleAsync()).SourceId);
    }

    [Fact]
    public async Task A_series_may_change_its_method_from_one_zone_to_the_next_and_keeps_its_own()
    {
        using var database = await WithSourceAsync();
        var save = new SaveZones(database.Gate, TimeProvider.System);
        // Drawn: a version says how its own lines were found; what it says as the series does is not said twice.
        var (first, same) = (Box(37), Box(37.2));
        same.Method = "Drawn from a daily map. ";
        var id = (await save.RunAsync(Series(first, same), Editor, Guid.NewGuid())).Series;
        var next = Series(Box(37));
        (next.Id, next.Version, next.Zones[0].PreviousId, next.Zones[0].From, next.Zones[0].Method) = (id, await VersionAsync(database), 1, "2018-05-01", "Traced from pictures taken above.");
        Assert.Empty((await save.RunAsync(next, Editor, Guid.NewGuid())).Problems);
        // Imported into a series: the method of the form is that of its zones, but where a file says otherwise.
        var (third, fourth) = (Box(38), Box(38.2));
        fourth.Method = "Told by residents.";
        var more = Series(third, fourth);
        (more.Kind, more.Licence, more.Id, more.Version, more.IsSourceOfZones, more.Method) = ("imported", "CC BY 4.0", id, await VersionAsync(database), true, "Compiled weekly.");
        Assert.Empty((await save.RunAsync(more, Editor, Guid.NewGuid())).Problems);

        await using var db = database.Dbs.CreateDbContext();
        Assert.Equal([null, null, "Traced from pictures taken above.", "Compiled weekly.", "Told by residents."], await db.Zones.OrderBy(zone => zone.Id).Select(zone => zone.Method).ToListAsync());
        Assert.Equal("Drawn from a daily map.", (await db.ZoneSeries.SingleAsync()).Method);
    }

    [Fact]
    public async Task A_drawn_series_may_change_its_source_midway_and_keeps_its_own_and_what_is_published_names_the_source_of_each_zone()
    {
        using var database = await WithSourceAsync();
        var save = new SaveZones(database.Gate, TimeProvider.System);
        // What the series says is not said twice.
        var (first, same) = (Box(37), Box(37.2));
        same.SourceId = 1;
        var begun = Series(first, same);
        begun.Status = "published";
        var id = (await save.RunAsync(begun, Editor, Guid.NewGuid())).Series;
        var next = Series(Box(37));
        (next.Id, next.Status, next.Version, next.Zones[0].PreviousId, next.Zones[0].From) = (id, "published", await VersionAsync(database), 1, "2018-05-01");
        next.Zones[0].NewSource = new() { Title = "A later report", Published = "2018-05-02" };
        Assert.Empty((await save.RunAsync(next, Editor, Guid.NewGuid())).Problems);

        await using (var db = database.Dbs.CreateDbContext())
        {
            var zones = await db.Zones.Include(zone => zone.Source).OrderBy(zone => zone.Id).ToListAsync();
            Assert.Equal([null, null, "A later report"], zones.Select(zone => zone.Source?.Title));
            Assert.Equal(("2018-04-30", 1L), (zones[0].ToEdtf, (await db.ZoneSeries.SingleAsync()).SourceId));
        }
        var shown = new PublicZones(database.Dbs);
        Assert.Equal(["A map", "A map", "A later report"], [(await shown.CardAsync(1, default))!.SourceTitle, (await shown.CardAsync(2, default))!.SourceTitle, (await shown.CardAsync(3, default))!.SourceTitle]);

        // Taken back to the series' own.
        var again = Series(Box(37));
        (again.Id, again.Status, again.Version, again.Zones[0].Id, again.Zones[0].PreviousId, again.Zones[0].From) = (id, "published", await VersionAsync(database), 3, 1, "2018-05-01");
        Assert.Empty((await save.RunAsync(again, Editor, Guid.NewGuid())).Problems);
        Assert.Equal("A map", (await shown.CardAsync(3, default))!.SourceTitle);
    }

    [Fact]
    public async Task A_zones_own_source_is_checked_as_any_and_refused_where_it_is_not_there()
    {
        using var database = await WithSourceAsync();
        var save = new SaveZones(database.Gate, TimeProvider.System);
        var draft = Series(Box(37), Box(37.2));
        (draft.Zones[0].NewSource, draft.Zones[1].SourceId) = (new() { Title = "" }, 99);
        var problems = (await save.RunAsync(draft, Editor, Guid.NewGuid())).Problems;
        Assert.Equal(["Zones[0].NewSource.Title", "Zones[1].SourceId"], problems.Select(problem => problem.Field).Order());
    }

    [Fact]
    public async Task Who_saves_over_somebody_elses_change_is_told_and_nothing_is_lost()
    {
        using var database = await WithSourceAsync();
        var save = new SaveZones(database.Gate, TimeProvider.System);
        var id = (await save.RunAsync(Series(Box(37)), Editor, Guid.NewGuid())).Series;
        var mine = Series(Box(38));
        (mine.Id, mine.Version) = (id, Guid.NewGuid());
        Assert.Contains("Somebody else", Assert.Single((await save.RunAsync(mine, Editor, Guid.NewGuid())).Problems).Message);
    }

    [Fact]
    public async Task A_removed_series_leaves_the_map_and_comes_back_whole()
    {
        using var database = await WithSourceAsync();
        var draft = Series(Box(37));
        draft.Status = "published";
        var id = (await new SaveZones(database.Gate, TimeProvider.System).RunAsync(draft, Editor, Guid.NewGuid())).Series!.Value;
        var remove = new RemoveZones(database.Gate, TimeProvider.System);
        Assert.True((await remove.SeriesAsync(id, true, Editor, "drawn twice", Guid.NewGuid())).IsDone);
        await using (var db = database.Dbs.CreateDbContext()) Assert.False(await db.PublicZones.AnyAsync());
        Assert.True((await remove.SeriesAsync(id, false, Editor, "undone", Guid.NewGuid())).IsDone);
        await using (var db = database.Dbs.CreateDbContext()) Assert.True(await db.PublicZones.AnyAsync());
        Assert.True(await remove.PublishAsync(id, false, Editor, Guid.NewGuid()));
        await using (var db = database.Dbs.CreateDbContext()) Assert.False(await db.PublicZones.AnyAsync());
    }

    private static async Task<Guid> VersionAsync(TestDatabase database)
    {
        await using var db = database.Dbs.CreateDbContext();
        return (await db.ZoneSeries.SingleAsync()).Version;
    }

    private static async Task<TestDatabase> WithSourceAsync()
    {
        var database = await OpenAsync();
        await database.Gate.RunAsync(TestDatabase.Request(), db => { db.Sources.Add(new() { Id = 1, Key = "a", Title = "A map", Reliability = "B" }); return Task.FromResult(true); });
        return database;
    }

    private static ZoneSeriesDraft Series(params ZoneDraft[] zones) => new() { Title = "Afrin 2018, drawn", Method = "Drawn from a daily map.", SourceId = 1, Reason = "first drawing", Zones = [.. zones] };

    /// <summary>With an editor who publishes by themselves; what waits for a reviewer has tests of its own.</summary>
    private static async Task<TestDatabase> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Users.Add(new() { Id = Editor.Id, UserName = "rana@example.org", DisplayName = Editor.Name });
            db.UserRoles.Add(new() { UserId = Editor.Id, RoleId = Roles.Reviewer });
            return Task.FromResult(true);
        });
        return database;
    }

    private static ZoneDraft Box(double west) => new()
    {
        Holders = "sna",
        From = "2018-03-18",
        Shape = new WKTReader().Read(FormattableString.Invariant($"POLYGON(({west} 36, {west + 0.2} 36, {west + 0.2} 36.2, {west} 36.2, {west} 36))")),
    };
}
