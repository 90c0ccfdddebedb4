using Map.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.History;

/// <summary>The head of the history's chain, for whoever wants to keep it where the operator of this server cannot reach it.</summary>
public static class HistoryHead
{
    private sealed record Told(long Number, string? Hash, DateTime? At);

    public static void MapHistoryHead(this WebApplication app) =>
        app.MapMethods("/history/head", ["GET", "HEAD"], async (HttpContext context, IDbContextFactory<MapDb> dbs) =>
        {
            await using var db = await dbs.CreateDbContextAsync(context.RequestAborted);
            var head = await db.HeadAsync(context.RequestAborted);
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return Results.Json(head is null ? new Told(0, null, null) : new Told(head.Number, Convert.ToHexStringLower(head.Hash), DateTime.SpecifyKind(head.At, DateTimeKind.Utc)));
        }).WithMetadata(new SkipStatusCodePagesAttribute());
}
