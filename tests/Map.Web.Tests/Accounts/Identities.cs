using System.Net;
using System.Text.RegularExpressions;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Accounts;

/// <summary>The five who can ask: nobody in particular, and one account of each role, named after it.</summary>
internal static partial class Identities
{
    public const string Nobody = "nobody", Password = "a long enough pass phrase 1";

    public static readonly IReadOnlyList<string> All = [Nobody, .. Roles.All];

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<HttpClient, CookieContainer> Jars = [];

    public static string EmailOf(string role) => $"{role}@example.org";

    /// <summary>The account's id is its role.</summary>
    public static async Task AddAsync(WebHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
        foreach (var role in Roles.All)
        {
            var user = new MapUser { Id = role, UserName = EmailOf(role), Email = EmailOf(role), DisplayName = role };
            Assert.True((await users.CreateAsync(user, Password)).Succeeded);
            Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        }
    }

    public static Editor EditorOf(string role) => new(role, role);

    /// <summary>A browser's cookies and nothing else of one.</summary>
    public static async Task<HttpClient> OpenAsync(WebHost host, string role)
    {
        var jar = new CookieContainer();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = host.Address };
        Jars.AddOrUpdate(http, jar);
        if (role == Nobody) { return http; }
        using var answer = await PostAsync(http, "account/sign-in", "sign-in", ("Typed.Email", EmailOf(role)), ("Typed.Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        return http;
    }

    /// <summary>Opens a page and sends its form.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await http.GetStringAsync(path);
        return await http.PostAsync(path, new FormUrlEncodedContent(
            [new("_handler", form), new("__RequestVerificationToken", Token().Matches(page)[^1].Groups[1].Value), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    /// <summary>Signs out as the menu of any page does.</summary>
    public static async Task<HttpResponseMessage> SignOutAsync(HttpClient http)
    {
        var page = await http.GetStringAsync("account");
        return await http.PostAsync("account/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Matches(page)[^1].Groups[1].Value)]));
    }

    /// <summary>What the browser sends along.</summary>
    public static string CookieOf(HttpClient http) => Jars.TryGetValue(http, out var jar) ? jar.GetCookieHeader(http.BaseAddress!) : "";

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
