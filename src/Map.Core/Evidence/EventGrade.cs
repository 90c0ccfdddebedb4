using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Evidence;

/// <summary>How firmly an event stands by all its claims together, the firmest first. Files and tables know these numbers and ids.</summary>
public enum EventGrade : byte { Confirmed, Fair, Weak, Contested, Discounted }

/// <summary>Ids and words of the summary grades, in both languages.</summary>
public static class EventGrades
{
    private static readonly (string Id, string English, string Arabic, string Means, string MeansAr)[] Told =
    [
        ("confirmed", "confirmed", "مؤكد", "the party itself accepts it", "يقرّ به الطرف نفسه"),
        ("fair", "fair", "معقول", "independent credible sources report it", "ترويه مصادر مستقلة ذات مصداقية"),
        ("weak", "weak", "ضعيف", "nothing independent stands beside the one source", "لا شيء مستقلاً يسند المصدر الواحد"),
        ("contested", "contested", "متنازع فيه", "claims compete, or somebody credible denies it", "ادعاءاته متعارضة، أو ينفيه مصدر ذو مصداقية"),
        ("discounted", "discounted", "مستبعد", "another explanation is more likely", "تفسير آخر أرجح منه"),
    ];

    /// <summary>The firmest first.</summary>
    public static IReadOnlyList<EventGrade> All { get; } = [EventGrade.Confirmed, EventGrade.Fair, EventGrade.Weak, EventGrade.Contested, EventGrade.Discounted];

    /// <summary>Stable ASCII id.</summary>
    public static string Id(this EventGrade grade) => Told[(int)grade].Id;

    public static string Words(this EventGrade grade, bool arabic) => arabic ? Told[(int)grade].Arabic : Told[(int)grade].English;

    /// <summary>What the grade means, in half a sentence.</summary>
    public static string Means(this EventGrade grade, bool arabic) => arabic ? Told[(int)grade].MeansAr : Told[(int)grade].Means;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet([NotNullWhen(true)] string? id, out EventGrade grade)
    {
        var found = Array.FindIndex(Told, it => it.Id == id);
        grade = found < 0 ? EventGrade.Weak : (EventGrade)found;
        return found >= 0;
    }
}
