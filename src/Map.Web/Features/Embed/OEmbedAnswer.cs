using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Map.Web.Features.Embed;

/// <summary>What oEmbed 1.0 says of a map (https://oembed.com): a rich answer. Sizes are CSS pixels.</summary>
/// <param name="Html">The frame, and the script that gives it the height it asks for where the page lets scripts run.</param>
/// <param name="CacheAge">Seconds.</param>
public sealed record OEmbedAnswer(string Title, string Html, int Width, int Height, string ProviderName, string ProviderUrl, int CacheAge,
    string? AuthorName = null, string? ThumbnailUrl = null, int? ThumbnailWidth = null, int? ThumbnailHeight = null)
{
    /// <summary>What an embed is wide and high where nobody says how much there is.</summary>
    public const int UsualWidth = 720, UsualHeight = 520;

    /// <summary>A whole number of pixels no greater than asked for; a limit beyond all screens, or none, is no limit. Null for what is no number.</summary>
    public static int? Within(string? most, int usual) =>
        string.IsNullOrEmpty(most) ? usual
        : double.TryParse(most, NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels) && pixels >= 1 ? (int)Math.Min(usual, Math.Floor(Math.Min(pixels, 1e6))) : null;

    /// <summary>The frame of an embed's address, for pages.</summary>
    public static string Frame(string site, string address, string title, int width, int height) =>
        $"""<iframe data-map-embed src="{WebUtility.HtmlEncode(address)}" title="{WebUtility.HtmlEncode(title)}" width="{width}" height="{height}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" allow="fullscreen"></iframe><script async src="{WebUtility.HtmlEncode(site)}/js/host-page.js"></script>""";

    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(Members().ToDictionary(it => it.Name, it => it.Value), JsonForm);

    public byte[] Xml()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement("oembed");
            foreach (var (name, value) in Members()) { xml.WriteElementString(name, Convert.ToString(value, CultureInfo.InvariantCulture)); }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private IEnumerable<(string Name, object Value)> Members()
    {
        yield return ("type", "rich");
        yield return ("version", "1.0");
        yield return ("title", Title);
        if (AuthorName is { } author) { yield return ("author_name", author); }
        yield return ("provider_name", ProviderName);
        yield return ("provider_url", ProviderUrl);
        yield return ("cache_age", CacheAge);
        // All three or none.
        if (this is { ThumbnailUrl: { } thumbnail, ThumbnailWidth: { } width, ThumbnailHeight: { } height })
        {
            yield return ("thumbnail_url", thumbnail);
            yield return ("thumbnail_width", width);
            yield return ("thumbnail_height", height);
        }
        yield return ("html", Html);
        yield return ("width", Width);
        yield return ("height", Height);
    }

    private static readonly JsonSerializerOptions JsonForm = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
