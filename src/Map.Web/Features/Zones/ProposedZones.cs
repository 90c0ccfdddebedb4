using Map.Core.Zones;
using Map.Web.Drafts;
using NetTopologySuite.IO;

namespace Map.Web.Features.Zones;

/// <summary>A save of zones as it waits in the queue: the draft, and the ground of each of its zones, which drafts keep apart.</summary>
internal sealed class ProposedZones
{
    public ZoneSeriesDraft Series { get; set; } = new();

    /// <summary>Well-known binary, in the order of the zones.</summary>
    public List<byte[]> Grounds { get; set; } = [];

    public static ProposedZones Of(ZoneSeriesDraft draft) => new() { Series = DraftJson.Copy(draft), Grounds = [.. draft.Zones.Select(zone => new WKBWriter().Write(zone.Shape))] };

    /// <summary>Null where another version of the program wrote it.</summary>
    public static ZoneSeriesDraft? Read(string? json)
    {
        if (DraftJson.Read<ProposedZones>(json ?? "") is not { } proposed || proposed.Grounds.Count != proposed.Series.Zones.Count) { return null; }
        foreach (var (zone, ground) in proposed.Series.Zones.Zip(proposed.Grounds)) { zone.Shape = new WKBReader().Read(ground); }
        return proposed.Series;
    }
}
