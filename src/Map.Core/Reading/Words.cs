using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>A word or a sign of punctuation and where it stands.</summary>
/// <param name="Text">As written.</param>
/// <param name="Start">In UTF-16 units of the text as given.</param>
public readonly record struct Word(string Text, int Start)
{
    /// <summary>In UTF-16 units.</summary>
    public int Length => Text.Length;

    /// <summary>The first unit behind it.</summary>
    public int End => Start + Text.Length;

    /// <summary>True for a word or a number, false for a sign of punctuation and for the s of a possessive.</summary>
    public bool IsWord => char.IsLetterOrDigit(Text[0]) || (Text[0] == '@' && Text.Length > 1);

    /// <summary>True where it opens with a capital letter.</summary>
    public bool IsCapital => char.IsUpper(Text[0]);

    /// <summary>True where nothing stands between the two.</summary>
    public bool Touches(Word next) => End == next.Start;
}

/// <summary>
/// Cuts a stretch of text into words, names with apostrophes and hyphens in one piece, and signs of punctuation. The s of a possessive
/// is a piece of its own, and so are the numbers of 12/8/2018 and of 5-7; 1,200 and 1.5 are one.
/// </summary>
public static partial class Words
{
    private const string Apostrophe = "['’‘ʼʻ`´]";

    private const string Hyphen = "[-\u2010\u2011]";

    // Letters with their marks; a Latin and an Arabic word that touch are still one run, names are never written so.
    private const string Letters = @"[\p{L}\p{M}\u0640\p{Nd}]";

    [GeneratedRegex(
        @"(?<link>https?://[^\s<>""”]+|www\.[^\s<>""”]+)"
        + @"|(?<handle>[@#]\w+)"
        + @"|(?<dotted>(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}.]))?)"
        + @"|(?<number>(?:\p{Nd}{1,3}(?:,\p{Nd}{3})+(?:\.\p{Nd}+)?|\p{Nd}+\.\p{Nd}+)(?:(?:km|kg|mn?|bn|k)(?!\p{L})|(?![\p{L}\p{Nd}]|\.\p{Nd}))|\p{Nd}{1,2}:\p{Nd}{2}(?!\p{Nd}))"
        + "|(?<word>" + Letters + "+(?:(?:" + Apostrophe + "|(?<!\\p{Nd})" + Hyphen + "|" + Hyphen + "(?!\\p{Nd}))" + Letters + "+)*)"
        + @"|(?<dots>\.{2,})"
        + @"|\S",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Piece();

    // Ra's is a headland in the names of many places, not a possessive.
    [GeneratedRegex("(?<!^[Rr]a)" + Apostrophe + "[sS]$", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    /// <summary>The words of a stretch in their order.</summary>
    public static IReadOnlyList<Word> In(string text, int start, int length)
    {
        var words = new List<Word>();
        for (var match = Piece().Match(text, start, length); match.Success; match = match.NextMatch())
        {
            var piece = match.Value;
            if (match.Groups["link"].Success)
            {
                piece = piece.TrimEnd('.', ',', ';', ':', ')', ']', '!', '?');
            }

            var (word, possessive) = Parted(piece);
            words.Add(new Word(word, match.Index));
            if (possessive > 0)
            {
                words.Add(new Word(piece[^possessive..], match.Index + word.Length));
            }
        }

        return words;
    }

    private static (string Word, int Possessive) Parted(string piece)
    {
        if (piece.Length < 3 || !char.IsLetterOrDigit(piece[0]) || Possessive().Match(piece) is not { Success: true } match)
        {
            return (piece, 0);
        }

        return (piece[..match.Index], match.Length);
    }
}
