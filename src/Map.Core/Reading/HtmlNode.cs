using System.Net;
using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>An element of a web page, or a piece of its text.</summary>
/// <param name="tag">Lower case; "" for text.</param>
internal sealed partial class HtmlNode(string tag, string content)
{
    /// <summary>Deeper elements are read as if they stood at this depth: a page cannot exhaust the stack.</summary>
    private const int Deepest = 300;

    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
    private static readonly HashSet<string> Raw = ["script", "style", "textarea", "title", "noscript", "template", "xmp", "iframe"];
    private static readonly HashSet<string> Dropped = ["script", "style", "textarea", "noscript", "template", "iframe", "svg", "nav", "aside", "footer", "form", "button", "select", "object", "video", "audio", "canvas", "figure", "head", "dialog", "menu", "map"];
    private static readonly HashSet<string> EndsParagraph = ["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "section", "article", "table", "pre", "hr", "header", "footer", "nav", "aside", "form", "figure", "main"];

    [GeneratedRegex(@"<!--.*?(?:-->|$)|<!\[CDATA\[(?<cdata>.*?)(?:\]\]>|$)|<[!?][^>]*>|<(?<end>/)?(?<tag>[a-zA-Z][a-zA-Z0-9:-]*)(?<attributes>(?:[^<>""']|""[^""]*""|'[^']*')*)>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<name>[a-zA-Z_:][a-zA-Z0-9_:.-]*)(?:\s*=\s*(?:""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>[^\s""'>]+)))?", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"(?:^|[\s_-])(?:comments?|commentlist|disqus|respond|sidebar|related|recommended|share|sharing|sharedaddy|social|newsletter|subscribe|cookies?|breadcrumbs?|menu|navbar|navigation|advert|advertisement|ads?|promo|footer|popup|modal|tags?|taglist|pagination|skip-link|screen-reader-text|visually-hidden|caption|credits?)(?:$|[\s_-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamesSurroundings();

    private readonly List<HtmlNode> children = [];

    public string Tag => tag;

    /// <summary>Text with its entities read, of a piece of text; attributes as written, of an element.</summary>
    public string Content => content;

    public IReadOnlyList<HtmlNode> Children => children;

    /// <summary>True for what stands around an article, by its element or by how it is called; a wrapper around the whole page is none, however it is called.</summary>
    public bool IsAround => Dropped.Contains(tag)
        || (tag is not ("" or "html" or "body" or "main" or "article" or "h1") && NamesSurroundings().IsMatch(Attribute("class") + " " + Attribute("id")) && !Within().Any(node => node.Tag is "h1" or "article" or "main"))
        || Attribute("hidden", "-") != "-" || Attribute("aria-hidden") == "true" || Attribute("role") is "navigation" or "complementary" or "contentinfo" or "search";

    /// <summary>The value of an attribute; "" where it has none.</summary>
    public string Attribute(string name, string none = "")
    {
        foreach (Match match in tag.Length == 0 ? [] : Attributes().Matches(content).AsEnumerable())
        {
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return WebUtility.HtmlDecode(match.Groups["value"].Value);
            }
        }

        return none;
    }

    /// <summary>It and everything in it, in the order of the page.</summary>
    public IEnumerable<HtmlNode> Within()
    {
        var open = new Stack<HtmlNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node.children.Count - 1; i >= 0; i--)
            {
                open.Push(node.children[i]);
            }
        }
    }

    public int Letters() => Within().Where(node => node.Tag.Length == 0).Sum(node => node.Content.Length);

    /// <summary>Reads a page; ends that are missing or cross each other are closed as browsers do, roughly.</summary>
    public static HtmlNode Parse(string html)
    {
        var page = new HtmlNode("page", "");
        var open = new List<HtmlNode> { page };
        var at = 0;
        for (var match = Markup().Match(html); match.Success; match = Markup().Match(html, at))
        {
            AddText(open, html[at..match.Index]);
            at = match.Index + match.Length;
            var name = match.Groups["tag"].Value.ToLowerInvariant();
            if (match.Groups["cdata"].Success)
            {
                AddText(open, match.Groups["cdata"].Value);
            }
            else if (match.Groups["end"].Success)
            {
                Close(open, name);
            }
            else if (name.Length > 0)
            {
                at = Open(open, html, at, name, match.Groups["attributes"].Value);
            }
        }

        AddText(open, html[Math.Min(at, html.Length)..]);
        return page;
    }

    private static int Open(List<HtmlNode> open, string html, int at, string name, string attributes)
    {
        if ((EndsParagraph.Contains(name) && open[^1].Tag == "p") || (name is "li" or "tr" or "td" or "th" or "dt" or "dd" or "option" && open[^1].Tag == name))
        {
            open.RemoveAt(open.Count - 1);
        }

        var node = new HtmlNode(name, attributes);
        open[^1].children.Add(node);
        if (Raw.Contains(name))
        {
            var end = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
            node.children.Add(new HtmlNode("", WebUtility.HtmlDecode(html[at..(end < 0 ? html.Length : end)])));
            return end < 0 ? html.Length : end;
        }

        if (!Void.Contains(name) && !attributes.TrimEnd().EndsWith('/') && open.Count < Deepest)
        {
            open.Add(node);
        }

        return at;
    }

    private static void Close(List<HtmlNode> open, string name)
    {
        var at = open.FindLastIndex(node => node.Tag == name);
        if (at > 0)
        {
            open.RemoveRange(at, open.Count - at);
        }
    }

    private static void AddText(List<HtmlNode> open, string text)
    {
        if (text.Length > 0)
        {
            open[^1].children.Add(new HtmlNode("", WebUtility.HtmlDecode(text)));
        }
    }
}
