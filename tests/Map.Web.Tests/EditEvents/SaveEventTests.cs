using System.Text.Json;
using Map.Core.Events;
using Map.Web.Features.EditEvents;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditEvents;

public class SaveEventTests
{
    [Fact]
    public async Task An_event_with_every_field_survives_save_and_reload()
    {
        using var desk = await Desk.OpenAsync();
        var typed = Desk.Whole();

        var outcome = await desk.SaveAsync(typed);

        Assert.True(outcome.Saved, string.Join("; ", outcome.Problems));
        var back = await desk.OpenAsync(typed.Id);
        Assert.Equal(outcome.Version, back.Version);
        Assert.Equal("[2018-01-01..2018-01-10]", back.DateText);
        Assert.All(back.Claims, claim => Assert.NotNull(claim.RowId));
        Assert.Equal(("2018-01-20", "2018-01-05"), (back.Claims[0].SaidOn, back.Claims[0].When));
        await using var db = desk.Database.Dbs.CreateDbContext();
        var added = await db.Sources.SingleAsync(s => s.Id == back.Claims[1].SourceId);
        Assert.Equal(("A statement", "A channel", "A speaker", "https://example.org/a", "2018-01-22", "ar", "D", "statement", "unknown"),
            (added.Title, added.Outlet, added.Author, added.Url, added.PublishedEdtf, added.Language, added.Reliability, added.Kind, added.Licence));

        // All else is as it was typed; what the database names itself is set equal first.
        typed.Version = back.Version;
        typed.DateText = back.DateText;
        typed.Reason = "";
        (typed.Claims[0].SaidOn, typed.Claims[0].When) = (back.Claims[0].SaidOn, back.Claims[0].When);
        (typed.Claims[1].NewSource, typed.Claims[1].SourceId, typed.Claims[1].SourceKey) = (null, added.Id, added.Key);
        foreach (var (mine, theirs) in typed.Claims.Zip(back.Claims)) { mine.RowId = theirs.RowId; }
        Assert.Equal(JsonSerializer.Serialize(typed), JsonSerializer.Serialize(back));
    }

    [Fact]
    public async Task A_grade_set_by_an_editor_is_kept_with_its_reason_in_the_history_and_can_be_taken_back()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        await desk.SaveAsync(draft);
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Contains(await db.Revisions.ToListAsync(), line => line is { Table: "Events", Field: "GradeSet", New: "contested" });
        Assert.Contains(await db.Revisions.ToListAsync(), line => line is { Field: "GradeReason", New: "Both sides deny it" });

        var back = await desk.OpenAsync(draft.Id);
        (back.GradeSet, back.GradeReason, back.Reason) = ("", "", "The rules will do");
        Assert.True((await desk.SaveAsync(back)).Saved);
        Assert.Contains(await db.Revisions.ToListAsync(), line => line is { Field: "GradeSet", Old: "contested", New: null, Why: "The rules will do" });
    }

    [Fact]
    public async Task A_repeated_request_saves_once_and_answers_the_same()
    {
        using var desk = await Desk.OpenAsync();
        var request = Guid.NewGuid();
        var draft = Desk.Whole();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => desk.SaveAsync(draft, request)));

        Assert.Single(answers.Select(a => a.Version).Distinct());
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal((1, 2, 1), (await db.Events.CountAsync(), await db.Claims.CountAsync(), await db.Audit.CountAsync(a => a.RequestId == request)));
        Assert.Single((await desk.HistoryAsync(draft.Id)).Select(l => l.Act).Distinct());
    }

    [Fact]
    public async Task A_change_is_kept_with_who_why_old_and_new()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        await desk.SaveAsync(draft);
        var edited = await desk.OpenAsync(draft.Id);
        (edited.Title, edited.Reason, edited.Claims[0].Says) = ("Convoy stopped at Azaz", "the source was read again", "A checkpoint stopped the convoy");

        Assert.True((await desk.SaveAsync(edited)).Saved);

        var lines = (await desk.HistoryAsync(draft.Id)).Where(l => l.Why == "the source was read again").OrderBy(l => l.Field, StringComparer.Ordinal).ToList();
        Assert.Equal(2, lines.Count);
        Assert.EndsWith(".Says", lines[0].Field, StringComparison.Ordinal);
        Assert.Equal(("Rana", "A team stopped the convoy", "A checkpoint stopped the convoy"), (lines[0].Who, lines[0].Old, lines[0].New));
        Assert.Equal(("Title", "Convoy stopped near Azaz", "Convoy stopped at Azaz"), (lines[1].Field, lines[1].Old, lines[1].New));
    }

    [Fact]
    public async Task A_claim_taken_away_leaves_the_others_as_they_were()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        await desk.SaveAsync(draft);
        var edited = await desk.OpenAsync(draft.Id);
        var kept = edited.Claims[1].RowId;
        edited.Claims.RemoveAt(0);
        edited.Reason = "it repeats the other";

        Assert.True((await desk.SaveAsync(edited)).Saved);

        Assert.Equal(kept, Assert.Single((await desk.OpenAsync(draft.Id)).Claims).RowId);
        Assert.DoesNotContain(await desk.HistoryAsync(draft.Id), l => l.Why == "it repeats the other" && l.Field == $"Claims/{kept}.Says");
    }

    [Fact]
    public async Task The_second_of_two_editors_is_shown_the_conflict_and_the_merge_keeps_both_changes()
    {
        using var desk = await Desk.OpenAsync();
        var id = Desk.Whole() is var first && (await desk.SaveAsync(first)).Saved ? first.Id : 0;
        var (mine, seen, theirs) = (await desk.OpenAsync(id), await desk.OpenAsync(id), await desk.OpenAsync(id));
        (theirs.Description, theirs.Reason) = ("Another description", "theirs");
        theirs.Claims.Add(new() { Says = "A third view", ClaimantText = "a journalist", SourceId = 1 });
        Assert.True((await desk.SaveAsync(theirs)).Saved);

        (mine.Title, mine.Reason) = ("My title", "mine");
        mine.Claims[0].Quote = "my quotation";
        mine.Claims.Add(new() { Says = "My view", ClaimantText = "a witness", SourceId = 1 });
        var refused = await desk.SaveAsync(mine);

        Assert.False(refused.Saved);
        var merge = new DraftMerge(seen, mine, refused.Theirs!, (english, _) => english);
        Assert.True(merge.Choices.Single(c => c.Label == "Title").TakeMine);
        Assert.False(merge.Choices.Single(c => c.Label == "Description").TakeMine);
        Assert.True((await desk.SaveAsync(merge.Merged("mine"))).Saved);

        var both = await desk.OpenAsync(id);
        Assert.Equal(("My title", "Another description", "my quotation"), (both.Title, both.Description, both.Claims[0].Quote));
        Assert.Equal(["A team stopped the convoy", "It was not so", "A third view", "My view"], both.Claims.Select(c => c.Says));
        var history = await desk.HistoryAsync(id);
        Assert.Contains(history, l => l is { Field: "Description", Why: "theirs" });
        Assert.Contains(history, l => l is { Field: "Title", Why: "mine", Old: "Convoy stopped near Azaz", New: "My title" });
    }

    [Fact]
    public async Task A_deleted_event_leaves_the_map_and_comes_back_as_it_was()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        await desk.SaveAsync(draft);
        var before = await desk.OpenAsync(draft.Id);

        Assert.True(await desk.Remove.DeleteAsync(draft.Id, Desk.Editor, "a mistake", Guid.NewGuid()));
        await using (var db = desk.Database.Dbs.CreateDbContext())
        {
            Assert.False(await db.PublicEvents.AnyAsync());
            Assert.Equal(1, (await EventList.FindAsync(db, new("", EventList.Deleted, "", 0, 10))).Total);
            Assert.Equal(0, (await EventList.FindAsync(db, new("", "", "", 0, 10))).Total);
        }

        Assert.True(await desk.Remove.RestoreAsync(draft.Id, Desk.Editor, "it was none", Guid.NewGuid()));
        var after = await desk.OpenAsync(draft.Id);
        before.Version = after.Version;
        Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize(after));
        Assert.Equal(["it was none", "a mistake"], (await desk.HistoryAsync(draft.Id)).Where(l => l.Field == "DeletedAt").Select(l => l.Why));
    }

    [Fact]
    public async Task Names_that_were_never_offered_are_refused_and_nothing_is_written()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        (draft.PlaceKey, draft.Actors[0].ActorId, draft.Claims[0].SourceId) = ("nowhere", 999, 999);

        var outcome = await desk.SaveAsync(draft);

        Assert.Equal(["PlaceKey", "Actors[0].Name", "Claims[0].SourceId"], outcome.Problems.Select(p => p.Field));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.False(await db.Events.AnyAsync());
    }

    [Fact]
    public async Task The_list_finds_an_event_by_its_title_and_by_any_spelling_of_its_place()
    {
        using var desk = await Desk.OpenAsync();
        await desk.SaveAsync(Desk.Whole());
        await using var db = desk.Database.Dbs.CreateDbContext();
        foreach (var words in new[] { "convoy", "أعزاز", "Aazaz", "رتل" })
        {
            Assert.Equal(1, (await EventList.FindAsync(db, new(words, "", "", 0, 10))).Total);
        }
        Assert.Equal(0, (await EventList.FindAsync(db, new("100%", "", "", 0, 10))).Total);
        Assert.Equal(0, (await EventList.FindAsync(db, new("", "draft", "", 0, 10))).Total);
    }
}
