using Map.Core.Evidence;

namespace Map.Web.Packs;

/// <summary>One public event, as much of it as counting asks: forty bytes.</summary>
/// <param name="Spot">Index among the spots; 0 is on no map.</param>
/// <param name="Actors">Index among the sets of actors that took part.</param>
/// <param name="Sources">Index among the sets of sources that report it.</param>
/// <param name="Type">Index among the types.</param>
/// <param name="Reporters">Index among the sets of those who report it.</param>
internal readonly record struct CountedEvent(long Id, int Earliest, int Latest, int Spot, int Actors, int Sources, byte Type, CountedTraits Traits, int Reporters = 0);

[Flags]
internal enum CountedTraits : byte
{
    None = 0,

    /// <summary>It went on from a known day to a known day, so every window that holds some of it holds it certainly.</summary>
    WentOn = 1,
    Disputed = 2,

    /// <summary>Three bits hold the summary grade (<see cref="CountedGrades"/>).</summary>
    Graded = 28,
}

/// <summary>The summary grade among the traits: a byte of its own would make every event eight bytes longer.</summary>
internal static class CountedGrades
{
    private const int At = 2;

    public static CountedTraits Trait(this EventGrade grade) => (CountedTraits)((int)grade << At);

    public static EventGrade Grade(this CountedTraits traits) => (EventGrade)((int)(traits & CountedTraits.Graded) >> At);
}

/// <param name="Governorate">Index among the governorates, <see cref="FacetPack.Nowhere"/> in none.</param>
internal readonly record struct CountedSpot(double Latitude, double Longitude, byte Governorate);

/// <summary>All public events at one state of the data, for counting. Never changed: an edit makes another.</summary>
/// <param name="Rows">By id.</param>
/// <param name="Spots">The first one is none.</param>
/// <param name="Governorates">P-codes.</param>
internal sealed record CountedEvents(CountedEvent[] Rows, string[] Types, CountedSpot[] Spots, long[][] ActorSets, long[][] SourceSets, IReadOnlyList<string> Governorates)
{
    /// <summary>Sets of those who report: ids of sources; below 0, of <see cref="Outlets"/>, −1 for the first.</summary>
    public long[][] ReporterSets { get; init; } = [];

    public string[] Outlets { get; init; } = [];

    /// <summary>The same without the rows of some ids, and with others.</summary>
    /// <param name="fresh">By id.</param>
    public CountedEvent[] With(IReadOnlySet<long> gone, IReadOnlyList<CountedEvent> fresh)
    {
        var left = gone.Count(id => RowOf(id) >= 0);
        var rows = new CountedEvent[Rows.Length - left + fresh.Count];
        int from = 0, to = 0, next = 0;
        foreach (var id in gone.Concat(fresh.Select(it => it.Id)).Distinct().Order())
        {
            var at = RowOf(id);
            var end = at < 0 ? ~at : at;
            Rows.AsSpan(from, end - from).CopyTo(rows.AsSpan(to));
            to += end - from;
            from = at < 0 ? end : end + 1;
            if (next < fresh.Count && fresh[next].Id == id) rows[to++] = fresh[next++];
        }
        Rows.AsSpan(from).CopyTo(rows.AsSpan(to));
        return rows;
    }

    /// <summary>Where the event of an id stands; below 0 the complement of where it would.</summary>
    public int RowOf(long id)
    {
        int low = 0, high = Rows.Length - 1;
        while (low <= high)
        {
            var middle = low + ((high - low) >> 1);
            var there = Rows[middle].Id;
            if (there == id) return middle;
            if (there < id) low = middle + 1; else high = middle - 1;
        }
        return ~low;
    }
}
