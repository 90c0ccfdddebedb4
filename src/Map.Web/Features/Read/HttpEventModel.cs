using System.Net.Http.Headers;
using System.Text.Json;
using Map.Core.Reading;

namespace Map.Web.Features.Read;

/// <summary>Where a language model is asked.</summary>
/// <param name="Address">Of its chat completions, as OpenAI's interface has them: "http://127.0.0.1:11434/v1/chat/completions".</param>
/// <param name="Name">Which model.</param>
/// <param name="Key">Sent as a bearer token; null where none is needed.</param>
public sealed record ModelSettings(Uri Address, string Name, string? Key, TimeSpan Patience)
{
    private const int DefaultPatience = 60;

    /// <summary>Null unless an address is set.</summary>
    /// <exception cref="InvalidOperationException">The address is none.</exception>
    public static ModelSettings? Of(IConfiguration configuration)
    {
        if (configuration["Map:Model:Address"] is not { Length: > 0 } address) { return null; }
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new(uri, configuration["Map:Model:Name"] ?? "", configuration["Map:Model:Key"] is { Length: > 0 } key ? key : null, TimeSpan.FromSeconds(configuration.GetValue("Map:Model:Seconds", DefaultPatience)))
            : throw new InvalidOperationException($"Map:Model:Address is “{address}”; it must be an http or https address.");
    }
}

/// <summary>A language model behind an interface like OpenAI's. The article's text leaves this server for the configured address, and nothing else does.</summary>
public sealed class HttpEventModel(ModelSettings settings) : IEventModel, IDisposable
{
    private const int LargestAnswer = 1_000_000;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = settings.Patience,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    public async Task<ModelOutcome> ProposeAsync(string text, IReadOnlyList<DraftMention> read, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Address)
        {
            Content = JsonContent.Create(new
            {
                model = settings.Name,
                temperature = 0,
                response_format = new { type = "json_object" },
                messages = new object[] { new { role = "system", content = ModelProposals.Instructions }, new { role = "user", content = text } },
            }),
        };
        if (settings.Key is { } key) { request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key); }
        try
        {
            using var response = await http.SendAsync(request, cancel);
            if (!response.IsSuccessStatusCode) { return new(null, $"HTTP {(int)response.StatusCode}"); }
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            var said = json.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() ?? "";
            return ModelProposals.Read(said, text, read) is { } answer ? new(answer, null) : new(null, "not the JSON that was asked for");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { return new(null, $"no answer within {settings.Patience.TotalSeconds:0.#} s"); }
        catch (HttpRequestException problem) { return new(null, problem.HttpRequestError.ToString()); }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException) { return new(null, "not an answer of chat completions"); }
    }

    public void Dispose() => http.Dispose();
}
