using System.Net;
using Map.Web.Tests.Public;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Accounts;

/// <summary>Every address the server answers, asked by each of the five with their real cookies.</summary>
public class AccessMatrixTests
{

    [Fact]
    public async Task Every_address_answers_each_of_the_five_as_the_table_says()
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Accounts:SecondFactor"] = "required" });
        await Identities.AddAsync(host);
        await HiddenThings.PlantAsync(host.Gate);
        var people = new List<HttpClient>();
        foreach (var role in Identities.All) { people.Add(await Identities.OpenAsync(host, role)); }
        var asked = AccessTable.Of("Addresses").ToDictionary(row => row.What, row => row.Asked);

        var found = new List<AccessRow>();
        foreach (var what in Addresses(host).Order(StringComparer.Ordinal))
        {
            var path = asked.GetValueOrDefault(what, what.Split(' ')[1]);
            var answers = new List<string>();
            foreach (var http in people) { answers.Add(await AskAsync(http, what.Split(' ')[0], path)); }
            found.Add(new(what, path, answers));
        }
        people.ForEach(http => http.Dispose());
        AccessTable.Same("Addresses", found);
    }

    [Fact]
    public async Task What_is_for_the_desk_is_in_no_page_that_others_are_answered()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        await HiddenThings.PlantAsync(host.Gate);
        var pages = AccessTable.Of("Addresses").Where(row => row.What.StartsWith("GET ", StringComparison.Ordinal) && !row.What.Contains("_blazor", StringComparison.Ordinal)).ToList();
        foreach (var role in new[] { Identities.Nobody, "viewer" })
        {
            using var http = await Identities.OpenAsync(host, role);
            foreach (var row in pages)
            {
                using var answer = await http.GetAsync(row.Asked.TrimStart('/'));
                var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
                Assert.True(!HiddenThings.Words.Any(word => body.Contains(word, StringComparison.OrdinalIgnoreCase)), $"{row.Asked} tells {role} what is for the desk");
            }
        }
        using var admin = await Identities.OpenAsync(host, "admin");
        Assert.Contains("canary", await admin.GetStringAsync($"desk/erase/Events/{HiddenThings.ToldByDistrict}"), StringComparison.Ordinal);
    }

    /// <summary>"GET /path" for each method of each endpoint; the files that are built with the product are one.</summary>
    private static IEnumerable<string> Addresses(WebHost host) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(endpoint =>
        {
            var isFile = endpoint.Metadata.Any(item => item.GetType().Name == "StaticAssetDescriptor");
            var path = isFile ? "(files built with the product)" : "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST", "DELETE"];
            return methods.Select(method => $"{method} {path}");
        }).Distinct();

    private static async Task<string> AskAsync(HttpClient http, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/'));
        if (method == "POST") { request.Content = new FormUrlEncodedContent([]); }
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.Headers.Location is not { } to) { return $"{(int)answer.StatusCode}"; }
        var where = to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString.Split('?')[0];
        // A form of something new is given a number of its own.
        return where.StartsWith("/account/", StringComparison.Ordinal) ? where["/account/".Length..] : where.StartsWith("/desk/", StringComparison.Ordinal) ? "a new form" : where;
    }
}
