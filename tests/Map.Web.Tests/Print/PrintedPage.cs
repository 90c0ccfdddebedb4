using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Map.Web.Canvas;

namespace Map.Web.Tests.Print;

/// <summary>A print as its reader has it: read back from the file.</summary>
internal sealed class PrintedPage(string svg)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public XDocument Document { get; } = XDocument.Parse(svg, LoadOptions.PreserveWhitespace);

    public XElement Root => Document.Root!;

    public string? Said(string name) => (string?)Root.Attribute("data-" + name);

    public MapBounds Box => Said("box")!.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray() is var box ? new MapBounds(box[0], box[1], box[2], box[3]) : null!;

    public int Certain => (int)Root.Attribute("data-certain")!;

    public int Possible => (int)Root.Attribute("data-possible")!;

    public string Title => Root.Element(Svg + "title")!.Value;

    /// <summary>Rows of the legend: who, in which way, and of how many places.</summary>
    public Dictionary<string, int> Legend => Root.Descendants().Where(part => part.Attribute("data-places") is not null)
        .ToDictionary(part => $"{(string)part.Attribute("data-posture")!} {string.Join('+', ((string)part.Attribute("data-holders")!).Split('+').Order(StringComparer.Ordinal))}", part => (int)part.Attribute("data-places")!);

    /// <summary>Events that stand on the map, by symbol and by count.</summary>
    public int Marked => Part("events")!.Elements().Sum(mark => (int?)mark.Attribute("data-events") ?? 1);

    public XElement? Part(string id) => Root.Descendants().FirstOrDefault(part => (string?)part.Attribute("id") == id);

    /// <summary>Names on the map with the letters behind them.</summary>
    public Dictionary<string, string> Letters => Part("names")!.Elements(Svg + "text").Where(name => name.Elements(Svg + "tspan").Any())
        .ToDictionary(name => name.Nodes().OfType<XText>().Single().Value, name => name.Element(Svg + "tspan")!.Value);

    /// <summary>The footnotes as one text, without the signs for direction.</summary>
    public string Notes => Plain(string.Join(' ', Part("sources")!.Elements(Svg + "text").Select(line => line.Value)));

    /// <summary>All that is written on the sheet.</summary>
    public string Words => Plain(string.Join(' ', Root.Descendants(Svg + "text").Select(line => line.Value)));

    private static string Plain(string text) => Regex.Replace(text, "[\u2066-\u2069\u200E\u200F]", "");
}
