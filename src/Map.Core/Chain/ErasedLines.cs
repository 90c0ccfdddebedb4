using System.Globalization;
using System.Text;

namespace Map.Core.Chain;

/// <summary>Which lines of the history an erasure emptied, as its own line tells: "lines 4-9,12". Only of lines that are told here may the texts be gone.</summary>
public static class ErasedLines
{
    /// <summary>What the field of an erasure's own line is called.</summary>
    public const string Field = "Erased";

    private const string Head = "lines ";

    public static string Write(IEnumerable<long> numbers)
    {
        var text = new StringBuilder(Head);
        long? from = null, to = null;
        foreach (var number in numbers.Order().Append(long.MaxValue))
        {
            if (number == to) continue;
            if (number == to + 1 && number != long.MaxValue)
            {
                to = number;
                continue;
            }
            if (from is { } first)
            {
                if (text.Length > Head.Length) text.Append(',');
                text.Append(CultureInfo.InvariantCulture, $"{first}");
                if (to > first) text.Append(CultureInfo.InvariantCulture, $"-{to}");
            }
            from = to = number;
        }
        return text.ToString();
    }

    /// <summary>First and last number of each stretch; none where the text is something else.</summary>
    public static IReadOnlyList<(long From, long To)> Read(string? text)
    {
        if (text is null || !text.StartsWith(Head, StringComparison.Ordinal)) return [];
        var stretches = new List<(long, long)>();
        foreach (var part in text[Head.Length..].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from) || !long.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)) return [];
            stretches.Add((from, to));
        }
        return stretches;
    }
}
