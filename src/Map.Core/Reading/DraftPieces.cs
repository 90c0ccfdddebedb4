using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>The words of a sentence that tell one event.</summary>
/// <param name="Start">In the article.</param>
/// <param name="Trigger">Where in the article the telling word stands.</param>
/// <param name="Words">The telling words, masked.</param>
internal sealed record DraftPiece(string Type, int Start, int End, int Trigger, string Words)
{
    public int Length => End - Start;

    public bool Holds(Mention mention) => mention.Start >= Start && mention.End <= End;
}

/// <summary>Cuts a sentence that tells several events into a piece for each.</summary>
internal static partial class DraftPieces
{
    [GeneratedRegex(@"[;:,—–]|\b(?:and|but|while|with|after|before|when|which|that|as|during|on the same)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Break();

    [GeneratedRegex(@";|\b(?:and|but|while|then)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Parting();

    [GeneratedRegex(@",?\s+and\s+(?:the\s+(?:town|village|city)\s+of\s+)?(?<place>ሀ+)\s+(?:(?:on|in|the)\s+)?መ+(?=\W*$|\s*[,;])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ellipsis();

    public static List<DraftPiece> Of(DraftSentence sentence, List<Telling> told)
    {
        var groups = new List<(string Type, Telling First, Telling Last)>();
        foreach (var one in told)
        {
            var same = groups.FindLastIndex(group => group.Type == one.Type);
            if (same >= 0 && !IsAnother(sentence, groups[same].Last, one, EndOf(told, one, sentence)))
            {
                groups[same] = (one.Type, groups[same].First, one);
            }
            else
            {
                groups.Add((one.Type, one, one));
            }
        }

        return [.. groups.SelectMany(group => WithEllipsis(sentence, Piece(sentence, told, group.Type, group.First, group.Last), group.Last.At))];
    }

    /// <summary>"X was taken on Monday and Y the next day": the second is told by the first one's verb.</summary>
    private static IEnumerable<DraftPiece> WithEllipsis(DraftSentence sentence, DraftPiece piece, int told)
    {
        var (start, end) = (sentence.Sentence.Start, piece.End - sentence.Sentence.Start);
        if (piece.Type is "control-change" or "strike" or "clash" && told < end && Ellipsis().Match(sentence.Masked, told, end - told) is { Success: true } second && sentence.Masked.AsSpan(0, second.Index).Contains(DraftWords.DateMask))
        {
            return [piece with { End = start + second.Index }, piece with { Start = start + second.Groups["place"].Index, End = start + second.Index + second.Length, Trigger = start + second.Groups["place"].Index }];
        }

        return [piece];
    }

    /// <summary>Told apart by a conjunction, and with a place or a date of its own.</summary>
    private static bool IsAnother(DraftSentence sentence, Telling last, Telling next, int end) =>
        last.End < next.At && !next.IsNoun && Parting().IsMatch(sentence.Masked[last.End..next.At])
        && (sentence.Masked[last.End..next.At].Contains(';', StringComparison.Ordinal)
            || sentence.Masked.AsSpan(next.At, end - next.At).Contains(DraftWords.DateMask)
            || (next.Type != "movement" && sentence.Masked.AsSpan(next.At, end - next.At).Contains(DraftWords.PlaceMask)));

    private static int EndOf(List<Telling> told, Telling one, DraftSentence sentence) =>
        told.Where(other => other.At >= one.End).Select(other => other.At).DefaultIfEmpty(sentence.Masked.Length).Min();

    private static DraftPiece Piece(DraftSentence sentence, List<Telling> told, string type, Telling first, Telling last)
    {
        var (from, to) = (0, sentence.Masked.Length);
        var before = told.Where(other => other.End <= first.At && other.Type != type).MaxBy(other => other.End) ?? told.Where(other => other.End <= first.At && other != first).MaxBy(other => other.End);
        if (before is not null)
        {
            from = Cut(sentence.Masked, before.End, first.At);
        }

        var after = told.Where(other => other.At >= last.End && other != last).MinBy(other => other.At);
        if (after is not null)
        {
            to = Cut(sentence.Masked, last.End, after.At);
        }

        while (from < first.At && !char.IsLetterOrDigit(sentence.Masked[from]) && sentence.Masked[from] is not ('“' or '"' or '‘'))
        {
            from++;
        }

        var start = sentence.Sentence.Start;
        return new DraftPiece(type, start + from, start + to, start + first.At, sentence.Masked.Substring(first.At, first.Length));
    }

    /// <summary>The last break between two tellings; where the later begins if there is none.</summary>
    private static int Cut(string text, int from, int to) =>
        Break().Match(text, from, Math.Max(0, to - from)) is { Success: true } found ? found.Index : to;
}
