using System.Security.Cryptography;
using Map.Core.Zones;
using Map.Web.Data;
using NetTopologySuite.IO;

namespace Map.Web.Features.Zones;

/// <summary>A recorded series, with some of its zones, as the draft that forms edit and saves judge.</summary>
internal static class LoadZones
{
    public static ZoneSeriesDraft From(ZoneSeriesRow series, IEnumerable<ZoneRow> zones) => new()
    {
        Id = series.Id,
        Version = series.Version,
        Title = series.Title,
        TitleAr = series.TitleAr ?? "",
        Kind = series.Kind,
        Method = series.Method,
        SourceId = series.SourceId,
        Licence = series.Licence ?? "",
        Status = series.Status,
        Zones = [.. zones.Select(Zone)],
    };

    public static ZoneDraft Zone(ZoneRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        PreviousId = row.PreviousId,
        Holders = row.Holders,
        Posture = row.Posture,
        From = row.FromEdtf,
        To = row.ToEdtf ?? "",
        Quote = row.Quote ?? "",
        Note = row.Note ?? "",
        Method = row.Method ?? "",
        SourceId = row.SourceId,
        Status = row.Status,
        Shape = new WKBReader().Read(row.Shape),
    };

    /// <summary>One version of a series with these zones: any change of one of them makes it another.</summary>
    public static Guid VersionOf(Guid series, IEnumerable<(long Id, Guid Version)> zones) =>
        new(SHA256.HashData([.. series.ToByteArray(), .. zones.OrderBy(zone => zone.Id).SelectMany(zone => zone.Version.ToByteArray())])[..16]);
}
