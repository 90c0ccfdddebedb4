using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Events;

/// <summary>What a figure counts.</summary>
/// <param name="Id">Stable ASCII id.</param>
public sealed record FigureKind(string Id, string English, string Arabic)
{
    public static IReadOnlyList<FigureKind> All { get; } =
    [
        new("killed", "people killed", "قتلى"),
        new("injured", "people injured", "جرحى"),
        new("detained", "people detained", "معتقلون"),
        new("released", "people released", "مفرج عنهم"),
        new("attacks", "attacks", "هجمات"),
        new("names", "names collected", "أسماء مجموعة"),
    ];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out FigureKind? kind)
    {
        kind = All.FirstOrDefault(known => known.Id == id);
        return kind is not null;
    }
}

/// <summary>A number with its doubt: low ≤ best ≤ high, each of them perhaps unknown.</summary>
/// <param name="Kind">Id of a <see cref="FigureKind"/>.</param>
public sealed record Figures(string Kind, int? Low, int? Best, int? High)
{
    /// <summary>The largest figure taken: more is a slip of the keyboard.</summary>
    public const int Largest = 10_000_000;

    /// <summary>"8", "8 (5–12)", "5–12", "at least 5", "at most 12".</summary>
    public string Words(bool arabic)
    {
        var range = (Low, High) switch
        {
            ({ } low, { } high) when low == high => $"{low}",
            ({ } low, { } high) => $"{low}–{high}",
            ({ } low, null) => (arabic ? "على الأقل " : "at least ") + low,
            (null, { } high) => (arabic ? "على الأكثر " : "at most ") + high,
            _ => "",
        };
        return Best switch
        {
            null => range,
            { } best when range.Length == 0 || range == $"{best}" => $"{best}",
            { } best => $"{best} ({range})",
        };
    }
}
