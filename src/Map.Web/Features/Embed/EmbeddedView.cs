using System.Text;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Embed;

/// <summary>The named view that an embed is of, or the form of one has open beside it.</summary>
/// <param name="IsPreview">True in the frame of a form: nobody else may frame it, and it tells the form what it shows.</param>
internal sealed record EmbeddedView(NamedView View, bool IsPreview)
{
    /// <summary>The form waits for a spot to be pointed at.</summary>
    public bool CanPick { get; private init; }

    /// <summary>True where the address names a view, which may be gone or never have been.</summary>
    public static bool IsAsked(IQueryCollection query) => query.ContainsKey(NamedView.Parameter) || query.ContainsKey(ViewPreviews.Parameter);

    public static async Task<EmbeddedView?> OfAsync(HttpContext context, IDbContextFactory<MapDb> dbs, ViewPreviews previews)
    {
        var query = context.Request.Query;
        if (!IsAsked(query)) return null;
        if (query.ContainsKey(ViewPreviews.Parameter)) return previews.Find(query[ViewPreviews.Parameter]) is { } typed ? new(typed, true) { CanPick = query["pick"] == "1" } : null;
        await using var db = await dbs.CreateDbContextAsync(context.RequestAborted);
        return await NamedView.FindAsync(db, query[NamedView.Parameter], context.RequestAborted) is { } view ? new(view, false) : null;
    }

    public void NameFramers(HttpContext context)
    {
        if (IsPreview || View.Framers.Count > 0) context.FramedBy(IsPreview ? [] : View.Framers);
    }

    /// <summary>The day at whose end its data is held fast, unless the address asks for another.</summary>
    public DateOnly? FrozenOn(IQueryCollection query) => query.ContainsKey(KnownNote.Parameter) ? null : View.KnownOn;

    /// <summary>Says when its data is of. A day that is not over has no map of its own yet: what is shown is what was known so far.</summary>
    public string Strip(DateOnly day, KnownNote? note, Language lang)
    {
        string Text(string? words) => EmbedPage.Encoder.Encode(words ?? "");
        var words = note is { IsLate: true } ? note.Words(lang) : lang.Say($"As published on {DateWords.Of(day, false)}.", $"كما نُشرت في {DateWords.Of(day, true)}.");
        var now = Text(View.MapAddress([]).Replace($"&{KnownNote.Parameter}={day:yyyy-MM-dd}", "", StringComparison.Ordinal));
        return $"""<p class="known" role="status" data-frozen="{day:yyyy-MM-dd}"><span><strong>{Text(words)}</strong> {Text(string.Join(' ', new[] { note?.Missing(lang), note?.OfToday(lang) }.OfType<string>()))}</span> <a class="known-back" href="{now}" target="_blank" rel="noopener">{Text(lang.Say("See it now", "شاهدها الآن"))}</a></p>""";
    }

    /// <summary>A plain page in the frame: its site's readers cannot mend the address.</summary>
    public static IResult NotThere(Language lang)
    {
        var words = EmbedPage.Encoder.Encode(lang.Say("This view of the map is not published, or not any longer.", "هذا العرض من الخريطة غير منشور، أو لم يعد منشوراً."));
        var map = EmbedPage.Encoder.Encode(lang.Say("Open the map", "افتح الخريطة"));
        return Results.Content($"""
            <!DOCTYPE html>
            <html lang="{lang.Code}" dir="{lang.Direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{words}</title>
            <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/fonts-embed.css"><link rel="stylesheet" href="/css/embed.css"></head>
            <body class="embed-gone"><p>{words} <a href="{lang.Link("/")}" target="_blank" rel="noopener">{map}</a></p></body>
            </html>
            """, "text/html; charset=utf-8", Encoding.UTF8, StatusCodes.Status404NotFound);
    }
}
