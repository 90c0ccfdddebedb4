using System.Text.Json;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Features.EditEvents;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditEvents;

public class ChangeEventsTests
{
    [Fact]
    public async Task One_act_changes_many_events_and_each_has_a_revision_of_its_own_field_alone()
    {
        using var desk = await Desk.OpenAsync();
        var seen = await ThreeAsync(desk);
        var (act, told) = (Guid.NewGuid(), new List<int>());

        var outcome = await Changer(desk).RunAsync(seen, EventChange.Type("killing"), "read again", Desk.Editor, act, progress: told.Add);

        Assert.All(outcome, it => Assert.True(it is { Changed: true, Problem: null }, it.Problem));
        Assert.Equal([1, 2, 3], told);
        await using var db = desk.Database.Dbs.CreateDbContext();
        var lines = await db.Revisions.Where(r => r.RequestId == act).ToListAsync();
        Assert.Equal(seen.Select(it => (it.Id, "Type", "killing", "read again")).Order(), lines.Select(r => (r.RowId, r.Field, r.New!, r.Why!)).Order());
        Assert.Equal(1, await db.Audit.CountAsync(a => a.RequestId == act));
        foreach (var it in outcome) { Assert.Equal((it.Version, "killing"), await desk.OpenAsync(it.Id) is var draft ? (draft.Version, draft.Type) : default); }
    }

    [Fact]
    public async Task What_is_refused_is_left_as_it_was_and_does_not_hold_up_the_others()
    {
        using var desk = await Desk.OpenAsync();
        var seen = await ThreeAsync(desk);
        var edited = await desk.OpenAsync(seen[1].Id);
        (edited.Title, edited.Reason) = ("Edited meanwhile", "theirs");
        await desk.SaveAsync(edited);

        // The first has no claim: it cannot be published. The second was changed by somebody else. The third is published already.
        var outcome = await Changer(desk).RunAsync([.. seen, new(999, Guid.NewGuid())], EventChange.Status("published"), "ready", Desk.Editor, Guid.NewGuid());

        Assert.Equal([false, false, false, false], outcome.Select(it => it.Changed));
        Assert.Contains("source", outcome[0].Problem, StringComparison.Ordinal);
        Assert.Contains("Somebody else changed it", outcome[1].Problem, StringComparison.Ordinal);
        Assert.Null(outcome[2].Problem);
        Assert.Contains("not there", outcome[3].Problem, StringComparison.Ordinal);
        Assert.Equal("draft", (await desk.OpenAsync(seen[0].Id)).Status);
        // With the version of now the second can be changed after all.
        Assert.True((await Changer(desk).RunAsync([new(seen[1].Id, outcome[1].Version!.Value)], EventChange.Title("Another title"), "mine", Desk.Editor, Guid.NewGuid()))[0].Changed);
    }

    [Fact]
    public async Task A_published_event_is_changed_only_with_a_reason_and_bad_words_are_refused_in_words()
    {
        using var desk = await Desk.OpenAsync();
        var seen = await ThreeAsync(desk);
        async Task<string?> ProblemAsync(EventChange change, string reason) => (await Changer(desk).RunAsync([seen[2]], change, reason, Desk.Editor, Guid.NewGuid()))[0].Problem;
        Assert.Contains("why it changes", await ProblemAsync(EventChange.Title("A better title"), " "), StringComparison.Ordinal);
        Assert.Contains("no letters", await ProblemAsync(EventChange.Title("123"), "why"), StringComparison.Ordinal);
        Assert.Contains("can mean", await ProblemAsync(EventChange.Date("8/10/2017"), "why"), StringComparison.Ordinal);
        Assert.NotNull(await ProblemAsync(EventChange.Date("no date at all"), "why"));
        Assert.NotNull(await ProblemAsync(EventChange.Place("nowhere", "Nowhere"), "why"));
        Assert.NotNull(await ProblemAsync(EventChange.Status("secret"), "why"));
        Assert.Null(await ProblemAsync(EventChange.Date("early December 2017"), "why"));
        Assert.Equal("[2017-12-01..2017-12-10]", (await desk.OpenAsync(seen[2].Id)).DateText);
    }

    [Fact]
    public async Task Actors_and_sources_are_added_once_and_taken_away_whole()
    {
        using var desk = await Desk.OpenAsync();
        var seen = await ThreeAsync(desk);
        var claim = new DraftClaim { Says = "It was told there too", ClaimantText = "A paper", SourceId = 1, SourceKey = "article" };
        foreach (var (change, count) in new[]
        {
            (EventChange.AddActor(2, "turkey", "Türkiye", "victim"), 3), (EventChange.AddActor(2, "turkey", "Türkiye", "victim"), 0),
            (EventChange.AddClaim(claim), 3), (EventChange.AddClaim(claim), 0),
            (EventChange.PublicPrecision("governorate"), 3), (EventChange.Precision("district"), 3),
            (EventChange.RemoveActor(2), 3), (EventChange.RemoveActor(2), 0),
        })
        {
            var outcome = await Changer(desk).RunAsync(seen, change, "read again", Desk.Editor, Guid.NewGuid());
            Assert.All(outcome, it => Assert.Null(it.Problem));
            Assert.Equal(count, outcome.Count(it => it.Changed));
            seen = [.. outcome.Select(it => new SeenEvent(it.Id, it.Version!.Value))];
        }
        var last = await desk.OpenAsync(seen[2].Id);
        Assert.Equal(("It was told there too", "governorate", "district"), (last.Claims[^1].Says, last.PublicPrecision, last.Precision));
        Assert.DoesNotContain(last.Actors, actor => actor.ActorId == 2);
    }

    [Fact]
    public async Task The_last_act_is_taken_back_for_all_that_nobody_has_changed_since()
    {
        using var desk = await Desk.OpenAsync();
        var seen = await ThreeAsync(desk);
        var before = await ToldAsync(desk, seen);
        var act = Guid.NewGuid();
        await Changer(desk).RunAsync(seen, EventChange.Place("idlib", "Idlib"), "read again", Desk.Editor, act);
        Assert.All(await Task.WhenAll(seen.Select(it => desk.OpenAsync(it.Id))), draft => Assert.Equal(("idlib", ""), (draft.PlaceKey, draft.Coordinates)));
        var edited = await desk.OpenAsync(seen[1].Id);
        (edited.PlaceKey, edited.PlaceName, edited.Reason) = ("azaz", "Azaz", "theirs");
        Assert.True((await desk.SaveAsync(edited)).Saved);

        var outcome = await Changer(desk).TakeBackAsync(act, "taken back", Desk.Editor, Guid.NewGuid());

        var standing = Assert.Single(outcome, it => it.Problem is not null);
        Assert.Equal(seen[1].Id, standing.Id);
        var after = await ToldAsync(desk, seen);
        Assert.Equal((before[0], before[2]), (after[0], after[2]));
        Assert.Equal("azaz", (await desk.OpenAsync(seen[1].Id)).PlaceKey);
        foreach (var it in outcome) { Assert.Equal(it.Version, (await desk.OpenAsync(it.Id)).Version); }
        Assert.Contains(await desk.HistoryAsync(seen[0].Id), line => line.Why == "taken back");
    }

    private static ChangeEvents Changer(Desk desk) => new(desk.Database.Gate, desk.Save);

    private static async Task<List<string>> ToldAsync(Desk desk, IReadOnlyList<SeenEvent> seen)
    {
        var told = new List<string>();
        foreach (var it in seen)
        {
            var draft = await desk.OpenAsync(it.Id);
            draft.Version = null;
            told.Add(JsonSerializer.Serialize(draft));
        }
        return told;
    }

    /// <summary>A draft without a claim, a draft, and a published event with a position of its own.</summary>
    private static async Task<IReadOnlyList<SeenEvent>> ThreeAsync(Desk desk)
    {
        var (bare, draft, whole) = (Desk.Whole(), Desk.Whole(), Desk.Whole());
        (bare.Status, draft.Status, bare.Claims) = ("draft", "draft", []);
        var seen = new List<SeenEvent>();
        foreach (var one in new[] { bare, draft, whole })
        {
            var outcome = await desk.SaveAsync(one);
            Assert.True(outcome.Saved, string.Join("; ", outcome.Problems));
            seen.Add(new(one.Id, outcome.Version!.Value));
        }
        return seen;
    }
}
