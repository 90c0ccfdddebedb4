using Map.Core.Time;

namespace Map.Web.Data;

/// <summary>
/// A window in slices, in the order of its list, so that whoever wants the first rows of a long one need not read it to its end: first the events whose
/// span reaches the end at which the list begins, then those whose nearer end lies on the day beside it, in the four days after that, in the sixteen after those, and so on.
/// </summary>
internal static class TimeSlices
{
    /// <summary>The tree counts no further: it holds later days as this one, earlier ones as its negative.</summary>
    private const int FarthestDay = 1_000_000;

    private const int Growth = 4, Longest = 4096;

    /// <summary>Bounds of the nearer end of a span, latest days where the newest come first, earliest days where the next do; in days as the tree holds them.</summary>
    public static IEnumerable<(int Low, int High)> Of(ListOrder order)
    {
        var step = order.IsNextFirst ? 1 : -1;
        var start = Held(order.IsNextFirst ? order.From : order.To);
        var end = order.IsNextFirst ? FarthestDay : Held(order.From);
        yield return order.IsNextFirst ? (-FarthestDay, start) : (start, FarthestDay);
        var near = start + step;
        for (var length = 1; (end - near) * step >= 0; length *= Growth)
        {
            var far = length > Longest || (end - near) * step < length ? end : near + (length - 1) * step;
            yield return order.IsNextFirst ? (near, far) : (far, near);
            near = far + step;
        }
    }

    public static int Held(int day) => Math.Clamp(day, -FarthestDay, FarthestDay);
}
