using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;

namespace Map.Web.Features.EditEvents;

/// <summary>An event that may be the one being typed.</summary>
public sealed record Duplicate(long Id, string Title, string Edtf, double Kilometres);

/// <summary>Looks for the same event recorded before: same type, three days, fifteen kilometres.</summary>
public static class Duplicates
{
    private const int Days = 3;
    private const double Kilometres = 15;
    private const double KilometresPerDegree = 111.2;
    private const int Most = 5;

    /// <summary>Nearest first; none while date or position are not known.</summary>
    public static async Task<IReadOnlyList<Duplicate>> OfAsync(MapDb db, EventDraft draft, (double Latitude, double Longitude)? at, CancellationToken cancel = default)
    {
        if (at is not { } here || draft.ReadSpan() is not { Earliest: { } first, Latest: { } last } || draft.Type.Length == 0) { return []; }
        var (from, to) = (Core.Time.Days.Of(first) - Days, Core.Time.Days.Of(last) + Days);
        var east = Kilometres / (KilometresPerDegree * Math.Cos(here.Latitude * Math.PI / 180));
        const double north = Kilometres / KilometresPerDegree;
        var near = await db.Events
            .Where(e => e.Id != draft.Id && e.DeletedAt == null && e.Type == draft.Type && e.EarliestDay <= to && e.LatestDay >= from
                && e.Latitude > here.Latitude - north && e.Latitude < here.Latitude + north && e.Longitude > here.Longitude - east && e.Longitude < here.Longitude + east)
            .OrderBy(e => e.Id).Take(200).Select(e => new { e.Id, e.Title, e.Edtf, e.Latitude, e.Longitude }).ToListAsync(cancel);
        return [.. near.Select(e => new Duplicate(e.Id, e.Title, e.Edtf, Distance(here, (e.Latitude!.Value, e.Longitude!.Value))))
            .Where(e => e.Kilometres <= Kilometres).OrderBy(e => e.Kilometres).Take(Most)];
    }

    /// <summary>Kilometres on the ground; within fifteen of them the earth is flat enough.</summary>
    private static double Distance((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var north = (a.Latitude - b.Latitude) * KilometresPerDegree;
        var east = (a.Longitude - b.Longitude) * KilometresPerDegree * Math.Cos(a.Latitude * Math.PI / 180);
        return Math.Sqrt(north * north + east * east);
    }
}
