using System.Globalization;
using System.Text.RegularExpressions;

namespace Map.Core.Places;

/// <summary>
/// Reads a position as people type or paste it: decimal degrees, degrees-minutes-seconds, and links of map sites. Latitude comes first
/// unless letters or a link say otherwise.
/// </summary>
public static partial class Coordinates
{
    private const string Forms = "Type latitude, longitude as 36.587, 37.046, as 36°35'10\"N 37°2'41\"E, or paste a map link.";

    /// <summary>Reads a position. Never throws.</summary>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east, -180 to 180.</param>
    /// <param name="problem">On failure one sentence that names the value and the remedy, else "".</param>
    public static bool TryRead(string? text, out double latitude, out double longitude, out string problem)
    {
        latitude = longitude = 0;
        var typed = CoordinateText.Plain(text);
        if (typed.Length == 0)
        {
            problem = "No position is given. " + Forms;
            return false;
        }

        if (typed.Length > 2_000)
        {
            problem = $"This position has {typed.Length} characters. " + Forms;
            return false;
        }

        var read = MapLink.LooksLikeOne(typed) ? MapLink.Read(typed, out problem) : ReadPair(typed, out problem);
        if (read is not { } found)
        {
            return false;
        }

        (latitude, longitude) = found;
        problem = RangeProblem(latitude, longitude) ?? "";
        if (problem.Length > 0)
        {
            latitude = longitude = 0;
        }

        return problem.Length == 0;
    }

    /// <summary>What is wrong with two numbers as a position; null where nothing is.</summary>
    public static string? RangeProblem(double latitude, double longitude)
    {
        if (!double.IsFinite(latitude) || !double.IsFinite(longitude))
        {
            return "A position needs two finite numbers. " + Forms;
        }

        if (Math.Abs(latitude) > 90 && Math.Abs(longitude) <= 90 && Math.Abs(latitude) <= 180)
        {
            return $"These look swapped: {Text(latitude)} cannot be a latitude, which ends at 90. Type {Text(longitude)}, {Text(latitude)}.";
        }

        return Math.Abs(latitude) > 90 ? $"Latitude {Text(latitude)} is beyond 90. Latitudes run from -90 to 90."
            : Math.Abs(longitude) > 180 ? $"Longitude {Text(longitude)} is beyond 180. Longitudes run from -180 to 180."
            : null;
    }

    /// <summary>A degree in up to six decimals, a full stop before them.</summary>
    public static string Text(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex("""^(?<h>[NSEW])?(?<sign>[+-])?(?<deg>[0-9]+(?:\.[0-9]+)?)(?:° ?| )?(?:(?<=[° ])(?<min>[0-9]+(?:\.[0-9]+)?)(?:' ?| )?(?:(?<=[' ])(?<sec>[0-9]+(?:\.[0-9]+)?)(?:" ?)?)?)?(?<h>[NSEW])?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Angle();

    private static (double, double)? ReadPair(string typed, out string problem)
    {
        problem = "";
        foreach (var (first, second) in CoordinateText.Halves(typed))
        {
            if (ReadAngle(first) is { } a && ReadAngle(second) is { } b)
            {
                return Order(typed, a, b, out problem);
            }
        }

        problem = typed.Any(char.IsDigit) && typed.Count(char.IsDigit) < 30 && ReadAngle(typed) is not null
            ? $"“{typed}” is one number; a position needs two. {Forms}"
            : $"“{Shortened(typed)}” is not a position. {Forms}";
        return null;
    }

    private static (double, double)? Order(string typed, (double Degrees, char Letter, bool Good) a, (double Degrees, char Letter, bool Good) b, out string problem)
    {
        problem = "";
        if (!a.Good || !b.Good)
        {
            problem = $"“{Shortened(typed)}” has minutes or seconds of 60 or more. They run from 0 to 59.";
        }
        else if (a.Letter != ' ' && b.Letter != ' ' && IsNorthSouth(a.Letter) == IsNorthSouth(b.Letter))
        {
            problem = $"“{Shortened(typed)}” names {(IsNorthSouth(a.Letter) ? "two latitudes" : "two longitudes")}. One is N or S, the other E or W.";
        }
        else
        {
            var turned = a.Letter is 'E' or 'W' || b.Letter is 'N' or 'S';
            return turned ? (b.Degrees, a.Degrees) : (a.Degrees, b.Degrees);
        }

        return null;
    }

    private static (double Degrees, char Letter, bool Good)? ReadAngle(string text)
    {
        if (Angle().Match(text) is not { Success: true } match || match.Groups["h"].Captures is [var before, var after] && before.Value != after.Value)
        {
            return null;
        }

        var (degrees, minutes, seconds) = (Number(match, "deg"), Number(match, "min"), Number(match, "sec"));
        var letter = match.Groups["h"].Success ? match.Groups["h"].Value[0] : ' ';
        var size = degrees + (minutes / 60) + (seconds / 3600);
        var negative = (match.Groups["sign"].Value == "-") != (letter is 'S' or 'W');
        return (negative ? -size : size, letter, minutes < 60 && seconds < 60);
    }

    private static double Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? double.Parse(found.Value, CultureInfo.InvariantCulture) : 0;

    private static bool IsNorthSouth(char letter) => letter is 'N' or 'S';

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
