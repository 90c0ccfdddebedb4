using System.Security.Claims;
using Map.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Map.Web.Shared;

/// <summary>Carries the name a person chose along with their id, so that menus and histories need not show an e-mail address.</summary>
internal sealed class NamedPrincipal(UserManager<MapUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<MapUser, IdentityRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(MapUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(ClaimTypes.GivenName, user.DisplayName));
        identity.AddClaim(new(SessionNow.Claim, Guid.NewGuid().ToString("N")));
        return identity;
    }
}

public static class PersonName
{
    /// <summary>How somebody signed in, as the framework calls the claim, and its values where that took more than a password.</summary>
    public const string Means = "amr", SecondFactor = "mfa", Passkey = "passkey";

    public static bool IsStrong(this ClaimsPrincipal person) => person.HasClaim(Means, SecondFactor) || person.HasClaim(Means, Passkey);

    /// <summary>The name a person chose; blank where nobody is signed in.</summary>
    public static string DisplayName(this ClaimsPrincipal person) =>
        person.FindFirstValue(ClaimTypes.GivenName) is { Length: > 0 } chosen ? chosen : person.Identity?.Name?.Split('@')[0] ?? "";
}
