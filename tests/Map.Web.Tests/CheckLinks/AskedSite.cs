using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Map.Web.Tests.CheckLinks;

/// <summary>A site on this machine with pages of every kind, which remembers what it was asked.</summary>
internal sealed class AskedSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private AskedSite(WebApplication app) => this.app = app;

    /// <summary>"HEAD /page", and " cookie" where one came with it.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public string Address { get; private set; } = "";

    public Uri At(string page) => new(Address + page);

    public static async Task<AskedSite> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new AskedSite(builder.Build());
        site.app.Run(site.AnswerAsync);
        await site.app.StartAsync();
        site.Address = site.app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single() + "/";
        return site;
    }

    /// <summary>An address of this machine where nobody listens.</summary>
    public static string Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var page = http.Request.Path.Value![1..];
        Asked.Enqueue($"{http.Request.Method} /{page}{(http.Request.Headers.Cookie.Count > 0 ? " cookie" : "")}");
        http.Response.Headers.SetCookie = "seen=1";
        void Lead(string to) => (http.Response.StatusCode, http.Response.Headers.Location) = (302, to);
        switch (page)
        {
            case "missing": http.Response.StatusCode = 404; break;
            case "gone": http.Response.StatusCode = 410; break;
            case "troubled": http.Response.StatusCode = 503; break;
            case "shy": http.Response.StatusCode = 403; break;
            case "no-head" when http.Request.Method == "HEAD": http.Response.StatusCode = 404; break;
            case "moved": Lead("/there"); break;
            case "moved-away": Lead("/missing"); break;
            case "circle": Lead("/circle"); break;
            case "inward": Lead("http://10.0.0.1/secret"); break;
            case "file": Lead("file:///etc/passwd"); break;
            case "silent":
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "endless" when http.Request.Method == "HEAD": http.Response.StatusCode = 405; break;
            case "endless":
                var some = new byte[64 * 1024];
                while (!http.RequestAborted.IsCancellationRequested) { await http.Response.Body.WriteAsync(some, http.RequestAborted).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); }
                break;
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
