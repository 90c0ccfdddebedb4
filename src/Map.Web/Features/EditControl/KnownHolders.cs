using Map.Core.Control;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditControl;

/// <summary>Who may be named as holding a place: those with a colour of their own, and whoever a claim or an actor names already.</summary>
internal static class KnownHolders
{
    public static async Task<IReadOnlyList<string>> OfAsync(MapDb db, CancellationToken cancel = default)
    {
        var joined = await db.ControlClaims.Select(claim => claim.Holders).Distinct().ToListAsync(cancel);
        var held = await db.Actors.Where(actor => actor.Holder != null && actor.Holder != "").Select(actor => actor.Holder!).Distinct().ToListAsync(cancel);
        return [.. Holders.InOrder(Holders.Named.Select(holder => holder.Id).Concat(joined.SelectMany(Holders.Split)).Concat(held))];
    }
}
