namespace Map.Web.Packs;

/// <summary>Sets of ids, each kept once under a number: a million events name the same few hundred sets of actors and sources.</summary>
internal sealed class IdSets
{
    private readonly List<long[]> sets = [];
    private readonly Dictionary<long[], int> numbers = new(Same.Instance);

    /// <summary>The ids of a set, rising.</summary>
    public long[] this[int number] => sets[number];

    public int Count => sets.Count;

    /// <summary>The number of a set.</summary>
    /// <param name="ids">In any order, also twice; left in order and without the second ones.</param>
    public int NumberOf(List<long> ids)
    {
        ids.Sort();
        var kept = 0;
        for (var i = 0; i < ids.Count; i++)
            if (i == 0 || ids[i] != ids[i - 1])
                ids[kept++] = ids[i];
        ids.RemoveRange(kept, ids.Count - kept);

        var known = numbers.GetAlternateLookup<ReadOnlySpan<long>>();
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids);
        if (known.TryGetValue(span, out var number))
            return number;
        sets.Add([.. ids]);
        numbers.Add(sets[^1], sets.Count - 1);
        return sets.Count - 1;
    }

    private sealed class Same : IEqualityComparer<long[]>, IAlternateEqualityComparer<ReadOnlySpan<long>, long[]>
    {
        public static readonly Same Instance = new();

        public bool Equals(long[]? x, long[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<long> alternate, long[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(long[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<long> alternate)
        {
            var hash = new HashCode();
            foreach (var id in alternate)
                hash.Add(id);
            return hash.ToHashCode();
        }

        public long[] Create(ReadOnlySpan<long> alternate) => alternate.ToArray();
    }
}
