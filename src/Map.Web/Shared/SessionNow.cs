using System.Security.Claims;
using Map.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Map.Web.Shared;

/// <summary>Whether a sign-in still stands: asked of the database with every request and, in open circuits, whenever an account changes.</summary>
public sealed class SessionNow(IDbContextFactory<MapDb> databases, IOptions<IdentityOptions> identity)
{
    /// <summary>The claim that tells one sign-in from another.</summary>
    public const string Claim = "sid";

    /// <summary>False after a sign-out, a new stamp (role, password, second factor, everyone signed out), and for a disabled account.</summary>
    public async Task<bool> StandsAsync(ClaimsPrincipal person, CancellationToken cancel = default)
    {
        var (id, session) = (person.FindFirstValue(ClaimTypes.NameIdentifier), person.FindFirstValue(Claim));
        var stamp = person.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (id is null || session is null || stamp is null) return false;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Users.AnyAsync(user => user.Id == id && !user.Disabled && user.SecurityStamp == stamp && !db.EndedSessions.Any(ended => ended.Id == session), cancel);
    }

    /// <summary>In the place of the framework's check, which believes a cookie for some time and then makes it anew.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var now = cookie.HttpContext.RequestServices.GetRequiredService<SessionNow>();
        if (cookie.Principal is { } person && await now.StandsAsync(person, cookie.HttpContext.RequestAborted)) return;
        cookie.RejectPrincipal();
        await cookie.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
