namespace Map.Core.Control;

/// <summary>A party that holds places. Names are the party's own or neutral ones.</summary>
/// <param name="Id">Stable id, lower-case ASCII with hyphens.</param>
public sealed record Holder(string Id, string Name, string NameAr, string Short, string ShortAr);

/// <summary>The holders with a colour of their own, in the fixed order of every legend; any other id is welcome and comes after them.</summary>
public static class Holders
{
    public static IReadOnlyList<Holder> Named { get; } =
    [
        new("government-of-syria", "Government of Syria", "الحكومة السورية", "Government", "الحكومة"),
        new("hts", "Hayat Tahrir al-Sham", "هيئة تحرير الشام", "HTS", "تحرير الشام"),
        new("opposition", "Opposition groups", "فصائل المعارضة", "Opposition", "المعارضة"),
        new("sna", "Syrian National Army", "الجيش الوطني السوري", "SNA", "الجيش الوطني"),
        new("sdf", "Syrian Democratic Forces", "قوات سوريا الديمقراطية", "SDF", "قسد"),
        new("islamic-state", "Islamic State", "تنظيم الدولة الإسلامية", "IS", "تنظيم الدولة"),
        new("ahrar-al-sham", "Ahrar al-Sham", "أحرار الشام", "Ahrar", "أحرار الشام"),
        new("turkey", "Türkiye", "تركيا", "Türkiye", "تركيا"),
    ];

    /// <summary>The named holder, or one that is called by its id: an unknown party is shown, not dropped.</summary>
    public static Holder Of(string id) => Named.FirstOrDefault(holder => holder.Id == id) ?? new Holder(id, id, id, id, id);

    /// <summary>Place in the fixed order; the others share the last one and follow by name.</summary>
    public static int Order(string id)
    {
        for (var i = 0; i < Named.Count; i++)
            if (Named[i].Id == id)
                return i;
        return Named.Count;
    }

    /// <summary>The fixed order, then by id.</summary>
    public static IEnumerable<string> InOrder(IEnumerable<string> ids) => ids.Distinct().OrderBy(Order).ThenBy(id => id, StringComparer.Ordinal);

    /// <summary>"sna+turkey" as a list in the source's order, without blanks and repetitions.</summary>
    public static IReadOnlyList<string> Split(string joined) =>
        [.. joined.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
