using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>Who may speak for whom when an act is owned up to: the party itself, who leads it, and what is a part of it. Members of it may not: who has left it goes on being named so.</summary>
internal sealed class GradeSpeakers
{
    private readonly HashSet<(long Speaker, long Party)> pairs;

    private GradeSpeakers(HashSet<(long Speaker, long Party)> pairs) => this.pairs = pairs;

    public static async Task<GradeSpeakers> ReadAsync(MapDb db, CancellationToken cancel)
    {
        var rows = await db.PublicActorRelations.Where(row => row.Kind == "led_by" || row.Kind == "part_of")
            .Select(row => new { row.FromId, row.Kind, row.ToId }).ToListAsync(cancel);
        return new GradeSpeakers([.. rows.Select(row => row.Kind == "led_by" ? (row.ToId, row.FromId) : (row.FromId, row.ToId))]);
    }

    /// <summary>May this actor speak for one of those?</summary>
    public bool SpeaksFor(long actor, IReadOnlyCollection<long> parties)
    {
        foreach (var party in parties)
            if (party == actor || pairs.Contains((actor, party)))
                return true;
        return false;
    }
}
