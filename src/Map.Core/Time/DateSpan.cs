namespace Map.Core.Time;

/// <summary>A span of days as an EDTF expression said it; both ends belong to it. It never ends before it starts.</summary>
public sealed record DateSpan
{
    /// <summary>A span whose bounds are already known; <see cref="EdtfText"/> computes them from the text.</summary>
    /// <exception cref="ArgumentException">The latest day lies before the earliest.</exception>
    public DateSpan(string edtf, DateOnly? earliest, DateOnly? latest, bool lasted)
    {
        if (earliest > latest)
        {
            throw new ArgumentException($"“{edtf}” would end on {latest:yyyy-MM-dd}, before it starts on {earliest:yyyy-MM-dd}.", nameof(latest));
        }

        Edtf = edtf;
        Earliest = earliest;
        Latest = latest;
        Lasted = lasted;
    }

    /// <summary>The expression as written, in the Extended Date/Time Format of 2019.</summary>
    public string Edtf { get; private init; }

    /// <summary>First day it can be; null = open or unknown.</summary>
    public DateOnly? Earliest { get; private init; }

    /// <summary>Last day it can be; null = open or unknown.</summary>
    public DateOnly? Latest { get; private init; }

    /// <summary>True where it went on (<c>a/b</c>) or happened on each of several days (<c>{a,b}</c>); false for one day, known or not.</summary>
    public bool Lasted { get; private init; }

    /// <summary>Earliest as a day number, <see cref="Days.OpenStart"/> where open.</summary>
    public int EarliestDay => Days.OfStart(Earliest);

    /// <summary>Latest as a day number, <see cref="Days.OpenEnd"/> where open.</summary>
    public int LatestDay => Days.OfEnd(Latest);

    /// <summary>True where exactly one day is meant and it is known.</summary>
    public bool IsOneDay => Earliest is not null && Earliest == Latest;

    /// <summary>The span that is one known day.</summary>
    public static DateSpan Day(DateOnly day) => new(day.ToString("yyyy-MM-dd"), day, day, false);

    /// <summary>True where the day lies within the span, open ends counting as endless.</summary>
    public bool Contains(DateOnly day) => (Earliest is null || Earliest <= day) && (Latest is null || day <= Latest);

    public override string ToString() => Edtf;
}
