using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>
/// Who reports events: of a claim its source, but of a data set the outlets that it names for each row. Sets of them, each kept once under a number. The ids in a set are
/// those of sources; below 0 they are outlets: −1 is the first.
/// </summary>
internal sealed class Reporters
{
    private readonly IdSets sets = new();
    private readonly List<string> outlets = [];
    private readonly Dictionary<string, long> byKey = [];
    private readonly Dictionary<string, long[]> bySaying = [];
    private HashSet<long> datasets = [];

    public int Count => sets.Count;

    public long[] this[int number] => sets[number];

    /// <summary>Names of the outlets, as they are spelled first.</summary>
    public IReadOnlyList<string> Outlets => outlets;

    /// <summary>Reads which sources are data sets; before their claims are.</summary>
    public async Task ReadAsync(MapDb db, CancellationToken cancel) =>
        datasets = await db.Sources.Where(source => source.Kind == "dataset").Select(source => source.Id).ToHashSetAsync(cancel);

    public bool IsDataset(long source) => datasets.Contains(source);

    /// <summary>Adds who reports by one claim.</summary>
    /// <param name="saying">The outlets a data set names, parted by semicolons.</param>
    public void Add(List<long> to, long source, string? saying)
    {
        if (!IsDataset(source) || saying is null or UcdpFile.NoOutlet)
        {
            to.Add(source);
            return;
        }
        if (!bySaying.TryGetValue(saying, out var named))
            bySaying[saying] = named = [.. Named(saying).Select(OutletOf).Distinct()];
        to.AddRange(named);
    }

    public int NumberOf(List<long> ids) => sets.NumberOf(ids);

    /// <summary>The outlets in a saying such as "SOHR; Reuters News".</summary>
    public static IEnumerable<string> Named(string saying) => saying.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => KeyOf(name).Length > 0);

    /// <summary>What a source is called as one who reports: by its outlet, of which a mirror or a copy elsewhere is no other one.</summary>
    public static string NameOf(string? outlet, string title) => (outlet ?? title).Split([" (mirror: ", " (copy: "], 2, StringSplitOptions.None)[0];

    /// <summary>Equal for spellings that differ in spaces, signs and capitals: "Air Wars" and "Airwars" are one.</summary>
    public static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private long OutletOf(string name)
    {
        if (!byKey.TryGetValue(KeyOf(name), out var id))
        {
            outlets.Add(name);
            byKey[KeyOf(name)] = id = -outlets.Count;
        }
        return id;
    }
}
