using Map.Web.Packs;

namespace Map.Web.Tests.Packs;

/// <summary>Rows of events that nobody took part in and nobody reports: for packs that do not look at that.</summary>
internal static class PackRows
{
    public static EventRows Of(IReadOnlyList<string> types, IEnumerable<PackedEvent> events) => EventRows.Of(types, [.. events.Select(it => new PublicEvent(it, 0, default))]);
}
