using System.Net;

namespace Map.Web.Shared;

/// <summary>A page that needs nothing else to work: for the minutes of the first load, and for faults.</summary>
public static class PlainPage
{
    /// <param name="title">Shown as heading and title.</param>
    /// <param name="text">One or two sentences.</param>
    /// <param name="reloadSeconds">After which the page asks again; null = never.</param>
    public static async Task WriteAsync(HttpContext context, int status, Language lang, string title, string text, int? reloadSeconds = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (reloadSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (HttpMethods.IsHead(context.Request.Method)) return;
        var reload = reloadSeconds is null ? "" : $"<meta http-equiv=\"refresh\" content=\"{reloadSeconds}\">";
        await context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{lang.Code}" dir="{lang.Direction}">
            <head>
              <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">{reload}
              <title>{WebUtility.HtmlEncode(title)} · Map</title>
              <link rel="icon" type="image/svg+xml" href="/icons/mark.svg">
              <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/fonts.css"><link rel="stylesheet" href="/css/page.css">
            </head>
            <body><main class="page"><article class="prose"><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(text)}</p></article></main></body>
            </html>
            """);
    }
}
