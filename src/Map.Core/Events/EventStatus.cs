using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Events;

/// <summary>Where a record stands on its way to readers. Only published records leave the desk.</summary>
/// <param name="Id">Stable ASCII id.</param>
public sealed record EventStatus(string Id, string English, string Arabic)
{
    public static readonly EventStatus Draft = new("draft", "draft", "مسودة");
    public static readonly EventStatus Review = new("review", "awaiting review", "بانتظار المراجعة");
    public static readonly EventStatus Published = new("published", "published", "منشور");
    public static readonly EventStatus Withdrawn = new("withdrawn", "withdrawn", "مسحوب");

    public static IReadOnlyList<EventStatus> All { get; } = [Draft, Review, Published, Withdrawn];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out EventStatus? status)
    {
        status = All.FirstOrDefault(known => known.Id == id);
        return status is not null;
    }
}
