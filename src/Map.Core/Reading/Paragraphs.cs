using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>A paragraph of a text: a line, or lines that were only wrapped.</summary>
/// <param name="Start">In UTF-16 units, the white space before it not included.</param>
/// <param name="Length">In UTF-16 units, the white space behind it not included.</param>
/// <param name="Indent">How many blanks stand before its first line.</param>
internal readonly record struct Paragraph(int Start, int Length, int Indent)
{
    public int End => Start + Length;
}

/// <summary>Cuts a text into paragraphs. A line break alone parts them, save where lines were wrapped at a width.</summary>
internal static partial class Paragraphs
{
    private const int NarrowestColumn = 45;
    private const int WidestColumn = 110;
    private const int MostRagged = 26;

    [GeneratedRegex(@"[^\r\n\u2028\u2029\f\v]+", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex(@"^(?:[•●▪◦*·‣–—-]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)])\s", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[.!?…؟:;][""'”’»)\]]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Closed();

    /// <summary>The paragraphs of a text in their order; white space alone is none.</summary>
    public static List<Paragraph> In(string text)
    {
        var found = new List<Paragraph>();
        foreach (var block in Blocks(text))
        {
            var wrapped = IsColumn(text, block);
            var from = block[0];
            for (var i = 1; i <= block.Count; i++)
            {
                if (i == block.Count || !GoesOn(text, block[i - 1], block[i], wrapped))
                {
                    found.Add(new Paragraph(from.Start, block[i - 1].End - from.Start, from.Indent));
                    from = i < block.Count ? block[i] : from;
                }
            }
        }

        return found;
    }

    /// <summary>Lines without a blank line between them.</summary>
    private static IEnumerable<List<Paragraph>> Blocks(string text)
    {
        var block = new List<Paragraph>();
        var end = 0;
        foreach (Match match in Lines().Matches(text))
        {
            var line = match.Value;
            var start = line.Length - line.TrimStart().Length;
            var inner = line.Trim();
            var blankBetween = text.AsSpan(end, match.Index - end).Count('\n') > 1 || inner.Length == 0;
            if (blankBetween && block.Count > 0)
            {
                yield return block;
                block = [];
            }

            if (inner.Length > 0)
            {
                block.Add(new Paragraph(match.Index + start, inner.Length, start));
            }

            end = match.Index + match.Length;
        }

        if (block.Count > 0)
        {
            yield return block;
        }
    }

    /// <summary>True for lines of about one width: a text that was wrapped, as in mails and copies from a page of print.</summary>
    private static bool IsColumn(string text, List<Paragraph> block)
    {
        var full = block.SkipLast(1).Select(line => line.Length).ToList();
        return full.Count > 1 && full.Min() >= NarrowestColumn && full.Max() <= WidestColumn && full.Max() - full.Min() <= MostRagged && block[^1].Length <= full.Max() + 1
            && block.Skip(1).Any(line => char.IsLower(text[line.Start]));
    }

    private static bool GoesOn(string text, Paragraph line, Paragraph next, bool wrapped)
    {
        if (Bullet().IsMatch(text.AsSpan(next.Start, next.Length)))
        {
            return false;
        }

        var closed = Closed().IsMatch(text.AsSpan(line.Start, line.Length));
        return char.IsLower(text[next.Start]) ? wrapped || !closed : wrapped && (!closed || line.Length >= NarrowestColumn);
    }
}
