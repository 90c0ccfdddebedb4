using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>A number in a sentence.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Scale">1,000 for "thousand" as its last word; 1 where it has none.</param>
/// <param name="InDigits">True where it is written in digits.</param>
/// <param name="Unit">What it counts where that is joined to it or is a sign: km, percent, persons; "" where not.</param>
/// <param name="UnitWords">How many words behind it belong to the unit.</param>
internal sealed record FigureNumber(decimal Value, int First, int Last, decimal Scale, bool InDigits, string Unit, int UnitWords);

/// <summary>Finds the numbers of a sentence, before anybody asks what they count.</summary>
internal static partial class FigureNumbers
{
    [GeneratedRegex(@"^(?<n>[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)-?(?<unit>(?<=[0-9])(?:km|kg|kms|pc|mn?|bn|k)|(?<=-)(?:strong|member|person|man|men|km|kilomet(?:er|re)|met(?:er|re)|mile|truck|vehicle|car|bus|bed))$", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    /// <summary>Stands for "or more" behind a number: 30+, 3,000-plus.</summary>
    public const string Plus = "+";

    private static readonly Dictionary<string, decimal> Shares = new(StringComparer.OrdinalIgnoreCase)
    {
        ["third"] = 100m / 3,
        ["quarter"] = 25,
        ["fifth"] = 20,
        ["tenth"] = 10,
        ["half"] = 50,
        ["two-thirds"] = 200m / 3,
        ["one-third"] = 100m / 3,
        ["three-quarters"] = 75,
        ["one-quarter"] = 25,
        ["one-fifth"] = 20,
        ["two-fifths"] = 40,
        ["three-fifths"] = 60,
        ["four-fifths"] = 80,
    };

    /// <summary>The numbers in their order.</summary>
    public static List<FigureNumber> In(IReadOnlyList<Word> words)
    {
        var found = new List<FigureNumber>();
        for (var i = 0; i < words.Count;)
        {
            var number = WithUnit(words, i) ?? Plain(words, i) ?? Share(words, i);
            if (number is not null)
            {
                found.Add(number);
            }

            i = number is null ? i + 1 : number.Last + number.UnitWords + 1;
        }

        return found;
    }

    private static FigureNumber? Plain(IReadOnlyList<Word> words, int i)
    {
        var (value, count) = NumberWords.At(words, i);
        if (count == 0)
        {
            return null;
        }

        var last = i + count - 1;
        var scale = words[last].Text.ToLowerInvariant() switch { "dozen" => 12m, "hundred" => 100m, "thousand" => 1000m, "million" => 1_000_000m, "billion" or "bn" => 1_000_000_000m, _ => 1m };
        var (unit, unitWords) = UnitBehind(words, last + 1);
        return new FigureNumber(value, i, last, scale, char.IsAsciiDigit(words[i].Text[0]), unit, unitWords);
    }

    private static (string Unit, int Words) UnitBehind(IReadOnlyList<Word> words, int at) => at >= words.Count ? ("", 0) : words[at].Text.ToLowerInvariant() switch
    {
        "%" or "percent" or "pct" => ("percent", 1),
        "per" when at + 1 < words.Count && words[at + 1].Text is "cent" => ("percent", 2),
        "km" or "kms" or "kilometers" or "kilometres" or "kilometer" or "kilometre" => ("kilometres", 1),
        "m" or "meters" or "metres" or "meter" or "metre" => ("metres", 1),
        "miles" or "mile" => ("miles", 1),
        "square" or "sq" when at + 1 < words.Count && words[at + 1].Text is "km" or "kilometers" or "kilometres" or "miles" or "metres" or "meters" =>
            ("square " + (words[at + 1].Text is "miles" ? "miles" : words[at + 1].Text.StartsWith('k') ? "kilometres" : "metres"), 2),
        "-" when at + 1 < words.Count && words[at + 1].Text is "strong" && words[at].Touches(words[at + 1]) => ("persons", 2),
        "-" when at + 1 < words.Count && words[at + 1].Text is "plus" && words[at].Touches(words[at + 1]) => (Plus, 2),
        "+" when at > 0 && words[at - 1].Touches(words[at]) => (Plus, 1),
        _ => ("", 0),
    };

    /// <summary>"10km", "600-member", "five-member".</summary>
    private static FigureNumber? WithUnit(IReadOnlyList<Word> words, int i)
    {
        if (Joined().Match(words[i].Text) is not { Success: true } match || NumberWords.Of(match.Groups["n"].Value) is not { } value || value == 0)
        {
            return null;
        }

        if (match.Groups["unit"].Value is "m" or "mn" or "bn" or "k")
        {
            return Scaled(words, i, value * match.Groups["unit"].Value switch { "bn" => 1_000_000_000m, "k" => 1000m, _ => 1_000_000m });
        }

        var unit = match.Groups["unit"].Value switch
        {
            "km" or "kms" or "kilometer" or "kilometre" => "kilometres",
            "meter" or "metre" => "metres",
            "mile" => "miles",
            "pc" => "percent",
            "kg" => "kilograms",
            "strong" or "member" or "person" or "man" or "men" => "persons",
            var thing => thing + (thing == "bus" ? "es" : "s"),
        };
        return new FigureNumber(value, i, i, 1, char.IsAsciiDigit(words[i].Text[0]), unit, 0);
    }

    /// <summary>"2.5m people", "$3bn"; without a counted noun or a sign of money 100m are metres, or nobody knows.</summary>
    private static FigureNumber? Scaled(IReadOnlyList<Word> words, int i, decimal value)
    {
        var money = i > 0 && words[i - 1].Text is "$" or "€" or "£";
        return money || (i + 1 < words.Count && FigureCounts.IsPlural(words[i + 1].Text)) ? new FigureNumber(Math.Round(value), i, i, 1_000_000, true, "", 0) : null;
    }

    /// <summary>"A quarter of", "half of", "two-thirds of"; "the southern half of" and "a quarter" of a town are none.</summary>
    private static FigureNumber? Share(IReadOnlyList<Word> words, int i)
    {
        if (!Shares.TryGetValue(words[i].Text, out var share) || i + 1 >= words.Count || words[i + 1].Text is not ("of" or "the"))
        {
            return null;
        }

        var joined = words[i].Text.Contains('-', StringComparison.Ordinal);
        var half = words[i].Text is "half" or "Half";
        var article = i > 0 && words[i - 1].Text is "a" or "A" or "one" or "One";
        if (half ? article || (i > 0 && IsDescribed(words[i - 1].Text)) : !joined && (!article || words[i + 1].Text != "of"))
        {
            return null;
        }

        return new FigureNumber(Math.Round(share, 1), !half && !joined ? i - 1 : i, i, 1, false, "percent", 0);
    }

    private static bool IsDescribed(string before) => before is "the" or "The" or "second" or "first" or "latter" or "other" or "last" or "its" or "their"
        || before.EndsWith("ern", StringComparison.Ordinal);
}
