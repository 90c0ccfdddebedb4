using System.Globalization;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;

namespace Map.Web.Packs;

/// <summary>The part of the record the reader looks at: days, a box on the earth, types, filters.</summary>
/// <param name="From">First day of the window, <see cref="Days.OpenStart"/> for everything so far.</param>
/// <param name="To">Last day of the window: the date, or <see cref="Days.OpenEnd"/> for everything from it on.</param>
/// <param name="Box">What is on screen, degrees.</param>
/// <param name="Types">Event types shown; null = all.</param>
/// <param name="Filters">What else an event must answer to; null = nothing.</param>
public sealed record ShownPart(int From, int To, MapBounds Box, IReadOnlyList<string>? Types, EventFilters? Filters = null)
{
    public const string UsualWindow = "30d";

    /// <summary>Days in a window, the date included: "30d", or "1y" for 365. Null where it has no start ("all") or is not a window.</summary>
    public static int? DaysIn(string? window) => window switch
    {
        "1y" => 365,
        [>= '1' and <= '9', .. { Length: <= 5 }] when window[^1] == 'd'
            && int.TryParse(window.AsSpan(0, window.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) => days,
        _ => null,
    };

    /// <summary>First and last day of a window at a date.</summary>
    public static (int From, int To) Span(int date, string? window) => window switch
    {
        "all" => (Days.OpenStart, date),
        "from" => (date, Days.OpenEnd),
        _ => (date - (DaysIn(window) ?? DaysIn(UsualWindow)!.Value) + 1, date),
    };

    /// <summary>The same, as it is asked of the events.</summary>
    public EventQuestion Question => new(new ListOrder(From, To), new Box(Box.South, Box.West, Box.North, Box.East), Types, Filters);

    /// <summary>How many filters are set, the types counted as one.</summary>
    public int FilterCount => (Types is null ? 0 : 1) + (Filters is not { } set ? 0
        : (set.Actors is null ? 0 : 1) + (set.Sources is null ? 0 : 1) + (set.Governorates is null ? 0 : 1) + (set.Lineage ? 1 : 0) + (set.Disputed ? 1 : 0) + (set.Grade is null ? 0 : 1) + (set.Text is null ? 0 : 1));

    /// <summary>Of an event whose span overlaps the window: does it certainly have a day in it? Yes, where the whole span lies in the window, or where it went on from a known day to a known day.</summary>
    public bool IsCertain(int earliest, int latest, bool lasted) =>
        (earliest >= From && latest <= To) || (lasted && earliest != Days.OpenStart && latest != Days.OpenEnd);

    public bool SameQuestion(ShownPart other) => From == other.From && To == other.To && Box == other.Box
        && Same(Types, other.Types) && SameFilters(Filters, other.Filters);

    private static bool SameFilters(EventFilters? a, EventFilters? b) => a is null || b is null ? a is null && b is null
        : a.Disputed == b.Disputed && a.Lineage == b.Lineage && a.Grade == b.Grade && a.Text == b.Text && Same(a.Actors, b.Actors) && Same(a.Sources, b.Sources) && Same(a.Governorates, b.Governorates);

    private static bool Same(IReadOnlyList<string>? a, IReadOnlyList<string>? b) => a is null || b is null ? a is null && b is null : a.SequenceEqual(b);
}
