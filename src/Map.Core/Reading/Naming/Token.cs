using Map.Core.Places;

namespace Map.Core.Reading.Naming;

/// <summary>A piece of a sentence as names are put together from: a word without its possessive ending, or a sign.</summary>
/// <param name="Text">As written: "al", "Sham", "HTS".</param>
/// <param name="Start">In UTF-16 units of the article's text.</param>
/// <param name="IsWord">False for signs, addresses and account names, which no name goes through.</param>
/// <param name="Joined">True where a hyphen ties it to the word before.</param>
/// <param name="Possessive">True where 's or a lone apostrophe stood behind it.</param>
internal sealed record Token(string Text, int Start, bool IsWord, bool Joined, bool Possessive)
{
    /// <summary>The first unit behind it.</summary>
    public int End => Start + Text.Length;

    /// <summary>Lower case, without diacritics and apostrophes.</summary>
    public string Low { get; } = Plain(Text);

    public bool IsArabic { get; } = IsWord && Text.Any(PlainLetters.IsArabic);

    /// <summary>Begins with a capital, or is of a script that has none.</summary>
    public bool IsCapital { get; } = IsWord && char.IsUpper(Text[0]);

    public bool IsNumber { get; } = IsWord && char.IsDigit(Text[0]);

    /// <summary>An acronym: two capitals at least and no small letter but a plural s.</summary>
    public bool IsAcronym { get; } = IsWord && Text.Count(char.IsUpper) >= 2 && Text.TrimEnd('s').All(letter => !char.IsLower(letter));

    /// <summary>The sign it is.</summary>
    public bool Is(string sign) => !IsWord && Text == sign;

    /// <summary>As comparisons write a word: lower case, without diacritics and apostrophes.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Select(PlainLetters.Lower).Where(letter => !PlainLetters.IsMark(letter) && letter != '.').Select(PlainLetters.Fold));
}
