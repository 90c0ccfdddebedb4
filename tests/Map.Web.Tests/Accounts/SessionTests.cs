using System.Diagnostics;
using System.Net;
using System.Security.Claims;
using Map.Web.Data;
using Map.Web.Features.Accounts;
using Map.Web.Shared;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Map.Web.Tests.Accounts;

public class SessionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Ends => ["role", "disabled", "password", "everyone", "sign-out"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_sign_in_that_has_ended_opens_nothing_with_the_very_next_request_and_an_open_page_hears_of_it_at_once(string how)
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var editor = await Identities.OpenAsync(host, "editor");
        using (var before = await editor.GetAsync("desk/events")) { Assert.Equal(HttpStatusCode.OK, before.StatusCode); }
        using var copied = Copy(editor, host);

        await using var circuit = host.Services.CreateAsyncScope();
        var page = (ServerAuthenticationStateProvider)circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        page.SetAuthenticationState(Task.FromResult(new AuthenticationState(PersonOf(host, copied))));
        var ended = new TaskCompletionSource<(bool IsSignedIn, long At)>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.AuthenticationStateChanged += async state => ended.TrySetResult(((await state).User.Identity?.IsAuthenticated == true, Stopwatch.GetTimestamp()));

        await EndAsync(host, editor, how);
        var done = Stopwatch.GetTimestamp();

        using (var after = await copied.GetAsync("desk/events"))
        {
            Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (after.StatusCode, after.Headers.Location!.AbsolutePath));
        }
        var (isSignedIn, at) = await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.False(isSignedIn);
        output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"» F3 {how}: an open page heard of it {Math.Max(0, Stopwatch.GetElapsedTime(done, at).TotalMilliseconds):0} ms after the act was done"));
    }

    [Fact]
    public async Task Others_stay_signed_in()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var reviewer = await Identities.OpenAsync(host, "reviewer");
        using var editor = await Identities.OpenAsync(host, "editor");
        using var again = await Identities.OpenAsync(host, "editor");
        await EndAsync(host, editor, "sign-out");
        foreach (var other in new[] { reviewer, again })
        {
            using var after = await other.GetAsync("desk/events");
            Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        }
    }

    private static async Task EndAsync(WebHost host, HttpClient editor, string how)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (save, site, admin) = (scope.ServiceProvider.GetRequiredService<SaveAccount>(), scope.ServiceProvider.GetRequiredService<SetSiteMode>(), Identities.EditorOf("admin"));
        switch (how)
        {
            case "role": Assert.Null(await save.ChangeRoleAsync(admin, "editor", Roles.Viewer)); break;
            case "disabled": Assert.Null(await save.SetDisabledAsync(admin, "editor", true)); break;
            case "password": Assert.Null(await save.ChangePasswordAsync("editor", "editor", Identities.Password, new NewPassword { Password = "another long enough one", Again = "another long enough one" })); break;
            case "everyone": Assert.Equal(4, await site.SignEveryoneOutAsync(admin, Guid.NewGuid())); break;
            default:
                using (var left = await Identities.SignOutAsync(editor)) { Assert.Equal(HttpStatusCode.Redirect, left.StatusCode); }
                break;
        }
    }

    /// <summary>Somebody who has got hold of the cookie.</summary>
    private static HttpClient Copy(HttpClient from, WebHost host)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add("Cookie", Identities.CookieOf(from));
        return http;
    }

    /// <summary>Who the cookie says it is, as a circuit gets it.</summary>
    private static ClaimsPrincipal PersonOf(WebHost host, HttpClient copied)
    {
        var cookie = copied.DefaultRequestHeaders.GetValues("Cookie").Single();
        var options = host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var value = cookie.Split(';', StringSplitOptions.TrimEntries).Single(part => part.StartsWith(options.Cookie.Name + "=", StringComparison.Ordinal))[(options.Cookie.Name!.Length + 1)..];
        return options.TicketDataFormat.Unprotect(value)!.Principal;
    }
}
