using Map.Core.Places;

namespace Map.Core.Reading;

/// <summary>Finds counts of people and things, distances, money and shares, with the words that bound them and what they count.</summary>
public static class FigureFinder
{
    /// <summary>The figures in their order. Both ends of a range are figures, each with the range as its bounds.</summary>
    /// <param name="taken">Dates, actors and places: a number inside one of them is part of it.</param>
    public static IReadOnlyList<FigureMention> Find(ArticleText article, IReadOnlyList<Mention> taken)
    {
        var found = new List<FigureMention>();
        var ordered = taken.OrderBy(mention => mention.Start).ToList();
        foreach (var sentence in article.Read.Select(WithPlainDigits))
        {
            var numbers = FigureNumbers.In(sentence.Words);
            for (var i = 0; i < numbers.Count; i++)
            {
                var next = i + 1 < numbers.Count ? numbers[i + 1] : null;
                if (next is not null && FigureBounds.IsRange(sentence.Words, numbers[i], next))
                {
                    var (low, high) = FigureBounds.Scaled(numbers[i], next);
                    var grew = FigureBounds.Grew(sentence.Words, numbers[i]);
                    var counts = FigureCounts.Of(sentence.Words, next);
                    (decimal?, decimal?) bounds = grew ? (null, null) : (low, high);
                    if (IsFigure(sentence, next, ordered, high) && (grew || low < high))
                    {
                        found.Add(Mention(article, sentence, numbers[i], low, bounds, counts));
                        found.Add(Mention(article, sentence, next, high, bounds, counts));
                    }

                    i++;
                }
                else if (IsFigure(sentence, numbers[i], ordered, numbers[i].Value))
                {
                    var bounds = FigureBounds.Of(sentence.Words, numbers[i]);
                    found.Add(Mention(article, sentence, numbers[i], numbers[i].Value, bounds, FigureCounts.Of(sentence.Words, numbers[i])));
                }
            }
        }

        return found;
    }

    /// <summary>A number may be written in the digits of Arabic; they are as long as ours.</summary>
    private static Sentence WithPlainDigits(Sentence sentence) => sentence.Words.Any(word => word.Text.Any(IsArabicDigit))
        ? sentence with { Words = [.. sentence.Words.Select(word => word with { Text = string.Concat(word.Text.Select(letter => IsArabicDigit(letter) ? PlainLetters.Lower(letter) : letter)) })] }
        : sentence;

    private static bool IsArabicDigit(char letter) => letter is (>= '٠' and <= '٩') or (>= '۰' and <= '۹');

    private static bool IsFigure(Sentence sentence, FigureNumber number, List<Mention> taken, decimal value)
    {
        var (start, end) = (sentence.Words[number.First].Start, sentence.Words[number.Last].End);
        return !taken.Any(mention => mention.Start < end && start < mention.End && !IsWholeName(mention, start, end))
            && FigureContext.Counts(sentence, number, value);
    }

    /// <summary>A number alone is no name: whoever took it for one was wrong.</summary>
    private static bool IsWholeName(Mention mention, int start, int end) => mention is not DateMention && mention.Start == start && mention.End == end;

    private static FigureMention Mention(ArticleText article, Sentence sentence, FigureNumber number, decimal value, (decimal? Least, decimal? Most) bounds, string counts)
    {
        var first = number.First - FigureBounds.WordsBefore(sentence.Words, number);
        var (start, end) = (sentence.Words[first].Start, sentence.Words[number.Last + number.UnitWords].End);
        return new FigureMention(article.Between(start, end), start, end - start, value, bounds.Least, bounds.Most, counts);
    }
}
