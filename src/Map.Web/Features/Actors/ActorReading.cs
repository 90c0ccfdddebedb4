using Map.Core.Actors;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Actors;

/// <summary>What is told in public of actors and how they came of each other. Private notes and deleted relations are not read.</summary>
/// <param name="Relations">Of the actors asked for, in the order of time.</param>
public sealed record ActorReading(ActorsInTime Actors, IReadOnlyList<ActorRelationRow> Relations)
{
    /// <param name="familyOf">Key of an actor of whose family the relations are wanted; null = all.</param>
    public static async Task<ActorReading> ReadAsync(MapDb db, string? familyOf = null, CancellationToken cancel = default)
    {
        var actors = await ActorsInTime.ReadAsync(db, cancel);
        var relations = db.PublicActorRelations.AsNoTracking();
        if (familyOf is not null)
        {
            var family = actors.Lineage.FamilyOf(familyOf);
            relations = relations.Where(row => family.Contains(row.From.Key) || family.Contains(row.To.Key));
        }
        return new ActorReading(actors, await relations.Include(row => row.From).Include(row => row.To).Include(row => row.Source)
            .OrderBy(row => row.EarliestDay).ThenBy(row => row.LatestDay).ThenBy(row => row.Id).ToListAsync(cancel));
    }

    /// <summary>The picture of the family that an actor belongs to; null for one alone.</summary>
    public River? RiverOf(string key) => RiverPlan.Of(Actors, Actors.Lineage.FamilyOf(key));

    /// <summary>The relations that a picture draws: steps and departures among its actors.</summary>
    public IReadOnlyList<ActorRelationRow> DrawnIn(River river) =>
        [.. Relations.Where(row => river.Keys.Contains(row.From.Key) && river.Keys.Contains(row.To.Key) && (row.Kind == LineageStep.Left || (RelationKind.TryGet(row.Kind, out var kind) && kind.IsLineage)))];
}
