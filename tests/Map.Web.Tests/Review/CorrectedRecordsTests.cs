using System.Text;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.Corrections;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Review;

/// <summary>What readers are told of sources, actors and places that were changed after they saw them: by the rule of events, and by public fields alone.</summary>
public class CorrectedRecordsTests
{
    [Theory]
    [InlineData("Sources", "title", "/about/data#source-article", "Source 1: withdrawn")]
    [InlineData("Actors", "name", "/actors/hts", "Actor 1: withdrawn")]
    [InlineData("Places", "name", "/?at=36.586,37.044,13", "Place 1: withdrawn")]
    public async Task A_change_is_told_once_it_is_approved_a_withdrawal_without_the_name_and_a_return_with_it(string table, string field, string path, string withdrawn)
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var review = await queue.RenameAsync(table, 1, "A better name", Queue.Rana);
        Assert.Empty(await ReadAsync(queue));
        Assert.True((await queue.ApproveAsync(review!.Value, Queue.Lina)).Done);
        var told = Assert.Single(await ReadAsync(queue));
        Assert.Equal(("A better name", path), (told.Name(Language.English), told.Path));
        Assert.Contains(field, told.Fields);

        await SetStatusAsync(queue, table, "draft");
        Assert.Equal([withdrawn, withdrawn.Replace("withdrawn", told.Words(Language.English), StringComparison.Ordinal)], (await ReadAsync(queue)).Select(InWords));
        Assert.All(await ReadAsync(queue), it => Assert.Null(it.Path));
        var feed = Encoding.UTF8.GetString(CorrectionsFeed.Written(await ReadAsync(queue), "https://map.example.org", Language.English));
        Assert.Contains(withdrawn, feed, StringComparison.Ordinal);
        Assert.DoesNotContain("better name", feed, StringComparison.Ordinal);

        // Nobody sees it: what is done to it now is no correction.
        await queue.RenameAsync(table, 1, "Only at the desk", Queue.Lina);
        if ((await queue.SeenAsync(table, 1)) is null) { await SetStatusAsync(queue, table, "published"); }
        Assert.Equal("Only at the desk: shown again", InWords((await ReadAsync(queue))[0]));
        Assert.Equal(3, (await ReadAsync(queue)).Count);
    }

    [Fact]
    public async Task What_only_the_desk_sees_of_them_is_no_correction()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Open);
        await queue.WriteAsync(async db =>
        {
            var (source, actor, place) = (await db.Sources.SingleAsync(it => it.Id == 1), await db.Actors.SingleAsync(it => it.Id == 1), await db.Places.SingleAsync(it => it.Id == 1));
            source.PrivateNote = actor.PrivateNote = place.PrivateNote = "for the desk alone";
            (source.ArchiveSha256, source.ArchivedAt, source.LinkState) = (new string('a', 64), DateTime.UtcNow, "alive");
            place.Origin = "elsewhere";
        });
        await queue.WriteAsync(db => Task.FromResult(db.Sources.Add(new() { Key = "draft-source", Title = "A draft", Status = "draft" }).Entity));
        await queue.WriteAsync(async db => (await db.Sources.SingleAsync(it => it.Key == "draft-source")).Title = "Still a draft");
        await queue.WriteAsync(async db => db.Sources.Remove(await db.Sources.SingleAsync(it => it.Key == "draft-source")));
        Assert.Empty(await ReadAsync(queue));
    }

    /// <summary>A line with its number would point at the place whose spot is withheld.</summary>
    [Fact]
    public async Task A_place_that_is_told_coarsely_or_comes_to_be_is_not_told_of_at_all()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Open);
        await queue.WriteAsync(async db => (await db.Places.SingleAsync(it => it.Id == 1)).PublicPrecision = "district");
        await queue.WriteAsync(async db =>
        {
            var place = await db.Places.Include(it => it.Names).SingleAsync(it => it.Id == 1);
            (place.Latitude, place.Name) = (36.5, "Another name");
            place.Names.Add(new() { Name = "Hill 417", NameKey = "hill 417" });
        });
        await queue.WriteAsync(async db => (await db.Places.SingleAsync(it => it.Id == 1)).PublicPrecision = null);
        Assert.Empty(await ReadAsync(queue));
        await queue.WriteAsync(async db => (await db.Places.Include(it => it.Names).SingleAsync(it => it.Id == 1)).Names.RemoveAll(it => it.Name == "Hill 417"));
        Assert.Equal("Another name: corrected: other names", InWords(Assert.Single(await ReadAsync(queue))));
    }

    [Fact]
    public async Task A_relation_is_told_of_the_actor_it_begins_from_as_long_as_readers_see_it()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Open);
        await queue.WriteAsync(db =>
        {
            db.Actors.Add(new() { Id = 9, Key = "hidden", Name = "Hidden", Status = "draft" });
            db.ActorRelations.AddRange(new() { Id = 1, Key = "one", FromId = 1, ToId = 2, Kind = "allied_with", SourceId = 1 }, new() { Id = 2, Key = "two", FromId = 9, ToId = 2, Kind = "allied_with", SourceId = 1 });
            return Task.CompletedTask;
        });
        Assert.Equal("Hayat Tahrir al-Sham: corrected: relations", InWords(Assert.Single(await ReadAsync(queue))));
        await queue.WriteAsync(async db => (await db.ActorRelations.SingleAsync(it => it.Id == 2)).Note = "nobody sees it");
        await queue.WriteAsync(async db => (await db.ActorRelations.SingleAsync(it => it.Id == 1)).DeletedAt = DateTime.UtcNow);
        await queue.WriteAsync(async db => (await db.ActorRelations.SingleAsync(it => it.Id == 1)).Note = "gone, and nobody sees it");
        Assert.Equal(2, (await ReadAsync(queue)).Count);
    }

    [Fact]
    public async Task Named_views_and_stories_are_told_of_by_their_public_fields_and_by_their_number_once_they_are_withdrawn()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Open);
        await queue.WriteAsync(db =>
        {
            db.Views.Add(new() { Id = 5, Key = "a-view", Title = "A view", Status = "published" });
            db.Stories.Add(new() { Id = 6, Key = "a-story", Title = "A story", Status = "published" });
            return Task.CompletedTask;
        });
        await queue.WriteAsync(async db =>
        {
            var (view, story) = (await db.Views.SingleAsync(), await db.Stories.SingleAsync());
            (view.Owner, view.Framers, view.Theme, story.Owner) = ("Somebody else", "https://example.org", "dark", "Somebody else");
        });
        Assert.Empty(await ReadAsync(queue));
        await queue.WriteAsync(async db => ((await db.Views.SingleAsync()).Caption, (await db.Stories.SingleAsync()).Chapters) = ("What it shows", "[]"));
        Assert.Equal(["A story: corrected: text and maps /stories/a-story", "A view: corrected: caption /v/a-view"], (await ReadAsync(queue)).Select(it => $"{InWords(it)} {it.Path}").Order());
        await queue.WriteAsync(async db => ((await db.Views.SingleAsync()).Status, (await db.Stories.SingleAsync()).DeletedAt) = ("withdrawn", DateTime.UtcNow));
        Assert.Equal(["Story 6: withdrawn", "View 5: withdrawn"], (await ReadAsync(queue)).Take(2).Select(InWords).Order());
        Assert.All(await ReadAsync(queue), it => Assert.Null(it.Path));
    }

    [Fact]
    public void An_address_keeps_its_part_of_the_page_in_Arabic_too()
    {
        Assert.Equal("/about/data?lang=ar#source-article", Language.Arabic.Link("/about/data#source-article"));
        Assert.Equal("/?event=1&lang=ar", Language.Arabic.Link("/?event=1"));
        Assert.Equal("/about/data#source-article", Language.English.Link("/about/data#source-article"));
    }

    private static string InWords(Correction it) => $"{it.Name(Language.English)}: {it.Words(Language.English)}";

    private static Task SetStatusAsync(Queue queue, string table, string status) => queue.WriteAsync(async db =>
    {
        IRestedOn row = table switch { "Sources" => await db.Sources.SingleAsync(it => it.Id == 1), "Actors" => await db.Actors.SingleAsync(it => it.Id == 1), _ => await db.Places.SingleAsync(it => it.Id == 1) };
        row.Status = status;
    });

    private static Task<IReadOnlyList<Correction>> ReadAsync(Queue queue) => queue.AskAsync(db => CorrectionList.ReadAsync(db));
}
