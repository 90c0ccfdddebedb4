using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Map.Web.Data;

namespace Map.Web.Features.Accounts;

/// <summary>Asks once a minute whether the person in an open circuit is still who the database knows.</summary>
internal sealed class StillSignedIn(ILoggerFactory logs, IDbContextFactory<MapDb> databases, IOptions<IdentityOptions> identity)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var person = authenticationState.User;
        var id = person.FindFirstValue(ClaimTypes.NameIdentifier);
        var stamp = person.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(u => u.Id == id && !u.Disabled && u.SecurityStamp == stamp, cancellationToken);
    }
}
