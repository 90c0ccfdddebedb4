using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Zones;

/// <summary>What became of the wish to delete a series, or to bring it back.</summary>
/// <param name="IsDone">False where it is not there, or already as asked, or the wish waits.</param>
/// <param name="Review">Where it waits for somebody's approval.</param>
public sealed record SeriesRemoval(bool IsDone, long? Review);

/// <summary>Takes a series, or one zone of it, off every map, and puts it back: nothing is erased.</summary>
public sealed class RemoveZones(WriteGate gate, TimeProvider clock)
{
    /// <summary>Of a series that readers see an editor proposes the deletion; it stays until somebody approves that.</summary>
    public Task<SeriesRemoval> SeriesAsync(long id, bool isDeleted, Editor editor, string why, Guid requestId)
    {
        var request = editor.Writes(why, requestId) with { Act = isDeleted ? "delete" : "undo", Target = $"zones {id}" };
        return gate.RunAsync(request, async db =>
        {
            if (await db.ZoneSeries.FindAsync(id) is not { } row || row.DeletedAt is not null == isDeleted) return new SeriesRemoval(false, null);
            var judge = await Reviewing.OfAsync(db, editor);
            var isPublic = row.Status == EventStatus.Published.Id;
            if (isDeleted && judge.Role != ReviewRole.None && !ReviewRules.MayRemove(judge.Mode, judge.Role, isPublic))
            {
                request.Act = "submit";
                var standing = LoadZones.From(row, []);
                return new(false, (await Submissions.ProposeDeletionAsync(db, Submissions.ZoneSeries, id, ReviewZones.VersionOf(standing), ProposedZones.Of(standing), why, editor, clock.GetUtcNow().UtcDateTime, default)).Id);
            }
            judge.MustRemove(isPublic);
            row.DeletedAt = isDeleted ? clock.GetUtcNow().UtcDateTime : null;
            return new(true, null);
        });
    }

    /// <summary>False where it is not there, or already as asked.</summary>
    public Task<bool> ZoneAsync(long id, bool isDeleted, Editor editor, string why, Guid requestId) =>
        RunAsync($"zone {id}", isDeleted, editor, why, requestId, async db =>
        {
            if (await db.Zones.FindAsync(id) is not { } row || row.DeletedAt is not null == isDeleted) return false;
            (await Reviewing.OfAsync(db, editor)).MustRemove(await db.ZoneSeries.AnyAsync(series => series.Id == row.SeriesId && series.Status == EventStatus.Published.Id));
            row.DeletedAt = isDeleted ? clock.GetUtcNow().UtcDateTime : null;
            return true;
        });

    /// <summary>Shows a series to readers, or takes it from them; who may not do either alone sends it to review.</summary>
    public Task<bool> PublishAsync(long id, bool isPublished, Editor editor, Guid requestId)
    {
        var request = editor.Writes("", requestId);
        (request.Act, request.Target) = (isPublished ? "publish" : "withdraw", $"zones {id}");
        return gate.RunAsync(request, async db =>
        {
            var status = isPublished ? EventStatus.Published.Id : EventStatus.Withdrawn.Id;
            if (await db.ZoneSeries.FindAsync(id) is not { } row || row.Status == status) return false;
            var judge = await Reviewing.OfAsync(db, editor);
            var queued = row.Status == EventStatus.Review.Id ? await Submissions.WaitingAsync(db, Submissions.ZoneSeries, id) : null;
            var alone = judge.MayDecide && !(isPublished && judge.Mode == ReviewMode.TwoPeople && await WroteAsync(db, row.Id, judge));
            if (!alone && row.Status == EventStatus.Review.Id) throw judge.MayDecide ? NotAllowedException.Own() : NotAllowedException.Decide();
            if (!alone) request.Act = "submit";
            if (!alone && !isPublished) return await ProposeWithdrawalAsync(db, row, editor);
            row.Status = alone ? status : EventStatus.Review.Id;
            await Submissions.FollowAsync(db, Submissions.ZoneSeries, id, row.Status, queued, "", editor, clock.GetUtcNow().UtcDateTime, default);
            return true;
        });
    }

    private async Task<bool> ProposeWithdrawalAsync(MapDb db, ZoneSeriesRow row, Editor editor)
    {
        if (row.Status != EventStatus.Published.Id) return false;
        var (now, proposed) = (LoadZones.From(row, []), LoadZones.From(row, []));
        proposed.Status = EventStatus.Withdrawn.Id;
        await Submissions.KeepAsync(db, null, Submissions.ZoneSeries, row.Id, ReviewZones.VersionOf(now), ProposedZones.Of(proposed), ProposedZones.Of(now), "", editor, clock.GetUtcNow().UtcDateTime, default);
        return true;
    }

    private static async Task<bool> WroteAsync(MapDb db, long series, Reviewing judge) =>
        await judge.WroteAsync(db, "ZoneSeries", [series]) || await judge.WroteAsync(db, "Zones", await db.Zones.Where(zone => zone.SeriesId == series).Select(zone => zone.Id).ToListAsync());

    private Task<bool> RunAsync(string target, bool isDeleted, Editor editor, string why, Guid requestId, Func<MapDb, Task<bool>> work) =>
        gate.RunAsync(editor.Writes(why, requestId) with { Act = isDeleted ? "delete" : "undo", Target = target }, work);
}
