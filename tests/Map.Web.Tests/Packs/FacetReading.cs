using Map.Web.Packs;

namespace Map.Web.Tests.Packs;

/// <summary>What a facet pack says of a row, by name.</summary>
internal sealed record FacetRow(IReadOnlyList<FacetName> Actors, IReadOnlyList<FacetName> Sources, bool Disputed, int Grade);

/// <summary>A second reader of the facet pack, written from README.md alone.</summary>
internal sealed record FacetReading(IReadOnlyList<FacetName> Governorates, IReadOnlyList<int> PlaceGovernorates, IReadOnlyList<FacetRow> Rows)
{
    public static FacetReading Of(byte[] pack)
    {
        var from = new PackReading(pack, "MFC2");
        int n = (int)from.Varint(), p = (int)from.Varint();
        var governorates = Names(from);
        var places = Times(p, () => from.Byte());
        var actors = Sets(from, n);
        var sources = Sets(from, n);
        var disputed = Rising(from).ToHashSet();
        var grades = Times(n, () => (int)from.Byte());
        from.End();
        return new FacetReading(governorates, places, [.. Enumerable.Range(0, n).Select(row => new FacetRow(actors[row], sources[row], disputed.Contains(row), grades[row]))]);
    }

    public static List<FacetName> Names(PackReading from) => Times((int)from.Varint(), () => new FacetName(from.Text(), from.Text(), from.Text()));

    public static List<int> Rising(PackReading from)
    {
        var before = 0;
        return Times((int)from.Varint(), () => before += (int)from.Varint());
    }

    private static List<IReadOnlyList<FacetName>> Sets(PackReading from, int rows)
    {
        var names = Names(from);
        var sets = Times((int)from.Varint(), () => Rising(from).ConvertAll(i => names[i]));
        return Times<IReadOnlyList<FacetName>>(rows, () => sets[(int)from.Varint()]);
    }

    private static List<T> Times<T>(int count, Func<T> read) => [.. Enumerable.Range(0, count).Select(_ => read())];
}
