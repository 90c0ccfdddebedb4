using System.Text.RegularExpressions;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>
/// An article out of a web page: its text in paragraphs, without scripts, menus, side columns, pictures and comments. Everything found in
/// it counts offsets in <see cref="Text"/>.
/// </summary>
/// <param name="Text">Paragraphs, a blank line between them.</param>
/// <param name="Published">The day the page says it was published on; null where it does not say.</param>
public sealed partial record HtmlArticle(string Text, DateSpan? Published)
{
    private const int FewestLettersOfAnArticle = 200;

    [GeneratedRegex(@"^\s*(?:<!doctype\s+html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype\s+html|html))|<(?:body|article|p|div|h1)(?:\s[^<>]*)?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"""datePublished""\s*:\s*""(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex LinkedData();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    /// <summary>True for a web page, false for plain text.</summary>
    public static bool IsHtml(string text) => Markup().IsMatch(text);

    /// <summary>Reads a page. Never throws, whatever is broken in it.</summary>
    public static HtmlArticle Of(string html)
    {
        var page = HtmlNode.Parse(html);
        var all = page.Within().ToList();
        return new HtmlArticle(HtmlWords.Of(Roots(all, page)), PublishedOn(html, all));
    }

    /// <summary>The largest article, else the main part, else all of it; with the heading of the page where that stands before it.</summary>
    private static List<HtmlNode> Roots(List<HtmlNode> all, HtmlNode page)
    {
        var root = Largest(all, "article") ?? Largest(all, "main") ?? all.FirstOrDefault(node => node.Tag == "body") ?? page;
        var heading = all.FirstOrDefault(node => node.Tag == "h1");
        return heading is null || root == page || root.Tag == "body" || root.Within().Contains(heading) || all.IndexOf(heading) > all.IndexOf(root) ? [root] : [heading, root];
    }

    private static HtmlNode? Largest(List<HtmlNode> all, string tag) =>
        all.Where(node => node.Tag == tag && !node.IsAround).Select(node => (Node: node, Size: node.Letters())).Where(found => found.Size >= FewestLettersOfAnArticle)
            .OrderByDescending(found => found.Size).Select(found => found.Node).FirstOrDefault();

    private static DateSpan? PublishedOn(string html, List<HtmlNode> all)
    {
        var said = all.Where(node => node.Tag == "meta" && node.Attribute("property") + node.Attribute("name") + node.Attribute("itemprop") is "article:published_time" or "datePublished" or "date" or "pubdate" or "dc.date" or "DC.date.issued" or "parsely-pub-date")
            .Select(node => node.Attribute("content"))
            .Concat(LinkedData().Matches(html).Select(match => match.Groups["date"].Value))
            .Concat(all.Where(node => node.Tag == "time" && !node.IsAround).Select(node => node.Attribute("datetime")));
        foreach (var text in said)
        {
            if (Day().Match(text) is { Success: true } day && EdtfText.TryParse(day.Value, out var span, out _))
            {
                return span;
            }
        }

        return null;
    }
}
