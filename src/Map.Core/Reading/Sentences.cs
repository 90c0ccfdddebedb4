namespace Map.Core.Reading;

/// <summary>A sentence, a heading or a line of a list, with its words.</summary>
/// <param name="Start">In UTF-16 units of the text as given.</param>
/// <param name="Length">In UTF-16 units, the closing sign included and the white space behind it not.</param>
/// <param name="Part">What the text around it is.</param>
/// <param name="Paragraph">Which paragraph of the text it stands in, counted from 0.</param>
public sealed record Sentence(int Start, int Length, PartKind Part, int Paragraph, IReadOnlyList<Word> Words)
{
    /// <summary>The first unit behind it.</summary>
    public int End => Start + Length;
}

/// <summary>Cuts the parts of an article into sentences; a full stop after a title, an initial or inside a number ends none.</summary>
public static class Sentences
{
    private static readonly HashSet<string> Shortened = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Brig", "Col", "Lt", "Maj", "Capt", "Cpt", "Sgt", "Cpl", "Adm", "Cmdr", "Sen", "Rep", "Gov", "Pres", "Amb", "Rev", "Hon",
        "St", "Mt", "No", "Nr", "vs", "approx", "ca", "est", "cf", "Vol", "Fig", "Art", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
    };

    /// <summary>After these a capital letter or a digit goes on with the sentence only where it is no common opening word.</summary>
    private static readonly HashSet<string> Openings = new(StringComparer.Ordinal)
    {
        "The", "A", "An", "It", "Its", "In", "On", "At", "He", "She", "They", "We", "This", "That", "These", "Those", "But", "And", "However", "Meanwhile", "After", "Before", "By", "For", "As", "While",
        "When", "According", "Since", "There", "His", "Her", "Their", "Some", "Many", "Several", "Both", "Also", "If", "To", "From", "With", "Although", "Earlier", "Later",
    };

    /// <summary>The sentences of all parts in their order.</summary>
    public static IReadOnlyList<Sentence> In(string text, IReadOnlyList<ArticlePart> parts)
    {
        var found = new List<Sentence>();
        var paragraphs = Paragraphs.In(text);
        var part = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            for (var start = paragraphs[i].Start; start < paragraphs[i].End;)
            {
                while (part < parts.Count && parts[part].End <= start)
                {
                    part++;
                }

                var inside = part < parts.Count && parts[part].Start <= start;
                var end = inside ? Math.Min(parts[part].End, paragraphs[i].End) : paragraphs[i].End;
                found.AddRange(Cut(text, start, end, inside ? parts[part].Kind : PartKind.Body, i));
                start = end;
            }
        }

        return found;
    }

    private static IEnumerable<Sentence> Cut(string text, int start, int end, PartKind part, int paragraph)
    {
        var words = Reading.Words.In(text, start, end - start);
        for (var from = 0; from < words.Count;)
        {
            var to = EndOf(words, from);
            yield return new Sentence(words[from].Start, words[to - 1].End - words[from].Start, part, paragraph, [.. words.Skip(from).Take(to - from)]);
            from = to;
        }
    }

    /// <summary>The index behind the last word of the sentence that begins at an index.</summary>
    private static int EndOf(IReadOnlyList<Word> words, int from)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (!Closes(words, from, i))
            {
                continue;
            }

            var end = i + 1;
            while (end < words.Count && words[end - 1].Touches(words[end]) && IsClosing(words[end].Text))
            {
                end++;
            }

            if (end == words.Count || Opens(words, i, end))
            {
                return end;
            }
        }

        return words.Count;
    }

    private static bool Closes(IReadOnlyList<Word> words, int from, int i) => words[i].Text switch
    {
        "!" or "?" or "؟" or "…" or "۔" or "..." => true,
        "." => i > from && !(words[i - 1].Touches(words[i]) && (IsShortened(words[i - 1].Text) || IsListNumber(words, from, i))),
        var dotted => dotted.Length > 3 && dotted[^1] == '.' && i < words.Count - 1 && Openings.Contains(words[i + 1].Text),
    };

    /// <summary>Titles ("Gen."), months ("Aug."), and the initials of names.</summary>
    private static bool IsShortened(string word) => Shortened.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]));

    private static bool IsListNumber(IReadOnlyList<Word> words, int from, int i) => i == from + 1 && words[from].Text.All(char.IsAsciiDigit);

    private static bool IsClosing(string sign) => sign is "\"" or "”" or "’" or "'" or "»" or ")" or "]" or "." or "?" or "!";

    /// <summary>True where what stands behind a closing sign begins a sentence.</summary>
    private static bool Opens(IReadOnlyList<Word> words, int sign, int next)
    {
        var opening = words[next];
        if (words[next - 1].Touches(opening))
        {
            // "…are back.Then": a lost line break. "syria.tv" and "3.A" are none.
            return words[sign].Text == "." && opening.IsCapital && opening.Length > 1 && sign > 0 && char.IsLower(words[sign - 1].Text[^1]);
        }

        return !char.IsLower(opening.Text[0]) && opening.Text is not ("," or ";" or ":" or ")" or "]" or "%");
    }
}
