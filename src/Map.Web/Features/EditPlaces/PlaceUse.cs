using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

/// <summary>What rests on a place: while anything does, it cannot be removed.</summary>
/// <param name="Events">Events there, deleted ones too.</param>
/// <param name="Claims">Claims of events that name it.</param>
/// <param name="ControlClaims">Claims about who held it, deleted ones too.</param>
internal sealed record PlaceUse(int Events, int Claims, int ControlClaims)
{
    public bool IsUsed => Events + Claims + ControlClaims > 0;

    public static async Task<PlaceUse> OfAsync(MapDb db, string key, CancellationToken cancel) => new(
        await db.Events.CountAsync(e => e.Place!.Key == key, cancel), await db.Claims.CountAsync(claim => claim.Place!.Key == key, cancel), await db.ControlClaims.CountAsync(claim => claim.Place.Key == key, cancel));
}
