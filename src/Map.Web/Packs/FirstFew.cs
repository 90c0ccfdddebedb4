using Map.Web.Data;

namespace Map.Web.Packs;

/// <summary>The first few of many, in the order of the list, without keeping the others.</summary>
internal sealed class FirstFew(int most)
{
    private static readonly Comparer<ListRank> LastOnTop = Comparer<ListRank>.Create((a, b) => b.CompareTo(a));

    private readonly PriorityQueue<long, ListRank> kept = new(LastOnTop);

    public void Add(ListRank rank)
    {
        if (kept.Count < most) kept.Enqueue(rank.Id, rank);
        else if (most > 0 && kept.TryPeek(out _, out var last) && rank.CompareTo(last) < 0) kept.DequeueEnqueue(rank.Id, rank);
    }

    /// <summary>Their ids; empties it.</summary>
    public long[] Ids()
    {
        var ids = new long[kept.Count];
        for (var i = ids.Length - 1; i >= 0; i--) ids[i] = kept.Dequeue();
        return ids;
    }
}
