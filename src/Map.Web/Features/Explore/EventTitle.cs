using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Shared;

namespace Map.Web.Features.Explore;

/// <summary>An event's title in the reader's language. Where a data set names only type and place, those are said in that language.</summary>
public static class EventTitle
{
    /// <summary>The data set whose titles are made of type and place alone.</summary>
    public const string CodedDataset = "ucdp-ged";

    public static string Of(ListedEvent item, Language language) => Of(language, item.Type, item.Title, item.TitleAr, item.PlaceAr);

    public static string Of(EventRow row, Language language) => Of(language, row.Type, row.Title, row.TitleAr, row.Place?.NameAr);

    private static string Of(Language language, string typeId, string title, string? titleAr, string? placeAr)
    {
        if (!language.IsArabic || titleAr is { Length: > 0 }) { return language.Name(title, titleAr); }
        return EventTypes.TryGet(typeId, out var type) && type.Label(arabic: false) + ", " is var opening && title.StartsWith(opening, StringComparison.Ordinal)
            ? $"{type.Label(arabic: true)}، {(placeAr is { Length: > 0 } ? placeAr : title[opening.Length..])}"
            : title;
    }
}
