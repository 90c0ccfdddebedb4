namespace Map.Core.Events;

/// <summary>What is compared of two events that may be one.</summary>
/// <param name="Type">Id of an <see cref="EventType"/>.</param>
/// <param name="EarliestDay">First day of the span; the least number where its start is open.</param>
/// <param name="LatestDay">Last day of the span; the greatest number where its end is open.</param>
/// <param name="At">Degrees; null where no position is known.</param>
/// <param name="Actors">Ids of those who took part, in any role.</param>
public sealed record Comparable(string Type, int EarliestDay, int LatestDay, (double Latitude, double Longitude)? At, IReadOnlyCollection<long> Actors);

/// <summary>
/// When two recorded events are shown to the editor as perhaps one: the same type, at most three days between their spans, at most fifteen
/// kilometres between their points, and an actor in common. Roles do not count, for who is the target in one report is a party in the next.
/// <para>
/// What one of the two does not say cannot speak against it: an event without actors, or without a position, is still compared by what it has.
/// But of place and actors at least one must be said by both and agree: type and days alone fit every second event of a week of war.
/// </para>
/// </summary>
public static class DuplicateRules
{
    /// <summary>Most days from the end of one span to the start of the other; spans that touch or overlap have none between them.</summary>
    public const int Days = 3;

    /// <summary>Most kilometres between the points, however closely these are known.</summary>
    public const double Kilometres = 15;

    private const double KilometresPerDegree = 111.2;

    public static bool MayBeOne(Comparable one, Comparable other)
    {
        if (one.Type != other.Type || one.Type.Length == 0 || DaysBetween(one, other) > Days)
        {
            return false;
        }

        var place = KilometresBetween(one.At, other.At) is { } apart ? apart <= Kilometres : (bool?)null;
        var actors = one.Actors.Count > 0 && other.Actors.Count > 0 ? one.Actors.Any(other.Actors.Contains) : (bool?)null;
        return place != false && actors != false && (place ?? actors ?? false);
    }

    /// <summary>Days from the end of the earlier span to the start of the later: 1 where they follow each other, 0 where they share a day.</summary>
    public static long DaysBetween(Comparable one, Comparable other) =>
        Math.Max(0, Math.Max((long)other.EarliestDay - one.LatestDay, (long)one.EarliestDay - other.LatestDay));

    /// <summary>Kilometres on the ground, for which the earth is flat enough here; null where one of the points is not known.</summary>
    public static double? KilometresBetween((double Latitude, double Longitude)? one, (double Latitude, double Longitude)? other)
    {
        if (one is not { } a || other is not { } b)
        {
            return null;
        }

        var north = (a.Latitude - b.Latitude) * KilometresPerDegree;
        var east = (a.Longitude - b.Longitude) * KilometresPerDegree * Math.Cos((a.Latitude + b.Latitude) / 2 * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }

    /// <summary>Degrees of latitude and longitude around a point within which all that is near enough lies, and a little more.</summary>
    public static (double Latitude, double Longitude) Reach((double Latitude, double Longitude) at)
    {
        var north = Kilometres * 1.01 / KilometresPerDegree;
        return (north, north / Math.Cos((Math.Abs(at.Latitude) + north) * Math.PI / 180));
    }
}
