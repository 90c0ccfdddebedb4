using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>Finds where readers' comments begin.</summary>
internal static partial class ReaderComments
{
    private const int FewestWordsOfTalk = 3;

    [GeneratedRegex(@"^\W*(?:[0-9]+\s+)?(?:(?:readers?[’']? )?comments?|responses?|replies|thoughts? on\b.*|leave a (?:reply|comment)|join the (?:conversation|discussion)|post a comment|add (?:a|your) comment|write a comment|discussion|what do you think|التعليقات|تعليقات القراء|أضف تعليق\w*|اترك تعليق\w*)(?:\s*\([0-9]+\))?\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:[0-9]{1,3}[.)]|[•●▪*·-])\s+\S.{0,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Writer();

    [GeneratedRegex(@"^.{2,40}\b(?:says|wrote|said|writes)\s*:?$|^.{2,50}\bat [0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\.?)?(?:\s+reply)?$|^reply$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Signature();

    /// <summary>Words by which people speak to each other; an article has them in quotations only.</summary>
    [GeneratedRegex(@"\b(?:I|my|My|[Yy]ou|[Yy]ours?|lol|btw)\b|\?\?|!!", RegexOptions.CultureInvariant)]
    private static partial Regex Talk();

    /// <summary>The index of the first line that readers wrote, with the heading above it; the count of lines where there is none.</summary>
    public static int Begin(List<PartLine> lines)
    {
        var firstSentence = lines.FindIndex(line => line.IsSentence);
        if (firstSentence < 0)
        {
            return lines.Count;
        }

        for (var i = firstSentence + 1; i < lines.Count; i++)
        {
            if (lines[i].Words <= 8 && Heading().IsMatch(lines[i].Text) && (i == lines.Count - 1 || !lines[i + 1].IsSentence || Talks(lines, i + 1) || lines.Count - i > 2))
            {
                return i;
            }

            if (i < lines.Count - 1 && IsSigned(lines, i) && Talks(lines, i))
            {
                return i;
            }
        }

        return lines.Count;
    }

    /// <summary>A writer's name behind a number with what they wrote set in below it, or "so and so says:".</summary>
    private static bool IsSigned(List<PartLine> lines, int i) =>
        !lines[i].IsClosed && lines[i].Words <= 8
        && (Signature().IsMatch(lines[i].Text) || (Writer().IsMatch(lines[i].Text) && lines[i].Words <= 5 && lines[i + 1].Indent > lines[i].Indent && !Writer().IsMatch(lines[i + 1].Text)));

    private static bool Talks(List<PartLine> lines, int from) =>
        lines.Skip(from).Sum(line => Talk().Count(line.Text)) >= FewestWordsOfTalk;
}
