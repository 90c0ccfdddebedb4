namespace Map.Core.Reading;

/// <summary>A stretch of a line that is drawn in one way.</summary>
/// <param name="Start">In UTF-16 units of the whole text.</param>
/// <param name="Part">Of what kind of part: the article's first sentence may stand behind its date line.</param>
/// <param name="Mention">What was found there; null for plain words.</param>
public sealed record TextRun(string Text, int Start, PartKind Part, Mention? Mention)
{
    /// <summary>The first unit behind it.</summary>
    public int End => Start + Text.Length;

    /// <summary>Where the sentence begins that it belongs to; null between sentences.</summary>
    public int? Sentence { get; init; }
}

/// <summary>A line of an article with what was found in it.</summary>
/// <param name="Part">What kind of line it is: the article's where any of it is.</param>
public sealed record TextLine(int Start, PartKind Part, IReadOnlyList<TextRun> Runs);

/// <summary>Cuts an article into lines and stretches to draw: at what was found, and where the sentence of a draft event begins and ends.</summary>
public static class ArticleLines
{
    public static IReadOnlyList<TextLine> Of(string text, ArticleReading reading)
    {
        var mentions = Apart([.. reading.Places, .. reading.Dates, .. reading.Actors, .. reading.Figures]);
        var sentences = ArticleText.Of(text).Sentences;
        var lines = new List<TextLine>();
        for (var start = 0; start < text.Length;)
        {
            var found = text.IndexOf('\n', start);
            var end = found < 0 ? text.Length : found;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                var runs = Runs(text, start, end, mentions, reading, sentences);
                lines.Add(new TextLine(start, runs.Exists(run => run.Part == PartKind.Body) ? PartKind.Body : runs.First(run => !string.IsNullOrWhiteSpace(run.Text)).Part, runs));
            }

            start = end + 1;
        }

        return lines;
    }

    /// <summary>Of two in one place the longer.</summary>
    private static List<Mention> Apart(IEnumerable<Mention> mentions)
    {
        var apart = new List<Mention>();
        foreach (var mention in mentions.OrderByDescending(it => it.Length).ThenBy(it => it.Start))
        {
            if (mention.Length > 0 && !apart.Exists(mention.Overlaps))
            {
                apart.Add(mention);
            }
        }

        return [.. apart.OrderBy(it => it.Start)];
    }

    private static List<TextRun> Runs(string text, int start, int end, List<Mention> mentions, ArticleReading reading, IReadOnlyList<Sentence> sentences)
    {
        var cuts = mentions.Concat(reading.Drafts).Select(it => (it.Start, it.End)).Concat(reading.Parts.Select(part => (part.Start, part.End))).Concat(sentences.Select(one => (one.Start, one.End)))
            .SelectMany(stretch => new[] { stretch.Start, stretch.End }).Where(at => at > start && at < end).Append(start).Append(end).Distinct().Order().ToList();
        return [.. cuts.Zip(cuts.Skip(1)).Select(piece => new TextRun(text[piece.First..piece.Second], piece.First,
            reading.Parts.FirstOrDefault(part => part.Start <= piece.First && piece.Second <= part.End)?.Kind ?? (string.IsNullOrWhiteSpace(text[piece.First..piece.Second]) ? PartKind.Navigation : PartKind.Body),
            mentions.Find(it => it.Start <= piece.First && piece.Second <= it.End)) { Sentence = sentences.FirstOrDefault(one => one.Start <= piece.First && piece.Second <= one.End)?.Start })];
    }
}
