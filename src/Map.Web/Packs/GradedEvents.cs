using Map.Core.Events;
using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>An event's summary grade with the claims it was made from, in the order of the event's own.</summary>
public sealed record GradedEvent(SummaryGrade Grade, IReadOnlyList<GradedClaim> Claims);

/// <summary>Grades events one by one, with all that explains it: for cards and lists. <see cref="PublicLinks"/> grades all of them by the same rules.</summary>
internal static class GradedEvents
{
    /// <param name="ids">As many as a list shows.</param>
    public static async Task<IReadOnlyDictionary<long, GradedEvent>> OfAsync(MapDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return new Dictionary<long, GradedEvent>();
        var speakers = await GradeSpeakers.ReadAsync(db, cancel);
        var events = await db.PublicEvents.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.GradeSet, row.GradeReason }).ToListAsync(cancel);
        var acted = (await db.EventActors.Where(row => ids.Contains(row.EventId) && row.Role == ActorRole.Initiator.Id).Select(row => new { row.EventId, row.ActorId }).ToListAsync(cancel))
            .ToLookup(row => row.EventId, row => row.ActorId);
        var claims = (await db.Claims.Where(row => ids.Contains(row.EventId)).OrderBy(row => row.Position).ThenBy(row => row.Id).Select(row => new
        {
            row.EventId,
            row.Field,
            row.Denies,
            row.Credibility,
            row.ClaimantId,
            row.ClaimantText,
            Claimant = row.Claimant == null ? null : row.Claimant.Name,
            ClaimantAr = row.Claimant == null ? null : row.Claimant.NameAr,
            row.Says,
            row.WhenEdtf,
            row.PlaceId,
            row.PlaceText,
            row.SourceId,
            row.Source.Key,
            row.Source.Reliability,
            row.Source.Outlet,
            row.Source.Title,
            row.Source.Side,
            row.Source.Cites,
        }).ToListAsync(cancel)).ToLookup(row => row.EventId, row => new GradedClaim(row.Field, row.Denies, row.Credibility,
            GradedSource.Of(row.SourceId, row.Key, row.Reliability, row.Outlet, row.Title, row.Side, row.Cites), row.ClaimantId)
        {
            ClaimantText = row.ClaimantText,
            Claimant = row.Claimant is { } name ? (name, row.ClaimantAr) : null,
            Says = row.Says,
            When = When(row.WhenEdtf),
            PlaceId = row.PlaceId,
            PlaceText = row.PlaceText,
        });
        return events.ToDictionary(row => row.Id, row =>
        {
            GradedClaim[] its = [.. claims[row.Id]];
            long[] initiators = [.. acted[row.Id]];
            return new GradedEvent(SummaryGrade.Of(its, actor => speakers.SpeaksFor(actor, initiators), row.GradeSet, row.GradeReason), its);
        });
    }

    internal static DateSpan? When(string? edtf) => EdtfText.TryParse(edtf, out var span, out _) ? span : null;
}
