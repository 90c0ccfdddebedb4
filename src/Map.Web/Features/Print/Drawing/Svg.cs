using System.Globalization;
using System.Text;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Writes a picture element by element. What people typed comes into it as text and in no other way.</summary>
internal sealed class Svg
{
    private readonly StringBuilder to = new(64 * 1024);
    private readonly Stack<string> open = new();

    public Svg Open(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(name, attributes);
        to.Append('>');
        open.Push(name);
        return this;
    }

    public Svg Close()
    {
        to.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element without content.</summary>
    public Svg Add(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(name, attributes);
        to.Append("/>");
        return this;
    }

    /// <summary>An element with text in it.</summary>
    public Svg Text(string name, string text, params ReadOnlySpan<(string Name, object? Value)> attributes) => Open(name, attributes).Words(text).Close();

    public Svg Words(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>A rule of the style sheet: words of this program alone.</summary>
    public Svg Style(string css)
    {
        to.Append("<style>").Append(css).Append("</style>");
        return this;
    }

    public string Done()
    {
        while (open.Count > 0)
            Close();
        return to.ToString();
    }

    /// <summary>A coordinate: a tenth of a pixel is finer than any print.</summary>
    public static string Number(double value)
    {
        var text = Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    private void Begin(string name, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        to.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null)
                continue;
            to.Append(' ').Append(attribute).Append("=\"");
            Escape(value switch
            {
                double number => Number(number),
                IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString()!,
            });
            to.Append('"');
        }
    }

    private void Escape(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                to.Append(c).Append(text[++i]);
                continue;
            }
            // XML has no such letters at all, escaped or not.
            if (char.IsSurrogate(c) || c is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF')
                continue;
            switch (c)
            {
                case '<': to.Append("&lt;"); break;
                case '>': to.Append("&gt;"); break;
                case '&': to.Append("&amp;"); break;
                case '"': to.Append("&quot;"); break;
                default: to.Append(c); break;
            }
        }
    }
}
