using Map.Core.Events;
using Map.Web.Shared;

namespace Map.Web.Features.Explore;

/// <summary>A figure as a row of the list says it: the best number, else the range, with its noun.</summary>
public static class FigureWords
{
    private static readonly Dictionary<string, Counted> Nouns = new()
    {
        ["killed"] = Counted.Killed,
        ["injured"] = Counted.Injured,
        ["detained"] = Counted.Detained,
        ["released"] = Counted.Released,
        ["attacks"] = Counted.Attacks,
        ["names"] = Counted.Names,
    };

    /// <summary>"7 killed", "at least 30 detained", "5 to 12 killed"; null where the figure says nothing.</summary>
    public static string? Short(Figures figure, Language language)
    {
        if (!Nouns.TryGetValue(figure.Kind, out var noun)) { return null; }
        return (figure.Best, figure.Low, figure.High) switch
        {
            (0, null or 0, null or 0) => null,
            (0, _, { } high) => language.Say($"at most {noun.Say(high, language)}", $"{noun.Say(high, language)} على الأكثر"),
            ({ } best, _, _) => noun.Say(best, language),
            (null, { } low, { } high) when low == high => noun.Say(low, language),
            (null, { } low, { } high) => language.Say($"{Counted.Digits(low)} to {noun.Say(high, language)}", $"من {Counted.Digits(low)} إلى {noun.Say(high, language)}"),
            (null, { } low, null) => language.Say($"at least {noun.Say(low, language)}", $"{noun.Say(low, language)} على الأقل"),
            (null, null, { } high) => language.Say($"at most {noun.Say(high, language)}", $"{noun.Say(high, language)} على الأكثر"),
            _ => null,
        };
    }
}
