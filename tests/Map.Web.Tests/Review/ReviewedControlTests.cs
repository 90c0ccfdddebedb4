using Map.Core.Control;
using Map.Core.Review;
using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Features.EditControl;
using Map.Web.Features.Zones;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Review;

/// <summary>Control claims and zones by the same rule, without a change that waits beside what is public.</summary>
public class ReviewedControlTests
{
    [Fact]
    public async Task An_editor_s_claims_go_to_review_and_a_reviewer_publishes_them()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var save = new SaveControlClaims(queue.Desk.Database.Gate, TimeProvider.System);

        var outcome = await save.RunAsync(Sheet(), Queue.Rana, Guid.NewGuid(), Language.English);

        Assert.True(outcome is { Saved: true, Waits: true }, string.Join(' ', outcome.Problems));
        Assert.Equal("submit", (await queue.LastActAsync()).Act);
        var sheet = await LoadAsync(queue, outcome.Ids[0]);
        Assert.Equal("review", sheet.Status);
        Assert.Equal(0, await PublicAsync(queue));
        (sheet.Status, sheet.Reason) = ("published", "checked");
        Assert.False((await save.RunAsync(sheet, Queue.Lina, Guid.NewGuid(), Language.English)).Waits);
        Assert.Equal(1, await PublicAsync(queue));

        // What readers see of it is not an editor's to change or to take away.
        sheet = await LoadAsync(queue, outcome.Ids[0]);
        (sheet.Lines[0].Note, sheet.Reason) = ("another note", "read again");
        Assert.Equal("Status", Assert.Single((await save.RunAsync(sheet, Queue.Rana, Guid.NewGuid(), Language.English)).Problems).Field);
        var remove = new RemoveControlClaim(queue.Desk.Database.Gate, TimeProvider.System);
        await Assert.ThrowsAsync<NotAllowedException>(() => remove.DeleteAsync(outcome.Ids[0], Queue.Rana, "no", Guid.NewGuid()));
        Assert.True(await remove.DeleteAsync(outcome.Ids[0], Queue.Lina, "twice", Guid.NewGuid()));
        await Assert.ThrowsAsync<NotAllowedException>(() => save.RunAsync(Sheet("idlib"), Queue.Reader, Guid.NewGuid(), Language.English));
    }

    [Fact]
    public async Task With_two_people_a_claim_is_published_as_it_is_by_a_reviewer_who_did_not_write_it()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var save = new SaveControlClaims(queue.Desk.Database.Gate, TimeProvider.System);
        var id = (await save.RunAsync(Sheet(), Queue.Lina, Guid.NewGuid(), Language.English)).Ids[0];
        Assert.True(await TryAsync(Queue.Lina, null));
        Assert.True(await TryAsync(Queue.Sami, "with a word of his own"));
        Assert.Equal(0, await PublicAsync(queue));
        Assert.False(await TryAsync(Queue.Admin, null));
        Assert.Equal(1, await PublicAsync(queue));

        async Task<bool> TryAsync(Editor who, string? note)
        {
            var sheet = await LoadAsync(queue, id);
            (sheet.Status, sheet.Reason, sheet.Lines[0].Note) = ("published", "checked", note ?? sheet.Lines[0].Note);
            return (await save.RunAsync(sheet, who, Guid.NewGuid(), Language.English)).Waits;
        }
    }

    [Fact]
    public async Task A_series_of_zones_is_published_by_who_may_and_an_editor_s_is_a_draft_until_then()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var save = new SaveZones(queue.Desk.Database.Gate, TimeProvider.System);
        var draft = new ZoneSeriesDraft { Title = "Afrin 2018, drawn", Method = "Drawn from a daily map.", SourceId = 1, Reason = "first drawing", Status = "published", Zones = [new() { Holders = "sna", From = "2018-03-18", Shape = new WKTReader().Read("POLYGON((37 36, 37.2 36, 37.2 36.2, 37 36.2, 37 36))") }] };
        var outcome = await save.RunAsync(draft, Queue.Lina, Guid.NewGuid());
        Assert.True(outcome is { Saved: true, Waits: true }, string.Join(' ', outcome.Problems));
        var remove = new RemoveZones(queue.Desk.Database.Gate, TimeProvider.System);
        var id = outcome.Series!.Value;
        foreach (var no in new[] { Queue.Rana, Queue.Reader, Queue.Lina }) { await Assert.ThrowsAsync<NotAllowedException>(() => remove.PublishAsync(id, true, no, Guid.NewGuid())); }
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        Assert.False(await db.PublicZones.AnyAsync());
        Assert.True(await remove.PublishAsync(id, true, Queue.Sami, Guid.NewGuid()));
        Assert.True(await db.PublicZones.AnyAsync());
        await Assert.ThrowsAsync<NotAllowedException>(() => remove.SeriesAsync(id, true, Queue.Rana, "no", Guid.NewGuid()));
        Assert.True(await remove.PublishAsync(id, false, Queue.Lina, Guid.NewGuid()));
        Assert.False(await db.PublicZones.AnyAsync());
    }

    private static ClaimSheet Sheet(string place = "azaz") => new()
    {
        SourceId = 1,
        SourceKey = "article",
        Status = "published",
        Reason = "a report",
        Lines = [new() { PlaceKey = place, PlaceName = place, Holders = "sdf", DateText = "2016-08-15", Credibility = 3, Note = "town only" }],
    };

    private static async Task<ClaimSheet> LoadAsync(Queue queue, long id)
    {
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        return LoadSheet.From((await LoadSheet.RowAsync(db, id))!);
    }

    private static async Task<int> PublicAsync(Queue queue)
    {
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        return await db.PublicControlClaims.CountAsync();
    }
}
