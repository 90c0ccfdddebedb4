using System.Text;

namespace Map.Core.Places;

/// <summary>
/// Plain forms of letters: lower case, without diacritics, Arabic letters in their everyday shape. A table of its own, because the
/// runtime's normalisation leaves letters as they are where it runs without a culture library.
/// </summary>
internal static class PlainLetters
{
    /// <summary>Each row: a letter, then the letters that fold to it.</summary>
    private static readonly string[] LatinRows =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďđḋḍḏḑḓ",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥħȟḣḥḧḩḫẖ",
        "iìíîïĩīĭįİıǐȉȋḭḯỉị",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľłḷḹḻḽ",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oòóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšșṡṣṥṧṩ",
        "tţťŧțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
    ];

    /// <summary>The letters behind the presentation forms U+FE80 to U+FEF4, one each.</summary>
    private const string PresentationForms = "ءآآأأؤؤإإئئئئااببببةةتتتتثثثثججججححححخخخخددذذررززسسسسششششصصصصضضضضططططظظظظععععغغغغففففققققككككللللممممننننههههووىىيييي";

    /// <summary>As a mark of its own it stands under the z that spells ظ.</summary>
    private const char Cedilla = '\u0327';

    private static readonly Dictionary<char, char> Latin =
        LatinRows.SelectMany(row => row.Skip(1).Select(letter => (letter, row[0]))).ToDictionary(pair => pair.letter, pair => pair.Item2);

    /// <summary>A letter in lower case, an Arabic presentation form as the letter it presents, a digit of any script as 0–9.</summary>
    public static char Lower(char letter) => letter switch
    {
        >= '\uFE80' and <= '\uFEF4' => PresentationForms[letter - '\uFE80'],
        >= '\uFEF5' and <= '\uFEFC' => 'ل',
        >= '٠' and <= '٩' => (char)('0' + (letter - '٠')),
        >= '۰' and <= '۹' => (char)('0' + (letter - '۰')),
        'İ' => 'i',
        _ => char.ToLowerInvariant(letter),
    };

    /// <summary>The letter a folded spelling uses: e for é, ا for أ, ه for ة, ي for ى.</summary>
    public static char Fold(char lower) => lower switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ی' or 'ئ' or 'ې' or 'ێ' => 'ي',
        'ک' => 'ك',
        'ؤ' or 'ۆ' => 'و',
        'ة' or 'ە' or 'ہ' or 'ھ' => 'ه',
        _ => Latin.GetValueOrDefault(lower, lower),
    };

    /// <summary>True for what is written but not read as a letter of its own: apostrophes for hamza and ʿayn, vowel signs, joining strokes.</summary>
    public static bool IsMark(char letter) => letter is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or 'ʻ' or 'ʾ' or 'ʿ' or 'ʹ' or 'ˈ' or '′' or 'ء' or 'ـ'
        or (>= '\u0300' and <= '\u036F') or (>= '\u0610' and <= '\u061A') or (>= '\u064B' and <= '\u065F') or '\u0670'
        or (>= '\u06D6' and <= '\u06ED') or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\u00AD';

    public static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF';

    /// <summary>
    /// The words of a name in lower case, marks removed; hyphens, everything that is no letter or digit, and a change of script part words.
    /// </summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool? arabic = null;
        void EndWord()
        {
            arabic = null;
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        foreach (var typed in text)
        {
            var letter = Lower(typed);
            if (letter == Cedilla && word.Length > 0 && word[^1] == 'z')
            {
                word[^1] = 'ẓ';
            }

            if (IsMark(letter))
            {
                continue;
            }

            if (!char.IsLetterOrDigit(letter) || (char.IsLetter(letter) && arabic is { } before && before != IsArabic(letter)))
            {
                EndWord();
            }

            if (char.IsLetterOrDigit(letter))
            {
                arabic = char.IsLetter(letter) ? IsArabic(letter) : arabic;
                word.Append(letter);
            }
        }

        EndWord();
        return words;
    }
}
