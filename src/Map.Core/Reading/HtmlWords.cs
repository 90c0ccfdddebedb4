using System.Text;

namespace Map.Core.Reading;

/// <summary>Writes the text of elements in paragraphs.</summary>
internal sealed class HtmlWords
{
    private static readonly HashSet<string> Inline =
        ["", "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img"];

    private readonly StringBuilder text = new();
    private bool blank;
    private int breaks;

    /// <summary>The text of elements in their order, what stands around an article left out.</summary>
    public static string Of(IEnumerable<HtmlNode> roots)
    {
        var words = new HtmlWords();
        foreach (var root in roots)
        {
            words.Write(root, isRoot: true);
        }

        return words.text.ToString();
    }

    private void Write(HtmlNode node, bool isRoot = false)
    {
        if (node.Tag.Length == 0)
        {
            WriteText(node.Content);
            return;
        }

        if (node.Tag == "br")
        {
            breaks = Math.Max(breaks, 1);
            return;
        }

        if (!isRoot && node.IsAround)
        {
            return;
        }

        var isBlock = !Inline.Contains(node.Tag);
        breaks = isBlock ? 2 : breaks;
        if (node.Tag == "li")
        {
            WriteText("• ");
        }

        foreach (var child in node.Children)
        {
            Write(child);
        }

        breaks = isBlock ? 2 : breaks;
    }

    /// <summary>White space is one blank, whatever its kind; breaks wait for words, so that none stands at either end.</summary>
    private void WriteText(string content)
    {
        foreach (var letter in content)
        {
            if (char.IsWhiteSpace(letter) || letter == '\u200B')
            {
                blank = true;
                continue;
            }

            if (text.Length > 0)
            {
                text.Append(breaks > 0 ? new string('\n', breaks) : blank ? " " : "");
            }

            (breaks, blank) = (0, false);
            text.Append(letter);
        }
    }
}
