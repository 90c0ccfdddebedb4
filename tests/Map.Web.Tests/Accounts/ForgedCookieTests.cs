using System.Net;
using System.Security.Claims;
using Map.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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

    [Fact]
    public async Task A_cookie_that_the_server_did_not_make_opens_nothing()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var admin = await Identities.OpenAsync(host, "admin");
        var own = Identities.CookieOf(admin).Split("; ").Single(part => part.StartsWith("Map=", StringComparison.Ordinal))["Map=".Length..];
        var format = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat;
        var ticket = format.Unprotect(own)!;
        // Even what the server's own keys signed counts only with the stamp and the number of a sign-in that stands.
        var bare = new ClaimsIdentity(ticket.Principal.Claims.Where(claim => claim.Type != SessionNow.Claim && claim.Type != new IdentityOptions().ClaimsIdentity.SecurityStampClaimType), "Identity.Application");
        var letters = own.ToCharArray();
        letters[letters.Length / 2] = letters[letters.Length / 2] == 'A' ? 'B' : 'A';
        var forged = new Dictionary<string, string>
        {
            ["one letter changed"] = new(letters),
            ["no stamp in it"] = format.Protect(new(new(bare), ticket.AuthenticationScheme)),
            ["keys of one's own"] = new TicketDataFormat(new EphemeralDataProtectionProvider().CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", IdentityConstants.ApplicationScheme, "v2")).Protect(ticket),
            ["the server's keys, made for something else"] = new TicketDataFormat(host.Services.GetDataProtectionProvider().CreateProtector("another purpose")).Protect(ticket),
        };
        // The test can fail: the true one opens, before and after.
        foreach (var (how, value) in forged) Assert.Equal((how, HttpStatusCode.OK, HttpStatusCode.Redirect), (how, await AskAsync(host, $"Map={own}"), await AskAsync(host, $"Map={value}")));
    }

    private static async Task<HttpStatusCode> AskAsync(WebHost host, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "desk/events");
        request.Headers.Add("Cookie", cookie);
        using var answer = await host.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
