using Map.Core.Time;

namespace Map.Web.Shared;

/// <summary>Where a printed date leads: to the map on its last day, with a window that holds the whole of it.</summary>
/// <param name="Day">The last day; the first where the end is open.</param>
/// <param name="First">The first day, where the date is a span with two known ends; otherwise null.</param>
public sealed record DateAddress(DateOnly Day, DateOnly? First)
{
    /// <summary>Null where neither end is known: such a date is on no day of the map.</summary>
    public static DateAddress? Of(DateSpan span) => span switch
    {
        { Earliest: { } first, Latest: { } last } => new(last, first == last ? null : first),
        { Latest: { } last } => new(last, null),
        { Earliest: { } first } => new(first, null),
        _ => null,
    };

    /// <summary>"2023-08-31"</summary>
    public string Iso => Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public string? FirstIso => First?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"31d": as long as the span; null for one day, which any window holds.</summary>
    public string? Window => First is not { } first ? null : Day.DayNumber - first.DayNumber + 1 is var days && days == 365 ? "1y" : $"{days}d";

    /// <summary>For a reader who comes from a page without a map. On the map itself the client keeps what is shown besides.</summary>
    public string Path(Language language, long? chosen = null) =>
        language.Link($"/?date={Iso}{(Window is { } window ? $"&window={window}" : "")}{(chosen is { } id ? $"&event={id}" : "")}");
}
