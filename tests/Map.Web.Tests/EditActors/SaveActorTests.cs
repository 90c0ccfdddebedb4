using Map.Core.Actors;
using Map.Web.Data;
using Map.Web.Features.EditActors;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditActors;

public class SaveActorTests
{
    [Fact]
    public async Task An_actor_is_recorded_with_its_names_and_relations_in_one_act_and_whoever_shows_names_is_told()
    {
        using var desk = await ActorDesk.OpenAsync();
        var told = new List<DataChanged>();
        using var ear = desk.Database.Changes.Listen(told.Add);

        var outcome = await desk.SaveAsync(ActorDesk.Whole());

        Assert.True(outcome.Saved, string.Join("; ", outcome.Problems));
        var row = await desk.AskAsync(db => db.Actors.SingleAsync(actor => actor.Key == "free-brigades"));
        Assert.Equal(("Free Brigades", "الألوية الحرة", "force", "sna", "2017-01/..", "Noted", "For the desk"), (row.Name, row.NameAr, row.Kind, row.Holder, row.ValidEdtf, row.Note, row.PrivateNote));
        // The usual names are among those a search finds.
        Assert.Equal(["Brigades of the Free 2017/2018", "Free Brigades ", "Özgür Tugaylar ", "الألوية الحرة "], (await desk.AskAsync(db => db.ActorNames.Where(name => name.ActorId == row.Id).Select(name => name.Name + " " + name.ValidEdtf).ToListAsync())).Order(StringComparer.Ordinal));
        var ties = await desk.AskAsync(db => db.ActorRelations.Include(tie => tie.Source).Where(tie => tie.FromId == row.Id).OrderBy(tie => tie.Id).ToListAsync());
        Assert.Equal([("formed_from", 1L, "[2017-01-01..2017-01-10]", "report"), ("part_of", 3L, null, ties[1].Source.Key)], ties.Select(tie => (tie.Kind, tie.ToId, tie.Edtf, tie.Source.Key)));
        Assert.Equal(("its author", 2, "one of two"), (ties[0].Claimant, ties[0].Credibility, ties[0].Note));
        Assert.Equal(("A statement", "2019-05", "C"), (ties[1].Source.Title, ties[1].Source.PublishedEdtf, ties[1].Source.Reliability));
        Assert.True((Assert.Single(told).Parts & DataParts.Actors) != 0);
        Assert.Equal("actor free-brigades", (await desk.AskAsync(db => db.Audit.OrderBy(line => line.Id).LastAsync())).Target);
    }

    [Fact]
    public async Task What_is_saved_opens_as_it_was_typed_and_saving_it_again_changes_nothing()
    {
        using var desk = await ActorDesk.OpenAsync();
        var id = (await desk.SaveAsync(ActorDesk.Whole())).Id!.Value;
        var opened = await desk.OpenAsync(id);
        Assert.Equal(["Brigades of the Free", "Özgür Tugaylar"], opened.Names.Select(name => name.Name));
        Assert.Equal(["formed_from The Front [2017-01-01..2017-01-10]", "part_of An Army "], opened.Relations.Select(tie => $"{tie.Kind} {tie.ToName} {tie.DateText}"));
        opened.Reason = "again";
        var before = await desk.AskAsync(db => db.Revisions.CountAsync());
        Assert.True((await desk.SaveAsync(opened)).Saved);
        Assert.Equal((before, opened.Version), (await desk.AskAsync(db => db.Revisions.CountAsync()), (await desk.OpenAsync(id)).Version));
    }

    [Fact]
    public async Task A_retry_records_once()
    {
        using var desk = await ActorDesk.OpenAsync();
        var (draft, request) = (ActorDesk.Whole(), Guid.NewGuid());
        Assert.Equal((await desk.SaveAsync(draft, request)).Id, (await desk.SaveAsync(draft, request)).Id);
        Assert.Contains("belongs to Free Brigades", Assert.Single((await desk.SaveAsync(draft)).Problems, problem => problem.Field == "Key").Message, StringComparison.Ordinal);
        Assert.Equal(4, await desk.AskAsync(db => db.Actors.CountAsync()));
    }

    [Fact]
    public async Task A_new_usual_name_takes_the_place_of_the_old_one_in_searches_and_in_the_words_of_events()
    {
        using var desk = await ActorDesk.OpenAsync();
        var draft = await desk.OpenAsync(2);
        (draft.Name, draft.NameAr, draft.Reason) = ("The Assembly", "", "renamed");
        draft.Names.Add(new() { Name = "The Body", Valid = "2017/2019" });
        Assert.True((await desk.SaveAsync(draft)).Saved);
        Assert.Equal(["The Assembly", "The Body"], await desk.NamesAsync(2));
        using var raw = desk.Database.Open();
        Assert.Contains("assembly", (string)raw.Ask("SELECT Words FROM EventTexts WHERE EventId = 4001")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_of_names_and_relations_stands_in_the_actors_history_with_its_reason()
    {
        using var desk = await ActorDesk.OpenAsync();
        var draft = await desk.OpenAsync(2);
        (draft.Holder, draft.Reason) = ("hts", "a second look");
        draft.Relations[0].DateText = "2019";
        draft.Names.Add(new() { Name = "Assembly" });
        await desk.SaveAsync(draft);
        draft = await desk.OpenAsync(2);
        draft.Relations.Clear();
        draft.Reason = "told of another";
        await desk.SaveAsync(draft);

        var lines = await desk.AskAsync(db => ActorHistory.OfAsync(db, 2));
        Assert.Equal([null, "2018"], lines.Where(line => line.Why == "a second look" && line.Field is "Holder" || line.Field == "Relations/1.Edtf" && line.New == "2019").Select(line => line.Old));
        Assert.Contains(lines, line => line.Field.StartsWith("Names/", StringComparison.Ordinal) && line.New == "Assembly");
        Assert.Contains(lines, line => line is { Field: "Relations/1.DeletedAt", Why: "told of another", Who: "Rana" });
        Assert.NotNull((await desk.AskAsync(db => db.ActorRelations.SingleAsync())).DeletedAt);
    }

    [Fact]
    public async Task Whoever_saves_over_another_is_shown_theirs_also_where_only_a_relation_changed()
    {
        using var desk = await ActorDesk.OpenAsync();
        var (mine, theirs) = (await desk.OpenAsync(2), await desk.OpenAsync(2));
        (theirs.Relations[0].Note, theirs.Reason) = ("seen by two", "theirs");
        await desk.SaveAsync(theirs);
        (mine.Holder, mine.Reason) = ("hts", "mine");
        var outcome = await desk.SaveAsync(mine);
        Assert.False(outcome.Saved);
        Assert.Equal("seen by two", outcome.Theirs!.Relations[0].Note);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_what_is_recorded_now()
    {
        using var desk = await ActorDesk.OpenAsync();
        var army = await desk.OpenAsync(3);
        army.Reason = "a test";
        army.Relations = [new() { Kind = "part_of", ToId = 2, ToName = "The Body", SourceId = 1, SourceKey = "report" }];
        Assert.True((await desk.SaveAsync(army)).Saved);
        var body = await desk.OpenAsync(2);
        body.Reason = "a test";
        body.Relations.Add(new() { Kind = "part_of", ToId = 3, ToName = "An Army", SourceId = 1, SourceKey = "report" });
        var problem = Assert.Single((await desk.SaveAsync(body)).Problems);
        Assert.Equal(("Relations[1].ToName", "That would be a circle: An Army is part of The Body. Correct one of these."), (problem.Field, problem.Message));
        Assert.Contains("حلقة", Assert.Single((await desk.SaveAsync(body, arabic: true)).Problems).Message, StringComparison.Ordinal);
        Assert.Equal(1, await desk.AskAsync(db => db.ActorRelations.CountAsync(tie => tie.FromId == 2)));
    }

    [Fact]
    public async Task An_actor_that_is_named_stays_and_it_is_said_where_and_one_that_is_not_goes_with_its_past_kept()
    {
        using var desk = await ActorDesk.OpenAsync();
        var refused = await desk.Remove.RunAsync(2, ActorDesk.Editor, "twice", Guid.NewGuid());
        Assert.Equal(("Clash near the Body", 1, "An Army", 1), (refused!.Events[0].Name, refused.EventCount, refused.Relations[0].Name, refused.RelationCount));
        Assert.Equal("The Body", (await desk.Remove.RunAsync(3, ActorDesk.Editor, "twice", Guid.NewGuid()))!.Relations[0].Name);
        Assert.Equal(3, await desk.AskAsync(db => db.Actors.CountAsync()));

        var body = await desk.OpenAsync(2);
        (body.Reason, body.Relations) = ("a test", []);
        await desk.SaveAsync(body);
        Assert.True((await desk.Remove.RunAsync(3, ActorDesk.Editor, "recorded twice", Guid.NewGuid()))!.None);
        Assert.False(await desk.AskAsync(db => db.Actors.AnyAsync(actor => actor.Id == 3)));
        Assert.Contains(await desk.AskAsync(db => RowHistory.OfAsync(db, "Actors", 3)), line => line is { Field: "Name", Old: "An Army", New: null, Why: "recorded twice" });
        Assert.Null(await desk.Remove.RunAsync(3, ActorDesk.Editor, "again", Guid.NewGuid()));
        body = await desk.OpenAsync(2);
        Assert.Empty(body.Relations);
    }

    [Fact]
    public async Task The_list_finds_an_actor_by_any_spelling_and_counts_what_it_took_part_in()
    {
        using var desk = await ActorDesk.OpenAsync();
        async Task<string> FindAsync(string words, string kind = "", string order = "") =>
            string.Join(", ", (await desk.AskAsync(db => ActorList.FindAsync(db, new(words, kind, order, 0, 25)))).Rows.Select(row => $"{row.Key} {row.Events} {row.Relations}"));
        Assert.Equal("army 0 1, body 1 1, front 0 0", await FindAsync(""));
        Assert.Equal("body 1 1, army 0 1, front 0 0", await FindAsync("", order: "events desc"));
        Assert.Equal("body 1 1", await FindAsync("الهيئه"));
        Assert.Equal("front 0 0", await FindAsync("front"));
        Assert.Equal("", await FindAsync("nobody"));
        Assert.Equal("", await FindAsync("", kind: "person"));
    }
}
