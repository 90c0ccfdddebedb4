using Map.Core.Control;
using Map.Core.Time;
using NetTopologySuite.Geometries;

namespace Map.Core.Zones;

/// <summary>
/// One area said to be held from a day on. Where its first or its last day is not known there are days on which it may hold and may not;
/// on such days the map shows both.
/// </summary>
/// <param name="From">The day it begins, as exactly as it is told.</param>
/// <param name="To">The last day it holds; null where none is told.</param>
/// <param name="Shape">A valid polygon or several, degrees, x = longitude.</param>
public sealed record Zone(long Id, IReadOnlyList<string> Holders, Posture Posture, DateSpan From, DateSpan? To, Geometry Shape)
{
    /// <summary>The first day on which it may hold.</summary>
    public int MayFrom => From.EarliestDay;

    /// <summary>The first day on which it certainly holds.</summary>
    public int SureFrom => From.Latest is null ? From.EarliestDay : From.LatestDay;

    /// <summary>The last day on which it certainly holds; before <see cref="SureFrom"/> where there is none.</summary>
    public int SureTo => To is null ? Days.OpenEnd : To.EarliestDay;

    /// <summary>The last day on which it may hold.</summary>
    public int MayTo => To is null ? Days.OpenEnd : To.LatestDay;

    public bool MayHoldOn(int day) => MayFrom <= day && day <= MayTo;

    public bool SurelyHoldsOn(int day) => SureFrom <= day && day <= SureTo;

    /// <summary>The first day on which both certainly hold, or null.</summary>
    public int? CommonDay(Zone other)
    {
        var day = Math.Max(SureFrom, other.SureFrom);
        return day <= Math.Min(SureTo, other.SureTo) ? day : null;
    }
}
