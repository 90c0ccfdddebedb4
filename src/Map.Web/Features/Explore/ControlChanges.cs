using Map.Core.Control;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>One change of who holds a place.</summary>
/// <param name="Before">Null for a place's first claim: nothing is known of the time before.</param>
/// <param name="Claim">The strongest claim the new holding rests on, with its source.</param>
public sealed record ControlChange(PlaceRow Place, Holding? Before, Holding After, ControlClaimRow Claim);

/// <summary>Every change of control there is, in the order of their days. Made once per published state, then only filtered.</summary>
public sealed class ControlChanges
{
    private readonly List<ControlChange> all;

    private ControlChanges(List<ControlChange> all) => this.all = all;

    public static async Task<ControlChanges> ReadAsync(MapDb db, CancellationToken cancel)
    {
        var rows = await db.PublicControlClaims.AsNoTracking().Include(c => c.Place).Include(c => c.Source).ToListAsync(cancel);
        var all = new List<ControlChange>();
        foreach (var place in rows.GroupBy(row => row.PlaceId))
        {
            var byKey = place.ToDictionary(row => row.Key);
            Holding? before = null;
            foreach (var holding in PlaceTimeline.From(place.Select(ClaimReading.Of)).Holdings)
            {
                if (before is not null) { all.Add(new ControlChange(place.First().Place, before, holding, byKey[holding.Claims[0].Key])); }
                before = holding;
            }
        }
        return new ControlChanges([.. all.OrderByDescending(change => change.After.SureFrom).ThenBy(change => change.Place.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Changes that certainly or possibly fall in the window, at places in view; newest first.</summary>
    public IReadOnlyList<ControlChange> In(ShownPart part) =>
        [.. all.Where(change => change.After.MayFrom <= part.To && change.After.SureFrom >= part.From && Contains(part.Box, change.Place))];

    private static bool Contains(MapBounds box, PlaceRow place) =>
        place.Latitude >= box.South && place.Latitude <= box.North && place.Longitude >= box.West && place.Longitude <= box.East;
}
