using System.Globalization;
using System.Text.RegularExpressions;
using Map.Core.Events;
using Map.Core.Evidence;
using Map.Web.Canvas;
using Map.Web.Shared;

namespace Map.Web.Packs;

/// <summary>Reads the parameters of one address, and gathers what is not understood.</summary>
/// <param name="value">What a parameter says; null where the address is silent.</param>
internal sealed partial class AddressReading(Func<string, string?> value)
{
    private const int LongestText = 200;

    /// <summary>Degrees: a box smaller than this shows nothing, a larger one is no map of a country.</summary>
    private const double LeastBox = 0.02, LargestBox = 40;

    private readonly List<AddressProblem> problems = [];

    public MapAddress Whole() => new(Day("date"), Window(), View(), Box(), Layers(), Types(), Filters(), Series(), Event(), Day(KnownNote.Parameter), Lang()) { Problems = problems };

    private DateOnly? Day(string name)
    {
        if (value(name) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200) return day;
        Refuse(name, text, "a day of the calendar as YYYY-MM-DD, such as 2019-11-01", "يوم من التقويم بصيغة YYYY-MM-DD مثل 2019-11-01");
        return null;
    }

    private string? Window()
    {
        if (value("window") is not { } text) return null;
        if (text is "all" or "from" || ShownPart.DaysIn(text) is not null) return text;
        Refuse("window", text, "a number of days such as 30d, 1y, all or from", "عدد من الأيام مثل 30d أو 1y أو all أو from");
        return null;
    }

    private MapView? View()
    {
        if (value("at") is not { } text) return null;
        if (Numbers(text, 3) is [>= -85 and <= 85, >= -180 and <= 180, >= 1 and <= 19] at) return new MapView(at[0], at[1], at[2]);
        Refuse("at", text, "latitude, longitude and zoom, such as 35.9,36.9,8", "خط العرض وخط الطول ومستوى التكبير مثل 35.9,36.9,8");
        return null;
    }

    private MapBounds? Box()
    {
        if (value(MapAddress.BoxName) is not { } text) return null;
        if (Numbers(text, 4) is [>= -85 and <= 85, >= -180 and <= 180, >= -85 and <= 85, >= -180 and <= 180] box
            && box[2] - box[0] is >= LeastBox and <= LargestBox && box[3] - box[1] is >= LeastBox and <= LargestBox)
            return new MapBounds(box[0], box[1], box[2], box[3]);
        Refuse(MapAddress.BoxName, text, "south, west, north and east in degrees, such as 34.6,35.5,37.2,39", "الجنوب والغرب والشمال والشرق بالدرجات مثل 34.6,35.5,37.2,39");
        return null;
    }

    private List<string>? Layers()
    {
        if (value("layers") is not { } text) return null;
        var names = Listed(text);
        foreach (var name in names.Where(name => !MapAddress.AllLayers.Contains(name)))
            Refuse("layers", name, $"some of {string.Join(", ", MapAddress.AllLayers)}", $"بعض من {string.Join("، ", MapAddress.AllLayers)}");
        var known = MapAddress.AllLayers.Where(names.Contains).ToList();
        return known.Count > 0 || names.Length == 0 ? known : null;
    }

    private IReadOnlyList<string>? Types()
    {
        if (value("types") is not { } text) return null;
        var names = Listed(text);
        foreach (var name in names.Where(name => !EventTypes.TryGet(name, out _)))
            Refuse("types", name, $"some of {string.Join(", ", EventTypes.All.Select(type => type.Id))}", $"بعض من {string.Join("، ", EventTypes.All.Select(type => type.Id))}");
        var known = MapAddress.TypesOf(names);
        return known is not { Count: 0 } || names.Length == 0 ? known : null;
    }

    private string? Series()
    {
        if (value("series") is not { Length: > 0 } text) return null;
        if (SeriesForm().IsMatch(text)) return text;
        Refuse("series", text, "the key of a series of zones", "مفتاح سلسلة مناطق");
        return null;
    }

    private long? Event()
    {
        if (value("event") is not { Length: > 0 } text) return null;
        if (EventForm().IsMatch(text)) return long.Parse(text, CultureInfo.InvariantCulture);
        Refuse("event", text, "the number of an event", "رقم حدث");
        return null;
    }

    private Language Lang()
    {
        var text = value("lang");
        if (text is not (null or "en" or "ar")) Refuse("lang", text, "en or ar", "en أو ar");
        return Language.Of(text);
    }

    /// <summary>The filters of an address, null where they ask nothing. Which keys there are only the data knows: what it does not know matches nothing, and is shown as such.</summary>
    private EventFilters? Filters()
    {
        string[]? Keys(string name) => value(name) is { } text && Listed(text) is { Length: > 0 } keys ? keys : null;
        var actors = Keys("actors");
        // Without actors there is nobody whose predecessors could be meant.
        var filters = new EventFilters(actors, Keys("sources"), Keys("governorates"), IsOn("disputed"), Text(), Grade(), IsOn("lineage") && actors is not null);
        return filters is { Actors: null, Sources: null, Governorates: null, Disputed: false, Text: null, Grade: null } ? null : filters;
    }

    private bool IsOn(string name)
    {
        var text = value(name);
        if (text is not (null or "1")) Refuse(name, text, "1 or left out", "1 أو تُحذف");
        return text == "1";
    }

    private string? Text()
    {
        if (value("text")?.Trim() is not { Length: > 0 } text) return null;
        if (text.Length <= LongestText) return text;
        Refuse("text", text, $"at most {LongestText} characters long", $"{LongestText} حرف على الأكثر");
        return text[..LongestText];
    }

    private string? Grade()
    {
        if (value("grade") is not { } text) return null;
        if (!EventGrades.TryGet(text, out var grade))
        {
            Refuse("grade", text, "one of the summary grades", "إحدى درجات الخلاصة");
            return null;
        }
        // The weakest grade there is leaves out nothing.
        return grade == EventGrade.Discounted ? null : grade.Id();
    }

    private void Refuse(string name, string text, string expected, string expectedAr) => problems.Add(AddressProblem.Of(name, text, expected, expectedAr));

    private static string[] Listed(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double[]? Numbers(string text, int count)
    {
        var parts = text.Split(',');
        if (parts.Length != count) return null;
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])) return null;
        return numbers;
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SeriesForm();

    [GeneratedRegex(@"^[1-9][0-9]{0,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex EventForm();
}
