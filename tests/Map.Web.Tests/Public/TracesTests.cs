using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Map.Web.Tests.Public;

/// <summary>What a visit leaves behind, in the log and in the data folder.</summary>
public class TracesTests
{
    private const string Email = "traces@example.org", Password = "a phrase that stands in no log 7", Wrong = "a wrong phrase that stands in no log 8", Words = "wordsnobodyelseasksfor";
    private static readonly IPAddress From = IPAddress.Parse("127.0.0.77");

    [Fact]
    public async Task A_visit_leaves_its_address_its_passwords_and_its_questions_in_no_log_and_no_file()
    {
        var folder = WebHost.NewFolder();
        var log = new KeptLog();
        await using (var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Admin:Email"] = Email, ["Admin:Password"] = Password }, folder))
        {
            var logs = host.Services.GetRequiredService<ILoggerFactory>();
            logs.AddProvider(log);
            logs.CreateLogger("Map.Web.Tests").LogInformation("heard");
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = FromThereAsync }) { BaseAddress = host.Address };
            foreach (var asked in new[] { $"?text={Words}", $"no/such/{Words}", $"data/matching.ids?text={Words}", $"account/reset?token={Words}", "control?lat=1000&lng=1", "desk/events", "health" })
                using (await http.GetAsync(asked)) { }
            Assert.Contains("sign-in", await SignInAsync(http, Wrong), StringComparison.Ordinal);
            // Into the field of the address people type their pass phrases too.
            Assert.Contains("sign-in", await SignInAsync(http, Wrong, Words), StringComparison.Ordinal);
            Assert.DoesNotContain("account/sign-in", await SignInAsync(http, Password), StringComparison.Ordinal);
            using (var desk = await http.GetAsync("desk/events")) { Assert.Equal(HttpStatusCode.OK, desk.StatusCode); }
        }
        // The test can fail: what the server says of itself is heard, and who signed in is found where accounts are kept.
        Assert.Contains(log.Lines, line => line.Contains("heard", StringComparison.Ordinal));
        var said = string.Join('\n', log.Lines);
        foreach (var trace in new[] { From.ToString(), Email, Password, Wrong, Words }) Assert.DoesNotContain(trace, said, StringComparison.OrdinalIgnoreCase);

        var kept = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);
        Assert.Contains(kept.Values, bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Email)) >= 0);
        foreach (var (file, bytes) in kept)
            foreach (var trace in new[] { From.ToString(), Password, Wrong, Words })
                Assert.False(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)) >= 0, $"{trace} stands in {Path.GetFileName(file)}");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> SignInAsync(HttpClient http, string password, string email = Email)
    {
        var page = await http.GetStringAsync("account/sign-in");
        using var answer = await http.PostAsync("account/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value,
            ["Typed.Email"] = email,
            ["Typed.Password"] = password,
        }));
        return answer.Headers.Location?.ToString() ?? "sign-in again";
    }

    private static async ValueTask<Stream> FromThereAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(From, 0));
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private sealed class KeptLog : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

        public void Dispose() { }

        private sealed class Line(KeptLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                log.Lines.Enqueue($"{category} {formatter(state, exception)} {exception}");
        }
    }
}
