namespace Map.Core.Time;

/// <summary>Days as plain numbers: days since 1970-01-01, negative before. No clock and no time zone takes part.</summary>
public static class Days
{
    /// <summary>Stands for "no earliest day is known" in tables and packs.</summary>
    public const int OpenStart = int.MinValue;

    /// <summary>Stands for "no latest day is known" in tables and packs.</summary>
    public const int OpenEnd = int.MaxValue;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The number of a day.</summary>
    public static int Of(DateOnly day) => day.DayNumber - Epoch;

    /// <summary>The day of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is an open end or lies outside the years 1 to 9999.</exception>
    public static DateOnly Date(int day)
    {
        var number = (long)day + Epoch;
        if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "This number is an open end, or outside the years 1 to 9999; it is no day.");
        }

        return DateOnly.FromDayNumber((int)number);
    }

    /// <summary>Of(day), or <see cref="OpenStart"/> where there is none.</summary>
    public static int OfStart(DateOnly? day) => day is { } known ? Of(known) : OpenStart;

    /// <summary>Of(day), or <see cref="OpenEnd"/> where there is none.</summary>
    public static int OfEnd(DateOnly? day) => day is { } known ? Of(known) : OpenEnd;
}
