using Map.Core.Time;

namespace Map.Web.Features.Actors;

/// <summary>Days as places from left to right: as wide as it takes to tell them apart, with room for names at both ends.</summary>
internal sealed class RiverScale
{
    private const double Middle = 800, RoomBefore = 240, RoomAfter = 260, WidestYear = 420, DaysAYear = 365.25;

    private readonly int first;
    private readonly double wideDay;

    private RiverScale(int first, int last)
    {
        this.first = first;
        wideDay = Math.Min(WidestYear / DaysAYear, Middle / Math.Max(1, last - first));
        Width = Math.Round(RoomBefore + (last - first) * wideDay + RoomAfter);
        var years = Enumerable.Range(DayAt(0).Year, DayAt(Width).Year - DayAt(0).Year + 1).Select(year => new RiverYear(X(Days.Of(new DateOnly(year, 1, 1))), year));
        Years = [.. years.Where(year => year.X >= 24 && year.X <= Width - 24)];
    }

    public double Width { get; }

    public IReadOnlyList<RiverYear> Years { get; }

    /// <summary>Null where not one day is known.</summary>
    public static RiverScale? Of(IEnumerable<int> days)
    {
        var known = days.Where(day => day is not Days.OpenStart and not Days.OpenEnd).ToList();
        return known.Count == 0 ? null : new RiverScale(known.Min(), known.Max());
    }

    /// <summary>Open ends lie at the edges.</summary>
    public double X(int day) => day switch
    {
        Days.OpenStart => 0,
        Days.OpenEnd => Width,
        _ => Math.Round(RoomBefore + (day - (double)first) * wideDay, 1),
    };

    private DateOnly DayAt(double x) => Days.Date(first + (int)Math.Floor((x - RoomBefore) / wideDay));
}
