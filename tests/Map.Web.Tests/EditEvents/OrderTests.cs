using Map.Core.Events;
using Map.Web.Features.Explore;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditEvents;

/// <summary>The order of an event's claims says nothing, that of its actors is told.</summary>
public class OrderTests
{
    [Fact]
    public async Task Another_order_of_claims_alone_is_no_change_and_a_merge_has_nothing_to_ask()
    {
        using var desk = await Desk.OpenAsync();
        var id = await SavedAsync(desk);
        var (before, seen, mine) = (await RowAsync(desk, id), await desk.OpenAsync(id), await desk.OpenAsync(id));
        mine.Claims.Reverse();
        mine.Reason = "the other way round";
        Assert.Empty(new DraftMerge(seen, mine, await desk.OpenAsync(id), (english, _) => english).Choices);
        Assert.True((await desk.SaveAsync(mine)).Saved);

        var after = await RowAsync(desk, id);
        Assert.Equal((before.Version, before.Lines), (after.Version, after.Lines));
        Assert.Equal(before.Shown, after.Shown);

        // What is added or taken away goes along with it, and nothing else is told of the others.
        var changed = await desk.OpenAsync(id);
        changed.Claims.RemoveAt(0);
        changed.Claims.Insert(0, new() { Says = "A third view", ClaimantText = "a journalist", SourceId = 1 });
        changed.Reason = "one for another";
        Assert.True((await desk.SaveAsync(changed)).Saved);
        Assert.Equal(["It was not so", "A third view"], (await desk.OpenAsync(id)).Claims.Select(claim => claim.Says));
        Assert.Equal(2, (await desk.HistoryAsync(id)).Where(line => line.Why == "one for another").Select(line => line.Field.Split('.')[0]).Distinct().Count());
    }

    [Fact]
    public async Task Another_order_of_actors_is_put_together_with_what_somebody_else_changed()
    {
        using var desk = await Desk.OpenAsync();
        var id = await SavedAsync(desk);
        var (seen, mine, theirs) = (await desk.OpenAsync(id), await desk.OpenAsync(id), await desk.OpenAsync(id));
        (theirs.Title, theirs.Reason) = ("Theirs", "theirs");
        Assert.True((await desk.SaveAsync(theirs)).Saved);
        mine.Actors.Reverse();
        mine.Reason = "who began comes second";
        var refused = await desk.SaveAsync(mine);

        var merge = new DraftMerge(seen, mine, refused.Theirs!, (english, _) => english);
        var choice = merge.Choices.Single(it => it.Label == "Order of the actors");
        Assert.Equal(("Türkiye, Hayat Tahrir al-Sham", "Hayat Tahrir al-Sham, Türkiye", true, false), (choice.Mine, choice.Theirs, choice.TakeMine, choice.BothChanged));
        Assert.True((await desk.SaveAsync(merge.Merged("both"))).Saved);
        var both = await desk.OpenAsync(id);
        Assert.Equal(("Theirs", "turkey hts"), (both.Title, string.Join(' ', both.Actors.Select(actor => actor.ActorKey))));
    }

    [Fact]
    public void Somebody_who_came_or_went_meanwhile_is_no_other_order()
    {
        static EventDraft Of(params string[] keys) => new() { Actors = [.. keys.Select((key, i) => new DraftActor { ActorId = key[0], ActorKey = key, Name = key, Role = "party" })] };
        var merge = new DraftMerge(Of("a", "b", "c"), Of("a", "b", "d"), Of("a", "c", "b"), (english, _) => english);
        Assert.Equal(["Actor d (party)", "Actor c (party)"], merge.Choices.Select(it => it.Label));
        merge = new DraftMerge(Of("a", "b", "c"), Of("b", "a", "c"), Of("a", "e", "b", "c"), (english, _) => english);
        Assert.Equal("b e a c", string.Join(' ', merge.Merged("both").Actors.Select(actor => actor.Name)));
    }

    private static async Task<long> SavedAsync(Desk desk)
    {
        var draft = Desk.Whole();
        draft.PublicPrecision = "";
        Assert.True((await desk.SaveAsync(draft)).Saved);
        return draft.Id;
    }

    /// <summary>With how many lines of history and log there are, and the claims as readers have them.</summary>
    private static async Task<(Guid Version, int Lines, string Shown)> RowAsync(Desk desk, long id)
    {
        await using var db = desk.Database.Dbs.CreateDbContext();
        var row = await db.Events.Include(it => it.Claims).ThenInclude(it => it.Claimant).Include(it => it.Claims).ThenInclude(it => it.Source).SingleAsync(it => it.Id == id);
        return (row.Version, await db.Revisions.CountAsync() + await db.Audit.CountAsync(), string.Join('|', ClaimGroup.Of(row.Claims).SelectMany(group => group.Claims).Select(claim => claim.Says)));
    }
}
