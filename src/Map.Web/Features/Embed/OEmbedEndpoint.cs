using System.Globalization;
using Map.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Map.Web.Features.Embed;

/// <summary>GET /oembed: what an editor's system shows for a pasted address of this site's map.</summary>
public static class OEmbedEndpoint
{
    /// <summary>Seconds for which a host may keep the answer: the frame itself is asked anew by each reader.</summary>
    private const int Age = 3600;

    public static void MapOEmbed(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/oembed", [HttpMethods.Get, HttpMethods.Head], Answer).WithMetadata(new SkipStatusCodePagesAttribute());

    private static IResult Answer(HttpContext context, IConfiguration settings)
    {
        var query = context.Request.Query;
        var format = query["format"].ToString() is { Length: > 0 } said ? said : "json";
        if (format is not ("json" or "xml")) { return Refused(StatusCodes.Status501NotImplemented, "This site answers in json and in xml."); }
        var site = SiteAddress.Of(context, settings);
        if (query["url"] is not [{ Length: > 0 } given] || SiteAddress.Own(given, site) is not { } url || url.AbsolutePath is not ("/" or "/embed"))
        {
            return Refused(StatusCodes.Status404NotFound, "Say an address of a map of this site as url=, in full and percent-encoded.");
        }
        if (OEmbedAnswer.Within(query["maxwidth"], OEmbedAnswer.UsualWidth) is not { } width || OEmbedAnswer.Within(query["maxheight"], OEmbedAnswer.UsualHeight) is not { } height)
        {
            return Refused(StatusCodes.Status400BadRequest, "maxwidth and maxheight are numbers of pixels, 1 or more.");
        }
        var asked = EmbedRequest.From(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url.Query)));
        var title = asked.Date is { } day ? $"{asked.Title}, {Map.Core.Time.DateWords.Of(day, asked.Language.IsArabic)}" : asked.Title;
        var answer = new OEmbedAnswer(title, OEmbedAnswer.Frame(site, $"{site}/embed{url.Query}", title, width, height), width, height, "Map", site + "/", Age);
        context.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={Age}");
        return format == "json" ? Results.Bytes(answer.Json(), "application/json; charset=utf-8") : Results.Bytes(answer.Xml(), "text/xml; charset=utf-8");
    }

    private static IResult Refused(int status, string why) => Results.Json(new { problem = why }, statusCode: status);
}
