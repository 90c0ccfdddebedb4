using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Map.Web.Features.Explore;

/// <summary>A zone that begins.</summary>
/// <param name="Method">How its lines were found.</param>
public sealed record ZoneChange(long Id, IReadOnlyList<string> Holders, Posture Posture, DateSpan From, string Method, SourceRow Source, Coordinate Middle);

/// <summary>What a series of zones says has changed: told in the place of the derived changes while the series is shown in the place of the derived layer.</summary>
/// <param name="Zones">Newest first.</param>
public sealed record ZoneChanges(string Title, string? TitleAr, IReadOnlyList<ZoneChange> Zones)
{
    /// <summary>Zones of a published series that certainly or possibly begin in the window and reach into the view; null where there is no such series.</summary>
    public static async Task<ZoneChanges?> ReadAsync(MapDb db, string series, ShownPart part, CancellationToken cancel)
    {
        var all = db.PublicZones.AsNoTracking().Where(zone => zone.Series.Key == series);
        if (await all.Select(zone => new { zone.Series.Title, zone.Series.TitleAr }).FirstOrDefaultAsync(cancel) is not { } named)
            return null;
        var rows = await all.Include(zone => zone.Source).Include(zone => zone.Series).ThenInclude(one => one.Source)
            .Where(zone => zone.FromEarliest <= part.To && zone.FromLatest >= part.From).OrderByDescending(zone => zone.FromLatest).ThenBy(zone => zone.Id).ToListAsync(cancel);
        var view = new Envelope(part.Box.West, part.Box.East, part.Box.South, part.Box.North);
        return new(named.Title, named.TitleAr,
        [
            .. from zone in rows
               let box = new WKBReader().Read(zone.Shape).EnvelopeInternal
               where box.Intersects(view)
               select new ZoneChange(zone.Id, Core.Control.Holders.Split(zone.Holders), Postures.TryParse(zone.Posture, out var posture) ? posture : Posture.Holds, EdtfText.Parse(zone.FromEdtf),
                   zone.Method ?? zone.Series.Method, zone.Source ?? zone.Series.Source, box.Centre),
        ]);
    }
}
