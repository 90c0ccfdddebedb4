using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditSources;

/// <summary>What rests on a source, and so why it stays; deleted records too, for they can come back.</summary>
/// <param name="Events">Some of the events whose claims rest on it.</param>
/// <param name="Control">Claims of who held a place.</param>
/// <param name="Others">Relations, zones, actors and their names, pasted texts, and other sources.</param>
public sealed record SourceUses(IReadOnlyList<UsedIn> Events, int EventCount, int Control, int Others)
{
    /// <summary>Where the wish to delete it waits for somebody's approval.</summary>
    public long? Review { get; init; }

    public bool None => EventCount + Control + Others == 0;
}

/// <summary>One record that rests on a source.</summary>
public sealed record UsedIn(long Id, string Name, string? NameAr);

/// <summary>Removes a source that nothing rests on. What it was stays in the history.</summary>
public sealed class RemoveSource(WriteGate gate, TimeProvider clock)
{
    /// <summary>Events listed; the rest is counted.</summary>
    private const int Most = 5;

    public static async Task<SourceUses> UsesAsync(MapDb db, SourceRow row, CancellationToken cancel = default)
    {
        var id = row.Id;
        var events = db.Events.Where(it => it.Claims.Any(claim => claim.SourceId == id));
        var key = row.Key;
        return new(
            await events.OrderByDescending(it => it.ChangedAt).Take(Most).Select(it => new UsedIn(it.Id, it.Title, it.TitleAr)).ToListAsync(cancel),
            await events.CountAsync(cancel),
            await db.ControlClaims.CountAsync(claim => claim.SourceId == id, cancel),
            await db.ActorRelations.CountAsync(tie => tie.SourceId == id, cancel) + await db.ZoneSeries.CountAsync(series => series.SourceId == id, cancel) + await db.Zones.CountAsync(zone => zone.SourceId == id, cancel)
                + await db.Actors.CountAsync(actor => actor.SourceId == id, cancel) + await db.ActorNames.CountAsync(name => name.SourceId == id, cancel) + await db.Articles.CountAsync(article => article.SourceId == id, cancel)
                + await db.Sources.CountAsync(other => ("+" + other.Cites + "+").Contains("+" + key + "+"), cancel));
    }

    /// <summary>What rests on it still; nothing is removed then. Null where it is not there any longer.</summary>
    public Task<SourceUses?> RunAsync(long id, Editor editor, string why, Guid requestId, CancellationToken cancel = default)
    {
        var request = editor.Writes(why, requestId) with { Act = "delete", Target = $"source {id}" };
        return gate.RunAsync(request, async db =>
        {
            if (await db.Sources.FindAsync([id], cancel) is not { } row) { return null; }
            var uses = await UsesAsync(db, row, cancel);
            if (!uses.None) { return uses; }
            if (!await Reviewing.MayRemoveAsync(db, row, editor, cancel))
            {
                request.Act = "submit";
                var standing = LoadSource.From(row, await LoadSource.AllAsync(db, cancel));
                return uses with { Review = (await Submissions.ProposeDeletionAsync(db, Submissions.Sources, id, row.Version, standing, why, editor, clock.GetUtcNow().UtcDateTime, cancel)).Id };
            }
            db.Sources.Remove(row);
            return uses;
        }, cancel);
    }
}
