using Map.Core.Events;

namespace Map.Core.Tests.Reading;

/// <summary>
/// Whether what a proposal's title says is so of the event that is wanted. It is worded anew by an editor in any case; it is wrong where it names an actor who has no part in the
/// event, a place that is not the event's, or another kind of event.
/// </summary>
internal static class TitleFacts
{
    public static string? FaultOf(EventDraft proposed, EventDraft wanted)
    {
        if (proposed.Title.Length == 0 || proposed.Title == wanted.Title)
        {
            return null;
        }

        if (proposed.Type != wanted.Type)
        {
            return "another kind of event";
        }

        var stranger = proposed.Actors.FirstOrDefault(actor => proposed.Title.Contains(actor.Name, StringComparison.Ordinal) && wanted.Actors.TrueForAll(one => one.ActorKey != actor.ActorKey));
        var place = proposed.PlaceName.Length > 0 && proposed.Title.Contains(" in " + proposed.PlaceName, StringComparison.Ordinal) && proposed.PlaceKey != wanted.PlaceKey;
        return stranger is not null ? $"names {stranger.ActorKey}" : place ? $"names {proposed.PlaceKey}" : null;
    }
}
