using System.Reflection;
using System.Runtime.InteropServices;
using Map.Web.Data.Backups;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.FirstLoad;

/// <summary>What people and machines are told while the first load runs, and after it.</summary>
public static class FirstLoadSetup
{
    private static readonly string[] Files = ["/css", "/js", "/lib", "/icons", "/_framework", "/_content", "/health", "/robots.txt"];

    internal static void AddFirstLoad(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = configuration["Map:GeodataFolder"] is { Length: > 0 } given ? given : Geodata.ShippedFolder;
        services.AddSingleton(new Geodata(Path.GetFullPath(folder), configuration.GetValue("Map:LoadEvents", true)));
        services.AddSingleton(all => new LoadState(all.GetRequiredService<MapDbs>(), all.GetRequiredService<Geodata>()));
        services.AddSingleton<FirstLoader>();
        services.AddSingleton<FirstAdmin>();
        services.AddHostedService<FirstLoadWorker>();
    }

    /// <summary>Until the first load is complete every page says so, and asks again by itself.</summary>
    public static void UseLoadingPage(this WebApplication app)
    {
        var state = app.Services.GetRequiredService<LoadState>();
        app.Use((context, next) =>
        {
            if (state.IsReady || Files.Any(path => context.Request.Path.StartsWithSegments(path))) return next(context);
            var lang = Language.Of(context.Request.Query["lang"]);
            return PlainPage.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, lang,
                lang.Say("First load in progress", "التحميل الأول جارٍ"),
                lang.Say($"{state.Step}. The map opens here by itself when everything is read, usually within a minute.", $"تُقرأ البيانات الآن. تفتح الخريطة هنا تلقائياً عند الانتهاء، خلال دقيقة عادةً. ({state.Step})"),
                reloadSeconds: 2);
        });
    }

    /// <summary>GET /health: 503 with the step while loading, then 200 with versions and counts; 503 again when the file is damaged, or no backup was made for an hour longer than the settings say.</summary>
    public static void MapHealth(this WebApplication app) => app.MapGet("/health", async (HttpContext context, LoadState state, IDbContextFactory<MapDb> dbs, KeptBackups backups, DataFolder folder) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!state.IsReady) return Results.Json(new { status = "loading", step = state.Step }, statusCode: StatusCodes.Status503ServiceUnavailable);
        if (folder.Damage is { } damage) return Results.Json(new { status = "damaged", damage }, statusCode: StatusCodes.Status503ServiceUnavailable);
        await using var db = await dbs.CreateDbContextAsync();
        var (isStale, newest) = (backups.IsStale(), backups.Newest());
        return Results.Json(new
        {
            status = isStale ? "stale-backup" : "ok",
            backup = new
            {
                at = newest?.At,
                ageHours = newest is null ? (double?)null : Math.Round(backups.Age().TotalHours, 2),
                everyHours = backups.Rules.Every?.TotalHours,
                problem = backups.Problem == BackupProblem.None ? null : backups.Problem.ToString(),
            },
            versions = new
            {
                map = typeof(FirstLoadSetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
                dotnet = RuntimeInformation.FrameworkDescription,
                sqlite = SqliteEngine.Version.ToString(),
            },
            counts = new
            {
                events = await db.PublicEvents.CountAsync(),
                controlClaims = await db.PublicControlClaims.CountAsync(),
                places = await db.Places.CountAsync(it => it.Status == "published"),
                actors = await db.PublicActors.CountAsync(),
                sources = await db.PublicSources.CountAsync(),
            },
            refused = state.Problems,
        }, statusCode: isStale ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    });
}
