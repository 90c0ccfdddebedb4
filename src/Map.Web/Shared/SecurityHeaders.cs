namespace Map.Web.Shared;

/// <summary>What browsers are told to refuse, on every answer; and the gate that keeps other sites' pages from opening circuits and sending forms.</summary>
public static class SecurityHeaders
{
    /// <summary>Pictures of a view. One opened by itself brings its own style and fonts, runs nothing and asks for nothing.</summary>
    private static readonly string[] Prints = ["/print.svg", "/print.png", "/print.pdf"];
    private static readonly string[] ForOtherSites = ["/data", "/js", "/lib", "/css", "/embed", "/oembed", "/control", .. Prints];
    private const string Print = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'";
    private static readonly object Framers = new();

    /// <summary>Of this one embed: who may frame it, besides this site's own pages. Where the site names some, a view may only name fewer.</summary>
    public static void FramedBy(this HttpContext context, IReadOnlyList<string> origins) => context.Items[Framers] = origins;

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var settings = app.Configuration.GetSection("Map");
        var images = TileOrigin(settings["TileUrl"]);
        // Pages of this very site hold embeds too: stories, and the forms of views.
        var framers = settings["EmbedFrameAncestors"] is { Length: > 0 } given && given != "*" ? $"'self' {given.Replace("'none'", "", StringComparison.Ordinal)}".TrimEnd() : "*";
        // The Share dialog shows the embed it offers.
        var page = Policy("style-src-attr 'unsafe-inline'; frame-src 'self'; ", images, "'none'");
        var embed = Policy("", images, framers);
        var story = Policy("frame-src 'self'; ", images, framers);
        // Public tile servers ask for a referrer; without one, nothing about the reader's page leaves.
        var referrer = images.Length == 0 ? "same-origin" : "strict-origin-when-cross-origin";

        app.Use((context, next) =>
        {
            var request = context.Request;
            if ((request.Path.StartsWithSegments("/_blazor") || !IsSafe(request.Method)) && !IsOwn(request))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
            var isStory = IsStoryEmbed(request.Path);
            var isEmbed = isStory || request.Path.StartsWithSegments("/embed");
            var isPrint = Prints.Any(path => request.Path == path);
            var shared = isStory || ForOtherSites.Any(path => request.Path.StartsWithSegments(path));
            // On starting, because an error page begins the answer anew.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = isPrint ? Print : isStory ? story : !isEmbed ? page : context.Items[Framers] is IReadOnlyList<string> own ? Policy("", images, Allowed(own, framers)) : embed;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = referrer;
                headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = shared ? "cross-origin" : "same-origin";
                if (shared) headers.AccessControlAllowOrigin = "*";
                if (!isEmbed) headers.XFrameOptions = "DENY";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>/stories/NAME/embed</summary>
    private static bool IsStoryEmbed(PathString path) => path.StartsWithSegments("/stories", out var rest) && rest.Value is { } name && name.Length > "/embed".Length && name.EndsWith("/embed", StringComparison.OrdinalIgnoreCase);

    private static string Allowed(IReadOnlyList<string> own, string site) =>
        string.Join(' ', new[] { "'self'" }.Concat(site == "*" ? own : own.Intersect(site.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>
    /// A circuit is opened, and a form sent, by a page of this very site: browsers always say which page opens a socket, and which one sends what is not just asked for. Another port of this host counts as the same site to
    /// cookies, and not here. Forms of what says nothing (no browser) still lack their token.
    /// </summary>
    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var isSocket = request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase) || HttpMethods.IsConnect(request.Method);
        return origin.Length == 0 ? !isSocket : origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static string Policy(string styleAttributes, string images, string framers) =>
        "default-src 'none'; base-uri 'self'; object-src 'none'; script-src 'self'; style-src 'self'; " + styleAttributes
        + $"img-src 'self' data: blob:{images}; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors {framers}";

    /// <summary>" https://*.tile.example.org" for a template with {s}, " https://tile.example.org" without, "" for none.</summary>
    private static string TileOrigin(string? template)
    {
        if (string.IsNullOrEmpty(template)) return "";
        var anyName = template.Contains("{s}", StringComparison.Ordinal);
        if (!Uri.TryCreate(template.Replace("{s}", "s", StringComparison.Ordinal), UriKind.Absolute, out var url) || !url.Scheme.StartsWith("http", StringComparison.Ordinal))
            throw new InvalidOperationException($"Map__TileUrl is “{template}”; it must be a template such as https://tile.example.org/{{z}}/{{x}}/{{y}}.png.");
        return anyName && url.Host.Contains('.', StringComparison.Ordinal) ? $" {url.Scheme}://*{url.Authority[url.Authority.IndexOf('.', StringComparison.Ordinal)..]}" : $" {url.Scheme}://{url.Authority}";
    }
}
