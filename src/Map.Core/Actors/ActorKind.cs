using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Actors;

/// <summary>What sort of actor it is.</summary>
/// <param name="Id">Stable ASCII id.</param>
public sealed record ActorKind(string Id, string English, string Arabic)
{
    public static ActorKind Group { get; } = new("group", "group", "جماعة");

    public static IReadOnlyList<ActorKind> All { get; } =
    [
        Group,
        new("force", "force", "قوات"),
        new("state", "state", "دولة"),
        new("service", "service", "جهاز"),
        new("person", "person", "شخص"),
        new("civilians", "civilians", "مدنيون"),
    ];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out ActorKind? kind)
    {
        kind = All.FirstOrDefault(known => known.Id == id);
        return kind is not null;
    }
}
