using Map.Core.Places;

namespace Map.Core.Reading.Naming;

/// <summary>Cuts a sentence into the pieces names are made of: hyphens part words, apostrophes inside a name do not, possessive endings fall away.</summary>
internal static class Tokens
{
    /// <summary>The pieces of a stretch in their order.</summary>
    public static List<Token> In(string text, int start, int end)
    {
        var tokens = new List<Token>();
        var at = start;
        var joined = false;
        while (at < end)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter) || IsUnseen(letter))
            {
                (at, joined) = (at + 1, joined && IsUnseen(letter));
            }
            else if (letter is '@' or '#' || IsAddress(text, at, end))
            {
                var stop = EndOfSolid(text, at, end);
                tokens.Add(new Token(text[at..stop], at, false, false, false));
                at = stop;
            }
            else if (char.IsLetterOrDigit(letter))
            {
                at = AddWord(tokens, text, at, end, joined);
                joined = false;
                if (at < end - 1 && IsHyphen(text[at]) && char.IsLetterOrDigit(text[at + 1]))
                {
                    (at, joined) = (at + 1, true);
                }
                else if (at < end - 2 && IsHyphen(text[at]) && text[at + 1] == ' ' && char.IsUpper(text[at + 2]) && tokens[^1].Low is "al" or "el")
                {
                    (at, joined) = (at + 2, true);
                }
            }
            else
            {
                tokens.Add(new Token(text[at..(at + 1)], at, false, false, false));
                at++;
            }
        }

        return tokens;
    }

    private static int AddWord(List<Token> tokens, string text, int at, int end, bool joined)
    {
        if (Initials(text, at, end) is var dotted and > 0)
        {
            tokens.Add(new Token(text[at..(at + dotted)], at, true, joined, false));
            return at + dotted;
        }

        var stop = at + 1;
        while (stop < end && (IsLetter(text[stop]) || (IsApostrophe(text[stop]) && stop + 1 < end && char.IsLetterOrDigit(text[stop + 1]))))
        {
            stop++;
        }

        var (word, possessive) = (stop, false);
        if (stop - at > 2 && text[stop - 1] is 's' or 'S' && IsApostrophe(text[stop - 2]))
        {
            (word, possessive) = (stop - 2, true);
        }
        else if (stop < end && text[stop - 1] is 's' or 'S' && text[stop] is '\'' or '’' && (stop + 1 == end || !char.IsLetterOrDigit(text[stop + 1])))
        {
            (stop, possessive) = (stop + 1, true);
        }

        var from = HasJoinedParticle(text, at, word) ? at + 1 : at;
        tokens.Add(new Token(text[from..word], from, true, joined, possessive));
        return stop;
    }

    /// <summary>"And", "with" and "so" are written in one with the Arabic article behind them.</summary>
    private static bool HasJoinedParticle(string text, int at, int end) => end - at >= 6 && text[at] is 'و' or 'ف' or 'ب' && text[at + 1] == 'ا' && text[at + 2] == 'ل';

    /// <summary>The length of letters with a full stop after each, as in U.S. and a.k.a.; 0 where there are none.</summary>
    private static int Initials(string text, int at, int end)
    {
        var stop = at;
        while (stop + 1 < end && char.IsLetter(text[stop]) && text[stop + 1] == '.')
        {
            stop += 2;
        }

        if (stop - at < 4)
        {
            return stop - at == 2 && stop < end && char.IsLetter(text[stop]) && (stop + 1 == end || !char.IsLetterOrDigit(text[stop + 1])) ? 3 : 0;
        }

        return stop < end && char.IsLetter(text[stop]) && (stop + 1 == end || !char.IsLetterOrDigit(text[stop + 1])) ? stop - at + 1 : stop - at;
    }

    private static bool IsAddress(string text, int at, int end) =>
        string.CompareOrdinal(text, at, "http", 0, 4) == 0 || (at + 4 < end && string.CompareOrdinal(text, at, "www.", 0, 4) == 0);

    private static int EndOfSolid(string text, int at, int end)
    {
        var stop = at + 1;
        while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] is not (')' or '"' or '”' or ',' or ';'))
        {
            stop++;
        }

        return stop;
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || letter == '_' || (PlainLetters.IsMark(letter) && !IsApostrophe(letter) && !IsUnseen(letter));

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or 'ʻ' or 'ʾ' or 'ʿ';

    private static bool IsHyphen(char letter) => letter is '-' or '‐' or '‑';

    private static bool IsUnseen(char letter) => letter is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\u00AD';
}
