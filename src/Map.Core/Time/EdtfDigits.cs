namespace Map.Core.Time;

/// <summary>What a pattern with unspecified digits (X) can stand for.</summary>
internal static class EdtfDigits
{
    /// <summary>Every year a pattern such as "201X" or "-00XX" allows, lowest or highest first.</summary>
    public static IEnumerable<int> Years(string pattern, bool upwards) => pattern[0] == '-'
        ? Numbers(pattern[1..], 0, 9999, !upwards).Select(year => -year)
        : Numbers(pattern, 0, 9999, upwards);

    /// <summary>Every number from low to high that a pattern of digits and X allows.</summary>
    public static IEnumerable<int> Numbers(string pattern, int low, int high, bool upwards)
    {
        var free = pattern.Count(digit => digit == 'X');
        var choices = (int)Math.Pow(10, free);
        for (var choice = 0; choice < choices; choice++)
        {
            var number = Fill(pattern, upwards ? choice : choices - 1 - choice, choices);
            if (number >= low && number <= high)
            {
                yield return number;
            }
        }
    }

    /// <summary>Length of a month, for any year of the proleptic calendar, year 0 and before included.</summary>
    public static int DaysIn(int year, int month) => month switch
    {
        2 => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static int Fill(string pattern, int choice, int choices)
    {
        var number = 0;
        foreach (var digit in pattern)
        {
            if (digit == 'X')
            {
                choices /= 10;
                number = (number * 10) + (choice / choices % 10);
            }
            else
            {
                number = (number * 10) + (digit - '0');
            }
        }

        return number;
    }
}
