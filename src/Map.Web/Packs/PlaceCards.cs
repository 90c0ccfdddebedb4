using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>Who held one place, every change with its claims and sources.</summary>
internal sealed class PlaceCards(IDbContextFactory<MapDb> dbs)
{
    /// <summary>The card of a place of the gazetteer, with an empty history where nothing is claimed; null where there is no such place.</summary>
    public async Task<PlaceCard?> OfAsync(long id, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.PublicPlaces.FirstOrDefaultAsync(it => it.Id == id, cancel) is not { } place)
            return null;
        var rows = await db.PublicControlClaims.Include(claim => claim.Source).Where(claim => claim.PlaceId == id).ToListAsync(cancel);
        var byKey = rows.ToDictionary(row => row.Key);
        var timeline = PlaceTimeline.From(rows.Select(ClaimReading.Of));
        return new PlaceCard(place.Id, place.Name, place.NameAr, place.Latitude, place.Longitude, [.. timeline.Holdings.Select(HoldingOf)], Told(timeline.Unconfirmed));

        PlaceHolding HoldingOf(Holding holding)
        {
            var span = EdtfText.Parse(holding.Edtf);
            return new PlaceHolding(holding.Holders, holding.Posture.Id(), holding.Edtf,
                holding.MayFrom == Days.OpenStart ? null : EventCards.Iso(Days.Date(holding.MayFrom)), holding.SureFrom == Days.OpenEnd ? null : EventCards.Iso(Days.Date(holding.SureFrom)),
                DateWords.Of(span, false), DateWords.Of(span, true), Told(holding.Claims), Told(holding.Dissent), (int)holding.Rule);
        }

        List<HoldingClaim> Told(IEnumerable<ControlClaim> claims) => [.. claims.Select(claim => ClaimOf(byKey[claim.Key], claim,
            timeline.ConfirmedBy.TryGetValue(claim.Key, out var by) ? byKey[by.Key].Source.Outlet ?? byKey[by.Key].Source.Title : null))];
    }

    private static HoldingClaim ClaimOf(ControlClaimRow row, ControlClaim claim, string? confirmedBy) => new(row.Key, row.Holders, row.Posture, row.Edtf,
        EventCards.GradeOf(row.Source, row.Credibility), row.Note, row.Source.Title, row.Source.Outlet, row.Source.Url, EventCards.InWords(row.Source.PublishedEdtf),
        row.Quote, EventCards.InWords(row.Edtf)!, claim.Side ?? [], confirmedBy, EventCards.DeadOf(row.Source));
}
