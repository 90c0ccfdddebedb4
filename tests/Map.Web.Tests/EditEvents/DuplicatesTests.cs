using Map.Core.Events;
using Map.Web.Shared.Desk;

namespace Map.Web.Tests.EditEvents;

public class DuplicatesTests
{
    [Fact]
    public async Task The_list_holds_what_the_rule_says_at_each_of_its_edges()
    {
        using var desk = await Desk.OpenAsync();
        var known = Desk.Whole();
        await desk.SaveAsync(known);
        async Task<IReadOnlyList<Duplicate>> OfAsync(string type, string date, (double, double)? at, params long[] actors)
        {
            await using var db = desk.Database.Dbs.CreateDbContext();
            return await Duplicates.OfAsync(db, new EventDraft { Id = 5, Type = type, DateText = date, Actors = [.. actors.Select(id => new DraftActor { ActorId = id })] }, at);
        }
        (double, double) near = (36.7, 37.05);

        // The event is of 1 to 10 January 2018, of actor 1.
        var found = Assert.Single(await OfAsync("detention", "2018-01-13", near, 1));
        Assert.Equal((known.Id, "Azaz", "[2018-01-01..2018-01-10]"), (found.Id, found.Place, found.Edtf));
        Assert.Equal(["A paper", "A channel"], found.Sources);
        Assert.Empty(await OfAsync("detention", "2018-01-14", near, 1));
        Assert.Empty(await OfAsync("detention", "2018-01-13", (36.76, 37.05), 1));
        Assert.Empty(await OfAsync("clash", "2018-01-13", near, 1));
        Assert.Empty(await OfAsync("detention", "2018-01-13", near, 999));
        Assert.Single(await OfAsync("detention", "2018-01-13", near));
        Assert.Null(Assert.Single(await OfAsync("detention", "2018-01-13", null, 1)).Kilometres);
        Assert.Empty(await OfAsync("detention", "2018-01-13", null));
        Assert.Empty(await OfAsync("detention", "", near, 1));

        await desk.Remove.DeleteAsync(known.Id, Desk.Editor, "a mistake", Guid.NewGuid());
        Assert.Empty(await OfAsync("detention", "2018-01-13", near, 1));
    }

    [Fact]
    public async Task An_event_recorded_without_a_position_is_found_by_its_actors()
    {
        using var desk = await Desk.OpenAsync();
        var known = Desk.Whole();
        (known.PlaceKey, known.PlaceName, known.Coordinates, known.Precision) = ("", "", "", "country");
        Assert.True((await desk.SaveAsync(known)).Saved);
        await using var db = desk.Database.Dbs.CreateDbContext();
        EventDraft Draft(params long[] actors) => new() { Id = 5, Type = "detention", DateText = "2018-01-05", Actors = [.. actors.Select(id => new DraftActor { ActorId = id })] };
        Assert.Single(await Duplicates.OfAsync(db, Draft(1), (36.5, 37)));
        Assert.Empty(await Duplicates.OfAsync(db, Draft(), (36.5, 37)));
        Assert.Empty(await Duplicates.OfAsync(db, Draft(999), (36.5, 37)));
    }
}
