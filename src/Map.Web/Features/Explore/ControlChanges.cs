using Map.Core.Control;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>One change of who holds a place.</summary>
/// <param name="Before">What was known before; never a place's first claim, before which nothing is.</param>
/// <param name="Source">Of the strongest claim the new holding rests on.</param>
public sealed record ControlChange(ControlPlace Place, Holding Before, Holding After, SourceRow Source)
{
    public ControlClaim Claim => After.Claims[0];
}

/// <summary>Every change of control there is, in the order of their days. Made once per published state, then only filtered.</summary>
public sealed class ControlChanges
{
    private readonly List<ControlChange> all;

    private ControlChanges(List<ControlChange> all) => this.all = all;

    /// <param name="map">The layer as it is now, whose histories are derived already.</param>
    public static async Task<ControlChanges> ReadAsync(ControlMap map, MapDb db, CancellationToken cancel)
    {
        var sources = await db.PublicSources.AsNoTracking().Where(source => db.PublicControlClaims.Any(claim => claim.SourceId == source.Id)).ToDictionaryAsync(source => source.Key, cancel);
        var all = new List<ControlChange>();
        foreach (var place in map.Places)
        {
            Holding? before = null;
            // A place without ground of its own has a history too.
            var timeline = map.CellOf(place.Id) is var cell and >= 0 ? map.Cells[cell].Timeline : PlaceTimeline.From(place.Claims);
            foreach (var holding in timeline.Holdings)
            {
                // A source that came with a write between the two readings is there the next time.
                if (before is not null && sources.TryGetValue(holding.Claims[0].Source, out var source)) { all.Add(new ControlChange(place, before, holding, source)); }
                before = holding;
            }
        }
        return new ControlChanges([.. all.OrderByDescending(change => change.After.SureFrom).ThenBy(change => change.Place.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Changes that certainly or possibly fall in the window, at places in view; newest first.</summary>
    public IReadOnlyList<ControlChange> In(ShownPart part) =>
        [.. all.Where(change => change.After.MayFrom <= part.To && change.After.SureFrom >= part.From && Contains(part.Box, change.Place))];

    private static bool Contains(MapBounds box, ControlPlace place) =>
        place.Latitude >= box.South && place.Latitude <= box.North && place.Longitude >= box.West && place.Longitude <= box.East;
}
