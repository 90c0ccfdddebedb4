using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Map.Web.Packs.InView;

/// <summary>Whether a zone stands on a day: certainly; perhaps, because its first day is not known, or its last.</summary>
public enum ZoneStanding
{
    Surely,
    Beginning,
    Ending,
}

/// <param name="Shape">Degrees.</param>
/// <param name="SourceId">Its own, or its series'.</param>
public sealed record VisibleZone(long Id, IReadOnlyList<string> Holders, Posture Posture, ZoneStanding Standing, Geometry Shape, string Method, long SourceId)
{
    public HoldingKind? Kind { get; } = HoldingKind.Of(new Holding(Holders, Posture, 0, 0, "", [], [], ControlRule.LatestWins));
}

/// <summary>The zones of a series that stand on a day.</summary>
/// <param name="IsPublished">False where no published series has this key.</param>
/// <param name="Zones">The lowest first; those that reach into the view.</param>
public sealed record VisibleSeries(string Key, bool IsPublished, string Title, string? TitleAr, bool IsImported, string Method, string? Licence, long? SourceId, IReadOnlyList<VisibleZone> Zones)
{
    internal static async Task<VisibleSeries> ReadAsync(MapDb db, string key, MapBounds box, int day, CancellationToken cancel)
    {
        var rows = await db.PublicZones.AsNoTracking().Include(zone => zone.Series).ThenInclude(series => series.Source).Where(zone => zone.Series.Key == key).OrderBy(zone => zone.Id).ToListAsync(cancel);
        if (rows.Count == 0)
            return new VisibleSeries(key, false, key, null, false, "", null, null, []);
        var view = new Envelope(box.West, box.East, box.South, box.North);
        var series = rows[0].Series;
        var zones = from zone in rows
                    let standing = StandingOn(zone, day)
                    where standing is not null
                    let shape = new WKBReader().Read(zone.Shape)
                    where shape.EnvelopeInternal.Intersects(view)
                    select new VisibleZone(zone.Id, Core.Control.Holders.Split(zone.Holders), Postures.TryParse(zone.Posture, out var posture) ? posture : Posture.Holds, standing.Value, shape,
                        zone.Method ?? series.Method, zone.SourceId ?? series.SourceId);
        return new VisibleSeries(key, true, series.Title, series.TitleAr, series.Kind == "imported", series.Method, series.Licence ?? series.Source.Licence, series.SourceId, [.. zones]);
    }

    private static ZoneStanding? StandingOn(ZoneRow zone, int day)
    {
        var (sureTo, mayTo) = zone.ToEdtf is null ? (Days.OpenEnd, Days.OpenEnd) : (zone.ToEarliest, zone.ToLatest);
        if (day < zone.FromEarliest || day > mayTo)
            return null;
        var sure = zone.FromLatest == Days.OpenEnd ? zone.FromEarliest : zone.FromLatest;
        return day < sure ? ZoneStanding.Beginning : day > sureTo ? ZoneStanding.Ending : ZoneStanding.Surely;
    }
}
