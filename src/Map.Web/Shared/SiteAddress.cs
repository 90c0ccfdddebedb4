namespace Map.Web.Shared;

/// <summary>Which addresses are this site's, and how it names itself to others.</summary>
public static class SiteAddress
{
    /// <summary>Scheme and authority that readers use; ends without a slash.</summary>
    public static string Of(HttpContext context, IConfiguration settings) =>
        settings.PublicUrl() is { } own ? own.GetLeftPart(UriPartial.Authority) : $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>The address as one of this site, or null: another host, port or scheme, a user's name before the host, or no address at all.</summary>
    public static Uri? Own(string? given, string site) =>
        given is { Length: > 0 and <= 4000 } && Uri.TryCreate(given, UriKind.Absolute, out var url) && url.UserInfo.Length == 0
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && Uri.TryCreate(site, UriKind.Absolute, out var own) && url.GetLeftPart(UriPartial.Authority).Equals(own.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase) ? url : null;

    /// <summary>Where other sites' editors ask what to show for a page of this site (oEmbed), in the two forms there are.</summary>
    public static IEnumerable<(string Type, string Href)> OEmbed(string site, string pathAndQuery)
    {
        var url = Uri.EscapeDataString(site + pathAndQuery);
        yield return ("application/json+oembed", $"{site}/oembed?url={url}&format=json");
        yield return ("text/xml+oembed", $"{site}/oembed?url={url}&format=xml");
    }
}
