namespace Map.Web.Packs;

/// <summary>
/// The public events as the packs tell them: rows that stand as they were written, and beside them what has changed since. An edit costs what it touched;
/// only <see cref="Fold"/> looks at every row.
/// </summary>
internal sealed class EventState
{
    /// <summary>More changed events than this are folded into new rows, or than one in a hundred where that is more: until then every page that comes fetches them beside the rows.</summary>
    private const int Few = 5_000, OneIn = 100;

    private readonly IReadOnlyList<string> types;
    private readonly Dictionary<long, PublicEvent?> later = [];
    private readonly DatasetSpans spans = new();
    private long[] ids = [];
    private int[] rowOf = [];

    private EventState(IReadOnlyList<string> types, EventRows rows) => (this.types, Rows) = (types, rows);

    /// <summary>The rows that stand.</summary>
    public EventRows Rows { get; private set; }

    /// <summary>Has so much changed that the rows should be written anew?</summary>
    public bool IsLarge => later.Count > Math.Max(Few, Rows.Rows.Length / OneIn);

    /// <summary>First and last day of each data set, by its index.</summary>
    public IReadOnlyDictionary<byte, (int From, int To)> Spans => spans.Now;

    /// <param name="types">Ids of the event types, in the order their index counts; more may follow them.</param>
    public static EventState Of(IReadOnlyList<string> types, IReadOnlyList<PublicEvent> events)
    {
        var state = new EventState(types, EventRows.Of([.. types], events));
        foreach (var row in state.Rows.Rows)
            state.spans.Add(row);
        state.FindById();
        return state;
    }

    /// <summary>What an event is from now on; null: it is not public.</summary>
    public void Put(long id, PublicEvent? now)
    {
        var stands = RowOf(id) is >= 0 and var row ? Rows.Rows[row] : (PublicEvent?)null;
        var before = later.TryGetValue(id, out var changed) ? changed : stands;
        if (before is { } gone)
            spans.Remove(gone);
        if (now is { } come)
            spans.Add(come);
        if (now == stands)
            later.Remove(id);
        else
            later[id] = now;
    }

    /// <summary>What has changed since the rows were written.</summary>
    public EventChanges Changes()
    {
        var removed = later.Keys.Select(RowOf).Where(row => row >= 0).Order().ToArray();
        var events = later.Values.OfType<PublicEvent>().ToList();
        var spots = events.Select(it => it.Event.Spot).OfType<PackedSpot>().Where(spot => !Rows.PlaceOf.ContainsKey(spot)).Distinct()
            .OrderBy(spot => spot.Latitude).ThenBy(spot => spot.Longitude).ThenBy(spot => spot.Precision).ToList();
        var placeOf = spots.Select((spot, i) => (spot, i)).ToDictionary(it => it.spot, it => Rows.Spots.Count + 1 + it.i);
        var keys = events.Select((it, i) => RowKey.Of(it.Event, it.Event.Spot is not { } spot ? 0 : Rows.PlaceOf.TryGetValue(spot, out var place) ? place : placeOf[spot], i)).ToArray();
        Array.Sort(keys);
        return new EventChanges(removed, [.. types.Skip(Rows.Types.Count)], spots, Array.ConvertAll(keys, key => new AddedEvent(events[key.From], key.Place, Rows.After(key))));
    }

    /// <summary>Makes rows of all there is.</summary>
    public void Fold()
    {
        Rows = EventRows.Of([.. types], [.. Rows.Rows.Where(row => !later.ContainsKey(row.Event.Id)), .. later.Values.OfType<PublicEvent>()]);
        later.Clear();
        FindById();
    }

    private int RowOf(long id) => Array.BinarySearch(ids, id) is >= 0 and var at ? rowOf[at] : -1;

    private void FindById()
    {
        ids = Array.ConvertAll(Rows.Rows, row => row.Event.Id);
        rowOf = [.. Enumerable.Range(0, ids.Length)];
        Array.Sort(ids, rowOf);
    }
}

/// <summary>How the public events differ from the rows that stand.</summary>
/// <param name="Removed">Rows that are gone, or have come back as another, rising.</param>
/// <param name="Types">Types that no row had, numbered on from those of the rows.</param>
/// <param name="Spots">Spots at which no row stood, numbered on from those of the rows.</param>
/// <param name="Added">In the order of rows.</param>
internal sealed record EventChanges(int[] Removed, IReadOnlyList<string> Types, IReadOnlyList<PackedSpot> Spots, AddedEvent[] Added)
{
    public bool IsEmpty => Removed.Length == 0 && Added.Length == 0;
}

/// <param name="Place">0 is "no place".</param>
/// <param name="Before">The standing row before which it belongs; their count where it comes last.</param>
internal readonly record struct AddedEvent(PublicEvent Event, int Place, int Before);
