using System.Globalization;

namespace Map.Core.Views;

/// <summary>One choice of a short list in the form of a view.</summary>
/// <param name="Id">Stable ASCII id.</param>
public abstract record ViewChoice(string Id, string English, string Arabic)
{
    public string Words(bool arabic) => arabic ? Arabic : English;
}

/// <summary>How much of the time before its day a view shows with it.</summary>
public sealed record ViewWindow(string Id, string English, string Arabic) : ViewChoice(Id, English, Arabic)
{
    public static IReadOnlyList<ViewWindow> All { get; } =
    [
        new("1d", "that day alone", "ذلك اليوم وحده"), new("7d", "7 days", "7 أيام"), new("30d", "30 days", "30 يوماً"), new("90d", "90 days", "90 يوماً"), new("1y", "a year", "سنة"),
        new("all", "everything so far", "كل ما سبق"), new("from", "everything from that day on", "كل ما بعده"),
    ];

    /// <summary>The id of a window of so many days.</summary>
    public static string OfDays(int days) => days == 365 ? "1y" : string.Create(CultureInfo.InvariantCulture, $"{days}d");

    /// <summary>Days in it, its last day included; null where it has no start, or is no window.</summary>
    public static int? Days(string id) => id == "1y" ? 365
        : id is [>= '1' and <= '9', .. { Length: <= 5 }] && id[^1] == 'd' && int.TryParse(id.AsSpan(0, id.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;
}

public sealed record ViewLayer(string Id, string English, string Arabic) : ViewChoice(Id, English, Arabic)
{
    public static IReadOnlyList<ViewLayer> All { get; } =
        [new("control", "Control", "السيطرة"), new("events", "Events", "الأحداث"), new("boundaries", "Boundaries", "الحدود"), new("places", "Names of places", "أسماء الأماكن")];
}

/// <summary>What an embed has around and over its map, and may go without. Where the data is from always stands.</summary>
public sealed record ViewControl(string Id, string English, string Arabic) : ViewChoice(Id, English, Arabic)
{
    public static IReadOnlyList<ViewControl> All { get; } =
    [
        new("title", "Title", "العنوان"), new("date", "Date beside the title", "التاريخ بجانب العنوان"), new("legend", "Legend", "المفتاح"), new("holders", "Holders’ names on the map", "أسماء الأطراف على الخريطة"),
        new("zoom", "Buttons to zoom", "أزرار التقريب"), new("scale", "Scale bar", "مقياس المسافة"), new("time", "Time bar", "شريط الزمن"), new("open", "Link to the full map", "رابط الخريطة الكاملة"),
    ];
}

/// <summary>Where a callout's words stand, seen from its spot.</summary>
public sealed record CalloutSide(string Id, string English, string Arabic) : ViewChoice(Id, English, Arabic)
{
    public static IReadOnlyList<CalloutSide> All { get; } = [new("above", "above", "فوقها"), new("below", "below", "تحتها"), new("left", "to the left", "إلى يسارها"), new("right", "to the right", "إلى يمينها")];
}
