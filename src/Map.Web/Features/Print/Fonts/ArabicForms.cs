namespace Map.Web.Features.Print.Fonts;

/// <summary>Which of its four shapes an Arabic letter takes beside its neighbours, as the letter of Unicode that stands for that shape: their widths differ by half.</summary>
internal static class ArabicForms
{
    /// <summary>Each letter's first shape, that of a letter by itself; the shapes at a word's end, beginning and middle follow it.</summary>
    private static readonly Dictionary<char, (int Alone, bool JoinsNext)> Shapes = new()
    {
        ['\u0621'] = (0xFE80, false),
        ['\u0622'] = (0xFE81, false),
        ['\u0623'] = (0xFE83, false),
        ['\u0624'] = (0xFE85, false),
        ['\u0625'] = (0xFE87, false),
        ['\u0626'] = (0xFE89, true),
        ['\u0627'] = (0xFE8D, false),
        ['\u0628'] = (0xFE8F, true),
        ['\u0629'] = (0xFE93, false),
        ['\u062A'] = (0xFE95, true),
        ['\u062B'] = (0xFE99, true),
        ['\u062C'] = (0xFE9D, true),
        ['\u062D'] = (0xFEA1, true),
        ['\u062E'] = (0xFEA5, true),
        ['\u062F'] = (0xFEA9, false),
        ['\u0630'] = (0xFEAB, false),
        ['\u0631'] = (0xFEAD, false),
        ['\u0632'] = (0xFEAF, false),
        ['\u0633'] = (0xFEB1, true),
        ['\u0634'] = (0xFEB5, true),
        ['\u0635'] = (0xFEB9, true),
        ['\u0636'] = (0xFEBD, true),
        ['\u0637'] = (0xFEC1, true),
        ['\u0638'] = (0xFEC5, true),
        ['\u0639'] = (0xFEC9, true),
        ['\u063A'] = (0xFECD, true),
        ['\u0641'] = (0xFED1, true),
        ['\u0642'] = (0xFED5, true),
        ['\u0643'] = (0xFED9, true),
        ['\u0644'] = (0xFEDD, true),
        ['\u0645'] = (0xFEE1, true),
        ['\u0646'] = (0xFEE5, true),
        ['\u0647'] = (0xFEE9, true),
        ['\u0648'] = (0xFEED, false),
        ['\u0649'] = (0xFEEF, false),
        ['\u064A'] = (0xFEF1, true),
    };

    /// <summary>It joins no letter.</summary>
    private const char Hamza = '\u0621';

    /// <summary>Vowel signs stand over letters and part none; marks of direction stand nowhere.</summary>
    public static bool IsMark(char letter) => letter is >= '\u064B' and <= '\u0652' or '\u0670' or '\u200E' or '\u200F' or '\u2066' or '\u2067' or '\u2068' or '\u2069';

    public static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF' or >= '\uFB50' and <= '\uFEFC';

    /// <summary>The letter of Unicode for the shape of the letter at a place of the text; the letter itself where it has but one.</summary>
    public static int ShapeAt(string text, int at)
    {
        if (!Shapes.TryGetValue(text[at], out var shape))
            return text[at];
        var (before, after) = (at - 1, at + 1);
        while (before >= 0 && IsMark(text[before])) before--;
        while (after < text.Length && IsMark(text[after])) after++;
        var joinsBefore = text[at] != Hamza && before >= 0 && Shapes.TryGetValue(text[before], out var earlier) && earlier.JoinsNext;
        var joinsNext = shape.JoinsNext && after < text.Length && text[after] != Hamza && Shapes.ContainsKey(text[after]);
        return shape.Alone + (joinsBefore, joinsNext) switch { (true, true) => 3, (false, true) => 2, (true, false) => 1, _ => 0 };
    }
}
