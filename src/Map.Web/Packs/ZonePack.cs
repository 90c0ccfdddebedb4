using Map.Core.Control;
using Map.Core.Time;
using NetTopologySuite.Geometries;

namespace Map.Web.Packs;

/// <param name="Published">First and last day on which it may have come out; null where that is not known.</param>
internal sealed record PackedZoneSource(string Title, string? Outlet, string? Url, (int From, int To)? Published);

/// <param name="Method">Index among the pack's methods; a zone may have another than its series.</param>
/// <param name="Source">Index among the pack's sources.</param>
internal sealed record PackedSeries(string Key, string Title, string? TitleAr, bool IsImported, int Method, string? Licence, int Source);

/// <param name="ToSure">The last day on which it certainly holds; null with <paramref name="ToMay"/> where no end is told.</param>
internal sealed record PackedZone(long Id, int Series, int Source, int Method, Posture Posture, IReadOnlyList<string> Holders, int FromMay, int FromSure, int? ToSure, int? ToMay, Geometry Shape);

/// <summary>Writes the zone pack (README.md).</summary>
internal static class ZonePack
{
    public static byte[] Write(IReadOnlyList<string> methods, IReadOnlyList<PackedZoneSource> sources, IReadOnlyList<PackedSeries> series, IReadOnlyList<PackedZone> zones)
    {
        var holders = Holders.InOrder(zones.SelectMany(zone => zone.Holders)).ToList();
        var bytes = new PackBytes("MZN2", 64 * 1024);
        bytes.Varint(holders.Count);
        foreach (var holder in holders)
            bytes.Id(holder);
        bytes.Varint(sources.Count);
        foreach (var source in sources)
            Source(bytes, source);
        bytes.Varint(methods.Count);
        foreach (var method in methods)
            bytes.Text(method);
        bytes.Varint(series.Count);
        foreach (var one in series)
        {
            bytes.Text(one.Key);
            bytes.Text(one.Title);
            bytes.Text(one.TitleAr);
            bytes.Byte(one.IsImported ? 1 : 0);
            bytes.Varint(one.Method);
            bytes.Text(one.Licence);
            bytes.Varint(one.Source);
        }
        bytes.Varint(zones.Count);
        foreach (var zone in zones)
            Zone(bytes, zone, holders);
        return bytes.Done();
    }

    private static void Source(PackBytes bytes, PackedZoneSource source)
    {
        bytes.Text(source.Title);
        bytes.Text(source.Outlet);
        bytes.Text(source.Url);
        bytes.Byte(source.Published is null ? 0 : 1);
        if (source.Published is not { } published)
            return;
        bytes.Zigzag(published.From);
        bytes.Varint((long)published.To - published.From);
    }

    private static void Zone(PackBytes bytes, PackedZone zone, List<string> holders)
    {
        var may = Math.Max(zone.FromMay, ControlPack.Distant);
        var sure = Math.Max(zone.FromSure, may);
        bytes.Varint(zone.Id);
        bytes.Varint(zone.Series);
        bytes.Varint(zone.Source);
        bytes.Varint(zone.Method);
        bytes.Byte((int)zone.Posture);
        bytes.Byte(zone.Holders.Count);
        foreach (var holder in zone.Holders)
            bytes.Byte(holders.IndexOf(holder));
        bytes.Zigzag(may);
        bytes.Varint((long)sure - may);
        bytes.Byte(zone.ToMay is null ? 0 : 1);
        if (zone is { ToSure: { } last, ToMay: { } perhaps })
        {
            bytes.Zigzag((long)last - may);
            bytes.Varint((long)perhaps - last);
        }
        ControlPack.Shape(bytes, zone.Shape, 0, 0);
    }
}
