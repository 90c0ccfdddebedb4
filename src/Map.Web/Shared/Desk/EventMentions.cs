using Map.Core.Events;

namespace Map.Web.Shared.Desk;

/// <summary>The places, actors and sources an event's draft names.</summary>
internal static class EventMentions
{
    public static Mentions Of(EventDraft draft) => new(
        [.. draft.Claims.Select(c => c.PlaceKey).Append(draft.PlaceKey)],
        [.. draft.Actors.Select(a => (a.ActorId, a.ActorKey)), .. draft.Claims.Select(c => (c.ClaimantId, c.ClaimantKey))],
        [.. draft.Claims.Select(c => (c.SourceId, c.SourceKey))]);
}
