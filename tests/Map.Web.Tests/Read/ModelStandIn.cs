using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Map.Web.Tests.Read;

/// <summary>Stands in for a language model's service, on loopback: says what it is told to say and keeps what it was asked.</summary>
internal sealed class ModelStandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private ModelStandIn(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;
    public List<(JsonElement Body, string? Key)> Asked { get; } = [];

    /// <param name="answer">Null never answers.</param>
    /// <param name="status">Of the answer.</param>
    public static async Task<ModelStandIn> StartAsync(string? answer, int status = 200)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var standIn = new ModelStandIn(builder.Build());
        standIn.app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            standIn.Asked.Add((body.RootElement.Clone(), context.Request.Headers.Authorization));
            if (answer is null) { await Task.Delay(Timeout.Infinite, context.RequestAborted); }
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(answer!);
        });
        standIn.app.Urls.Add("http://127.0.0.1:0");
        await standIn.app.StartAsync();
        standIn.Address = new Uri(standIn.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1/chat/completions");
        return standIn;
    }

    /// <summary>An answer of chat completions with these words.</summary>
    public static string Completion(string words) => JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content = words } } } });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
