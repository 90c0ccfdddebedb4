using System.Net;
using System.Net.Sockets;

namespace Map.Web.Features.CheckLinks;

/// <summary>
/// Asks a web address whether it is there: by HEAD, and by GET where that is refused. No cookies, no body read, few redirects, little time; and never
/// an address of this machine or its network, whatever a name resolves to, on the first step or a later one.
/// </summary>
public sealed class LinkAsk : IDisposable
{
    private const int MostSteps = 5;

    private readonly HttpClient http;
    private readonly TimeSpan patience;

    /// <param name="patience">For one link, all its steps together.</param>
    /// <param name="isLoopbackOpen">True in tests, whose servers stand on this machine.</param>
    public LinkAsk(TimeSpan patience, bool isLoopbackOpen = false)
    {
        this.patience = patience;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxResponseHeadersLength = 32,
            // A body that goes on for ever is not waited for.
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromSeconds(30),
            ConnectTimeout = patience,
            ConnectCallback = (asked, cancel) => ConnectAsync(asked.DnsEndPoint, isLoopbackOpen, cancel),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Map-link-check/1.0");
    }

    public async Task<LinkAnswer> RunAsync(Uri link, CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            // Many a site does not know HEAD, or answers it otherwise than a reader.
            return await AskAsync(HttpMethod.Head, link, limit.Token) is LinkAnswer.Alive ? LinkAnswer.Alive : await AskAsync(HttpMethod.Get, link, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return LinkAnswer.Silent;
        }
    }

    private async Task<LinkAnswer> AskAsync(HttpMethod method, Uri link, CancellationToken cancel)
    {
        for (var step = 0; step <= MostSteps; step++)
        {
            if (!link.IsAbsoluteUri || (link.Scheme != Uri.UriSchemeHttp && link.Scheme != Uri.UriSchemeHttps) || link.UserInfo.Length > 0) { return LinkAnswer.Unknown; }
            try
            {
                using var request = new HttpRequestMessage(method, link);
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
                if ((int)answer.StatusCode is < 300 or >= 400 || answer.Headers.Location is not { } next) { return Meaning(answer.StatusCode); }
                link = new Uri(link, next);
            }
            catch (HttpRequestException fault) when (fault.InnerException is ClosedAddressException) { return LinkAnswer.Unknown; }
            catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError) { return LinkAnswer.Silent; }
            // What it answers is no HTTP, or too long.
            catch (Exception fault) when (fault is HttpRequestException or UriFormatException or IOException) { return LinkAnswer.Unknown; }
        }
        return LinkAnswer.Unknown;
    }

    private static LinkAnswer Meaning(HttpStatusCode status) => (int)status switch
    {
        404 or 410 => LinkAnswer.Gone,
        < 400 => LinkAnswer.Alive,
        // Somebody is there who will not speak with a program, or not now.
        401 or 402 or 403 or 405 or 406 or 429 or 451 => LinkAnswer.Alive,
        _ => LinkAnswer.Unknown,
    };

    /// <summary>To the address that was judged, not to the name: a name may resolve otherwise the next time.</summary>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint asked, bool isLoopbackOpen, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(asked.Host, cancel);
        var open = addresses.Where(address => PublicAddress.Is(address) || (isLoopbackOpen && IPAddress.IsLoopback(address))).ToArray();
        if (open.Length == 0) { throw new ClosedAddressException(); }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, asked.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => http.Dispose();

    private sealed class ClosedAddressException : Exception;
}
