using Map.Core.Actors;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.Actors;
using Map.Web.Features.EditActors;
using Map.Web.Features.Explore;
using Map.Web.Features.Review;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditActors;
using Map.Web.Tests.EditEvents;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Review;

/// <summary>Actors with their names and relations in the queue.</summary>
public class ReviewedActorsTests
{
    [Fact]
    public async Task A_new_actor_waits_with_its_names_and_relations_and_comes_out_with_them()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var sent = await queue.Actors.RunAsync(New(), Queue.Rana, Guid.NewGuid());
        Assert.True(sent is { Saved: true, Review: not null }, string.Join(' ', sent.Problems));
        Assert.Equal((false, 0), await SeenAsync(queue));
        var page = await queue.ReadAsync(sent.Review.Value);
        Assert.Equal(("Free Brigades", "A statement"), (page.Name.Title, page.Sources.Single(it => it.Status == IRestedOn.Added).Title));
        Assert.Contains(page.Whole, row => row.Mine.StartsWith("formed from Hayat Tahrir al-Sham", StringComparison.Ordinal));

        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Equal((true, 2), await SeenAsync(queue));
        Assert.Contains("A statement", await queue.AskAsync(db => db.PublicSources.Select(it => it.Title).ToListAsync()));
    }

    [Fact]
    public async Task A_change_of_a_public_actor_and_its_relations_waits_and_both_changes_of_one_field_are_refused()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var draft = await OpenAsync(queue, 2);
        draft.Names.Add(new() { Name = "Republic of Türkiye" });
        draft.Relations.Add(new() { Kind = "allied_with", ToId = 1, ToName = "Hayat Tahrir al-Sham", DateText = "2018", SourceId = 1, SourceKey = "article", Credibility = 3 });
        var sent = await queue.Actors.RunAsync(draft, Queue.Rana, Guid.NewGuid());
        Assert.NotNull(sent.Review);
        Assert.Equal((1, 0), (await NamesAsync(queue), await queue.AskAsync(db => db.ActorRelations.CountAsync())));
        Assert.Equal([("", "Republic of Türkiye · en"), ("", "allied with Hayat Tahrir al-Sham · 2018 · #1 · 3")], (await queue.ReadAsync(sent.Review.Value)).Differences.Select(row => (row.Theirs, row.Mine)));

        // Somebody else changed another field since: both stand.
        var note = await OpenAsync(queue, 2);
        note.Note = "A state";
        await queue.Actors.RunAsync(note, Queue.Sami, Guid.NewGuid());
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Equal((2, 1), (await NamesAsync(queue), await queue.AskAsync(db => db.PublicActorRelations.CountAsync())));
        Assert.Equal("A state", (await OpenAsync(queue, 2)).Note);

        // Whoever proposes in Arabic and whoever reads it in English call the same relation the same.
        await queue.WriteAsync(async db => (await db.Actors.SingleAsync(it => it.Id == 1)).NameAr = "الهيئة");
        var inArabic = await queue.AskAsync(async db => LoadActor.From((await LoadActor.RowAsync(db, 2))!, await LoadActor.RelationsAsync(db, 2), arabic: true));
        (inArabic.NameAr, inArabic.Reason) = ("تركيا", "بالعربية");
        var arabic = await queue.Actors.RunAsync(inArabic, Queue.Rana, Guid.NewGuid(), arabic: true);
        (note = await OpenAsync(queue, 2)).Note = "A republic";
        await queue.Actors.RunAsync(note, Queue.Sami, Guid.NewGuid());
        Assert.Equal(["Name in Arabic"], (await queue.ReadAsync(arabic.Review!.Value)).Differences.Select(row => row.Label));
        Assert.True((await queue.ApproveAsync(arabic.Review.Value, Queue.Lina)).Done);

        var (mine, theirs) = (await OpenAsync(queue, 2), await OpenAsync(queue, 2));
        (mine.Name, theirs.Name) = ("Turkey", "Turkiye");
        var other = await queue.Actors.RunAsync(mine, Queue.Rana, Guid.NewGuid());
        await queue.Actors.RunAsync(theirs, Queue.Sami, Guid.NewGuid());
        Assert.Equal(DecisionRefusal.Conflict, (await queue.ApproveAsync(other.Review!.Value, Queue.Lina)).Refusal);
        Assert.Equal("Turkiye", await queue.AskAsync(db => db.PublicActors.Where(it => it.Id == 2).Select(it => it.Name).SingleAsync()));
    }

    [Fact]
    public async Task Who_wrote_an_actor_or_its_relations_does_not_let_it_out_and_no_event_does_before()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var sent = await queue.Actors.RunAsync(New(), Queue.Lina, Guid.NewGuid());
        Assert.Equal(DecisionRefusal.Own, (await queue.ApproveAsync(sent.Review!.Value, Queue.Lina)).Refusal);
        var draft = Desk.Whole();
        draft.PublicPrecision = "";
        draft.Actors[1] = new() { ActorId = sent.Id, ActorKey = "free-brigades", Name = "Free Brigades" };
        var waits = await queue.SaveAsync(draft, Queue.Rana);
        Assert.Equal("Free Brigades", Assert.Single((await queue.ReadAsync(waits.Review!.Value)).Awaits).Name);
        await Assert.ThrowsAsync<NotAllowedException>(() => queue.ApproveAsync(waits.Review.Value, Queue.Sami));
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Sami)).Done);
        Assert.True((await queue.ApproveAsync(waits.Review.Value, Queue.Sami)).Done);
    }

    [Fact]
    public async Task An_editor_proposes_to_delete_a_public_actor_and_takes_an_unseen_one_away_at_once()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var remove = new RemoveActor(queue.Desk.Database.Gate, TimeProvider.System);
        var wish = (await remove.RunAsync(1, Queue.Rana, "not an actor", Guid.NewGuid()))!;
        Assert.NotNull(wish.Review);
        Assert.Equal(2, await queue.AskAsync(db => db.PublicActors.CountAsync()));
        Assert.True((await queue.ApproveAsync(wish.Review.Value, Queue.Lina)).Done);
        Assert.Equal(1, await queue.AskAsync(db => db.Actors.CountAsync()));
        var draft = New();
        draft.Relations.Clear();
        var sent = await queue.Actors.RunAsync(draft, Queue.Rana, Guid.NewGuid());
        Assert.Null((await remove.RunAsync(sent.Id!.Value, Queue.Rana, "a slip", Guid.NewGuid()))!.Review);
        Assert.Equal((1, 0), (await queue.AskAsync(db => db.Actors.CountAsync()), await queue.AskAsync(db => db.InQueue().CountAsync())));
    }

    private static ActorDraft New()
    {
        var draft = ActorDesk.Whole();
        (draft.Relations[0].ToName, draft.Relations[0].SourceKey) = ("Hayat Tahrir al-Sham", "article");
        (draft.Relations[1].ToId, draft.Relations[1].ToName) = (2, "Türkiye");
        return draft;
    }

    private static async Task<ActorDraft> OpenAsync(Queue queue, long id)
    {
        var draft = await queue.AskAsync(async db => LoadActor.From((await LoadActor.RowAsync(db, id))!, await LoadActor.RelationsAsync(db, id)));
        draft.Reason = "a reason";
        return draft;
    }

    private static Task<int> NamesAsync(Queue queue) => queue.AskAsync(db => db.PublicActorNames.CountAsync(name => name.ActorId == 2));

    /// <summary>Whether a reader's search finds it, and how many of its relations stand on the pages about actors.</summary>
    private static async Task<(bool, int)> SeenAsync(Queue queue) => await queue.AskAsync(async db =>
        ((await SearchIndex.ReadAsync(db, default)).Find("Free Brigades", Language.English).Count > 0, (await ActorReading.ReadAsync(db)).Relations.Count));
}
