using System.Globalization;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Map.Web.Features.Embed;

/// <summary>GET /oembed: what an editor's system shows for a pasted address of this site's map.</summary>
public static class OEmbedEndpoint
{
    /// <summary>Seconds for which a host may keep the answer: the frame itself is asked anew by each reader.</summary>
    private const int Age = 3600;

    public static void MapOEmbed(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/oembed", [HttpMethods.Get, HttpMethods.Head], Answer).WithMetadata(new SkipStatusCodePagesAttribute());

    private static async Task<IResult> Answer(HttpContext context, IConfiguration settings, IDbContextFactory<MapDb> dbs)
    {
        var query = context.Request.Query;
        var format = query["format"].ToString() is { Length: > 0 } said ? said : "json";
        if (format is not ("json" or "xml")) { return Refused(StatusCodes.Status501NotImplemented, "This site answers in json and in xml."); }
        var site = SiteAddress.Of(context, settings);
        if (query["url"] is not [{ Length: > 0 } given] || SiteAddress.Own(given, site) is not { } url || !IsMap(url))
        {
            return Refused(StatusCodes.Status404NotFound, "Say an address of a map of this site as url=, in full and percent-encoded.");
        }
        if (OEmbedAnswer.Within(query["maxwidth"], OEmbedAnswer.UsualWidth) is not { } width || OEmbedAnswer.Within(query["maxheight"], OEmbedAnswer.UsualHeight) is not { } height)
        {
            return Refused(StatusCodes.Status400BadRequest, "maxwidth and maxheight are numbers of pixels, 1 or more.");
        }
        var parameters = QueryHelpers.ParseQuery(url.Query);
        NamedView? view = null;
        if (ViewOf(url, parameters) is { } name)
        {
            await using var db = await dbs.CreateDbContextAsync(context.RequestAborted);
            view = await NamedView.FindAsync(db, name, context.RequestAborted);
            if (view is null)
            {
                return await db.Views.AnyAsync(it => it.Key == name || it.Slug == name, context.RequestAborted)
                    ? Refused(StatusCodes.Status401Unauthorized, "This view is not public.") : Refused(StatusCodes.Status404NotFound, "There is no such view on this site.");
            }
            parameters[NamedView.Parameter] = view.Address;
            // The full map's address says all that the view does; its embed knows that by itself, and keeps to it where it is changed.
            foreach (var (own, value) in QueryHelpers.ParseQuery(view.Query)) { if (parameters.TryGetValue(own, out var here) && here == value) { parameters.Remove(own); } }
        }
        var asked = EmbedRequest.From(new QueryCollection(parameters), view);
        var embed = view is null ? url.Query : QueryHelpers.AddQueryString("", parameters).Replace("%2C", ",", StringComparison.Ordinal);
        var title = asked.Date is { } day ? $"{asked.Title}, {Map.Core.Time.DateWords.Of(day, asked.Language.IsArabic)}" : asked.Title;
        var answer = new OEmbedAnswer(title, OEmbedAnswer.Frame(site, $"{site}/embed{embed}", title, width, height), width, height, "Map", site + "/", Age);
        context.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={Age}");
        return format == "json" ? Results.Bytes(answer.Json(), "application/json; charset=utf-8") : Results.Bytes(answer.Xml(), "text/xml; charset=utf-8");
    }

    private static bool IsMap(Uri url) => url.AbsolutePath is "/" or "/embed" || url.AbsolutePath.Split('/') is ["", "v", { Length: > 0 }] or ["", "v", { Length: > 0 }, "embed"];

    /// <summary>The named view that an address is of; null where it is of none.</summary>
    private static string? ViewOf(Uri url, Dictionary<string, StringValues> parameters) =>
        url.AbsolutePath.Split('/') is ["", "v", var name, ..] ? Uri.UnescapeDataString(name) : parameters.TryGetValue(NamedView.Parameter, out var said) ? said.ToString() : null;

    private static IResult Refused(int status, string why) => Results.Json(new { problem = why }, statusCode: status);
}
