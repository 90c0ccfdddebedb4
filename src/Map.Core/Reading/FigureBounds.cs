namespace Map.Core.Reading;

/// <summary>The words that bound a number: "more than", "up to", "between … and …", "or more".</summary>
internal static class FigureBounds
{
    private static readonly string[][] AtLeast =
    [
        ["more", "than"], ["at", "least"], ["no", "fewer", "than"], ["no", "less", "than"], ["not", "less", "than"], ["not", "fewer", "than"], ["upwards", "of"], ["upward", "of"], ["in", "excess", "of"],
        ["over"], ["above"], ["exceeding"], ["a", "minimum", "of"], ["well", "over"], ["just", "over"], ["greater", "than"], ["better", "than"],
    ];

    private static readonly string[][] AtMost =
    [
        ["up", "to"], ["at", "most"], ["no", "more", "than"], ["not", "more", "than"], ["as", "many", "as"], ["as", "much", "as"], ["fewer", "than"], ["less", "than"], ["under"], ["below"], ["a", "maximum", "of"], ["just", "under"],
    ];

    private static readonly string[][] About =
    [
        ["about"], ["around"], ["some"], ["roughly"], ["approximately"], ["nearly"], ["almost"], ["an", "estimated"], ["estimated"], ["close", "to"], ["circa"], ["~"], ["only"], ["just"], ["exactly"], ["a", "total", "of"],
        ["another"], ["an", "additional"], ["as", "few", "as"], ["not", "quite"], ["virtually"], ["near"],
    ];

    private static readonly string[][] Money = [["$"], ["€"], ["£"], ["US$"], ["USD"]];

    /// <summary>How many words before a number bound it.</summary>
    public static int WordsBefore(IReadOnlyList<Word> words, FigureNumber number)
    {
        var count = 0;
        for (var found = 1; found > 0; count += found)
        {
            found = new[] { AtLeast, AtMost, About, Money }.SelectMany(all => all).Where(phrase => Ends(words, number.First - count, phrase)).Select(phrase => phrase.Length).DefaultIfEmpty(0).Max();
        }

        return count;
    }

    /// <summary>What a number says at least and at most; nothing where it is said as it is.</summary>
    public static (decimal? Least, decimal? Most) Of(IReadOnlyList<Word> words, FigureNumber number)
    {
        var at = number.First - (Any(words, number.First, Money) ? 1 : 0);
        var behind = number.Last + number.UnitWords + 1;
        var least = Longest(words, at, AtLeast);
        var most = Longest(words, at, AtMost);
        return most > 0 && most >= least ? (null, number.Value)
            : least > 0 || number.Unit == FigureNumbers.Plus || (behind + 1 < words.Count && words[behind].Text == "or" && words[behind + 1].Text == "more") ? (number.Value, null)
            : (null, null);
    }

    /// <summary>True for "20 to 30", "20-30", "between 20 and 30", "five or six".</summary>
    public static bool IsRange(IReadOnlyList<Word> words, FigureNumber low, FigureNumber high)
    {
        var from = low.Last + low.UnitWords + 1;
        if (high.First - from != 1 || (low.Unit.Length > 0 && low.Unit != high.Unit))
        {
            return false;
        }

        return words[from].Text switch
        {
            "to" or "or" => true,
            "-" or "–" or "—" => words[from - 1].Touches(words[from]) == words[from].Touches(words[from + 1]),
            "and" => low.First > 0 && words[low.First - WordsBefore(words, low) - 1 is var at and >= 0 ? at : 0].Text is "between" or "Between",
            _ => false,
        };
    }

    /// <summary>"The toll rose from 3 to 15" tells two counts, not a range.</summary>
    public static bool Grew(IReadOnlyList<Word> words, FigureNumber low) => low.First > 0 && words[low.First - 1].Text is "from";

    /// <summary>In "2 to 3 million" the first is of millions too.</summary>
    public static (decimal Low, decimal High) Scaled(FigureNumber low, FigureNumber high) =>
        (low.Scale == 1 && high.Scale > 1 && low.Value < high.Scale ? low.Value * high.Scale : low.Value, high.Value);

    private static bool Any(IReadOnlyList<Word> words, int end, string[][] phrases) => phrases.Any(phrase => Ends(words, end, phrase));

    private static int Longest(IReadOnlyList<Word> words, int end, string[][] phrases) =>
        phrases.Where(phrase => Ends(words, end, phrase)).Select(phrase => phrase.Length).DefaultIfEmpty(0).Max();

    private static bool Ends(IReadOnlyList<Word> words, int end, string[] phrase)
    {
        if (end < phrase.Length)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (!words[end - phrase.Length + i].Text.Equals(phrase[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
