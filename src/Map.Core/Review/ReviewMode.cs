namespace Map.Core.Review;

/// <summary>Who lets a statement out to readers: a setting of the installation.</summary>
/// <param name="Id">Stable ASCII id, as the setting keeps it.</param>
public sealed record ReviewMode(string Id, string English, string Arabic, string EnglishMeans, string ArabicMeans)
{
    public static readonly ReviewMode Open = new("open", "Open", "مفتوح",
        "Editors publish by themselves. Whoever wants a second look sends it to review.",
        "ينشر المحررون بأنفسهم. ومن أراد نظرة ثانية أرسل عمله إلى المراجعة.");

    public static readonly ReviewMode Reviewed = new("reviewed", "Reviewed", "بمراجعة",
        "What an editor publishes waits for a reviewer. Reviewers and administrators publish by themselves.",
        "ما ينشره المحرر ينتظر مراجعاً. ويَنشر المراجعون والمديرون بأنفسهم.");

    public static readonly ReviewMode TwoPeople = new("two-people", "Two people", "شخصان",
        "Nothing is published by one person alone: a reviewer who did not write it lets it out, whoever wrote it.",
        "لا يُنشر شيء بيد شخص واحد: يجيزه مراجع لم يكتبه، أياً كان كاتبه.");

    /// <summary>An administrator alone publishes their own work; the first editor they invite is looked over.</summary>
    public static readonly ReviewMode Default = Reviewed;

    public static IReadOnlyList<ReviewMode> All { get; } = [Open, Reviewed, TwoPeople];

    /// <summary>An unknown id is read as the default, which is never the loosest.</summary>
    public static ReviewMode Of(string? id) => All.FirstOrDefault(known => known.Id == id) ?? Default;

    public static bool IsKnown(string? id) => All.Any(known => known.Id == id);

    public string Words(bool arabic) => arabic ? Arabic : English;

    public string Means(bool arabic) => arabic ? ArabicMeans : EnglishMeans;
}
