using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Map.Browser.Tests;

/// <summary>Somebody else's web page, on a port of its own: what an author pastes an embed code into.</summary>
internal sealed class HostPage : IAsyncDisposable
{
    private readonly WebApplication app;

    private HostPage(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    public static async Task<HostPage> ServeAsync(string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => Results.Content($"<!doctype html><html lang=\"en\"><link rel=\"icon\" href=\"data:,\"><title>An article</title><body><h1>An article</h1>{body}</body></html>", "text/html"));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new HostPage(app) { Address = new Uri(address + "/") };
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
