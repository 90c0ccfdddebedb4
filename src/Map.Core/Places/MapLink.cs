using System.Globalization;
using System.Text.RegularExpressions;

namespace Map.Core.Places;

/// <summary>Finds the position in a link to a map: geo:, OpenStreetMap, Google, and others that write latitude and longitude plainly.</summary>
internal static partial class MapLink
{
    private const string Number = @"[+-]?[0-9]{1,3}(?:\.[0-9]+)?";

    /// <summary>A pin before a view: what somebody marked is meant more than where the screen happened to stand.</summary>
    private static readonly Func<Regex>[] Forms = [GeoQuery, Geo, Marker, GooglePin, Query, OsmView, View, LatLon, PathPair];

    [GeneratedRegex(@"^geo:0(?:\.0+)?,0(?:\.0+)?\?(?:.*&)?q=(?<lat>" + Number + @"),\s*\+?(?<lng>" + Number + ")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GeoQuery();

    [GeneratedRegex(@"^geo:(?<lat>" + Number + "),(?<lng>" + Number + ")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Geo();

    [GeneratedRegex(@"[?&#]mlat=(?<lat>" + Number + @")&(?:.*&)?mlon=(?<lng>" + Number + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    [GeneratedRegex(@"!3d(?<lat>" + Number + @")!4d(?<lng>" + Number + ")", RegexOptions.CultureInvariant)]
    private static partial Regex GooglePin();

    [GeneratedRegex(@"[?&](?:q|query|ll|sll|center|destination|daddr|cbll|cp|at)=(?:loc:)?(?<lat>" + Number + @")(?:,\s*\+?|~)(?<lng>" + Number + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Query();

    [GeneratedRegex(@"#(?:.*&)?map=[0-9.]+/(?<lat>" + Number + ")/(?<lng>" + Number + ")", RegexOptions.CultureInvariant)]
    private static partial Regex OsmView();

    [GeneratedRegex(@"@(?<lat>" + Number + "),(?<lng>" + Number + ")", RegexOptions.CultureInvariant)]
    private static partial Regex View();

    [GeneratedRegex(@"[?&#]lat(?:itude)?=(?<lat>" + Number + @")&(?:.*&)?(?:lon|lng|long|longitude)=(?<lng>" + Number + ")", RegexOptions.CultureInvariant)]
    private static partial Regex LatLon();

    [GeneratedRegex(@"/(?:place|search|dir|maps)/(?<lat>" + Number + @"),\s*\+?(?<lng>" + Number + ")", RegexOptions.CultureInvariant)]
    private static partial Regex PathPair();

    public static bool LooksLikeOne(string text) =>
        text.StartsWith("geo:", StringComparison.OrdinalIgnoreCase) || text.Contains("://", StringComparison.Ordinal)
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || text.Contains(".com/", StringComparison.OrdinalIgnoreCase) || text.Contains(".org/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Latitude and longitude of a link; null with the remedy where it holds none.</summary>
    public static (double, double)? Read(string link, out string problem)
    {
        var plain = Uri.UnescapeDataString(link);
        foreach (var form in Forms)
        {
            if (form().Match(plain) is { Success: true } match)
            {
                problem = "";
                return (double.Parse(match.Groups["lat"].Value, CultureInfo.InvariantCulture), double.Parse(match.Groups["lng"].Value, CultureInfo.InvariantCulture));
            }
        }

        problem = plain.Contains("goo.gl", StringComparison.OrdinalIgnoreCase) || plain.Contains("osm.org/go/", StringComparison.OrdinalIgnoreCase)
            ? "A short link does not say where it leads. Open it, and paste the address it leads to."
            : "This link holds no position. Paste one that does (openstreetmap.org/#map=12/36.58/37.04), or type 36.587, 37.046.";
        return null;
    }
}
