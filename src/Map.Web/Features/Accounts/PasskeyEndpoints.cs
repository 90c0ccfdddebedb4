using System.Buffers.Text;
using Map.Web.Data;
using Map.Web.Data.SignIns;
using Map.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Map.Web.Features.Accounts;

/// <summary>Passkeys: what a page's script asks for between its buttons and the browser's own windows. All of it takes the page's token.</summary>
internal static class PasskeyEndpoints
{
    public const int LongestName = 60;

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/account/passkeys").RequireAuthorization();
        own.MapPost("new", (HttpContext context, IAntiforgery forms, UserManager<MapUser> users, SignInManager<MapUser> signIn) => OwnAsync(context, forms, users, async user =>
            Json(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = user.Id, Name = user.Email!, DisplayName = user.DisplayName }))));
        own.MapPost("", (HttpContext context, IAntiforgery forms, UserManager<MapUser> users, SignInManager<MapUser> signIn, SignInSteps steps) => OwnAsync(context, forms, users, async user =>
        {
            var made = await signIn.PerformPasskeyAttestationAsync(context.Request.Form["credential"].ToString());
            if (!made.Succeeded || made.UserEntity.Id != user.Id) { return Results.BadRequest(); }
            made.Passkey.Name = NameOf(context);
            if (!(await users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded) { return Results.BadRequest(); }
            // Its holder was there and said so a moment ago.
            await steps.LetInAsync(context, user, PersonName.Passkey);
            return Results.Json(new { to = LocalPath.Of(context.Request.Form["returnUrl"]) ?? Lang(context).Link("/account") });
        }));
        own.MapPost("rename", (HttpContext context, IAntiforgery forms, UserManager<MapUser> users) => OwnAsync(context, forms, users, async user =>
        {
            if (IdOf(context) is { } id && await users.GetPasskeyAsync(user, id) is { } key)
            {
                key.Name = NameOf(context);
                await users.AddOrUpdatePasskeyAsync(user, key);
            }
            return Results.LocalRedirect(Lang(context).Link("/account"));
        }));
        own.MapPost("remove", (HttpContext context, IAntiforgery forms, UserManager<MapUser> users) => OwnAsync(context, forms, users, async user =>
        {
            if (IdOf(context) is { } id) { await users.RemovePasskeyAsync(user, id); }
            return Results.LocalRedirect(Lang(context).Link("/account"));
        }));
        app.MapPost("/account/passkeys/ask", async (HttpContext context, IAntiforgery forms, SignInManager<MapUser> signIn) =>
            // Of nobody in particular: the browser offers those it has, and who asks learns nothing of anybody's account.
            await forms.IsRequestValidAsync(context) ? Json(await signIn.MakePasskeyRequestOptionsAsync(null)) : Results.BadRequest());
        app.MapPost("/account/passkeys/sign-in", SignInAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery forms, UserManager<MapUser> users, SignInManager<MapUser> signIn, SignInSteps steps, SignInLog told, ModeOfSite site)
    {
        if (!await forms.IsRequestValidAsync(context)) { return Results.BadRequest(); }
        var shown = await signIn.PerformPasskeyAssertionAsync(context.Request.Form["credential"].ToString());
        var refused = !shown.Succeeded || !shown.Passkey.IsUserVerified ? SignInWay.WrongPasskey
            : shown.User.Disabled ? SignInWay.Disabled
            : site.Now.IsClosed && !await users.IsInRoleAsync(shown.User, Roles.Admin) ? SignInWay.Closed
            : null;
        if (refused is not null)
        {
            told.WasRefused(shown.User, null, refused);
            return Results.BadRequest();
        }
        await users.AddOrUpdatePasskeyAsync(shown.User!, shown.Passkey!);
        await steps.LetInAsync(context, shown.User!, PersonName.Passkey);
        told.CameIn(shown.User!, SignInWay.Passkey);
        return Results.Json(new { to = LocalPath.Of(context.Request.Form["returnUrl"]) ?? Lang(context).Link("/") });
    }

    private static async Task<IResult> OwnAsync(HttpContext context, IAntiforgery forms, UserManager<MapUser> users, Func<MapUser, Task<IResult>> act) =>
        await forms.IsRequestValidAsync(context) && await users.GetUserAsync(context.User) is { Disabled: false } user ? await act(user) : Results.BadRequest();

    private static string NameOf(HttpContext context)
    {
        var typed = context.Request.Form["name"].ToString().Trim();
        return typed.Length == 0 ? Lang(context).Say("Passkey", "مفتاح مرور") : typed[..Math.Min(typed.Length, LongestName)];
    }

    private static byte[]? IdOf(HttpContext context)
    {
        try { return Base64Url.DecodeFromChars(context.Request.Form["id"].ToString()); }
        catch (FormatException) { return null; }
    }

    private static Language Lang(HttpContext context) => Language.Of(context.Request.Query["lang"]);

    private static IResult Json(string options) => Results.Content(options, "application/json");
}
