using Map.Core.Control;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.About;

/// <summary>A source that was looked at for the side it takes.</summary>
/// <param name="Claims">Its public claims of control.</param>
/// <param name="Unconfirmed">Those of them that serve its side and that nobody else confirms.</param>
public sealed record SidedSource(SourceRow Source, int Claims, IReadOnlyList<ControlClaimRow> Unconfirmed)
{
    public static async Task<IReadOnlyList<SidedSource>> ReadAsync(MapDb db, CancellationToken cancel)
    {
        var looked = await db.PublicSources.AsNoTracking().Where(source => source.SideReason != null || source.Side != null).ToListAsync(cancel);
        var places = db.PublicControlClaims.Where(claim => claim.Source.SideReason != null || claim.Source.Side != null).Select(claim => claim.PlaceId);
        var claims = await db.PublicControlClaims.AsNoTracking().Include(claim => claim.Place).Include(claim => claim.Source).Where(claim => places.Contains(claim.PlaceId)).ToListAsync(cancel);
        var unconfirmed = claims.GroupBy(claim => claim.PlaceId).SelectMany(place => PlaceTimeline.From(place.Select(ClaimReading.Of)).Unconfirmed).Select(claim => claim.Key).ToHashSet();
        return [.. looked.OrderBy(source => source.Side, StringComparer.Ordinal).ThenBy(source => source.Outlet, StringComparer.Ordinal).ThenBy(source => source.Title, StringComparer.Ordinal).Select(source =>
        {
            var own = claims.Where(claim => claim.SourceId == source.Id).ToList();
            return new SidedSource(source, own.Count, [.. own.Where(claim => unconfirmed.Contains(claim.Key)).OrderBy(claim => claim.EarliestDay).ThenBy(claim => claim.Place.Name, StringComparer.Ordinal)]);
        })];
    }
}
