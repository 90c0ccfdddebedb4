using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditActors;

/// <summary>What was done to an actor, its names and its relations, those taken back too.</summary>
internal static class ActorHistory
{
    public static async Task<IReadOnlyList<HistoryLine>> OfAsync(MapDb db, long id, CancellationToken cancel = default)
    {
        var lines = (await RowHistory.OfAsync(db, "Actors", id, cancel)).ToList();
        foreach (var tie in await db.ActorRelations.Where(tie => tie.FromId == id).Select(tie => tie.Id).ToListAsync(cancel))
        {
            lines.AddRange((await RowHistory.OfAsync(db, "ActorRelations", tie, cancel)).Where(line => line.Field != "Key").Select(line => line with { Field = $"Relations/{tie}.{line.Field}" }));
        }
        return [.. lines.OrderByDescending(line => line.At)];
    }
}
