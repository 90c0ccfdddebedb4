using Map.Core.Control;
using Map.Core.Time;
using Map.Core.Zones;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;

namespace Map.Web.Features.Zones.Draw;

/// <summary>The other zones of a series: what a new one is fitted to, and started from.</summary>
internal sealed class ZoneAround
{
    private readonly List<Zone> others;
    private readonly Dictionary<long, (string Method, long? Source)> ways;

    private ZoneAround(List<Zone> others, Dictionary<long, (string Method, long? Source)> ways) => (this.others, this.ways) = (others, ways);

    public static ZoneAround Nothing { get; } = new([], []);

    public IReadOnlyList<Zone> Others => others;

    /// <summary>Sources that some of them name as their own.</summary>
    public IEnumerable<long> Sources => ways.Values.Select(way => way.Source).OfType<long>().Distinct();

    /// <summary>Method and source of one of them, blank and null where they are the series' own.</summary>
    public (string Method, long? Source) WayOf(long zone) => ways.GetValueOrDefault(zone, ("", null));

    public static async Task<ZoneAround> OfAsync(MapDb db, long series, long? without, CancellationToken cancel)
    {
        var rows = await db.Zones.AsNoTracking().Where(row => row.SeriesId == series && row.DeletedAt == null && row.Status == "published" && row.Id != without).OrderBy(row => row.FromEarliest).ThenBy(row => row.Id).ToListAsync(cancel);
        return new([.. rows.Select(Read)], rows.ToDictionary(row => row.Id, row => (row.Method ?? "", row.SourceId)));
    }

    public static Zone Read(ZoneRow row) => new(row.Id, Holders.Split(row.Holders), Postures.TryParse(row.Posture, out var posture) ? posture : Posture.Holds,
        EdtfText.Parse(row.FromEdtf), row.ToEdtf is null ? null : EdtfText.Parse(row.ToEdtf), new WKBReader().Read(row.Shape));

    /// <summary>Ground that others hold on the zone's first day; all of it while no day is typed. What it is drawn from ends with it.</summary>
    public string Neighbours(ZoneDraft zone) => ZoneGround.Write(Standing(zone).Select(other => other.Shape));

    /// <summary>Where the zone does not fit its neighbours; empty while it cannot be told.</summary>
    public IReadOnlyList<ZoneTrouble> Troubles(ZoneDraft zone, DateOnly today)
    {
        if (others.Count == 0 || new ZoneSeriesDraft { Title = "-", Method = "-", SourceId = 1, Zones = [zone] }.Check(today).Count > 0) { return []; }
        return [.. ZoneFit.Check([zone.Read(), .. others.Where(other => !EndsWith(zone, other))]).Where(trouble => trouble.A == 0)];
    }

    private IEnumerable<Zone> Standing(ZoneDraft zone) =>
        others.Where(other => !EndsWith(zone, other) && (zone.ReadFrom() is not { Earliest: not null } from || other.MayHoldOn(from.EarliestDay)));

    private static bool EndsWith(ZoneDraft zone, Zone other) => zone.PreviousId == other.Id && other.To is null;
}
