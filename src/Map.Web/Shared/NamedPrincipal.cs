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
        return identity;
    }
}

public static class PersonName
{
    /// <summary>The name a person chose; blank where nobody is signed in.</summary>
    public static string DisplayName(this ClaimsPrincipal person) =>
        person.FindFirstValue(ClaimTypes.GivenName) is { Length: > 0 } chosen ? chosen : person.Identity?.Name?.Split('@')[0] ?? "";
}
