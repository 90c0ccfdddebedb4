using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>
/// What readers see rests on nothing that they do not: at the end of every write, whoever writes and however, no public record may name a source, an actor or a place that is not public itself.
/// A source that was typed in place with a record comes out with it, for whoever let that record out had its words before them; anything that waits by itself is approved by itself first.
/// </summary>
internal static class RestsOnPublic
{
    private const string Published = "published";

    public static async Task BringUpAsync(MapDb db, CancellationToken cancel)
    {
        foreach (var source in await SourcesAsync(db, cancel))
        {
            if (source.Status != IRestedOn.Added) throw Waits(source.Title, source.Title);
            source.Status = Published;
        }
        if (await db.Actors.Where(it => it.Status != Published && (
                db.EventActors.Any(part => part.ActorId == it.Id && db.Events.Any(of => of.Id == part.EventId && of.Status == Published && of.DeletedAt == null))
                || db.Claims.Any(claim => claim.ClaimantId == it.Id && db.Events.Any(of => of.Id == claim.EventId && of.Status == Published && of.DeletedAt == null))
                || db.ActorRelations.Any(tie => tie.ToId == it.Id && tie.DeletedAt == null && tie.From.Status == Published))).FirstOrDefaultAsync(cancel) is { } actor) throw Waits(actor.Name, actor.NameAr);
        if (await db.Places.Where(it => it.Status != Published && (
                db.Events.Any(of => of.PlaceId == it.Id && of.Status == Published && of.DeletedAt == null)
                || db.Claims.Any(claim => claim.PlaceId == it.Id && db.Events.Any(of => of.Id == claim.EventId && of.Status == Published && of.DeletedAt == null))
                || db.ControlClaims.Any(claim => claim.PlaceId == it.Id && claim.Status == Published && claim.DeletedAt == null))).FirstOrDefaultAsync(cancel) is { } place) throw Waits(place.Name, place.NameAr);
        await db.SaveChangesAsync(cancel);
    }

    private static Task<List<SourceRow>> SourcesAsync(MapDb db, CancellationToken cancel) => db.Sources.Where(it => it.Status != Published && (
        db.Claims.Any(claim => claim.SourceId == it.Id && db.Events.Any(of => of.Id == claim.EventId && of.Status == Published && of.DeletedAt == null))
        || db.ControlClaims.Any(claim => claim.SourceId == it.Id && claim.Status == Published && claim.DeletedAt == null)
        || db.ZoneSeries.Any(series => series.SourceId == it.Id && series.Status == Published && series.DeletedAt == null)
        || db.Zones.Any(zone => zone.SourceId == it.Id && zone.Status == Published && zone.DeletedAt == null && zone.Series.Status == Published && zone.Series.DeletedAt == null)
        || db.ActorRelations.Any(tie => tie.SourceId == it.Id && tie.DeletedAt == null && tie.From.Status == Published)
        || db.Actors.Any(actor => actor.SourceId == it.Id && actor.Status == Published)
        || db.ActorNames.Any(name => name.SourceId == it.Id && db.Actors.Any(actor => actor.Id == name.ActorId && actor.Status == Published)))).ToListAsync(cancel);

    private static NotAllowedException Waits(string name, string? nameAr) => new(
        $"“{name}” is not public yet. What readers see rests on nothing that they do not: have that approved first, then this.",
        $"«{nameAr ?? name}» ليس علنياً بعد. ما يراه القراء لا يستند إلى ما لا يرونه: فليُجز ذلك أولاً ثم هذا.");
}
