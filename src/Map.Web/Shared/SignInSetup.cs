using Map.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace Map.Web.Shared;

/// <summary>Accounts: how long a password is, when guessing stops, and what the cookies allow.</summary>
public static class SignInSetup
{
    public static readonly TimeSpan SessionLasts = TimeSpan.FromHours(12);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var https = builder.Configuration.IsHttps();
        var prefix = https ? "__Host-" : "";
        // Over plain http a Secure cookie would never come back.
        var secure = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        var services = builder.Services;
        var needsSecondFactor = builder.Configuration.NeedsSecondFactor();

        services.AddIdentity<MapUser, IdentityRole>(rules =>
        {
            rules.User.RequireUniqueEmail = true;
            // Length is what makes guessing hard; rules about digits and signs only make passwords alike. Forms ask for 12 characters;
            // this lower bound is for the one password that comes from the server's own settings.
            rules.Password.RequiredLength = 8;
            rules.Password.RequiredUniqueChars = 1;
            rules.Password.RequireDigit = rules.Password.RequireLowercase = rules.Password.RequireUppercase = rules.Password.RequireNonAlphanumeric = false;
            rules.Lockout.AllowedForNewUsers = true;
            rules.Lockout.MaxFailedAccessAttempts = 5;
            rules.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        }).AddEntityFrameworkStores<MapDb>().AddClaimsPrincipalFactory<NamedPrincipal>().AddDefaultTokenProviders();
        services.Configure<IdentityPasskeyOptions>(keys =>
        {
            // Not what a request calls this host, where it is known better.
            keys.ServerDomain = builder.Configuration.PublicUrl()?.Host;
            // A finger, a face or a PIN: so it stands for two factors.
            keys.UserVerificationRequirement = keys.ResidentKeyRequirement = "required";
        });
        services.AddSingleton<SessionNow>();
        services.AddSingleton<ModeOfSite>();
        services.ConfigureApplicationCookie(session =>
        {
            session.Cookie.Name = prefix + "Map";
            session.Cookie.HttpOnly = true;
            session.Cookie.SecurePolicy = secure;
            session.Cookie.SameSite = SameSiteMode.Lax;
            session.ExpireTimeSpan = SessionLasts;
            var denied = session.Events.OnRedirectToAccessDenied;
            session.Events.OnRedirectToAccessDenied = asked =>
            {
                // The way to the desk leads over setting it up.
                if (IsTooWeak(asked.HttpContext.User)) asked.RedirectUri = "/account/second-factor?returnUrl=" + Uri.EscapeDataString(asked.Request.Path + asked.Request.QueryString);
                return denied(asked);
            };
            session.Events.OnValidatePrincipal = SessionNow.ValidateAsync;
            session.LoginPath = "/account/sign-in";
            session.LogoutPath = "/account/sign-out";
            session.AccessDeniedPath = "/account/denied";
            session.ReturnUrlParameter = "returnUrl";
        });
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = prefix + "Map-Form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = secure;
            forms.SuppressXFrameOptionsHeader = true;
        });
        bool IsTooWeak(System.Security.Claims.ClaimsPrincipal person) => needsSecondFactor && Roles.AreTrusted(person) && !person.IsStrong();
        var policies = services.AddAuthorizationBuilder();
        foreach (var role in Roles.All) policies.AddPolicy(role, policy => policy.RequireRole(Roles.AtLeast(role)).RequireAssertion(asked => !IsTooWeak(asked.User)));
        services.AddCascadingAuthenticationState();
    }
}
