using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;

namespace Map.Web.Features.Accounts;

public static class AccountEndpoints
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<SaveAccount>();
        services.AddScoped<SetSiteMode>();
        services.AddScoped<SignInSteps>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<KnownDevice>();
        services.AddScoped<AuthenticationStateProvider, StillSignedIn>();
        services.AddScoped<CircuitHandler, AccessWatch>();
    }

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapPasskeys();
        app.MapPost("/account/sign-out", async (HttpContext request, IAntiforgery forms, SignInManager<MapUser> signIn, SaveAccount save) =>
        {
            if (!await forms.IsRequestValidAsync(request)) { return Results.BadRequest("The page was too old. Open it again and sign out there."); }
            await save.EndSessionAsync(request.User);
            await signIn.SignOutAsync();
            return Results.LocalRedirect(Language.Of(request.Request.Query["lang"]).Link("/"));
        });
    }
}
