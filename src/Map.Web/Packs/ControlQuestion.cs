using System.Globalization;
using System.Text.RegularExpressions;
using Map.Core.Time;

namespace Map.Web.Packs;

/// <summary>What <c>GET /control</c> is asked: a spot in degrees (WGS84) and a day. All three parameters once, and no other but "known", which says as of which past day.</summary>
internal sealed partial record ControlQuestion(double Latitude, double Longitude, int Day)
{
    public const string Known = "known";

    private static readonly string[] Names = ["lat", "lng", "date"];

    /// <returns>The question, or the reason why this is none.</returns>
    public static (ControlQuestion? Question, string Problem) Read(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(key => !Names.Contains(key) && key != Known) is { } unknown)
            return (null, $"There is no parameter “{unknown}”: ask with lat, lng and date.");
        if (query.ContainsKey(Known) && query[Known] is not [{ Length: > 0 }])
            return (null, "Give known once, as YYYY-MM-DD, or not at all.");
        foreach (var name in Names)
            if (query[name] is not [{ Length: > 0 }])
                return (null, $"Give {name} once: lat and lng in degrees, date as YYYY-MM-DD.");
        if (Degrees(query["lat"]!, 90) is not { } latitude)
            return (null, "lat must be a number of degrees from -90 to 90, such as 36.586.");
        if (Degrees(query["lng"]!, 180) is not { } longitude)
            return (null, "lng must be a number of degrees from -180 to 180, such as 37.044.");
        if (!DateForm().IsMatch(query["date"]!) || !DateOnly.TryParseExact(query["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return (null, "date must be a day of the calendar as YYYY-MM-DD, such as 2019-11-01.");
        return (new ControlQuestion(latitude, longitude, Days.Of(date)), "");
    }

    private static double? Degrees(string text, double most) =>
        NumberForm().IsMatch(text) && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}(\.[0-9]{0,20})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm();
}
