using System.Text;

namespace Map.Core.Places;

/// <summary>One word's consonants, the same for the word in Latin and in Arabic letters.</summary>
internal static class NameSkeleton
{
    private const char OpeningVowel = 'ǝ';
    private const char OpeningW = 'ŵ';
    private const char OpeningY = 'ŷ';
    private const char ClosingVowel = 'ʌ';

    private static readonly (string Letters, char Sound)[] Digraphs =
    [
        ("tch", 'š'), ("kh", 'x'), ("gh", 'ğ'), ("sh", 'š'), ("ch", 'š'), ("th", 'θ'), ("dh", 'd'), ("dj", 'j'), ("ph", 'f'), ("ck", 'k'),
    ];

    /// <summary>Letters that stand for one sound in scholarly spellings and in keys, and must not lose their mark.</summary>
    private static bool Keeps(char letter) => letter is 'š' or 'ğ' or 'ġ' or 'ħ' or 'ṯ' or 'ḫ' or 'ẖ' or 'č' or 'ç' or 'ǧ' or 'ẓ' or OpeningVowel or OpeningW or OpeningY or ClosingVowel;

    /// <summary>
    /// Appends what a name's last word ends in: ʌ for a vowel, ŷʌ for -iya. Latin letters cannot tell a silent h or ʿayn from none, so those
    /// count as vowels in Arabic letters too.
    /// </summary>
    public static void AppendEnding(StringBuilder key, string word)
    {
        if (word.Any(PlainLetters.IsArabic))
        {
            var stem = word.TrimEnd('ء');
            if (stem.Length > 1 && stem[^1] is 'ا' or 'ى' or 'ي' or 'ی' or 'و' or 'ة' or 'ه' or 'ە' or 'ح' or 'ع' or 'ئ' or 'ؤ' or 'أ')
            {
                key.Append(stem.Length > 2 && stem[^1] is 'ا' or 'ة' or 'ه' or 'ى' && stem[^2] is 'ي' or 'ی' ? "ŷʌ" : "ʌ");
            }

            return;
        }

        var plain = string.Concat(word.Select(PlainLetters.Fold));
        if (plain.Length > 1 && IsSpelt(plain) && (IsVowel(plain[^1]) || plain[^1] is 'w' or 'y' || (plain[^1] == 'h' && IsVowel(plain[^2]))))
        {
            var vowels = plain.TrimEnd('h');
            key.Append(vowels.Length > 2 && vowels[^1] is 'a' or 'e' && vowels[^2] is 'i' or 'y' ? "ŷʌ" : "ʌ");
        }
    }

    /// <summary>Appends a word's skeleton.</summary>
    /// <param name="followed">True where another word follows, so that a feminine ending may be read -at.</param>
    public static void Append(StringBuilder key, string word, bool followed)
    {
        if (word.Any(PlainLetters.IsArabic))
        {
            AppendArabic(key, word, followed);
        }
        else
        {
            AppendLatin(key, string.Concat(word.Select(letter => Keeps(letter) ? letter : PlainLetters.Fold(letter))), followed);
        }
    }

    private static void AppendLatin(StringBuilder key, string word, bool followed)
    {
        var spelt = IsSpelt(word);
        var end = word.Length;
        if (spelt && end > 2 && word[^1] == 'h' && IsVowel(word[^2]))
        {
            end--;
        }
        else if (followed && end >= 4 && word[^1] == 't' && word[^2] is 'a' or 'e' && word[^3] is not ('e' or 'i' or 'o' or 'u'))
        {
            end--;
        }

        var at = 0;
        while (at < end)
        {
            var letter = word[at];
            var digraph = Digraphs.FirstOrDefault(pair => spelt && at + pair.Letters.Length <= end && string.CompareOrdinal(word, at, pair.Letters, 0, pair.Letters.Length) == 0);
            if (digraph.Letters is not null)
            {
                key.Append(digraph.Sound);
                at += digraph.Letters.Length;
                continue;
            }

            if (!spelt || at == 0 || word[at - 1] != letter)
            {
                AppendSound(key, letter, opening: at == 0);
            }

            at++;
        }
    }

    private static void AppendSound(StringBuilder key, char letter, bool opening)
    {
        if (IsVowel(letter))
        {
            key.Append(opening ? "ǝ" : "");
            return;
        }

        _ = letter switch
        {
            'w' => opening ? key.Append(OpeningW) : key,
            'y' => opening ? key.Append(OpeningY) : key,
            'h' => key.Append('ħ'),
            'g' or 'ǧ' => key.Append('j'),
            'q' or 'c' => key.Append('k'),
            'p' => key.Append('b'),
            'ġ' => key.Append('ğ'),
            'ṯ' => key.Append('θ'),
            'ḫ' or 'ẖ' => key.Append('x'),
            'ç' => key.Append('č'),
            'ẓ' => key.Append('d'),
            _ => key.Append(letter),
        };
    }

    private static void AppendArabic(StringBuilder key, string word, bool followed)
    {
        var end = word.Length;
        if (end > 2 && (word[^1] is 'ة' or 'ه' or 'ح' or 'ە' || (followed && word[^1] == 'ت' && word[^2] == 'ا')))
        {
            end--;
        }

        for (var at = 0; at < end; at++)
        {
            var letter = word[at];
            _ = letter switch
            {
                'ا' or 'أ' or 'إ' or 'آ' or 'ٱ' or 'ع' => at == 0 ? key.Append(OpeningVowel) : key,
                'و' => at == 0 ? key.Append(OpeningW) : key,
                'ي' or 'ی' => at == 0 ? key.Append(OpeningY) : key,
                'ى' or 'ئ' or 'ؤ' or 'ء' or 'ۆ' or 'ێ' or 'ې' => key,
                _ => Sound(letter) is { } sound ? key.Append(sound) : key,
            };
        }
    }

    private static char? Sound(char letter) => letter switch
    {
        'ب' or 'پ' => 'b',
        'ت' or 'ط' or 'ة' => 't',
        'ث' => 'θ',
        'ج' or 'گ' => 'j',
        'چ' => 'č',
        'ح' or 'ه' or 'ھ' or 'ہ' or 'ە' => 'ħ',
        'خ' => 'x',
        'د' or 'ذ' or 'ض' or 'ظ' => 'd',
        'ر' or 'ڕ' => 'r',
        'ز' or 'ژ' => 'z',
        'س' or 'ص' => 's',
        'ش' => 'š',
        'غ' => 'ğ',
        'ف' => 'f',
        'ڤ' => 'v',
        'ق' or 'ك' or 'ک' => 'k',
        'ل' or 'ڵ' => 'l',
        'م' => 'm',
        'ن' => 'n',
        _ => PlainLetters.IsArabic(letter) ? null : letter,
    };

    /// <summary>True for a word as people write it, false for one of keys and abbreviations, which has no vowels.</summary>
    private static bool IsSpelt(string word) => word.Any(IsVowel);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
