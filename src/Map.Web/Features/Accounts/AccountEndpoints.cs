using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Map.Web.Features.Accounts;

public static class AccountEndpoints
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<SaveAccount>();
        services.AddScoped<AuthenticationStateProvider, StillSignedIn>();
    }

    public static void MapAccounts(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/sign-out", async (HttpContext request, IAntiforgery forms, SignInManager<MapUser> signIn) =>
        {
            if (!await forms.IsRequestValidAsync(request)) { return Results.BadRequest("The page was too old. Open it again and sign out there."); }
            await signIn.SignOutAsync();
            return Results.LocalRedirect(Language.Of(request.Request.Query["lang"]).Link("/"));
        });
}
