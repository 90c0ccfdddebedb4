using System.Text;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Features.Print.Fonts;
using Map.Web.Features.Print.Making;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Map.Web.Features.Print;

/// <summary>Views as files for reports.</summary>
public static class PrintSetup
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPrint(this IServiceCollection services)
    {
        services.AddSingleton<Lettering>();
        services.AddSingleton<InstalledBrowser>();
        services.AddSingleton<MakingTurns>();
        services.AddSingleton<KeptPrints>();
        services.AddSingleton(all => new PrintView(all.GetRequiredService<IDbContextFactory<MapDb>>(), all.GetRequiredService<KnownEvents>(), all.GetRequiredService<KnownControl>(), all.GetRequiredService<PackStore>(),
            all.GetRequiredService<Lettering>()));
        services.AddSingleton<Prints>();
    }

    public static void MapPrint(this IEndpointRouteBuilder routes)
    {
        // Errors here are read by people in a dialog and by scripts: no page follows them.
        routes.MapMethods("/print.svg", Read, (HttpContext context, Prints prints, PastMaps days, IDbContextFactory<MapDb> dbs, IConfiguration settings) => AnswerAsync(context, PrintForm.Svg, prints, days, dbs, settings)).WithMetadata(new SkipStatusCodePagesAttribute());
        routes.MapMethods("/print.png", Read, (HttpContext context, Prints prints, PastMaps days, IDbContextFactory<MapDb> dbs, IConfiguration settings) => AnswerAsync(context, PrintForm.Png, prints, days, dbs, settings)).WithMetadata(new SkipStatusCodePagesAttribute());
        routes.MapMethods("/print.pdf", Read, (HttpContext context, Prints prints, PastMaps days, IDbContextFactory<MapDb> dbs, IConfiguration settings) => AnswerAsync(context, PrintForm.Pdf, prints, days, dbs, settings)).WithMetadata(new SkipStatusCodePagesAttribute());
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, PrintForm form, Prints prints, PastMaps days, IDbContextFactory<MapDb> dbs, IConfiguration settings)
    {
        NamedView? named = null;
        if (context.Request.Query.TryGetValue(NamedView.Parameter, out var asked))
        {
            await using var db = await dbs.CreateDbContextAsync(context.RequestAborted);
            named = await NamedView.FindAsync(db, asked, context.RequestAborted);
            if (named is null)
                return Said(StatusCodes.Status404NotFound, Language.Of(context.Request.Query["lang"]).Say("This view of the map is not published, or not any longer.", "هذا العرض من الخريطة غير منشور، أو لم يعد منشوراً."));
        }
        var (request, problems) = PrintRequest.Read(context.Request.Query, named);
        if (request is null)
            return Refused(context, problems);
        var lang = request.Map.Language;
        if (!prints.CanMake(form))
            return Said(StatusCodes.Status501NotImplemented, lang.Say("This server has no browser to make PNG and PDF with. The Print dialog on the map has your own browser make them, of the same picture as /print.svg.",
                "ليس لدى هذا الخادم متصفح لإعداد PNG وPDF. نافذة الطباعة على الخريطة تجعل متصفحك يعدّهما من الصورة نفسها في ‎/print.svg."));
        var type = form switch { PrintForm.Svg => "image/svg+xml; charset=utf-8", PrintForm.Png => "image/png", _ => "application/pdf" };
        // Who asks only whether it can be had is not kept waiting until it is made.
        if (HttpMethods.IsHead(context.Request.Method))
            return Results.Bytes([], type);
        var (note, past) = await days.OfPageAsync(request.Map.Known is { } known ? StartingPoint.Iso(known) : null, RateLimits.Of(context), context.RequestAborted);
        if (note is not null && past is null)
            return Later(context, StatusCodes.Status503ServiceUnavailable, note.Words(lang));
        byte[]? made;
        try
        {
            made = await prints.OfAsync(request, form, past, settings.PublicUrl()?.Authority ?? context.Request.Host.Value!, context.RequestAborted);
        }
        catch (TooManyPrintsException)
        {
            return Later(context, StatusCodes.Status429TooManyRequests, lang.Say("Many prints are being made. Try again in a few seconds.", "تُعدّ الآن مطبوعات كثيرة. حاول مجدداً بعد ثوانٍ."));
        }
        if (made is null)
            return Later(context, StatusCodes.Status503ServiceUnavailable, lang.Say("The server's browser did not print. Try again, or take the SVG.", "لم يطبع متصفح الخادم. حاول مجدداً أو خذ ملف SVG."));
        context.Response.Headers.CacheControl = "public, no-cache";
        context.Response.Headers.ContentDisposition = $"inline; filename=\"map{(request.Map.Date is { } day ? "-" + StartingPoint.Iso(day) : "")}.{form.ToString().ToLowerInvariant()}\"";
        return Results.Bytes(made, type, entityTag: new EntityTagHeaderValue($"\"{Pack.HashOf(made)}\""));
    }

    private static IResult Later(HttpContext context, int status, string words)
    {
        context.Response.Headers.RetryAfter = "5";
        return Said(status, words);
    }

    private static IResult Said(int status, string words) => Results.Text(words, "text/plain", Encoding.UTF8, status);

    internal static IResult Refused(HttpContext context, IReadOnlyList<AddressProblem> problems)
    {
        var lang = Language.Of(context.Request.Query["lang"]);
        return Said(StatusCodes.Status400BadRequest, string.Join('\n', problems.Select(problem => problem.Words(lang))));
    }
}
