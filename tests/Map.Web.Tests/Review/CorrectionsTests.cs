using System.Xml.Linq;
using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.Corrections;
using Map.Web.Shared;
using Map.Web.Tests.EditEvents;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Review;

/// <summary>What readers are told of what was changed after they saw it.</summary>
public class CorrectionsTests
{
    [Fact]
    public async Task A_correction_names_fields_and_never_what_stood_in_them()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        Assert.Empty(await ReadAsync(queue));
        var edited = await queue.Desk.OpenAsync(id);
        (edited.Title, edited.Description, edited.Reason) = ("Convoy stopped at Azaz", "Told anew.", "canary of a reason");
        edited.Claims[0].Quote = "another quotation";
        await queue.SaveAsync(edited, Queue.Lina);

        var told = Assert.Single(await ReadAsync(queue));

        Assert.Equal(("corrected", "corrected: claims and sources, description, title", "Convoy stopped at Azaz", $"/?event={id}"), (told.Kind, told.Words(Language.English), told.Name(Language.English), told.Path));
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        Assert.Equal("claims description title", (await db.Corrections.SingleAsync()).Fields);
    }

    [Fact]
    public async Task What_readers_do_not_see_is_no_correction()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var noted = await queue.Desk.OpenAsync(id);
        (noted.PrivateNote, noted.Reason) = ("for the desk alone", "a note");
        await queue.SaveAsync(noted, Queue.Lina);
        await queue.RetitleAsync(id, "It waits", Queue.Rana);
        var draft = Desk.Whole();
        draft.Status = "draft";
        await queue.SaveAsync(draft, Queue.Rana);
        await queue.RetitleAsync(draft.Id, "Still a draft", Queue.Rana, "draft");
        // Told by its district: title, place and description are withheld, and so is that they changed.
        var coarse = Desk.Whole();
        await queue.SaveAsync(coarse, Queue.Lina);
        await queue.RetitleAsync(coarse.Id, "Nobody is told", Queue.Lina);
        Assert.Empty(await ReadAsync(queue));
    }

    [Fact]
    public async Task A_withdrawn_or_deleted_event_leaves_its_number_alone_and_comes_back_with_its_name()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        await queue.RetitleAsync(id, "Corrected before", Queue.Lina);
        await queue.RetitleAsync(id, "Corrected before", Queue.Lina, "withdrawn");
        var told = await ReadAsync(queue);
        Assert.Equal([$"Event {id}: withdrawn", $"Event {id}: corrected: title"], told.Select(it => $"{it.Name(Language.English)}: {it.Words(Language.English)}"));
        Assert.All(told, it => Assert.Null(it.Path));
        Assert.Equal($"الحدث {id}: سُحب", $"{told[0].Name(Language.Arabic)}: {told[0].Words(Language.Arabic)}");

        await queue.RetitleAsync(id, "Corrected before", Queue.Lina);
        Assert.Equal(("returned", "Corrected before"), (await ReadAsync(queue))[0] is var back ? (back.Kind, back.Title) : default);
        await queue.Desk.Remove.DeleteAsync(id, Queue.Lina, "twice", Guid.NewGuid());
        Assert.Equal(("withdrawn", null), (await ReadAsync(queue))[0] is var gone ? (gone.Kind, gone.Title) : default);
    }

    [Fact]
    public async Task A_control_claim_that_is_changed_or_taken_away_is_told_by_its_place_as_long_as_that_is_public()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        await queue.WriteAsync(db => Task.FromResult(db.ControlClaims.Add(new() { Id = 7, Key = "azaz-2016", PlaceId = 1, Holders = "sdf", Edtf = "2016-08-15", EarliestDay = 17028, LatestDay = 17028, SourceId = 1, Credibility = 3, Version = Guid.NewGuid() })));
        await queue.WriteAsync(async db => (await db.ControlClaims.SingleAsync()).Holders = "sna");
        Assert.Equal("Azaz: corrected: who held it", (await ReadAsync(queue))[0] is var told ? $"{told.Name(Language.English)}: {told.Words(Language.English)}" : "");
        await queue.WriteAsync(async db => (await db.ControlClaims.SingleAsync()).DeletedAt = DateTime.UtcNow);
        Assert.Equal("Control claim 7: withdrawn", (await ReadAsync(queue))[0] is var gone ? $"{gone.Name(Language.English)}: {gone.Words(Language.English)}" : "");
    }

    [Fact]
    public void The_feed_is_Atom_with_each_thing_once_and_nothing_typed_as_markup()
    {
        Correction[] corrections =
        [
            new(2, new(2026, 11, 21), "withdrawn", "Events", 4001, [], null, null, null),
            new(1, new(2026, 11, 20), "corrected", "Events", 4002, ["title"], "A <b>bold</b> title & more", null, "/?event=4002"),
        ];
        XNamespace atom = "http://www.w3.org/2005/Atom";
        using var bytes = new MemoryStream(CorrectionsFeed.Written(corrections, "https://map.example.org", Language.English));
        var feed = XDocument.Load(bytes).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        Assert.Equal("2026-11-21T00:00:00Z", feed.Element(atom + "updated")!.Value);
        Assert.Equal(["Event 4001: withdrawn", "A <b>bold</b> title & more: corrected: title"], feed.Elements(atom + "entry").Select(it => it.Element(atom + "title")!.Value));
        Assert.Equal("https://map.example.org/?event=4002", feed.Elements(atom + "entry").Last().Element(atom + "link")!.Attribute("href")!.Value);
        Assert.Equal(2, feed.Elements(atom + "entry").Select(it => it.Element(atom + "id")!.Value).Distinct().Count());
    }

    private static async Task<IReadOnlyList<Correction>> ReadAsync(Queue queue)
    {
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        return await CorrectionList.ReadAsync(db);
    }
}
