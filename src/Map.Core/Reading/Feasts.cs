using System.Globalization;

namespace Map.Core.Reading;

/// <summary>The days of feasts: of Islam's by the calendar of Umm al-Qura, which is a day off where the moon was seen another evening.</summary>
internal static class Feasts
{
    private static readonly UmAlQuraCalendar Calendar = new();

    /// <summary>The days of the feast that was kept last by a day, or in a year; null where the calendar does not reach.</summary>
    /// <param name="name">As written.</param>
    /// <param name="day">Which of its days; 0 for all, -1 for the last.</param>
    public static (DateOnly First, DateOnly Last)? Days(string name, int day, DateOnly? by, int? year)
    {
        var from = year ?? by?.Year ?? 0;
        var found = Enumerable.Range(from - 2, 4)
            .SelectMany(around => InYear(name, around))
            .Where(days => year is { } wanted ? days.First.Year == wanted : days.First <= by)
            .OrderBy(days => days.First)
            .ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var (first, last) = found[^1];
        return day switch
        {
            0 => (first, last),
            -1 => (last, last),
            _ when first.AddDays(day - 1) <= last => (first.AddDays(day - 1), first.AddDays(day - 1)),
            _ => null,
        };
    }

    private static IEnumerable<(DateOnly First, DateOnly Last)> InYear(string name, int year)
    {
        if (year is < 1902 or > 2075)
        {
            yield break;
        }

        var lower = name.ToLowerInvariant();
        (DateOnly, DateOnly) Fixed(int month, int day) => (new DateOnly(year, month, day), new DateOnly(year, month, day));
        if (lower.Contains("eve", StringComparison.Ordinal))
        {
            yield return lower.StartsWith("christmas", StringComparison.Ordinal) ? Fixed(12, 24) : Fixed(12, 31);
        }
        else if (lower.StartsWith("christmas", StringComparison.Ordinal))
        {
            yield return Fixed(12, 25);
        }
        else if (lower.StartsWith("new", StringComparison.Ordinal))
        {
            yield return Fixed(1, 1);
        }
        else if (lower.EndsWith("roz", StringComparison.Ordinal) || lower.EndsWith("ruz", StringComparison.Ordinal))
        {
            yield return Fixed(3, 21);
        }
        else
        {
            // A year of the moon begins up to thirty-three times in thirty-two of the sun.
            var moon = Calendar.GetYear(new DateTime(year, 1, 1));
            foreach (var each in new[] { moon, moon + 1 })
            {
                if (OfMoon(lower, each) is var days && days.First.Year == year)
                {
                    yield return days;
                }
            }
        }
    }

    private static (DateOnly First, DateOnly Last) OfMoon(string lower, int year)
    {
        DateOnly Day(int month, int day) => DateOnly.FromDateTime(Calendar.ToDateTime(year, month, day, 0, 0, 0, 0));
        return lower.StartsWith("ramad", StringComparison.Ordinal) ? (Day(9, 1), Day(9, Calendar.GetDaysInMonth(year, 9)))
            : lower.StartsWith("ash", StringComparison.Ordinal) ? (Day(1, 10), Day(1, 10))
            : lower.Contains("fit", StringComparison.Ordinal) ? (Day(10, 1), Day(10, 3))
            : (Day(12, 10), Day(12, 13));
    }
}
