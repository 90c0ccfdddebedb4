using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;

namespace Map.Web.Packs;

/// <summary>The zones that anyone may see: as the file the map draws, and as the card of one of them.</summary>
internal sealed class PublicZones(IDbContextFactory<MapDb> dbs)
{
    /// <summary>Null where there are none: then no page asks for any.</summary>
    public async Task<Pack?> PackAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        // A later zone of a series lies over an earlier one.
        var rows = await db.PublicZones.AsNoTracking().Include(zone => zone.Series).ThenInclude(series => series.Source).Include(zone => zone.Source)
            .OrderBy(zone => zone.SeriesId).ThenBy(zone => zone.Id).ToListAsync(cancel);
        if (rows.Count == 0)
            return null;
        var series = rows.Select(zone => zone.Series).DistinctBy(one => one.Id).ToList();
        var sources = series.Select(one => one.Source).Concat(rows.Select(zone => zone.Source).OfType<SourceRow>()).DistinctBy(source => source.Id).ToList();
        var sourceOf = sources.Select((source, i) => (source.Id, i)).ToDictionary(it => it.Id, it => it.i);
        var seriesOf = series.Select((one, i) => (one.Id, i)).ToDictionary(it => it.Id, it => it.i);
        var methods = series.Select(one => one.Method).Concat(rows.Select(zone => zone.Method).OfType<string>()).Distinct().ToList();
        return Pack.Of("zones", ZonePack.Write(methods,
            [.. sources.Select(source => new PackedZoneSource(source.Title, source.Outlet, source.Url, Published(source)))],
            [.. series.Select(one => new PackedSeries(one.Key, one.Title, one.TitleAr, one.Kind == "imported", methods.IndexOf(one.Method), one.Licence ?? one.Source.Licence, sourceOf[one.SourceId]))],
            [.. rows.Select(zone => new PackedZone(zone.Id, seriesOf[zone.SeriesId], sourceOf[zone.SourceId ?? zone.Series.SourceId], methods.IndexOf(zone.Method ?? zone.Series.Method),
                Postures.TryParse(zone.Posture, out var posture) ? posture : Posture.Holds, Holders.Split(zone.Holders),
                zone.FromEarliest, zone.FromLatest == Days.OpenEnd ? zone.FromEarliest : zone.FromLatest,
                zone.ToEdtf is null ? null : zone.ToEarliest, zone.ToEdtf is null ? null : zone.ToLatest, new WKBReader().Read(zone.Shape)))]));
    }

    /// <summary>What a click on a zone is answered with, or null where no published zone has this id.</summary>
    public async Task<ZoneCard?> CardAsync(long id, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var zone = await db.PublicZones.AsNoTracking().Include(row => row.Series).ThenInclude(series => series.Source).Include(row => row.Source).FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (zone is null)
            return null;
        var (series, source) = (zone.Series, zone.Source ?? zone.Series.Source);
        return new ZoneCard(zone.Id, series.Key, series.Title, series.TitleAr, series.Kind, zone.Method ?? series.Method, series.Licence ?? source.Licence,
            Holders.Split(zone.Holders), zone.Posture, EventCards.InWords(zone.FromEdtf)!, EventCards.InWords(zone.ToEdtf), zone.Quote, zone.Note,
            source.Title, source.Outlet, source.Url, EventCards.InWords(source.PublishedEdtf), EventCards.DeadOf(source));
    }

    private static (int, int)? Published(SourceRow source) =>
        EdtfText.TryParse(source.PublishedEdtf, out var span, out _) && span is { Earliest: not null, Latest: not null } ? (span.EarliestDay, span.LatestDay) : null;
}
