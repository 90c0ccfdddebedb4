using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Map.Web.Features.Embed;

/// <summary>
/// A map for other people's pages: static HTML, the same client and the same files as the full map. No circuit, no cookie, no outside
/// request; it works in a frame that may run scripts and nothing else.
/// </summary>
public static class EmbedPage
{
    /// <summary>Serves GET /embed. The state (date, window, at, layers, event, types) is read by the client; the server reads language, theme and title.</summary>
    public static void MapEmbed(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/embed", [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, IConfiguration settings, PackStore packs, PastMaps past, IDbContextFactory<MapDb> dbs, DataFolder folder, ViewPreviews previews) =>
        {
            var query = context.Request.Query;
            var named = await EmbeddedView.OfAsync(context, dbs, previews);
            if (named is null && EmbeddedView.IsAsked(query)) return EmbeddedView.NotThere(Language.Of(query["lang"]));
            named?.NameFramers(context);
            // Links to an event that was merged lead to the one that stands for it; not for ever, a merge can be taken back.
            if (long.TryParse(context.Request.Query["event"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked))
            {
                await using var db = await dbs.CreateDbContextAsync(context.RequestAborted);
                if (await db.PublicStandsForAsync(asked, context.RequestAborted) is { } stands)
                {
                    return Results.Redirect(new Address(context.Request.GetEncodedUrl()).With("event", stands.ToString(CultureInfo.InvariantCulture)).ToString());
                }
            }
            var frozen = named?.FrozenOn(query)?.ToString("O", CultureInfo.InvariantCulture);
            var (note, map) = await past.OfPageAsync(frozen ?? query[KnownNote.Parameter], RateLimits.Of(context), context.RequestAborted);
            var now = new Address(context.Request.GetEncodedUrl()).With(KnownNote.Parameter, null).ToString();
            var html = Html(EmbedRequest.From(query, named?.View), query, context.Request.QueryString, SiteAddress.Of(context, settings), settings, note is null ? packs.Current?.Index : map?.Index, note, now, folder.Damage is not null, named);
            var bytes = Encoding.UTF8.GetBytes(html);
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
            context.Response.Headers.CacheControl = "public, no-cache";
            return Results.Bytes(bytes, "text/html; charset=utf-8", entityTag: tag);
        });

    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static string Html(EmbedRequest request, IQueryCollection query, QueryString asked, string site, IConfiguration settings, PackIndexFile? index, KnownNote? note, string now, bool isDamaged, EmbeddedView? named)
    {
        var lang = request.Language;
        var options = MapOptionsReading.From(settings, lang, note?.Day) with { Embedded = true, AddressIsState = true, Theme = request.Theme, Look = named?.View.Look(lang), CanPick = named?.CanPick == true };
        var date = request.Date is { } day
            ? $"""<time class="embed-date" data-embed-date datetime="{day.ToString("O", CultureInfo.InvariantCulture)}">{Encoder.Encode(DateWords.Of(day, lang.IsArabic))}</time>"""
            : """<time class="embed-date" data-embed-date></time>""";
        string Say(string english, string arabic) => Encoder.Encode(lang.Say(english, arabic));
        // Asked for while the page is read. Once data has changed the page names other files, and so has another tag.
        var early = index is null ? "" : $"""<script async src="/js/early.js" data-files="{MapHead.Files(index, note?.Day)}"></script>""";
        var fonts = string.Concat(MapHead.Fonts(lang, embedded: true).Select(font => $"""<link rel="preload" as="font" type="font/woff2" crossorigin="anonymous" href="{font}">"""));
        var known = named?.FrozenOn(query) is { } fast ? named.Strip(fast, note, lang) : note is null ? "" : $"""<p class="known" role="status"><span><strong>{Encoder.Encode(note.Words(lang))}</strong> {Encoder.Encode(string.Join(' ', new[] { note.Missing(lang), note.OfToday(lang) }.OfType<string>()))}</span> <a class="known-back" href="{Encoder.Encode(now)}">{Encoder.Encode(KnownNote.Back(lang))}</a></p>""";
        // A reader in a frame is warned like any other; that nothing can be saved now is for those who save.
        var warning = isDamaged ? $"""<p class="known" role="alert" data-damaged>{Encoder.Encode(DamageNotice.Words(lang))}</p>""" : "";
        var oembed = string.Concat(SiteAddress.OEmbed(site, "/embed" + asked).Select(it => $"\n  <link rel=\"alternate\" type=\"{it.Type}\" href=\"{Encoder.Encode(it.Href)}\" title=\"{Encoder.Encode(request.Title)}\">"));
        var fullMap = Encoder.Encode(named is { IsPreview: false } ? named.View.MapAddress(query) : "/" + asked);
        var still = StillPicture.Html(asked, named, lang, fullMap);
        var hidden = named?.View.Hidden ?? EmbedRequest.Hidden(query);
        var caption = named?.View.Caption(lang) is { } said ? $"""<p class="embed-caption" dir="auto">{Encoder.Encode(said)}</p>""" : "";
        return $"""
            <!DOCTYPE html>
            <html lang="{lang.Code}" dir="{lang.Direction}"{(request.Theme == "auto" ? "" : $" data-theme=\"{request.Theme}\"")}>
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="robots" content="noindex">
              <title>{Encoder.Encode(request.Title)}</title>{oembed}
              {early}
              <script type="module" src="/js/embed.js"></script>
              <link rel="stylesheet" href="/css/tokens.css">
              <link rel="stylesheet" href="/css/fonts-embed.css">
              <link rel="stylesheet" href="/css/map.css">
              <link rel="stylesheet" href="/css/time.css">
              <link rel="stylesheet" href="/css/embed.css">
              {fonts}
              <noscript><link rel="stylesheet" href="/css/embed-still.css"></noscript>
              <link rel="icon" type="image/svg+xml" href="/icons/mark.svg">
            </head>
            <body class="embed"{(hidden.Count == 0 ? "" : $" data-hidden=\"{Encoder.Encode(string.Join(' ', hidden))}\"")}{(named is { IsPreview: true } ? " data-preview" : "")}>
              <header class="embed-head"><h1 class="embed-title" dir="auto">{Encoder.Encode(request.Title)}</h1>{date}{caption}{known}{warning}</header>
              <div class="map" data-map data-options="{Encoder.Encode(JsonSerializer.Serialize(options, JsonSerializerOptions.Web))}" role="region" aria-label="{Say("Map", "الخريطة")}">
                <noscript>{still}</noscript>
              </div>
              {(hidden.Contains("time") ? "" : $"""<div class="time-bar time-compact" data-time-bar role="region" aria-label="{Say("Time", "الزمن")}"></div>""")}
              <footer class="embed-foot">
                <p class="embed-sources">{Say("Control from cited claims; events UCDP GED, CC BY 4.0, and reports; boundaries OCHA; Natural Earth; GeoNames.", "السيطرة من ادعاءات موثّقة المصدر؛ الأحداث UCDP GED‏، CC BY 4.0، وتقارير؛ الحدود OCHA؛ Natural Earth؛ GeoNames.")}</p>
                <a class="embed-open" data-embed-open href="{fullMap}" target="_blank" rel="noopener">{Say("Open map", "افتح الخريطة")}</a>
              </footer>
            </body>
            </html>
            """;
    }
}
