using System.Text.Json;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Features.EditEvents;
using Map.Web.Features.Explore;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;
using EventList = Map.Web.Features.EditEvents.EventList;

namespace Map.Web.Tests.EditEvents;

public class MergeEventsTests
{
    [Fact]
    public async Task Two_records_become_one_and_whoever_asks_for_the_other_is_led_to_it()
    {
        using var desk = await Desk.OpenAsync();
        var (one, other) = await TwoAsync(desk);

        var outcome = await MergeAsync(desk, one, other);

        Assert.True(outcome.Done, string.Join("; ", outcome.Problems.Select(problem => problem.Message)));
        var merged = await desk.OpenAsync(one.Id);
        Assert.Equal(["A team stopped the convoy", "It was not so", "A witness saw it"], merged.Claims.Select(claim => claim.Says));
        Assert.Equal([1L, 2L], merged.Actors.Select(actor => actor.ActorId!.Value).Order());
        Assert.Equal(("2018-01-05", "published"), (merged.DateText, merged.Status));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal([one.Id], await db.PublicEvents.Select(e => e.Id).ToListAsync());
        Assert.Equal((one.Id, one.Id), (await db.StandsForAsync(other.Id), (await db.PublicStandsForAsync(other.Id))!.Value));
        Assert.Null(await db.PublicStandsForAsync(one.Id));
        Assert.Equal(one.Id, (await EventReading.ReadAsync(db, other.Id, false, default))!.Event.Id);
        // The other's rows are as they were.
        Assert.Equal("A witness saw it", Assert.Single((await desk.OpenAsync(other.Id)).Claims).Says);
        Assert.Equal(("merge", $"event {other.Id} into event {one.Id}"), await db.Audit.OrderByDescending(a => a.Id).Select(a => new ValueTuple<string, string?>(a.Act, a.Target)).FirstAsync());
        // On the desk it stands under its own heading and nowhere else.
        foreach (var (status, count) in new[] { (EventList.Deleted, 0), (EventList.Merged, 1), ("", 1) })
        {
            Assert.Equal(count, (await EventList.FindAsync(db, new("", status, "", 0, 9))).Total);
        }
    }

    [Fact]
    public async Task Both_histories_are_shown_and_say_which_record_each_change_is_from()
    {
        using var desk = await Desk.OpenAsync();
        var (one, other) = await TwoAsync(desk);
        await MergeAsync(desk, one, other);
        var history = await desk.HistoryAsync(one.Id);
        Assert.Contains(history, line => line is { Field: "Title", New: "Convoy held at Azaz", Record: "Convoy held at Azaz" });
        Assert.Contains(history, line => line is { Field: "Title", New: "Convoy stopped near Azaz", Record: null });
        Assert.Contains(history, line => line is { Field: "MergedIntoId", New: "Convoy stopped near Azaz", Record: not null, Why: "recorded twice" });
        Assert.Contains(history, line => line is { Field: MergedEvents.Field, New: "Convoy held at Azaz", Record: null });
        Assert.DoesNotContain(history, line => line.Field == "DeletedAt");
        Assert.Contains(history, line => line is { Record: null, New: "A witness saw it", Why: "recorded twice" });
    }

    [Fact]
    public async Task Taking_the_merge_back_leaves_both_as_they_were_and_both_histories_tell_it()
    {
        using var desk = await Desk.OpenAsync();
        var (one, other) = await TwoAsync(desk);
        var before = (await AsToldAsync(desk, one.Id), await AsToldAsync(desk, other.Id));
        await MergeAsync(desk, one, other);
        Assert.NotEqual(before.Item1, await AsToldAsync(desk, one.Id));

        var outcome = await Merger(desk).TakeBackAsync(other.Id, Desk.Editor, "they are two", Guid.NewGuid());

        Assert.True(outcome.Done);
        Assert.Empty(outcome.Standing);
        Assert.Equal(before, (await AsToldAsync(desk, one.Id), await AsToldAsync(desk, other.Id)));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal(2, await db.PublicEvents.CountAsync());
        Assert.Equal(other.Id, await db.StandsForAsync(other.Id));
        foreach (var id in new[] { one.Id, other.Id }) { Assert.Contains(await desk.HistoryAsync(id), line => line.Why == "they are two"); }
        Assert.DoesNotContain(await desk.HistoryAsync(one.Id), line => line.Record is not null);
        // And they can be merged again.
        Assert.True((await MergeAsync(desk, await desk.OpenAsync(one.Id), await desk.OpenAsync(other.Id))).Done);
    }

    [Fact]
    public async Task What_was_edited_after_the_merge_stands_when_it_is_taken_back()
    {
        using var desk = await Desk.OpenAsync();
        var (one, other) = await TwoAsync(desk);
        await MergeAsync(desk, one, other);
        var later = await desk.OpenAsync(one.Id);
        (later.Title, later.Claims[2].Quote, later.Reason) = ("A title of later", "in her own words", "read again");
        Assert.True((await desk.SaveAsync(later)).Saved);

        var outcome = await Merger(desk).TakeBackAsync(other.Id, Desk.Editor, "they are two", Guid.NewGuid());

        Assert.Equal($"Claims/{later.Claims[2].RowId}", Assert.Single(outcome.Standing));
        var now = await desk.OpenAsync(one.Id);
        Assert.Equal(("A title of later", "[2018-01-01..2018-01-10]", "in her own words"), (now.Title, now.DateText, now.Claims[2].Quote));
        Assert.Equal("A witness saw it", Assert.Single((await desk.OpenAsync(other.Id)).Claims).Says);
    }

    [Fact]
    public async Task A_claim_left_out_of_the_merge_comes_back_under_its_own_number()
    {
        using var desk = await Desk.OpenAsync();
        var (one, other) = await TwoAsync(desk);
        var before = await AsToldAsync(desk, one.Id);
        await MergeAsync(desk, one, other, merge => { merge.Claims[1].Stands = false; merge.Actors[0].Stands = false; });
        Assert.Equal(2, (await desk.OpenAsync(one.Id)).Claims.Count);
        Assert.Empty((await Merger(desk).TakeBackAsync(other.Id, Desk.Editor, "they are two", Guid.NewGuid())).Standing);
        Assert.Equal(before, await AsToldAsync(desk, one.Id));
    }

    [Fact]
    public async Task A_record_that_was_changed_since_it_was_looked_at_is_not_merged()
    {
        using var desk = await Desk.OpenAsync();
        var (one, other) = await TwoAsync(desk);
        var edited = await desk.OpenAsync(other.Id);
        (edited.Title, edited.Reason) = ("Edited meanwhile", "mine");
        await desk.SaveAsync(edited);
        Assert.Equal(MergeRefusal.Changed, (await MergeAsync(desk, one, other)).Refusal);

        edited = await desk.OpenAsync(one.Id);
        (edited.Title, edited.Reason) = ("Edited too", "mine");
        await desk.SaveAsync(edited);
        Assert.Equal(MergeRefusal.Changed, (await MergeAsync(desk, one, await desk.OpenAsync(other.Id))).Refusal);
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal(2, await db.PublicEvents.CountAsync());
    }

    [Fact]
    public async Task A_merged_record_can_be_neither_saved_nor_restored_nor_merged_and_chains_lead_to_their_end()
    {
        using var desk = await Desk.OpenAsync();
        var (one, other) = await TwoAsync(desk);
        var open = await desk.OpenAsync(other.Id);
        await MergeAsync(desk, one, other);
        open.Reason = "too late";
        Assert.Contains("merged into another", Assert.Single((await desk.SaveAsync(open)).Problems).Message, StringComparison.Ordinal);
        Assert.False(await desk.Remove.RestoreAsync(other.Id, Desk.Editor, "back", Guid.NewGuid()));
        Assert.Equal(MergeRefusal.Merged, (await MergeAsync(desk, await desk.OpenAsync(one.Id), open)).Refusal);

        var third = Desk.Whole();
        (third.Id, third.Title) = (NewEventId.Make(), "A third record");
        await desk.SaveAsync(third);
        await MergeAsync(desk, await desk.OpenAsync(third.Id), await desk.OpenAsync(one.Id));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal(third.Id, await db.StandsForAsync(other.Id));
        Assert.Equal([one.Id, other.Id], await db.MergedIntoAsync(third.Id));
        Assert.Equal(MergeRefusal.MergedOn, (await Merger(desk).TakeBackAsync(other.Id, Desk.Editor, "back", Guid.NewGuid())).Refusal);
        Assert.Contains(await desk.HistoryAsync(third.Id), line => line.Record == "Convoy held at Azaz");
    }

    [Fact]
    public async Task A_repeated_request_merges_once()
    {
        using var desk = await Desk.OpenAsync();
        var (one, other) = await TwoAsync(desk);
        var (request, merged) = (Guid.NewGuid(), new EventMerge(one, other, false).Merged("recorded twice"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Merger(desk).RunAsync(merged, other.Id, other.Version!.Value, Desk.Editor, request)));
        Assert.All(answers, answer => Assert.True(answer.Done));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Act == "merge"));
        Assert.Equal(3, await db.Claims.CountAsync(c => c.EventId == one.Id));
    }

    private static MergeEvents Merger(Desk desk) => new(desk.Database.Gate, desk.Save, TimeProvider.System);

    private static Task<MergeOutcome> MergeAsync(Desk desk, EventDraft one, EventDraft other, Action<EventMerge>? choose = null)
    {
        var merge = new EventMerge(one, other, arabic: false);
        choose?.Invoke(merge);
        return Merger(desk).RunAsync(merge.Merged("recorded twice"), other.Id, other.Version!.Value, Desk.Editor, Guid.NewGuid());
    }

    /// <summary>All that is recorded of it, but for its version.</summary>
    private static async Task<string> AsToldAsync(Desk desk, long id)
    {
        var draft = await desk.OpenAsync(id);
        draft.Version = null;
        return JsonSerializer.Serialize(draft);
    }

    private static async Task<(EventDraft One, EventDraft Other)> TwoAsync(Desk desk)
    {
        var other = new EventDraft
        {
            Id = NewEventId.Make(),
            Type = "detention",
            Title = "Convoy held at Azaz",
            DateText = "2018-01-05",
            PlaceKey = "azaz",
            PlaceName = "Azaz",
            Status = "published",
            Actors = [new() { ActorId = 2, ActorKey = "turkey", Name = "Türkiye" }],
            Figures = [new() { Kind = "detained", Best = "9" }],
            Claims = [new() { Says = "A witness saw it", ClaimantText = "a witness", SourceId = 1, SourceKey = "article" }],
        };
        var one = Desk.Whole();
        Assert.True((await desk.SaveAsync(one)).Saved);
        Assert.True((await desk.SaveAsync(other)).Saved);
        return (await desk.OpenAsync(one.Id), await desk.OpenAsync(other.Id));
    }
}
