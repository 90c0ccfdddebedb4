using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Public;

/// <summary>Somebody who asks a running server everything it answers: each of its addresses, with all that might be behind it.</summary>
internal sealed partial class Reader : IDisposable
{
    private readonly WebHost host;
    private readonly HttpClient http;

    public Reader(WebHost host)
    {
        this.host = host;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = host.Address };
    }

    /// <summary>Past days whose maps are asked for.</summary>
    public IReadOnlyList<string> Days { get; init; } = ["2018-01-01"];

    public async Task SignInAsync(string email, string password)
    {
        var page = await http.GetStringAsync("account/sign-in");
        var answer = await http.PostAsync("account/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["Typed.Email"] = email,
            ["Typed.Password"] = password,
        }));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Every address that is read, whoever maps it: a new one is asked too. What is built with the product and knows no data is left out.</summary>
    public IReadOnlyList<string> Routes() => [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
        .Where(endpoint => !endpoint.Metadata.Any(item => item.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal)))
        .Select(endpoint => endpoint.RoutePattern.RawText!)
        .Where(route => !Regex.IsMatch(route, "^/?(_blazor|_framework|_content|lib|js|css|icons)(/|$)"))
        .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The addresses of a route with every id and name that might be behind it, in both languages.</summary>
    public async Task<List<string>> AddressesAsync(string route, IReadOnlyList<long> ids, IReadOnlyList<string> names, IReadOnlyList<string> queries)
    {
        List<string> packs = [];
        foreach (var index in Days.Select(day => $"data/known/{day}/index.json").Prepend("data/index.json"))
            packs.AddRange(Regex.Matches(await http.GetStringAsync(index), "\"([a-z-]+-[0-9a-f]{16})\\.pack\"").Select(match => match.Groups[1].Value).Except(packs));
        List<string> filled = [route];
        while (filled[0].Contains('{', StringComparison.Ordinal))
        {
            var part = Part().Match(filled[0]);
            var values = part.Value.Contains(":long", StringComparison.Ordinal) ? ids.Select(id => id.ToString(CultureInfo.InvariantCulture)) : part.Value == "{day}" ? Days : filled[0].Contains(".pack", StringComparison.Ordinal) ? packs : names.Select(Uri.EscapeDataString);
            filled = [.. filled.SelectMany(address => values.Select(value => address.Replace(part.Value, value, StringComparison.Ordinal)))];
        }
        // What a page of its own is asked besides is the same for all that it may be of: one is asked everything, the others what may tell of them.
        var others = filled.Count <= ids.Count ? queries : [.. queries.Where(query => query.StartsWith("known=", StringComparison.Ordinal) || query == queries[0])];
        return [.. filled.SelectMany((address, i) => (i == 0 ? queries : others).Append("").Select(query => $"{address.TrimStart('/')}{(query.Length == 0 ? "" : "?" + query)}"))];
    }

    /// <summary>What is answered, as text, unpacked.</summary>
    public async Task<string> ReadAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (answer.Content.Headers.ContentEncoding.Contains("br"))
        {
            using var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            await packed.CopyToAsync(plain);
            bytes = plain.ToArray();
        }
        // Letters may be written as references or escapes; an address stands in its own page as it was asked.
        var said = Encoding.UTF8.GetString(bytes);
        return Regex.Replace(WebUtility.HtmlDecode(said), @"\\u([0-9a-fA-F]{4})", match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Part();
}
