using Map.Core.Places;
using Map.Web.Data;
using Map.Web.Features.EditPlaces;
using Map.Web.Features.Explore;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditPlaces;

public class SavePlaceTests
{
    private static PlaceDraft Typed() => new()
    {
        Key = NewPlaceKey.Make(),
        Name = "Tal Zahra",
        NameAr = "تل الزهراء",
        Names = [new() { Name = "Tell Zehra", Language = "ku", Script = "Latn", Valid = "since 2014" }, new() { Name = "Hill 417", Language = "en" }],
        Kind = "village",
        Coordinates = "https://www.openstreetmap.org/#map=15/36.5400/37.0700",
        PrivateNote = "seen on the ground",
    };

    [Fact]
    public async Task A_new_place_is_found_at_once_by_every_name_in_both_letters()
    {
        using var desk = await OpenAsync();
        var typed = Typed();
        Assert.NotNull((await SaveAsync(desk, typed)).Version);

        await using var db = desk.Database.Dbs.CreateDbContext();
        var row = (await LoadPlace.RowAsync(db, typed.Key, default))!;
        Assert.Equal((36.54, 37.07, "Aleppo", "Azaz", "desk"), (row.Latitude, row.Longitude, row.Adm1, row.Adm2, row.Origin));
        Assert.Equal("2014-01-01/..", EdtfOrMonth(row.Names.Single(name => name.Language == "ku").ValidEdtf!));
        var search = await SearchIndex.ReadAsync(db, default);
        var atDesk = new DeskSearch(desk.Database.Dbs);
        foreach (var name in new[] { "Tal Zahra", "Tall az-Zahra", "تل الزهراء", "تلّ الزهراء", "Tell Zehra", "Hill 417" })
        {
            Assert.Equal(row.Id, search.Find(name, Language.English)[0].Id);
            Assert.Equal(typed.Key, (await atDesk.PlacesAsync(name))[0].Key);
        }
        var back = LoadPlace.From(row);
        Assert.Equal(("Tal Zahra", "تل الزهراء", "36.54, 37.07", "seen on the ground"), (back.Name, back.NameAr, back.Coordinates, back.PrivateNote));
        Assert.Equal([("Tell Zehra", "ku", "Latn"), ("Hill 417", "en", "")], back.Names.OrderByDescending(name => name.Name).Select(name => (name.Name, name.Language, name.Script)));

        static string EdtfOrMonth(string edtf) => edtf == "2014/.." ? "2014-01-01/.." : edtf;
    }

    [Fact]
    public async Task With_nothing_typed_what_the_desk_added_stands_before_the_places_where_most_events_are()
    {
        using var desk = await OpenAsync();
        var typed = Typed();
        await SaveAsync(desk, typed);
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            foreach (var (id, place) in new[] { (71L, 1L), (72, 3), (73, 3) })
            {
                var row = TestDatabase.Event(id);
                row.PlaceId = place;
                db.Events.Add(row);
            }
            return Task.FromResult(0);
        });
        await using var db = desk.Database.Dbs.CreateDbContext();
        var listed = await PlaceList.FindAsync(db, new DeskSearch(desk.Database.Dbs), " ", default);
        Assert.Equal([typed.Key, "azaz-district"], listed.Take(2).Select(row => row.Key));
        Assert.Equal(3, listed.Count);
    }

    [Fact]
    public async Task A_repeated_request_adds_one_place_and_a_change_is_kept_with_who_why_old_and_new()
    {
        using var desk = await OpenAsync();
        var (typed, request) = (Typed(), Guid.NewGuid());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SaveAsync(desk, typed, request)));
        var edited = await ReadAsync(desk, typed.Key);
        (edited.Name, edited.Reason) = ("Tall Zahra", "as the register has it");
        edited.Names.RemoveAll(name => name.Name == "Hill 417");
        Assert.NotNull((await SaveAsync(desk, edited)).Version);

        await using var db = desk.Database.Dbs.CreateDbContext();
        var row = (await LoadPlace.RowAsync(db, typed.Key, default))!;
        Assert.Equal(["Tall Zahra", "Tell Zehra", "تل الزهراء"], row.Names.Select(name => name.Name).Order(StringComparer.Ordinal));
        var lines = (await RowHistory.OfAsync(db, "Places", row.Id)).Where(line => line.Why == "as the register has it").ToList();
        Assert.Contains(lines, line => line is { Field: "Name", Old: "Tal Zahra", New: "Tall Zahra", Who: "Rana" });
        Assert.Contains(lines, line => line.Field.StartsWith("Names/", StringComparison.Ordinal) && line is { Old: "Hill 417", New: null });
        Assert.DoesNotContain(lines, line => line is { Old: "Tell Zehra" } or { New: "Tell Zehra" });
    }

    [Fact]
    public async Task The_second_of_two_editors_is_shown_the_conflict_and_the_merge_keeps_both_changes()
    {
        using var desk = await OpenAsync();
        var typed = Typed();
        await SaveAsync(desk, typed);
        var (mine, seen, theirs) = (await ReadAsync(desk, typed.Key), await ReadAsync(desk, typed.Key), await ReadAsync(desk, typed.Key));
        (theirs.Kind, theirs.Reason) = ("town", "it has a market");
        theirs.Names.Add(new() { Name = "Zehra" });
        await SaveAsync(desk, theirs);
        (mine.PublicPrecision, mine.Reason) = ("district", "people are in danger");

        var refused = await SaveAsync(desk, mine);

        Assert.Null(refused.Version);
        var merge = new PlaceMerge(seen, mine, refused.Theirs!, Language.English);
        Assert.Equal(["Kind", "Shown to readers", "Another name"], merge.Choices.Select(choice => choice.Label));
        Assert.NotNull((await SaveAsync(desk, merge.Merged("both"))).Version);
        var both = await ReadAsync(desk, typed.Key);
        Assert.Equal(("town", "district", true), (both.Kind, both.PublicPrecision, both.Names.Exists(name => name.Name == "Zehra")));
    }

    [Fact]
    public async Task Events_move_with_their_place_unless_they_have_a_spot_of_their_own()
    {
        using var desk = await OpenAsync();
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            foreach (var (id, latitude) in new[] { (7001L, 36.586), (7002L, 36.6) })
            {
                var row = TestDatabase.Event(id);
                (row.PlaceId, row.Latitude, row.Longitude) = (1, latitude, 37.044);
                db.Events.Add(row);
            }
            return Task.FromResult(true);
        });
        var azaz = await ReadAsync(desk, "azaz");
        (azaz.Coordinates, azaz.Reason) = ("36.59, 37.05", "the middle of the town");
        Assert.NotNull((await SaveAsync(desk, azaz)).Version);
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal([(7001, 36.59), (7002, 36.6)], await db.Events.OrderBy(e => e.Id).Select(e => new ValueTuple<long, double?>(e.Id, e.Latitude)).ToListAsync());
    }

    [Fact]
    public async Task A_place_in_use_is_not_removed_and_one_that_is_not_leaves_its_history()
    {
        using var desk = await OpenAsync();
        var typed = Typed();
        await SaveAsync(desk, typed);
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            var row = TestDatabase.Event(7001);
            row.PlaceId = (await db.Places.SingleAsync(place => place.Key == typed.Key)).Id;
            db.Events.Add(row);
            return true;
        });
        var remove = new RemovePlace(desk.Database.Gate, TimeProvider.System);
        Assert.False((await remove.RunAsync(typed.Key, Desk.Editor, "a slip", Guid.NewGuid())).IsGone);
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), async db => (await db.Events.SingleAsync()).PlaceId = null);
        Assert.True((await remove.RunAsync(typed.Key, Desk.Editor, "a slip", Guid.NewGuid())).IsGone);
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.False(await db.Places.AnyAsync(place => place.Key == typed.Key));
        Assert.Contains(await db.Revisions.ToListAsync(), line => line is { Table: "Places", Field: "Name", Old: "Tal Zahra", New: null, Why: "a slip" });
    }

    [Fact]
    public async Task Places_nearby_are_listed_those_of_the_same_name_first()
    {
        using var desk = await OpenAsync();
        await using var db = desk.Database.Dbs.CreateDbContext();
        var typed = Typed();
        (typed.Name, typed.Coordinates) = ("A'zaz", "36.65, 37.1");
        var near = Assert.Single(await Surroundings.PlacesAsync(db, typed, default));
        Assert.Equal(("azaz", true), (near.Key, near.IsSameName));
        Assert.InRange(near.Kilometres, 8, 9);
        typed.Name = "Another";
        typed.NameAr = "";
        typed.Names = [];
        Assert.Empty(await Surroundings.PlacesAsync(db, typed, default));
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_field()
    {
        var draft = new PlaceDraft { Key = NewPlaceKey.Make(), Name = "أعزاز", NameAr = "Azaz", Kind = "hamlet", Coordinates = "37.04, 36.58", PublicPrecision = "street", Names = [new() { Name = "!", Language = "English" }, new() { Name = "Azaz", Valid = "someday" }, new()] };
        Assert.Equal(["Name", "NameAr", "Names[0].Name", "Names[0].Language", "Names[1].Valid", "Kind", "PublicPrecision"], draft.Check(new DateOnly(2026, 1, 1)).Select(problem => problem.Field));
        draft.Coordinates = "12 apples";
        Assert.Contains(draft.Check(new DateOnly(2026, 1, 1), arabic: true), problem => problem.Field == "Coordinates" && problem.Message.Contains("خط العرض", StringComparison.Ordinal));
    }

    private static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.OpenAsync();
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Places.Add(new()
        {
            Id = 3,
            Key = "azaz-district",
            Name = "Azaz district",
            Kind = "district",
            PCode = "SY0204",
            Adm1 = "Aleppo",
            Adm2 = "Azaz",
            Latitude = 36.5,
            Longitude = 37.2,
        }).Entity.Id));
        return desk;
    }

    private static Task<PlaceOutcome> SaveAsync(Desk desk, PlaceDraft draft, Guid? request = null) =>
        new SavePlace(desk.Database.Gate, TimeProvider.System, new Surroundings(DistrictMap.Shipped)).RunAsync(draft, Desk.Editor, request ?? Guid.NewGuid(), arabic: false);

    private static async Task<PlaceDraft> ReadAsync(Desk desk, string key)
    {
        await using var db = desk.Database.Dbs.CreateDbContext();
        return LoadPlace.From((await LoadPlace.RowAsync(db, key, default))!);
    }
}
