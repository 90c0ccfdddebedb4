using System.Globalization;

namespace Map.Core.Reading;

/// <summary>Numbers in digits and in English words: "1,200", "1.5 million", "twenty-five", "two hundred and ten", "a dozen", "half a million".</summary>
public static class NumberWords
{
    private static readonly Dictionary<string, decimal> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fourty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    };

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dozen"] = 12,
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
    };

    /// <summary>Dividing by it takes the zeros behind the point off a decimal: 1500000.0 becomes 1500000.</summary>
    private const decimal WithoutTrailingZeros = 1.000000000000000000000000000m;

    /// <summary>A single word's or digits' number; null where it is none.</summary>
    public static decimal? Of(string word)
    {
        if (Small.TryGetValue(word, out var value))
        {
            return value;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) ? value : null;
        }

        return word.Split('-') is [var tens, var ones] && Small.TryGetValue(tens, out var ten) && ten >= 20 && Small.TryGetValue(ones, out var one) && one is > 0 and < 10 ? ten + one : null;
    }

    /// <summary>The number that begins at a word, and how many words it takes; 0 where none does.</summary>
    public static (decimal Value, int Count) At(IReadOnlyList<Word> words, int at)
    {
        if (HalfOf(words, at) is { Count: > 0 } half)
        {
            return half;
        }

        decimal whole = 0, part = 0;
        var (count, any) = (0, false);
        for (var i = at; i < words.Count; i = at + count)
        {
            var text = words[i].Text;
            var digits = char.IsAsciiDigit(text[0]);
            if (Of(text) is { } value && (!any || (!digits && part % 100 == 0 && value < 100) || (!digits && part % 10 == 0 && part % 100 >= 20 && value is > 0 and < 10)))
            {
                (part, any, count) = (part + value, true, count + 1);
            }
            else if (Scales.TryGetValue(text, out var scale) && (any || IsArticle(words, i - 1, at)))
            {
                part = any ? part : 1;
                (whole, part, any) = scale >= 1000 ? (whole + (part * scale), 0, true) : (whole, part * scale, true);
                count = i - at + 1;
            }
            else if (any && whole + part >= 100 && text == "and" && i + 1 < words.Count && Small.TryGetValue(words[i + 1].Text, out var rest) && rest > 0 && Scaled(words, at, i))
            {
                count++;
            }
            else if (!any && i == at && IsArticle(words, i, at) && i + 1 < words.Count && Scales.ContainsKey(words[i + 1].Text))
            {
                count++;
            }
            else
            {
                break;
            }
        }

        return any ? ((whole + part) / WithoutTrailingZeros, count) : (0, 0);
    }

    /// <summary>"Half a million", "half of a million".</summary>
    private static (decimal Value, int Count) HalfOf(IReadOnlyList<Word> words, int at) =>
        at + 2 < words.Count && words[at].Text is "half" or "Half" && words[at + 1].Text is "a" && Scales.TryGetValue(words[at + 2].Text, out var scale) ? (scale / 2, 3) : (0, 0);

    private static bool IsArticle(IReadOnlyList<Word> words, int i, int at) => i >= at && words[i].Text is "a" or "A" or "an" or "An";

    private static bool Scaled(IReadOnlyList<Word> words, int at, int to) =>
        Enumerable.Range(at, to - at).Any(i => Scales.ContainsKey(words[i].Text));
}
