using Map.Core.Time;

namespace Map.Core.Actors;

/// <summary>How two spans of time lie to each other, as far as is sure.</summary>
internal static class Times
{
    /// <summary>True where no day belongs to both.</summary>
    public static bool AreApart(DateSpan one, DateSpan other) => one.LatestDay < other.EarliestDay || other.LatestDay < one.EarliestDay;

    public static bool IsBefore(DateSpan one, DateSpan other) => one.LatestDay < other.EarliestDay;
}
