using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Map.Web.Data;
using Map.Web.Shared;

namespace Map.Web.Features.Accounts;

/// <summary>
/// Knows of the person in an open circuit whether they are still who the database knows: it asks as soon as any account changes, and every few
/// seconds besides.
/// </summary>
internal sealed class StillSignedIn : RevalidatingServerAuthenticationStateProvider
{
    private readonly SessionNow session;
    private readonly ILogger log;
    private readonly IDisposable ear;

    public StillSignedIn(ILoggerFactory logs, SessionNow session, Changes changes) : base(logs)
    {
        (this.session, log) = (session, logs.CreateLogger<StillSignedIn>());
        ear = changes.Listen(change => { if (change.Parts.HasFlag(DataParts.Accounts)) { _ = AskAsync(); } });
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(4);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        session.StandsAsync(authenticationState.User, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing) { ear.Dispose(); }
        base.Dispose(disposing);
    }

    private async Task AskAsync()
    {
        try
        {
            // The writer goes on at once.
            await Task.Yield();
            var person = (await GetAuthenticationStateAsync()).User;
            if (person.Identity?.IsAuthenticated == true && !await session.StandsAsync(person))
            {
                SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
            }
        }
#pragma warning disable CA1031 // Nobody waits for this answer, and it is asked again within seconds.
        catch (Exception fault) { log.LogWarning(fault, "An open page could not be asked whose it is"); }
#pragma warning restore CA1031
    }
}
