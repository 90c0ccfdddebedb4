using System.Globalization;
using Map.Core.Time;

namespace Map.Bench.Seed;

/// <param name="Edtf">A day, a month, or a span within which it happened.</param>
internal readonly record struct SeededClaim(string Holders, string Posture, string Edtf, int Earliest, int Latest, int Source);

/// <summary>
/// Who held 8,000 places over 14 years, the same on every machine. Parties have centres that come, move, grow and go, and each place is with the one whose reach is
/// greatest there: so fronts cohere, and move over many places at a time, as they do in a war.
/// </summary>
internal sealed class SeededControl
{
    public const int Sources = 60;

    private const int FirstDay = SeededEvents.FirstDay, DaysLong = SeededEvents.DaysLong, Step = 15;
    private const double KmPerDegree = 111.2;

    /// <summary>Holders, then the centre's path and reach in kilometres: years since the first day, latitude, longitude, reach.</summary>
    private static readonly (string Holders, (double Year, double Latitude, double Longitude, double Reach)[] Path)[] Centres =
    [
        ("government-of-syria", [(0, 33.5, 36.4, 260), (2.5, 33.5, 36.3, 150), (4.5, 33.5, 36.3, 130), (7, 33.6, 36.6, 230), (13, 33.5, 36.4, 240), (14, 33.4, 36.2, 60)]),
        ("government-of-syria", [(0, 35.2, 36.0, 240), (2, 35.2, 36.0, 140), (4.5, 35.2, 36.0, 120), (9, 35.3, 36.3, 190), (14, 35.2, 35.9, 90)]),
        ("government-of-syria", [(0, 36.2, 37.2, 220), (1.6, 36.1, 37.3, 60), (5.5, 36.1, 37.3, 80), (9, 36.0, 37.1, 150), (13.8, 36.0, 37.2, 130), (14, 36.0, 37.2, 0)]),
        ("government-of-syria", [(0, 35.6, 39.6, 260), (1.9, 35.4, 40.1, 70), (6.4, 35.2, 39.6, 70), (6.8, 35.0, 40.2, 170), (13.8, 35.0, 40.2, 160), (14, 34.6, 40.0, 30)]),
        ("opposition", [(0.6, 35.9, 36.6, 0), (1.5, 35.9, 36.6, 110), (4, 35.8, 36.6, 170), (5.8, 35.9, 36.5, 130), (8, 35.9, 36.4, 30), (9, 35.9, 36.4, 0)]),
        ("opposition", [(0.8, 36.4, 37.1, 0), (1.6, 36.4, 37.2, 130), (3, 36.4, 37.0, 80), (5.5, 36.5, 37.0, 60), (6.5, 36.5, 37.0, 0)]),
        ("opposition", [(0.9, 32.8, 36.1, 0), (2.5, 32.8, 36.1, 120), (5, 32.8, 36.1, 140), (7.2, 32.8, 36.1, 90), (7.4, 32.8, 36.1, 0)]),
        ("opposition", [(1.2, 34.9, 39.9, 0), (2.1, 35.2, 40.0, 170), (2.9, 35.2, 40.1, 110), (3.3, 35.2, 40.1, 0)]),
        ("islamic-state", [(2.4, 35.95, 39.0, 0), (3.3, 35.9, 39.2, 230), (4.4, 35.6, 39.0, 260), (5.9, 35.5, 39.5, 170), (6.6, 35.0, 40.5, 90), (8, 34.5, 40.9, 0)]),
        ("islamic-state", [(3, 34.6, 40.6, 0), (4, 34.6, 38.9, 190), (6, 34.5, 39.5, 140), (6.8, 34.6, 40.6, 0)]),
        ("sdf", [(1.3, 37.0, 41.2, 60), (3, 36.8, 41.0, 150), (5, 36.6, 40.4, 230), (8, 36.4, 40.2, 240), (14, 36.3, 40.3, 220)]),
        ("sdf", [(1.4, 36.85, 38.4, 30), (3.6, 36.85, 38.4, 25), (4.6, 36.6, 38.5, 120), (6.5, 36.3, 38.7, 170), (8.5, 36.3, 38.6, 150), (14, 36.2, 38.9, 130)]),
        ("sdf", [(1.4, 36.6, 36.85, 50), (6.8, 36.6, 36.85, 70), (7, 36.6, 36.85, 0)]),
        ("sna+turkey", [(5.4, 36.7, 37.6, 0), (6, 36.6, 37.5, 90), (7, 36.6, 37.0, 140), (14, 36.5, 37.2, 140)]),
        ("sna+turkey", [(8.5, 36.8, 39.4, 0), (8.7, 36.8, 39.4, 110), (14, 36.8, 39.4, 105)]),
        ("hts", [(5.8, 35.95, 36.6, 60), (8, 35.95, 36.55, 160), (9, 36.0, 36.5, 130), (13.7, 36.0, 36.5, 140), (14, 35.4, 36.8, 330)]),
    ];

    /// <summary>Reach breathes, so that fronts go back and forth: kilometres, and the years of one breath.</summary>
    private const double Breath = 12, BreathYears = 2.6;

    private readonly (int Holder, double Latitude, double Longitude, double Reach)[][] at;
    private readonly string[] holders = [.. Centres.Select(centre => centre.Holders).Distinct()];

    public SeededControl() => at = [.. Enumerable.Range(0, DaysLong / Step + 1).Select(step => Standing(step * Step / 365.25).ToArray())];

    public IEnumerable<SeededClaim> Of(int place, double latitude, double longitude)
    {
        var random = new Random(place * 7919 + 3);
        var known = (int)(Math.Pow(random.NextDouble(), 2) * 1_100);
        var (claims, holder, since) = (new List<SeededClaim>(), -1, 0);
        for (var step = known / Step; step < at.Length; step++)
        {
            var now = Holder(step, latitude, longitude);
            if (now == holder)
                continue;
            var day = FirstDay + Math.Min(step * Step + random.Next(Step), DaysLong - 1);
            if (holder >= 0 && random.Next(7) == 0 && day - since > 40)
                claims.Add(Day($"{holders[holder]}+{holders[now]}", "contested", day - random.Next(4, 30), random));
            claims.Add(random.Next(16) switch
            {
                0 => Month(holders[now], day, random),
                1 or 2 => Span(holders[now], day, random),
                _ => Day(holders[now], holders[now].Contains('+') ? "joint" : "holds", day, random),
            });
            (holder, since) = (now, day);
        }

        // Most reports only say that it is still so.
        for (var more = random.Next(3, 9) - claims.Count; more > 0; more--)
        {
            var day = FirstDay + known + random.Next(DaysLong - known);
            var still = holders[Holder((day - FirstDay) / Step, latitude, longitude)];
            claims.Add(random.Next(40) == 0 && !still.Contains('+') ? Day(still, "besieged", day, random) : Day(still, still.Contains('+') ? "joint" : "holds", day, random));
        }
        return claims;
    }

    private int Holder(int step, double latitude, double longitude)
    {
        var (best, most) = (0, double.NegativeInfinity);
        var across = KmPerDegree * Math.Cos(latitude * Math.PI / 180);
        foreach (var centre in at[step])
        {
            var reach = centre.Reach - Math.Sqrt(Math.Pow((latitude - centre.Latitude) * KmPerDegree, 2) + Math.Pow((longitude - centre.Longitude) * across, 2));
            if (reach > most)
                (best, most) = (centre.Holder, reach);
        }
        return best;
    }

    private IEnumerable<(int, double, double, double)> Standing(double year)
    {
        for (var i = 0; i < Centres.Length; i++)
        {
            var (name, path) = Centres[i];
            if (year < path[0].Year)
                continue;
            var next = Math.Max(1, Array.FindIndex(path, point => point.Year > year));
            if (year >= path[^1].Year)
                next = path.Length - 1;
            var (one, other) = (path[next - 1], path[next]);
            var share = Math.Min(1, (year - one.Year) / (other.Year - one.Year));
            var reach = one.Reach + (other.Reach - one.Reach) * share;
            if (reach > 0)
                yield return (Array.IndexOf(holders, name), one.Latitude + (other.Latitude - one.Latitude) * share, one.Longitude + (other.Longitude - one.Longitude) * share,
                    reach + Breath * Math.Sin(2 * Math.PI * (year / BreathYears + i * 0.37)));
        }
    }

    private static SeededClaim Day(string holders, string posture, int day, Random random) => new(holders, posture, Iso(day), day, day, random.Next(Sources));

    private static SeededClaim Span(string holders, int day, Random random)
    {
        int from = day - random.Next(1, 12), to = day + random.Next(1, 12);
        return new(holders, "holds", $"[{Iso(from)}..{Iso(to)}]", from, to, random.Next(Sources));
    }

    private static SeededClaim Month(string holders, int day, Random random)
    {
        var date = Days.Date(day);
        var first = new DateOnly(date.Year, date.Month, 1);
        return new(holders, "holds", first.ToString("yyyy-MM", CultureInfo.InvariantCulture), Days.Of(first), Days.Of(first.AddMonths(1)) - 1, random.Next(Sources));
    }

    private static string Iso(int day) => Days.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
