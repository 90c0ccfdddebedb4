using System.Globalization;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Views;

/// <summary>The short addresses of named views. They lead on to map and embed, whose own addresses say what is shown; not for ever, for a view can be changed.</summary>
public static class NamedViewPages
{
    /// <summary>What of a view a page that holds its embed may ask for.</summary>
    private sealed record Told(string View, string Version, string Title, string? Caption, string Query, string? Known);

    public static void MapNamedViews(this IEndpointRouteBuilder routes)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/data/view/{address}.json", methods, async (string address, HttpContext context, IDbContextFactory<MapDb> dbs) =>
        {
            await using var db = await dbs.CreateDbContextAsync(context.RequestAborted);
            if (await NamedView.FindAsync(db, address, context.RequestAborted) is not { } view) return Results.NotFound();
            var lang = Language.Of(context.Request.Query["lang"].FirstOrDefault() ?? view.Language);
            context.Response.Headers.CacheControl = "public, no-cache";
            return Results.Json(new Told(view.Address, view.Version, view.Title(lang), view.Caption(lang), view.Query, view.KnownOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }).WithMetadata(new SkipStatusCodePagesAttribute());
        routes.MapMethods("/v/{address}", methods, (string address, HttpContext context, IDbContextFactory<MapDb> dbs) => LeadAsync(address, context, dbs, view => view.MapAddress(context.Request.Query)));
        routes.MapMethods("/v/{address}/embed", methods, (string address, HttpContext context, IDbContextFactory<MapDb> dbs) =>
            LeadAsync(address, context, dbs, view => "/embed?view=" + view.Address + context.Request.QueryString.Value?.Replace("?", "&", StringComparison.Ordinal)));
        routes.MapMethods("/v/{address}/print.{form}", methods, (string address, string form, HttpContext context, IDbContextFactory<MapDb> dbs) =>
            form is "svg" or "png" or "pdf" ? LeadAsync(address, context, dbs, view => view.PrintAddress(form, context.Request.Query)) : Task.FromResult(Results.NotFound()));
    }

    private static async Task<IResult> LeadAsync(string address, HttpContext context, IDbContextFactory<MapDb> dbs, Func<NamedView, string> to)
    {
        await using var db = await dbs.CreateDbContextAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-cache";
        return await NamedView.FindAsync(db, address, context.RequestAborted) is { } view ? Results.LocalRedirect(to(view)) : Results.NotFound();
    }
}
