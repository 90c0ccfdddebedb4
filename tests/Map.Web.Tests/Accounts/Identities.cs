using System.Net;
using System.Text.RegularExpressions;
using Map.Web.Data;
using Map.Web.Data.SignIns;
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
    public static async Task AddAsync(WebHost host, bool withSecondFactor = true)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
        foreach (var role in Roles.All)
        {
            var user = new MapUser { Id = role, UserName = EmailOf(role), Email = EmailOf(role), DisplayName = role };
            Assert.True((await users.CreateAsync(user, Password)).Succeeded);
            Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
            if (!withSecondFactor || role is not (Roles.Reviewer or Roles.Admin)) { continue; }
            Assert.True((await users.ResetAuthenticatorKeyAsync(user)).Succeeded);
            Assert.True((await users.SetTwoFactorEnabledAsync(user, true)).Succeeded);
        }
    }

    /// <summary>As somebody who has signed in with all that is asked of them.</summary>
    public static Editor EditorOf(string role) => new(role, role) { IsStrong = true };

    /// <summary>A browser's cookies and nothing else of one.</summary>
    public static async Task<HttpClient> OpenAsync(WebHost host, string role)
    {
        var http = await SignedInAsync(host, role);
        // What it leaves in the log stands there now, not some time during the test.
        await host.Services.GetRequiredService<SignInLog>().WriteAsync();
        return http;
    }

    private static async Task<HttpClient> SignedInAsync(WebHost host, string role)
    {
        var jar = new CookieContainer();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = host.Address };
        Jars.AddOrUpdate(http, jar);
        if (role == Nobody) { return http; }
        var next = await PasswordAsync(http, role);
        if (!next.Contains("second-step", StringComparison.Ordinal)) { return http; }
        // One code is taken once: a second sign-in within the half minute shows the next one.
        var key = await KeyAsync(host, role);
        foreach (var steps in new[] { 0, 1, -1, 2, -2 })
        {
            using var answer = await PostAsync(http, "account/second-step", "second-step", ("Typed.Code", OneTimeCode.Of(key, steps)));
            if (answer.StatusCode == HttpStatusCode.Redirect) { return http; }
        }
        throw new InvalidOperationException("No code was taken.");
    }

    /// <summary>The password was right, and no code is typed yet.</summary>
    public static async Task<HttpClient> AtSecondStepAsync(WebHost host, string role)
    {
        var http = await OpenAsync(host, Nobody);
        Assert.Contains("second-step", await PasswordAsync(http, role), StringComparison.Ordinal);
        return http;
    }

    private static async Task<string> PasswordAsync(HttpClient http, string role)
    {
        using var answer = await PostAsync(http, "account/sign-in", "sign-in", ("Typed.Email", EmailOf(role)), ("Typed.Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        return answer.Headers.Location.ToString();
    }

    private static async Task<string> KeyAsync(WebHost host, string role)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
        return (await users.GetAuthenticatorKeyAsync((await users.FindByIdAsync(role))!))!;
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
