using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Review;

/// <summary>What became of something that was sent to review.</summary>
/// <param name="Id">Stable ASCII id.</param>
public sealed record ReviewState(string Id, string English, string Arabic)
{
    public static readonly ReviewState Waiting = new("waiting", "waiting", "بالانتظار");
    public static readonly ReviewState Approved = new("approved", "approved", "أُجيز");
    public static readonly ReviewState SentBack = new("sent-back", "sent back", "أُعيد");
    public static readonly ReviewState TakenBack = new("taken-back", "taken back", "سُحب من المراجعة");
    public static readonly ReviewState Overtaken = new("overtaken", "overtaken", "تجاوزه غيره");

    public static IReadOnlyList<ReviewState> All { get; } = [Waiting, Approved, SentBack, TakenBack, Overtaken];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out ReviewState? state)
    {
        state = All.FirstOrDefault(known => known.Id == id);
        return state is not null;
    }
}

/// <summary>What stands in the queue: a record nobody has seen yet, or a change of one that readers see, or that it should go.</summary>
public static class ReviewKind
{
    public const string New = "new", Change = "change", Deletion = "deletion";
}
