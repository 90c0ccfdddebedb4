using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Events;

/// <summary>What kind of thing happened, with its words and the shape that stands for it on the map.</summary>
/// <param name="Id">Stable ASCII id, used in tables, packs and addresses.</param>
/// <param name="English">One of them, lower case: "armed clash".</param>
/// <param name="Arabic">One of them.</param>
/// <param name="EnglishPlural">Several, for legends: "armed clashes".</param>
/// <param name="ArabicPlural">Several, for legends.</param>
/// <param name="Shape">cross, triangle-down, star, diamond, bars, triangle-up, ring-dot, ring-half, chevron or speech.</param>
/// <param name="Filled">True for violence (a filled shape), false where none is reported (outlined).</param>
public sealed record EventType(string Id, string English, string Arabic, string EnglishPlural, string ArabicPlural, string Shape, bool Filled)
{
    /// <summary>One of them.</summary>
    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>Several of them, as a legend says it.</summary>
    public string Plural(bool arabic) => arabic ? ArabicPlural : EnglishPlural;

    /// <summary>One of them as the start of a sentence or a list entry.</summary>
    public string Label(bool arabic) => arabic ? Arabic : char.ToUpperInvariant(English[0]) + English[1..];
}

/// <summary>The types there are, in the order of the legend: violence first.</summary>
public static class EventTypes
{
    public static IReadOnlyList<EventType> All { get; } =
    [
        new("clash", "armed clash", "اشتباك مسلح", "armed clashes", "اشتباكات مسلحة", "cross", true),
        new("strike", "strike or shelling", "غارة أو قصف", "strikes and shelling", "غارات وقصف", "triangle-down", true),
        new("explosion", "explosion", "انفجار", "explosions", "انفجارات", "star", true),
        new("killing", "killing", "قتل", "killings", "حوادث قتل", "diamond", true),
        new("detention", "arrest or release", "اعتقال أو إفراج", "arrests and releases", "اعتقالات وإفراجات", "bars", false),
        new("protest", "protest", "احتجاج", "protests", "احتجاجات", "triangle-up", false),
        new("politics", "political act", "حدث سياسي", "politics", "أحداث سياسية", "ring-dot", false),
        new("control-change", "change of control", "تغيّر في السيطرة", "changes of control", "تغيّرات في السيطرة", "ring-half", false),
        new("movement", "movement", "تحرّك أو انسحاب", "movements", "تحركات وانسحابات", "chevron", false),
        new("statement", "statement", "تصريح", "statements", "تصريحات", "speech", false),
    ];

    /// <summary>False for an unknown id: nothing is guessed.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out EventType? type)
    {
        type = All.FirstOrDefault(known => known.Id == id);
        return type is not null;
    }
}
