using System.Net;
using System.Net.WebSockets;

namespace Map.Web.Tests;

public class ServerHeaderTests
{
    [Theory]
    [InlineData("/", "'none'", "same-origin", false)]
    [InlineData("/no/such/page", "'none'", "same-origin", false)]
    [InlineData("/health", "'none'", "same-origin", false)]
    [InlineData("/embed", "*", "cross-origin", true)]
    [InlineData("/control", "'none'", "cross-origin", true)]
    [InlineData("/data/anything", "'none'", "cross-origin", true)]
    [InlineData("/js/blazor.js", "'none'", "cross-origin", true)]
    [InlineData("/lib/fonts/ibm-plex-sans-latin-400-normal.woff2", "'none'", "cross-origin", true)]
    [InlineData("/css/tokens.css", "'none'", "cross-origin", true)]
    public async Task Every_answer_says_what_browsers_must_refuse(string path, string framers, string resources, bool open)
    {
        await using var host = await WebHost.StartSmallAsync();
        var answer = await host.Http.GetAsync(path);
        string? Header(string name) => answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : null;

        var policy = Header("Content-Security-Policy")!;
        Assert.Contains("default-src 'none'; base-uri 'self'; object-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.EndsWith($"frame-ancestors {framers}", policy, StringComparison.Ordinal);
        Assert.Equal(path != "/embed", policy.Contains("style-src-attr 'unsafe-inline'", StringComparison.Ordinal));
        Assert.Equal(path == "/embed" ? null : "DENY", Header("X-Frame-Options"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal(resources, Header("Cross-Origin-Resource-Policy"));
        Assert.Equal(open ? "*" : null, Header("Access-Control-Allow-Origin"));
        Assert.Equal("geolocation=(), camera=(), microphone=()", Header("Permissions-Policy"));
        Assert.Null(Header("Server"));
    }

    [Fact]
    public async Task A_tile_server_is_let_in_for_images_alone_and_told_where_the_reader_comes_from()
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string>
        {
            ["Map:TileUrl"] = "https://{s}.tiles.example.org/{z}/{x}/{y}.png",
            ["Map:EmbedFrameAncestors"] = "https://paper.example",
        });
        var answer = await host.Http.GetAsync("/embed");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("img-src 'self' data: blob: https://*.tiles.example.org;", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://paper.example", policy, StringComparison.Ordinal);
        Assert.Equal("strict-origin-when-cross-origin", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_circuit_opens_for_our_own_pages_and_for_no_other()
    {
        await using var host = await WebHost.StartSmallAsync();
        await ConnectAsync(host.Address.GetLeftPart(UriPartial.Authority));
        foreach (var foreign in new[] { "https://evil.example", "null", $"http://localhost:{host.Address.Port}", "" })
            Assert.Contains("403", (await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(foreign))).Message, StringComparison.Ordinal);

        using var negotiate = new HttpRequestMessage(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1");
        negotiate.Headers.Add("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.SendAsync(negotiate)).StatusCode);

        async Task ConnectAsync(string origin)
        {
            using var socket = new ClientWebSocket();
            if (origin.Length > 0) socket.Options.SetRequestHeader("Origin", origin);
            await socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        }
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("map.example.org", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task Only_its_own_names_and_loopback_are_answered(string name, HttpStatusCode expected)
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["AllowedHosts"] = "map.example.org" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "health");
        request.Headers.Host = name;
        Assert.Equal(expected, (await host.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Cookies_are_plain_over_http_and_bound_to_the_host_over_https()
    {
        await using var plain = await WebHost.StartSmallAsync();
        Assert.All(await CookiesAsync(plain), cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));

        await using var behindProxy = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Map:PublicUrl"] = "https://map.example.org" });
        var cookies = await CookiesAsync(behindProxy, "https");
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        });

        static async Task<List<string>> CookiesAsync(WebHost host, string scheme = "http")
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.Add("X-Forwarded-Proto", scheme);
            var answer = await host.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
        }
    }
}
