using System.Net;
using Map.Web.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Accounts;

/// <summary>Cookies that somebody has kept, or made, shown to a server whose keys are others.</summary>
public class ForgedCookieTests
{
    [Fact]
    public async Task A_cookie_signed_with_keys_that_are_gone_opens_nothing_after_the_restart_and_a_new_sign_in_does()
    {
        var folder = WebHost.NewFolder();
        string cookie;
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            await Identities.AddAsync(host);
            using var editor = await Identities.OpenAsync(host, "editor");
            cookie = Identities.CookieOf(editor);
            Assert.Equal(HttpStatusCode.OK, await AskAsync(host, cookie));
        }
        // With its keys it is known again after a restart.
        await using (var host = await WebHost.StartSmallAsync(folder: folder)) { Assert.Equal(HttpStatusCode.OK, await AskAsync(host, cookie)); }
        Directory.Delete(Path.Combine(folder, "keys"), recursive: true);
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            Assert.Equal(HttpStatusCode.Redirect, await AskAsync(host, cookie));
            using var editor = await Identities.OpenAsync(host, "editor");
            Assert.Equal(HttpStatusCode.OK, await AskAsync(host, Identities.CookieOf(editor)));
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Keys_that_are_revoked_take_their_cookies_with_them()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var editor = await Identities.OpenAsync(host, "editor");
        var cookie = Identities.CookieOf(editor);
        host.Services.GetRequiredService<IKeyManager>().RevokeAllKeys(DateTimeOffset.UtcNow, "they were stolen");
        // The framework reads its keys anew beside the next request.
        for (var patience = DateTime.UtcNow.AddMinutes(1); await AskAsync(host, cookie) != HttpStatusCode.Redirect;) Assert.True(DateTime.UtcNow < patience, "The cookie opens still");
    }

    [Theory]
    [InlineData("with the server's keys for another purpose")]
    [InlineData("with keys of one's own")]
    [InlineData("one letter changed")]
    [InlineData("no stamp in it")]
    public async Task A_cookie_that_the_server_did_not_make_opens_nothing(string how)
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var admin = await Identities.OpenAsync(host, "admin");
        var parts = Identities.CookieOf(admin).Split("; ").ToDictionary(part => part.Split('=')[0], part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var value = parts["Map"];
        var options = host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = options.TicketDataFormat.Unprotect(value)!;
        switch (how)
        {
            case "one letter changed":
                var letters = value.ToCharArray();
                letters[letters.Length / 2] = letters[letters.Length / 2] == 'A' ? 'B' : 'A';
                value = new(letters);
                break;
            case "no stamp in it":
                // Even what the server's own keys signed counts only with the stamp and the number of a sign-in that stands.
                var bare = new System.Security.Claims.ClaimsIdentity(ticket.Principal.Claims.Where(claim => claim.Type != SessionNow.Claim && claim.Type != new IdentityOptions().ClaimsIdentity.SecurityStampClaimType), "Identity.Application");
                value = options.TicketDataFormat.Protect(new(new(bare), ticket.AuthenticationScheme));
                break;
            case "with keys of one's own":
                value = new Microsoft.AspNetCore.Authentication.TicketDataFormat(new EphemeralDataProtectionProvider().CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", IdentityConstants.ApplicationScheme, "v2")).Protect(ticket);
                break;
            default:
                value = new Microsoft.AspNetCore.Authentication.TicketDataFormat(host.Services.GetDataProtectionProvider().CreateProtector("another purpose")).Protect(ticket);
                break;
        }
        // The test can fail: the true one opens.
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, $"Map={parts["Map"]}"));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(host, $"Map={value}"));
    }

    private static async Task<HttpStatusCode> AskAsync(WebHost host, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "desk/events");
        request.Headers.Add("Cookie", cookie);
        using var answer = await host.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
