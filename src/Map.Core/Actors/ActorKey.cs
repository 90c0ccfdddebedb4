using System.Text;
using Map.Core.Places;

namespace Map.Core.Actors;

/// <summary>The slug that addresses and files name an actor by, for good.</summary>
public static class ActorKey
{
    public const int Longest = 80;

    /// <summary>A key made of a name in Latin letters: "Ahrar al-Sham" is ahrar-al-sham. "" where the name has none.</summary>
    public static string Of(string? name)
    {
        var key = new StringBuilder();
        foreach (var letter in (name ?? "").Select(typed => PlainLetters.Fold(PlainLetters.Lower(typed))))
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                key.Append(letter);
            }
            else if (!PlainLetters.IsMark(letter) && key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString()[..Math.Min(key.Length, Longest)].Trim('-');
    }

    /// <summary>True for small Latin letters and digits in words joined by single hyphens; "new" is what the desk calls an actor to come.</summary>
    public static bool Is(string? text) => text is { Length: > 0 and <= Longest } and not "new" && Of(text) == text;
}
