using Map.Core.Events;

namespace Map.Web.Shared.Desk;

/// <summary>Where a draft lies: where it was typed or pointed at, else where the chosen place is.</summary>
internal static class Position
{
    public static (double Latitude, double Longitude)? Of(EventDraft draft, NamedThings names) =>
        draft.ReadPosition() ?? (names.Place(draft.PlaceKey) is { } place ? (place.Latitude, place.Longitude) : null);
}
