using System.Text.RegularExpressions;
using Map.Core.Places;

namespace Map.Core.Time;

/// <summary>
/// Turns the words of a date, English or Arabic, into tokens of one small language: m1–m12 months, w0–w6 weekdays from Sunday,
/// s21–s24 seasons, #1–#4 ordinals, numbers, whole dates, and plain English words such as "since" and "ago".
/// </summary>
internal static partial class PhraseWords
{
    /// <summary>Token on the left, the words for it on the right, parted by commas. An empty token is a word without weight.</summary>
    private static readonly (string Token, string Words)[] Lexicon =
    [
        ("m1", "january,jan,كانون الثاني,كانون ثاني,يناير"), ("m2", "february,feb,febr,شباط,فبراير"), ("m3", "march,mar,آذار,مارس"),
        ("m4", "april,apr,نيسان,أبريل"), ("m5", "may,أيار,مايو"), ("m6", "june,jun,حزيران,يونيو,يونيه"),
        ("m7", "july,jul,تموز,يوليو,يوليه"), ("m8", "august,aug,آب,أغسطس"), ("m9", "september,sept,sep,أيلول,سبتمبر"),
        ("m10", "october,oct,تشرين الأول,تشرين أول,أكتوبر"), ("m11", "november,nov,تشرين الثاني,تشرين ثاني,نوفمبر"), ("m12", "december,dec,كانون الأول,كانون أول,ديسمبر"),
        ("w0", "sunday,sun,أحد"), ("w1", "monday,mon,اثنين,إثنين"), ("w2", "tuesday,tue,tues,ثلاثاء"), ("w3", "wednesday,wed,أربعاء"),
        ("w4", "thursday,thu,thur,thurs,خميس"), ("w5", "friday,fri,جمعة"), ("w6", "saturday,sat,سبت"),
        ("s21", "spring,ربيع"), ("s22", "summer,صيف"), ("s23", "autumn,fall,خريف"), ("s24", "winter,شتاء"),
        ("#1", "first,أول"), ("#2", "second,ثاني"), ("#3", "third,ثالث"), ("#4", "fourth,رابع"),
        ("1", "one,واحد,واحدة"), ("2", "two,couple,اثنان,اثنتين"), ("3", "three,ثلاثة,ثلاث"), ("4", "four,أربعة,أربع"), ("5", "five,خمسة,خمس"),
        ("6", "six,ستة,ست"), ("7", "seven,سبعة,سبع"), ("8", "eight,ثمانية,ثماني"), ("9", "nine,تسعة,تسع"), ("10", "ten,عشرة,عشر"), ("11", "eleven"), ("12", "twelve"),
        ("2 day", "يومين,يومان"), ("2 week", "أسبوعين,أسبوعان"), ("2 month", "شهرين,شهران"), ("2 year", "عامين,سنتين,عامان,سنتان"),
        ("day", "day,days,يوم,أيام"), ("week", "week,weeks,أسبوع,أسابيع"), ("month", "month,months,شهر,أشهر,شهور"), ("year", "year,years,عام,أعوام,سنة,سنوات"),
        ("quarter", "quarter,ربع"), ("half", "half"),
        ("early", "early,مطلع,أوائل"), ("mid", "mid,middle,منتصف,أواسط"), ("late", "late,أواخر"),
        ("start", "start,beginning,بداية,بدايات"), ("end", "end,نهاية"),
        ("since", "since,منذ"), ("before", "before,prior,قبل"), ("after", "after,following,بعد"), ("until", "until,till,up to,حتى,لغاية"),
        ("by", "by,not later than,no later than,at the latest by,on or before,in or before,not after,في موعد أقصاه"),
        ("notbefore", "not earlier than,no earlier than,not before,on or after,in or after"),
        ("between", "between,بين,ما بين"), ("and", "and,و"), ("or", "or,أو"), ("from", "from,من"), ("to", "to,through,إلى"),
        ("about", "about,around,circa,ca,c,approximately,roughly,حوالي,نحو,قرابة,تقريباً"),
        ("maybe", "reportedly,possibly,probably,perhaps,maybe,allegedly,apparently,likely,uncertain,غير مؤكد,ربما,يُعتقد,يُقال,غالباً"),
        ("last", "last,previous,ماضي,ماضية,فائت,فائتة,منصرم"), ("this", "this,current,that,هذا,هذه,جاري,حالي"), ("past", "past"),
        ("ago", "ago"), ("later", "later"), ("earlier", "earlier"), ("next", "next,تالي"), ("same", "same,نفس"),
        ("today", "today,اليوم"), ("yesterday", "yesterday,أمس,البارحة"), ("dayminus2", "the day before yesterday,day before yesterday,أول أمس,أول من أمس"),
        ("lastnight", "last night,overnight,الليلة الماضية"), ("nextday", "the next day,next day,the following day,following day,the day after,اليوم التالي"),
        ("anchor", "article,publication,report,المقال"),
        ("", "in,on,at,of,the,during,over,within,a,an,it,was,dated,date,sometime,some time,time,point,morning,evening,afternoon,night,dawn,onward,onwards,then,في,من شهر,خلال,فجر,صباح,مساء,ليلة,تاريخ,بتاريخ,ميلادي"),
    ];

    private static readonly Dictionary<string, string> Words =
        Lexicon.SelectMany(row => row.Words.Split(',').Select(word => (Key: Fold(word), row.Token)))
            .GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Token);

    private static readonly int LongestPhrase = Words.Keys.Max(words => words.Count(letter => letter == ' ') + 1);

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[?~%])?(?![0-9-])|[0-9]{4}-[0-9]{2}(?:[?~%])?(?![0-9-])|[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{1,4}(?![0-9])|[0-9]{1,2}/[0-9]{4}(?![0-9/])|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]+|\p{L}+|\S", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(@"(?<![0-9/.-])([0-9]{1,2}|[0-9]{4})\s*-\s*([0-9]{1,2}|[0-9]{4})(?=\s+\p{L}|\s*,|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberRange();

    /// <summary>The tokens, or null and the first word that means nothing here.</summary>
    public static List<string>? Tokens(string words, out string unknown)
    {
        unknown = "";
        var text = NumberRange().Replace(Fold(words), match => IsYearMonth(match) ? match.Value : $"{match.Groups[1].Value} to {match.Groups[2].Value}");
        var pieces = Piece().Matches(text).Select(match => match.Value).Where(piece => piece is not ("," or "." or ";" or ":" or "(" or ")" or "\"" or "'" or "’" or "“" or "”" or "،" or "!" or "/")).ToList();
        var tokens = new List<string>();
        for (var at = 0; at < pieces.Count;)
        {
            if (Longest(pieces, at) is { } found)
            {
                tokens.AddRange(found.Token.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                at += found.Length;
            }
            else if (IsOrdinalEnding(pieces, at) || pieces[at] is "s")
            {
                at++;
            }
            else if (Single(pieces[at]) is { } single)
            {
                tokens.AddRange(single.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                at++;
            }
            else
            {
                unknown = pieces[at];
                return null;
            }
        }

        // "آب/أغسطس" says one month in two calendars' names.
        return [.. tokens.Where((token, at) => at == 0 || token != tokens[at - 1] || !token.StartsWith('m'))];
    }

    /// <summary>Lower case, plain digits, no diacritics or vowel signs; dashes that mean "to" become a word.</summary>
    public static string Fold(string words)
    {
        var folded = string.Concat(words.Select(PlainLetters.Lower).Where(letter => letter is '\'' or '’' || !PlainLetters.IsMark(letter)).Select(PlainLetters.Fold));
        folded = ShortYear().Replace(folded, "-").Replace("–", " to ", StringComparison.Ordinal).Replace("—", " to ", StringComparison.Ordinal).Trim();
        return HyphenInWord().Replace(folded, " ");
    }

    [GeneratedRegex(@"(?<=(?<![0-9])[0-9]{4})\s*[–—]\s*(?=[0-9]{2}(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"(?<=\p{L})-|-(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex HyphenInWord();

    private static bool IsYearMonth(Match match) => match.Groups[1].Length == 4 && match.Groups[2].Length < 4;

    private static (string Token, int Length)? Longest(List<string> pieces, int at)
    {
        for (var length = Math.Min(LongestPhrase, pieces.Count - at); length > 1; length--)
        {
            if (Words.TryGetValue(string.Join(' ', pieces.Skip(at).Take(length)), out var token))
            {
                return (token, length);
            }
        }

        return null;
    }

    private static bool IsOrdinalEnding(List<string> pieces, int at) =>
        at > 0 && pieces[at] is "st" or "nd" or "rd" or "th" && char.IsAsciiDigit(pieces[at - 1][^1]);

    private static string? Single(string piece) =>
        piece.Contains(':') ? ""
        : piece is "?" ? "maybe"
        : piece is "~" ? "about"
        : char.IsAsciiDigit(piece[0]) ? piece
        : Words.TryGetValue(piece, out var token) ? token
        : piece is "q" or "to" or "-" ? (piece == "-" ? "to" : piece)
        : piece.StartsWith("ال", StringComparison.Ordinal) && Words.TryGetValue(piece[2..], out var named) ? named
        : piece.Length > 1 && piece[0] == 'و' && Single(piece[1..]) is { } joined ? "and " + joined
        : piece.Length > 2 && piece[0] is 'ب' or 'ل' && Words.TryGetValue(piece[1..], out var prefixed) ? prefixed
        : null;
}
