using Map.Core.Places;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.EditPlaces;
using Map.Web.Features.Explore;
using Map.Web.Features.Review;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Review;

/// <summary>Places in the queue: what readers search and see stays as it is until somebody has approved a new one, another spot or another name.</summary>
public class ReviewedPlacesTests
{
    [Fact]
    public async Task A_new_place_is_found_by_readers_once_it_is_approved_and_at_the_desk_before()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var typed = New();
        var sent = await SaveAsync(queue, typed, Queue.Rana);
        Assert.NotNull(sent.Review);
        Assert.Equal((0, 1), (await FoundAsync(queue), (await new DeskSearch(queue.Desk.Database.Dbs).PlacesAsync("Tal Zahra")).Count));

        var draft = Desk.Whole();
        (draft.PublicPrecision, draft.PlaceKey, draft.PlaceName) = ("", typed.Key, "Tal Zahra");
        var waits = await queue.SaveAsync(draft, Queue.Rana);
        Assert.Equal("Tal Zahra", Assert.Single((await queue.ReadAsync(waits.Review!.Value)).Awaits).Name);
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.ApproveAsync(waits.Review.Value, Queue.Lina));
        Assert.Contains((await queue.ReadAsync(sent.Review.Value)).Whole, row => row is { Label: "Position", Mine: "36.54, 37.07" });
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Equal(1, await FoundAsync(queue));
        Assert.True((await queue.ApproveAsync(waits.Review.Value, Queue.Lina)).Done);
    }

    [Fact]
    public async Task A_public_place_stays_where_it_is_until_its_other_spot_is_approved_and_takes_its_events_along_then()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var draft = Desk.Whole();
        (draft.PublicPrecision, draft.Coordinates) = ("", "");
        await queue.SaveAsync(draft, Queue.Lina);
        var change = await OpenAsync(queue, "azaz");
        (change.Coordinates, change.Reason) = ("36.6, 37.05", "from a better map");
        var sent = await SaveAsync(queue, change, Queue.Rana);
        Assert.NotNull(sent.Review);
        Assert.Equal(((36.586, 37.044), (36.586, 37.044)), await SpotsAsync());
        Assert.Equal(("36.586, 37.044", "36.6, 37.05"), Assert.Single((await queue.ReadAsync(sent.Review.Value)).Differences) is var row ? (row.Theirs, row.Mine) : default);
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Equal(((36.6, 37.05), (36.6, 37.05)), await SpotsAsync());

        async Task<((double, double), (double?, double?))> SpotsAsync() => await queue.AskAsync(async db =>
            (await db.PublicPlaces.Where(it => it.Key == "azaz").Select(it => ValueTuple.Create(it.Latitude, it.Longitude)).SingleAsync(), await db.PublicEvents.Where(it => it.Id == draft.Id).Select(it => ValueTuple.Create(it.Latitude, it.Longitude)).SingleAsync()));
    }

    [Fact]
    public async Task An_editor_proposes_to_remove_a_public_place_which_stays_where_something_is_recorded_there_meanwhile()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var remove = new RemovePlace(queue.Desk.Database.Gate, TimeProvider.System);
        var wish = await remove.RunAsync("idlib", Queue.Rana, "twice in the gazetteer", Guid.NewGuid());
        Assert.True(wish is { IsGone: false, Review: not null });
        var draft = Desk.Whole();
        await queue.SaveAsync(draft, Queue.Lina);
        Assert.Equal(DecisionRefusal.Unready, (await queue.ApproveAsync(wish.Review.Value, Queue.Lina)).Refusal);
        var wrong = await remove.RunAsync("azaz", Queue.Rana, "it is used", Guid.NewGuid());
        Assert.Equal(new PlaceRemoval(false, null), wrong);
        var typed = New();
        await SaveAsync(queue, typed, Queue.Lina);
        var second = await remove.RunAsync(typed.Key, Queue.Rana, "a slip", Guid.NewGuid());
        Assert.True((await queue.ApproveAsync(second.Review!.Value, Queue.Lina)).Done);
        Assert.False(await queue.AskAsync(db => db.Places.AnyAsync(it => it.Key == typed.Key)));
    }

    private static PlaceDraft New() => new() { Key = NewPlaceKey.Make(), Name = "Tal Zahra", NameAr = "تل الزهراء", Kind = "village", Coordinates = "36.54, 37.07", Names = [new() { Name = "Hill 417" }] };

    private static Task<PlaceOutcome> SaveAsync(Queue queue, PlaceDraft draft, Editor who) => queue.Places.RunAsync(draft, who, Guid.NewGuid(), arabic: false);

    private static Task<PlaceDraft> OpenAsync(Queue queue, string key) => queue.AskAsync(async db => LoadPlace.From((await LoadPlace.RowAsync(db, key, default))!));

    private static Task<int> FoundAsync(Queue queue) => queue.AskAsync(async db => (await SearchIndex.ReadAsync(db, default)).Find("Hill 417", Language.English).Count);
}
