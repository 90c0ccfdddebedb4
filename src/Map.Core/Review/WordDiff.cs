namespace Map.Core.Review;

/// <summary>What became of some words from one text to the next.</summary>
public enum WordChange
{
    Same,
    Gone,
    New,
}

/// <summary>A stretch of a text, spaces and all.</summary>
public sealed record WordRun(WordChange Change, string Text);

/// <summary>Which words of a text went and which came. Pure; two texts of any length are told apart in bounded time.</summary>
public static class WordDiff
{
    /// <summary>Beyond this many pairs of words what differs is told as a whole: nobody reads a patchwork of pages.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>The text before, with what is gone from it, and the text after, with what is new in it. Joined again, the runs are the two texts.</summary>
    public static (IReadOnlyList<WordRun> Before, IReadOnlyList<WordRun> After) Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var head = 0;
        while (head < old.Count && head < now.Count && old[head] == now[head]) { head++; }
        var tail = 0;
        while (tail < old.Count - head && tail < now.Count - head && old[^(tail + 1)] == now[^(tail + 1)]) { tail++; }
        var (oldStays, newStays) = Common(old.GetRange(head, old.Count - head - tail), now.GetRange(head, now.Count - head - tail));
        return (Runs(old, head, tail, oldStays, WordChange.Gone), Runs(now, head, tail, newStays, WordChange.New));
    }

    /// <summary>Words, and what stands between them, each by itself.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var begin = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && IsWord(text[i]) && IsWord(text[i - 1])) { continue; }
            words.Add(text[begin..i]);
            begin = i;
        }

        return text.Length == 0 ? [] : words;
    }

    /// <summary>Marks over letters, and the halves of a letter beyond the first plane, stay with their word.</summary>
    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>The longest line of words that both have, by the table that everybody draws.</summary>
    private static (bool[] Old, bool[] New) Common(List<string> old, List<string> now)
    {
        var (oldStays, newStays) = (new bool[old.Count], new bool[now.Count]);
        if ((long)old.Count * now.Count > MostPairs) { return (oldStays, newStays); }
        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < old.Count && j < now.Count;)
        {
            if (old[i] == now[j]) { (oldStays[i++], newStays[j++]) = (true, true); }
            else if (longest[i + 1, j] >= longest[i, j + 1]) { i++; }
            else { j++; }
        }

        return (oldStays, newStays);
    }

    private static List<WordRun> Runs(List<string> words, int head, int tail, bool[] stays, WordChange change)
    {
        var runs = new List<WordRun>();
        for (var i = 0; i < words.Count; i++)
        {
            var here = i < head || i >= words.Count - tail || stays[i - head] ? WordChange.Same : change;
            // A space between two words that changed is one with them: words are marked, not their gaps.
            if (here == WordChange.Same && runs.Count > 0 && runs[^1].Change == change && i + 1 < words.Count && string.IsNullOrWhiteSpace(words[i]) && i >= head && i + 1 < words.Count - tail && !stays[i + 1 - head]) { here = change; }
            if (runs.Count > 0 && runs[^1].Change == here) { runs[^1] = runs[^1] with { Text = runs[^1].Text + words[i] }; }
            else { runs.Add(new(here, words[i])); }
        }

        return runs;
    }
}
