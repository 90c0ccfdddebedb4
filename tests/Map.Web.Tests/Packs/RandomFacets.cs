using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Packs;

namespace Map.Web.Tests.Packs;

/// <summary>Made-up events with all that the packs say of them.</summary>
internal sealed record RandomFacets(List<PublicEvent> Events, IdSets Actors, IdSets Sources, FacetNames Names)
{
    public static RandomFacets Of(Random random, int count)
    {
        var names = new FacetNames(
            Enumerable.Range(1, 30).ToDictionary(id => (long)id * 7, id => new FacetName($"actor-{id}", $"Actor {id}", id % 3 == 0 ? "" : $"فاعل {id}")),
            Enumerable.Range(1, 12).ToDictionary(id => (long)id, id => new FacetName($"source-{id}", $"Source {id}", "")));
        var made = new RandomFacets([], new IdSets(), new IdSets(), names);
        for (var i = 0; i < count; i++)
            made.Events.Add(made.Event(random, random.NextInt64(1L << 36) * 4096 + i));
        return made;
    }

    /// <summary>One more event, in no list yet.</summary>
    public PublicEvent Event(Random random, long id)
    {
        var day = random.Next(-40, 200);
        var it = new PackedEvent(id, (byte)random.Next(2), random.Next(12) == 0 ? Days.OpenStart : day, random.Next(12) == 0 ? Days.OpenEnd : day + (random.Next(4) == 0 ? random.Next(90) : 0),
            random.Next(3) == 0, random.Next(10) == 0 ? null : PackedSpot.Of(35 + random.Next(20) / 10.0, 36 + random.Next(20) / 10.0, random.Next(6)));
        return new PublicEvent(it, 0, new EventLinks(Actors.NumberOf(Some(random, Names.Actors.Keys)), Sources.NumberOf(Some(random, Names.Sources.Keys)), random.Next(5) == 0, (EventGrade)random.Next(5)));
    }

    private static List<long> Some(Random random, IEnumerable<long> ids) => [.. ids.OrderBy(_ => random.Next()).Take(random.Next(4))];
}
