using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Shared;

/// <summary>The mode that holds, for whoever asks often; the database has it, and whoever changes it there says so here. One process alone holds the data folder.</summary>
public sealed class ModeOfSite(IDbContextFactory<MapDb> databases)
{
    /// <summary>Told after it changed.</summary>
    public event Action<SiteMode>? Changed;

    public SiteMode Now { get; private set; } = new(SiteMode.Normal, default);

    public async Task ReadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        Now = await SiteMode.ReadAsync(db);
    }

    public void Set(SiteMode mode)
    {
        Now = mode;
        Changed?.Invoke(mode);
    }
}

/// <summary>While the site is closed its readers get a plain page, and administrators all of it.</summary>
public static class ClosedSite
{
    public const int RetrySeconds = 300;

    /// <summary>Signing in, what its page is made of, and what tells an operator that the server is up.</summary>
    private static readonly string[] Open = ["/account", "/health", "/css", "/js", "/lib", "/icons", "/_framework", "/_content"];

    public static void UseSiteMode(this WebApplication app)
    {
        var mode = app.Services.GetRequiredService<ModeOfSite>();
        app.Use((context, next) =>
        {
            if (!mode.Now.IsClosed || context.User.IsInRole(Roles.Admin) || Open.Any(path => context.Request.Path.StartsWithSegments(path))) return next(context);
            var lang = Language.Of(context.Request.Query["lang"]);
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return PlainPage.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, lang,
                lang.Say("Closed for now", "مغلقة مؤقتاً"),
                lang.Say("This map is closed for a while. Nothing that was recorded is lost.", "هذه الخريطة مغلقة لبعض الوقت. لم يضع شيء مما سُجّل."),
                reloadSeconds: RetrySeconds);
        });
    }
}
