using Map.Core.Review;
using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Data.Erasing;
using Map.Web.Features.Corrections;
using Map.Web.Features.Review;
using Map.Web.Features.Zones;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Review;

/// <summary>Series of zones in the queue: a new one whole, and each save into one that readers see beside it.</summary>
public class ReviewedZonesTests
{
    [Fact]
    public async Task A_series_that_an_editor_sends_waits_whole_is_sent_back_and_let_out_by_a_reviewer()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var sent = await queue.Zones.RunAsync(Series(Box(37), Box(37.5)), Queue.Rana, Guid.NewGuid());
        Assert.True(sent is { Saved: true, Waits: true }, string.Join(' ', sent.Problems.Select(it => it.Message)));
        Assert.Empty(await ShownAsync(queue));
        await using (var db = queue.Desk.Database.Dbs.CreateDbContext())
        {
            Assert.Equal("review", (await db.ZoneSeries.SingleAsync()).Status);
            var item = Assert.Single((await WaitingList.FindAsync(db, queue.Records, new("", "", "", QueueQuery.Zones))).Items);
            Assert.Equal((sent.Review!.Value, "Afrin 2018", "icon:area"), (item.Id, item.Name.Title, item.Name.Symbol));
            var read = (await queue.Records[2].ReadAsync(db, await queue.RowAsync(item.Id), Language.English, default))!;
            Assert.Contains(read.Whole, it => it is { Label: "Zone 2: Who holds it", Mine: "SNA" });
            Assert.Equal((false, 2, 1), (read.IsPublic, read.Grounds.Count, read.Sources.Count));
        }
        Assert.True((await queue.Decide.SendBackAsync(sent.Review.Value, "Which map?", Queue.Lina, Guid.NewGuid())).Done);
        var again = await DraftAsync(queue, 0);
        (again.Status, again.Reason) = ("published", "the daily map of 18 March");
        Assert.Equal(sent.Review, (await queue.Zones.RunAsync(again, Queue.Rana, Guid.NewGuid())).Review);
        Assert.Equal(DecisionRefusal.NotAllowed, (await queue.ApproveAsync(sent.Review.Value, Queue.Omar)).Refusal);
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Equal([37.0, 37.5], await ShownAsync(queue));
    }

    [Fact]
    public async Task A_change_of_a_public_zone_waits_beside_it_and_only_what_was_read_is_approved()
    {
        using var queue = await PublicAsync(Box(37), Box(38));
        var moved = await DraftAsync(queue, 1);
        (moved.Zones[0].Shape, moved.Reason) = (Box(36.5).Shape, "the next map");
        var sent = await queue.Zones.RunAsync(moved, Queue.Rana, Guid.NewGuid());
        Assert.True(sent is { Saved: true, Waits: true }, string.Join(' ', sent.Problems.Select(it => it.Message)));
        Assert.Equal("submit", (await queue.LastActAsync()).Act);
        Assert.Equal([37.0, 38.0], await ShownAsync(queue));
        var (looked, title) = await queue.LookAsync(sent.Review!.Value);
        Assert.Equal("Afrin 2018, SNA, 18 March 2018", title);

        // Another field of it is changed since: what she read is not what would be let out, though both may stand.
        var noted = await DraftAsync(queue, 1);
        (noted.Zones[0].Note, noted.Reason) = ("along the river", "said more");
        Assert.False((await queue.Zones.RunAsync(noted, Queue.Lina, Guid.NewGuid())).Waits);
        Assert.Equal(DecisionRefusal.MovedOn, (await queue.Decide.ApproveAsync(looked, Queue.Lina, Guid.NewGuid())).Refusal);
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Equal([36.5, 38.0], await ShownAsync(queue));
        await using (var db = queue.Desk.Database.Dbs.CreateDbContext())
        {
            Assert.Equal("along the river", (await db.Zones.SingleAsync(zone => zone.Id == 1)).Note);
            var line = await db.Revisions.Where(it => it.Table == "Zones" && it.Field == "Shape").OrderByDescending(it => it.Id).FirstAsync();
            Assert.Equal(("Lina", "the next map (proposed by Rana)"), (line.Who, line.Why));
        }

        // The same field: nobody but a person can tell.
        var (hers, his) = (await DraftAsync(queue, 1), await DraftAsync(queue, 1));
        (hers.Zones[0].Holders, hers.Reason, his.Zones[0].Holders, his.Reason) = ("hts", "read again", "turkey", "read again");
        var conflict = await queue.Zones.RunAsync(hers, Queue.Rana, Guid.NewGuid());
        Assert.False((await queue.Zones.RunAsync(his, Queue.Sami, Guid.NewGuid())).Waits);
        Assert.Equal(DecisionRefusal.Conflict, (await queue.ApproveAsync(conflict.Review!.Value, Queue.Lina)).Refusal);
        // And who saved over the zone without having seen it is told.
        Assert.Contains("changed this zone meanwhile", Assert.Single((await queue.Zones.RunAsync(his, Queue.Sami, Guid.NewGuid())).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_zone_of_a_public_series_ends_the_one_before_it_only_when_it_is_approved_and_is_fitted_then()
    {
        using var queue = await PublicAsync(Box(37));
        var next = await DraftAsync(queue, 0);
        (next.Zones, next.Reason) = ([Box(37, "2018-05-01")], "the next version");
        next.Zones[0].PreviousId = 1;
        var sent = await queue.Zones.RunAsync(next, Queue.Rana, Guid.NewGuid());
        Assert.True(sent.Waits);
        // A second save waits by itself, and one that is gone on with takes its own place.
        var other = await DraftAsync(queue, 0);
        (other.Zones, other.Reason) = ([Box(39)], "another");
        var second = await queue.Zones.RunAsync(other, Queue.Rana, Guid.NewGuid());
        Assert.NotEqual(sent.Review, second.Review);
        other.Proposal = second.Review;
        Assert.Equal(second.Review, (await queue.Zones.RunAsync(other, Queue.Rana, Guid.NewGuid())).Review);
        await using (var db = queue.Desk.Database.Dbs.CreateDbContext())
        {
            Assert.Null((await db.Zones.SingleAsync()).ToEdtf);
        }
        Assert.True((await queue.ApproveAsync(sent.Review!.Value, Queue.Lina)).Done);
        Assert.True((await queue.ApproveAsync(second.Review!.Value, Queue.Lina)).Done);
        await using var after = queue.Desk.Database.Dbs.CreateDbContext();
        Assert.Equal(["2018-04-30", null, null], await after.PublicZones.OrderBy(zone => zone.Id).Select(zone => zone.ToEdtf).ToListAsync());
        // What does not fit by now is not let out.
        var (a, b) = (await DraftAsync(queue, 0), await DraftAsync(queue, 0));
        (a.Zones, a.Reason, b.Zones, b.Reason) = ([Box(40)], "one", [Box(40.1)], "the other");
        var late = await queue.Zones.RunAsync(a, Queue.Rana, Guid.NewGuid());
        Assert.True((await queue.Zones.RunAsync(b, Queue.Lina, Guid.NewGuid())).Saved);
        Assert.Equal(DecisionRefusal.Unready, (await queue.ApproveAsync(late.Review!.Value, Queue.Lina)).Refusal);
        Assert.Equal("waiting", (await queue.RowAsync(late.Review.Value)).State);
    }

    [Fact]
    public async Task A_zone_and_a_series_are_withdrawn_by_proposal_and_readers_are_told_what_was_corrected()
    {
        using var queue = await PublicAsync(Box(37), Box(38));
        Assert.Empty(await ToldAsync());
        var withdrawn = await DraftAsync(queue, 2);
        (withdrawn.Zones[0].Status, withdrawn.Reason) = ("withdrawn", "drawn from a false map");
        var sent = await queue.Zones.RunAsync(withdrawn, Queue.Rana, Guid.NewGuid());
        Assert.Equal([37.0, 38.0], await ShownAsync(queue));
        Assert.True((await queue.ApproveAsync(sent.Review!.Value, Queue.Lina)).Done);
        Assert.Equal([37.0], await ShownAsync(queue));
        var moved = await DraftAsync(queue, 1);
        (moved.Zones[0].Shape, moved.Zones[0].Note, moved.Reason) = (Box(36.5).Shape, "for the desk", "canary of a reason");
        Assert.True((await queue.Zones.RunAsync(moved, Queue.Lina, Guid.NewGuid())).Saved);
        Assert.Equal(["Afrin 2018: corrected: area", "Zone 2: withdrawn"], await ToldAsync());

        var remove = new RemoveZones(queue.Desk.Database.Gate, TimeProvider.System);
        Assert.True(await remove.PublishAsync(1, false, Queue.Rana, Guid.NewGuid()));
        Assert.Equal([36.5], await ShownAsync(queue));
        Assert.True((await queue.ApproveAsync((await queue.WaitingAsync(1)).Id, Queue.Lina)).Done);
        Assert.Empty(await ShownAsync(queue));
        Assert.Equal(["Series of zones 1: withdrawn", "Zone 1: corrected: area", "Zone 2: withdrawn"], await ToldAsync());
        // Out again, for readers had seen it.
        Assert.True(await remove.PublishAsync(1, true, Queue.Rana, Guid.NewGuid()));
        Assert.Empty(await ShownAsync(queue));
        Assert.True((await queue.ApproveAsync((await queue.WaitingAsync(1)).Id, Queue.Lina)).Done);
        Assert.Equal("Afrin 2018: shown again", (await ToldAsync())[0]);

        async Task<List<string>> ToldAsync()
        {
            await using var db = queue.Desk.Database.Dbs.CreateDbContext();
            return [.. (await CorrectionList.ReadAsync(db)).Select(it => $"{it.Name(Language.English)}: {it.Words(Language.English)}")];
        }
    }

    [Fact]
    public async Task The_ground_of_an_earlier_version_is_brought_back_and_an_erased_zone_leaves_none()
    {
        using var queue = await PublicAsync(Box(37));
        var moved = await DraftAsync(queue, 1);
        (moved.Zones[0].Shape, moved.Zones[0].Quote, moved.Reason) = (Box(38).Shape, "as a witness drew it", "the next map");
        Assert.True((await queue.Zones.RunAsync(moved, Queue.Lina, Guid.NewGuid())).Saved);
        var restore = new RestoreZone(queue.Desk.Database.Dbs, queue.Zones);
        await using (var db = queue.Desk.Database.Dbs.CreateDbContext())
        {
            var told = (await ComparedRecord.ReadAsync(db, "Zones", 1, null, null, Language.Arabic))!;
            Assert.Equal(["Quote", "Shape"], told.Fields.Select(field => field.Path).Order());
            Assert.Contains("كم²", told.Fields.Single(field => field.Path == "Shape").Before!, StringComparison.Ordinal);
        }
        var past = await PastAsync();
        var restored = await restore.RestoreAsync(new(1, past.Acts[1].Number, past.Acts[0].Number, "the first was right", Guid.NewGuid()), Queue.Lina, Language.English);
        Assert.True(restored is { IsDone: true, Review: null }, string.Join(' ', restored.Problems));
        Assert.Equal([37.0], await ShownAsync(queue));
        past = await PastAsync();
        Assert.NotNull((await restore.RestoreAsync(new(1, past.Acts[1].Number, past.Acts[0].Number, "no, the second", Guid.NewGuid()), Queue.Rana, Language.English)).Review);
        Assert.Equal([37.0], await ShownAsync(queue));

        var files = new SweptFiles(queue.Desk.Database.Gate, queue.Desk.Database.Folder, NullLogger<SweptFiles>.Instance);
        var eraser = new Eraser(queue.Desk.Database.Gate, files, new ArchivedCopies(queue.Desk.Database.Folder), TimeProvider.System);
        Assert.NotNull(await eraser.RunAsync(new("Zones", 1, null, "safety", false), Acting.Person(Queue.Admin.Id, Queue.Admin.Name, Right.Administer, true), Guid.NewGuid()));
        await using var after = queue.Desk.Database.Dbs.CreateDbContext();
        Assert.False(await after.Zones.AnyAsync());
        Assert.False(await after.PastShapes.AnyAsync());
        Assert.False(await after.Reviews.AnyAsync(it => it.Kind == "change"));
        Assert.True(await after.IsErasedAsync("zone-1-1", default));
        Assert.False(await after.Revisions.AnyAsync(line => line.Old!.Contains("witness") || line.New!.Contains("witness")));

        async Task<RecordPast> PastAsync()
        {
            await using var db = queue.Desk.Database.Dbs.CreateDbContext();
            return (await RecordPast.OfAsync(db, "Zones", 1))!;
        }
    }

    /// <summary>A drawn series that readers see.</summary>
    private static async Task<Queue> PublicAsync(params ZoneDraft[] zones)
    {
        var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var saved = await queue.Zones.RunAsync(Series(zones), Queue.Lina, Guid.NewGuid());
        Assert.True(saved is { Series: 1, Waits: false }, string.Join(' ', saved.Problems.Select(it => it.Message)));
        return queue;
    }

    private static ZoneSeriesDraft Series(params ZoneDraft[] zones) =>
        new() { Title = "Afrin 2018", Method = "Drawn from a daily map.", SourceId = 1, Reason = "first drawing", Status = "published", TroublesAccepted = true, Zones = [.. zones] };

    private static ZoneDraft Box(double west, string from = "2018-03-18") => new()
    {
        Holders = "sna",
        From = from,
        Shape = new WKTReader().Read(FormattableString.Invariant($"POLYGON(({west} 36, {west + 0.2} 36, {west + 0.2} 36.2, {west} 36.2, {west} 36))")),
    };

    /// <summary>The series as its form opens it, with one of its zones or none.</summary>
    private static async Task<ZoneSeriesDraft> DraftAsync(Queue queue, long zone)
    {
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        var series = await db.ZoneSeries.SingleAsync();
        var draft = LoadZones.From(series, await db.Zones.Where(row => row.Id == zone).ToListAsync());
        draft.TroublesAccepted = true;
        return draft;
    }

    /// <summary>The western border of each zone that readers see.</summary>
    private static async Task<List<double>> ShownAsync(Queue queue)
    {
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        return [.. (await db.PublicZones.OrderBy(zone => zone.Id).Select(zone => zone.Shape).ToListAsync()).Select(shape => new WKBReader().Read(shape).EnvelopeInternal.MinX)];
    }
}
