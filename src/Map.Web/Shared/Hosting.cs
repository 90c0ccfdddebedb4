using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Map.Web.Shared;

/// <summary>How the server listens: its limits, the names it answers to, and the proxy it believes.</summary>
public static class Hosting
{
    /// <summary>A setting of the framework's.</summary>
    private const string ReloadAssets = "ReloadStaticAssetsAtRuntime";
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>The project when run from its folder, the published folder otherwise, wherever it is started from.</summary>
    public static string ContentRoot =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "Map.Web.csproj")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    /// <summary>True where readers come over HTTPS: Map:PublicUrl says so, or the server itself listens on it.</summary>
    public static bool IsHttps(this IConfiguration configuration) =>
        PublicUrl(configuration)?.Scheme == Uri.UriSchemeHttps
        || (configuration["urls"] ?? "").Contains("https://", StringComparison.OrdinalIgnoreCase)
        || configuration["https_ports"] is { Length: > 0 };

    /// <summary>The address readers use, where a proxy stands before the server; null by default.</summary>
    /// <exception cref="InvalidOperationException">The setting is no http or https address.</exception>
    public static Uri? PublicUrl(this IConfiguration configuration)
    {
        if (configuration["Map:PublicUrl"] is not { Length: > 0 } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new InvalidOperationException($"Map__PublicUrl is “{text}”; it must be an address such as https://map.example.org.");
    }

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.WebHost.UseStaticWebAssets();
        // What a build compressed is served compressed, also where the product runs from its folder; only while somebody works on it are files looked at anew with each request.
        if (!builder.Environment.IsDevelopment() && string.IsNullOrEmpty(configuration[ReloadAssets])) configuration[ReloadAssets] = "false";
        if (new[] { "urls", "http_ports", "https_ports" }.All(key => string.IsNullOrEmpty(configuration[key])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 1_000_000;
            server.Limits.MaxConcurrentConnections = 2000;
            server.Limits.MaxConcurrentUpgradedConnections = 300;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
        builder.Services.Configure<HostFilteringOptions>(names => names.AllowedHosts = [.. AllowedHosts(configuration)]);
        builder.Services.AddHsts(https => https.MaxAge = TimeSpan.FromDays(365));
        builder.Services.Configure<ForwardedHeadersOptions>(proxy =>
        {
            // Only a proxy on this machine is believed, unless others are named.
            proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var address in configuration.GetSection("Map:KnownProxies").Get<string[]>() ?? []) proxy.KnownProxies.Add(System.Net.IPAddress.Parse(address));
        });
        builder.Services.AddExceptionHandler<PlainErrors>();
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (app.Configuration.IsHttps()) app.UseHsts();
        app.UseExceptionHandler(_ => { });
    }

    // A page elsewhere can point its own name at this machine, but not the name localhost: loopback names are safe to answer.
    private static IEnumerable<string> AllowedHosts(ConfigurationManager configuration)
    {
        var named = (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => name != "*");
        IEnumerable<string> own = PublicUrl(configuration) is { } url ? [url.Host] : [];
        return named.Concat(own).Concat(["localhost", "127.0.0.1", "[::1]"]).Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
