using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Actors;

/// <summary>How one actor stands to another. The words go between the two names.</summary>
/// <param name="Id">Stable ASCII id.</param>
/// <param name="IsLineage">True where the two are successors of each other, so that a search for one may include the other.</param>
public sealed record RelationKind(string Id, string English, string Arabic, bool IsLineage)
{
    public static IReadOnlyList<RelationKind> All { get; } =
    [
        new("formed_from", "formed from", "تشكّل من", true),
        new("merged_into", "merged into", "اندمج في", true),
        new("split_from", "split from", "انشق عن", true),
        new("renamed_to", "renamed to", "غيّر اسمه إلى", true),
        new("left", "left", "غادر", false),
        new("part_of", "part of", "جزء من", false),
        new("allied_with", "allied with", "متحالف مع", false),
        new("led_by", "led by", "يقوده", false),
        new("member_of", "member of", "عضو في", false),
        new("deputy_of", "deputy of", "نائب", false),
    ];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out RelationKind? kind)
    {
        kind = All.FirstOrDefault(known => known.Id == id);
        return kind is not null;
    }
}
