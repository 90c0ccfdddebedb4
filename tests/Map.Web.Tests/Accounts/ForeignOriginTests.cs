using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Map.Web.Tests.Accounts;

/// <summary>Pages of other sites, in the browser of somebody who is signed in here: their cookies come along, and nothing is done with them.</summary>
public class ForeignOriginTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_is_sent_from_another_site_is_refused_at_every_address_though_cookies_and_token_are_right()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var editor = await Identities.OpenAsync(host, "editor");
        var token = Regex.Match(await editor.GetStringAsync("account"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var changing = AccessTable.Of("Addresses").Where(row => row.What.Split(' ')[0] is not ("GET" or "HEAD")).ToList();
        Assert.True(changing.Count > 50, $"Only {changing.Count} addresses take more than a question");
        foreach (var row in changing)
        {
            foreach (var foreign in Foreign(host)) Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(editor, row.What.Split(' ')[0], row.Asked, foreign, token));
        }
        output.WriteLine($"» E9 {changing.Count} addresses from {Foreign(host).Length} origins each: all refused");
        // Nobody was signed out by it; and by a page of this very site it is done.
        using (var still = await editor.GetAsync("desk/events")) { Assert.Equal(HttpStatusCode.OK, still.StatusCode); }
        Assert.Equal(HttpStatusCode.Redirect, await SendAsync(editor, "POST", "/account/sign-out", Own(host), token));
        using var after = await editor.GetAsync("desk/events");
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task No_way_into_a_circuit_is_open_to_another_site()
    {
        await using var host = await WebHost.StartSmallAsync();
        await ConnectAsync(host, Own(host));
        foreach (var foreign in Foreign(host).Append("")) Assert.Contains("403", (await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(host, foreign))).Message, StringComparison.Ordinal);

        // Step by step, where sockets are not to be had: with a number that was given to a page of this site.
        foreach (var foreign in Foreign(host)) Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(host.Http, "POST", "/_blazor/negotiate?negotiateVersion=1", foreign));
        using var negotiate = new HttpRequestMessage(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1");
        negotiate.Headers.Add("Origin", Own(host));
        using var given = await host.Http.SendAsync(negotiate);
        var id = JsonDocument.Parse(await given.Content.ReadAsStringAsync()).RootElement.GetProperty("connectionToken").GetString()!;
        foreach (var foreign in Foreign(host))
        {
            foreach (var method in new[] { "GET", "POST", "DELETE" }) Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(host.Http, method, $"/_blazor?id={id}", foreign));
        }
        Assert.Equal(HttpStatusCode.OK, await SendAsync(host.Http, "GET", $"/_blazor?id={id}", Own(host)));
    }

    private static string Own(WebHost host) => host.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Another site, a page without one, another name of this machine, another port of this name, and this name over https.</summary>
    private static string[] Foreign(WebHost host) => ["https://evil.example", "null", $"http://localhost:{host.Address.Port}", $"http://127.0.0.1:{host.Address.Port - 1}", $"https://127.0.0.1:{host.Address.Port}"];

    private static async Task<HttpStatusCode> SendAsync(HttpClient http, string method, string path, string origin, string? token = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/'));
        if (method != "GET") { request.Content = new FormUrlEncodedContent(token is null ? [] : [new("__RequestVerificationToken", token)]); }
        request.Headers.Add("Origin", origin);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task ConnectAsync(WebHost host, string origin)
    {
        using var socket = new ClientWebSocket();
        if (origin.Length > 0) socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
    }
}
