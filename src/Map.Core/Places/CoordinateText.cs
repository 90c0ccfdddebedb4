using System.Text.RegularExpressions;

namespace Map.Core.Places;

/// <summary>Brings the many ways of typing two angles to one.</summary>
internal static partial class CoordinateText
{
    [GeneratedRegex(@"LATITUDE|LAT\.?|NORTH|شمالاً|شمالا|شمال", RegexOptions.CultureInvariant)]
    private static partial Regex NorthWords();

    [GeneratedRegex(@"LONGITUDE|LONG\.?|LNG\.?|LON\.?|EAST|شرقاً|شرقا|شرق", RegexOptions.CultureInvariant)]
    private static partial Regex EastWords();

    [GeneratedRegex(@"DEGREES|DEG\.?|(?<=[0-9])\s*D(?![A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex DegreeWords();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*([°'""])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex BlanksAroundSigns();

    [GeneratedRegex(@"(?<=[NSEW])\s+(?=[+-]?[0-9])|(?<=[0-9°'""])\s+(?=[NSEW])", RegexOptions.CultureInvariant)]
    private static partial Regex BlankBesideLetter();

    /// <summary>Trimmed, with plain digits, minus, comma and quotation signs; the case is left, as links need it.</summary>
    public static string Plain(string? text) => string.Concat((text ?? "").Trim().Select(letter => letter switch
    {
        >= '٠' and <= '٩' or >= '۰' and <= '۹' => PlainLetters.Lower(letter),
        '−' or '–' or '‐' or '‑' => '-',
        '،' => ',',
        '٫' => '.',
        '؛' => ';',
        'º' or '˚' or '⁰' => '°',
        '′' or '’' or '‘' or '`' or '´' or 'ʹ' or 'ʼ' => '\'',
        '″' or '”' or '“' or '„' or '〃' or 'ʺ' => '"',
        _ when char.IsWhiteSpace(letter) => ' ',
        _ when IsUnseen(letter) => ' ',
        _ => letter,
    })).Trim();

    /// <summary>Every sensible way to part a text into two angles, likeliest first.</summary>
    public static IEnumerable<(string First, string Second)> Halves(string plain)
    {
        var text = Normal(plain);
        var (commas, blanks) = (text.Split(','), text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var sign in new[] { ';', '|', '/', '~' })
        {
            if (text.Split(sign) is [var left, var right])
            {
                yield return (WithPoint(left), WithPoint(right));
            }
        }

        if (commas is [var first, var second])
        {
            yield return (Beside(first), Beside(second));
        }

        if (commas.Length == 4)
        {
            yield return (Beside(commas[0] + "." + commas[1]), Beside(commas[2] + "." + commas[3]));
        }

        if (text.Split(", ") is [var before, var after])
        {
            yield return (WithPoint(before), WithPoint(after));
        }

        var second2 = text.Length < 2 ? -1 : text.AsSpan(1).IndexOfAny("NSEW") + 1;
        if (second2 > 0)
        {
            var cut = IsLetter(text[0]) ? second2 : second2 + 1;
            yield return (Beside(text[..cut].TrimEnd(',')), Beside(text[cut..].TrimStart(',')));
        }

        if (blanks.Length % 2 == 0)
        {
            yield return (WithPoint(string.Join(' ', blanks[..(blanks.Length / 2)])), WithPoint(string.Join(' ', blanks[(blanks.Length / 2)..])));
        }

        var degree = text.LastIndexOf('°');
        if (degree > 0 && text.IndexOf('°', StringComparison.Ordinal) != degree && text.LastIndexOf(' ', degree) is var gap and > 0)
        {
            yield return (Beside(text[..gap]), Beside(text[gap..]));
        }
    }

    private static string Normal(string plain)
    {
        var text = plain.ToUpperInvariant().Replace("''", "\"", StringComparison.Ordinal);
        text = EastWords().Replace(NorthWords().Replace(text, "N"), "E");
        text = DegreeWords().Replace(text, "°").Replace("SOUTH", "S", StringComparison.Ordinal).Replace("WEST", "W", StringComparison.Ordinal);
        text = string.Concat(text.Where(letter => letter is not ('(' or ')' or '[' or ']' or ':' or '=')));
        text = Blanks().Replace(text, " ").Trim();
        text = BlanksAroundSigns().Replace(text, "$1 ").Trim();
        return BlankBesideLetter().Replace(text, "");
    }

    private static string Beside(string half) => BlankBesideLetter().Replace(half.Trim(), "");

    private static string WithPoint(string half) => Beside(half.Replace(',', '.'));

    private static bool IsLetter(char letter) => letter is 'N' or 'S' or 'E' or 'W';

    private static bool IsUnseen(char letter) => letter is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF';
}
