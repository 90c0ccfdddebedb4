using System.Globalization;
using Map.Core.Time;
using Map.Web.Canvas;

namespace Map.Web.Features.Explore;

/// <summary>The part of the record the reader looks at: days, a box on the earth, types.</summary>
/// <param name="From">First day of the window, <see cref="Days.OpenStart"/> for everything so far.</param>
/// <param name="To">Last day of the window: the date.</param>
/// <param name="Box">What is on screen, degrees.</param>
/// <param name="Types">Event types shown; null = all.</param>
public sealed record ShownPart(int From, int To, MapBounds Box, IReadOnlyList<string>? Types)
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

    public static int FirstDay(int to, string? window) => window == "all" ? Days.OpenStart : to - (DaysIn(window) ?? DaysIn(UsualWindow)!.Value) + 1;

    /// <summary>Certainly in the window: the whole span lies in it.</summary>
    public bool IsCertain(int earliest, int latest) => earliest >= From && latest <= To;

    public bool SameQuestion(ShownPart other) => From == other.From && To == other.To && Box == other.Box
        && (Types is null ? other.Types is null : other.Types is not null && Types.SequenceEqual(other.Types));
}
