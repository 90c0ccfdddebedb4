using System.Text;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Features.Print.Fonts;
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
        services.AddSingleton(all => new PrintView(all.GetRequiredService<IDbContextFactory<MapDb>>(), all.GetRequiredService<KnownEvents>(), all.GetRequiredService<KnownControl>(), all.GetRequiredService<PackStore>(),
            all.GetRequiredService<Lettering>()));
    }

    public static void MapPrint(this IEndpointRouteBuilder routes)
    {
        // Errors here are read by people in a frame and by scripts: no page follows them.
        routes.MapMethods("/print.svg", Read, SvgAsync).WithMetadata(new SkipStatusCodePagesAttribute());
    }

    private static async Task<IResult> SvgAsync(HttpContext context, PrintView prints, PastMaps days, IConfiguration settings)
    {
        var (request, problems) = PrintRequest.Read(context.Request.Query);
        if (request is null)
            return Refused(context, problems);
        var (note, past) = await days.OfPageAsync(request.Map.Known is { } known ? StartingPoint.Iso(known) : null, RateLimits.Of(context), context.RequestAborted);
        if (note is not null && past is null)
            return Results.Text(note.Words(request.Map.Language), "text/plain", Encoding.UTF8, StatusCodes.Status503ServiceUnavailable);
        var svg = await prints.SvgAsync(request, past, settings.PublicUrl()?.Authority ?? context.Request.Host.Value!, context.RequestAborted);
        var bytes = Encoding.UTF8.GetBytes(svg);
        context.Response.Headers.CacheControl = "public, no-cache";
        return Results.Bytes(bytes, "image/svg+xml; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Pack.HashOf(bytes)}\""));
    }

    internal static IResult Refused(HttpContext context, IReadOnlyList<AddressProblem> problems)
    {
        var lang = Language.Of(context.Request.Query["lang"]);
        return Results.Text(string.Join('\n', problems.Select(problem => problem.Words(lang))), "text/plain", Encoding.UTF8, StatusCodes.Status400BadRequest);
    }
}
