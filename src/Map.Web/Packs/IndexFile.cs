using Map.Core.Actors;
using Map.Core.Time;
using Map.Web.Canvas;

namespace Map.Web.Packs;

/// <summary>Names the files of one state of the data, and what they reach over.</summary>
internal static class IndexFile
{
    public static PackIndexFile Of(long version, TimeProvider clock, EventPart events, ControlPart control, Pack ground, Pack places, Pack? zones, IReadOnlyList<ActorLineage> lineages)
    {
        var today = Days.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        int? eventsTo = events.Spans.Count == 0 ? null : events.Spans.Values.Max(span => span.To);
        int? eventsFrom = events.Spans.Count == 0 ? null : events.Spans.Values.Min(span => span.From);
        var spans = events.Spans.OrderBy(span => span.Key, StringComparer.Ordinal).Select(span => new DatasetSpan(span.Key, Iso(span.Value.From), Iso(span.Value.To))).ToList();
        if (control is { From: { } from, To: { } to })
            spans.Add(new DatasetSpan("control", Iso(Math.Min(from, to)), Iso(to)));
        // Without any data the map opens on today, and says nothing.
        return new PackIndexFile(version, events.Events.Name, events.Ids.Name, events.Facets.Name, events.Changes?.Name, control.Control.Name, control.Changes?.Name, ground.Name, places.Name, zones?.Name,
            Iso(Math.Min(eventsFrom ?? today, control.From ?? today)), Iso(eventsTo ?? control.To ?? today), Iso(control.To ?? eventsTo ?? today), spans, PackSource.HolderNames, lineages);
    }

    private static string Iso(int day) => Days.Date(day).ToString("yyyy-MM-dd");
}
