using System.Text.Json;
using Map.Core.Events;
using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditEvents;

/// <summary>What the rules make of a draft's claims, before it is saved.</summary>
internal static class DraftGrade
{
    /// <summary>Equal where the answer would be.</summary>
    public static string KeyOf(EventDraft draft) => JsonSerializer.Serialize(new { draft.Actors, draft.Claims, draft.DateAnchor });

    public static async Task<GradedEvent> OfAsync(MapDb db, EventDraft draft, CancellationToken cancel)
    {
        var typed = Blanks.Without(draft).Claims.Where(claim => claim.HasSource).ToList();
        var ids = typed.Select(claim => claim.SourceId).OfType<long>().Distinct().ToList();
        var known = await db.Sources.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var claimants = typed.Select(claim => claim.ClaimantId).OfType<long>().Distinct().ToList();
        var said = await db.Actors.AsNoTracking().Where(row => claimants.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => (row.Name, row.NameAr), cancel);
        var speakers = await GradeSpeakers.ReadAsync(db, cancel);
        var initiators = draft.Actors.Where(actor => actor.Role == ActorRole.Initiator.Id).Select(actor => actor.ActorId).OfType<long>().ToList();
        var anchor = EdtfText.TryParse(draft.DateAnchor, out var span, out _) ? span : null;
        var next = -1L;
        GradedClaim[] claims = [.. typed.Select(claim => new GradedClaim(claim.Field, claim.Denies, claim.Credibility, SourceOf(claim), claim.ClaimantId)
        {
            ClaimantText = claim.ClaimantText, Claimant = claim.ClaimantId is { } by && said.TryGetValue(by, out var name) ? name : null, Says = claim.Says, When = claim.ReadWhen(anchor), PlaceText = claim.PlaceKey.Length > 0 ? claim.PlaceKey : claim.PlaceText is { Length: > 0 } text ? text : null,
        })];
        return new GradedEvent(SummaryGrade.Of(claims, actor => speakers.SpeaksFor(actor, initiators)), claims);

        GradedSource SourceOf(DraftClaim claim) => claim.SourceId is { } id && known.TryGetValue(id, out var row)
            ? GradedSource.Of(row.Id, row.Key, row.Reliability, row.Outlet, row.Title, row.Side, row.Cites)
            // Not recorded yet: its own source, whatever else is typed.
            : GradedSource.Of(next--, "", claim.NewSource?.Reliability ?? "F", claim.NewSource?.Outlet, claim.NewSource?.Title ?? "", null, null);
    }
}
