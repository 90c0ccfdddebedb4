using System.Security.Cryptography;
using Map.Web.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Map.Web.Features.Accounts;

/// <summary>A cookie that remembers which accounts have signed in on a device. It opens nothing: its device is only not counted together with strangers.</summary>
internal sealed class KnownDevice(IDataProtectionProvider keys, IConfiguration configuration)
{
    private const int MostAccounts = 5;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);
    private readonly IDataProtector protector = keys.CreateProtector("Map.KnownDevice");

    private string Name => (configuration.IsHttps() ? "__Host-" : "") + "Map-Device";

    /// <summary>The device's number where this account has signed in on it; else null.</summary>
    public string? Of(HttpContext context, string account) => Read(context) is [var device, .. var accounts] && accounts.Contains(account) ? device : null;

    public void Remember(HttpContext context, string account)
    {
        string[] known = Read(context) is [var device, .. var accounts] ? [device, account, .. accounts.Where(other => other != account).Take(MostAccounts - 1)] : [Guid.NewGuid().ToString("N"), account];
        context.Response.Cookies.Append(Name, protector.Protect(string.Join('|', known)), new()
        {
            HttpOnly = true,
            Secure = configuration.IsHttps(),
            SameSite = SameSiteMode.Strict,
            MaxAge = Lasts,
            Path = "/",
        });
    }

    private string[] Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 and < 4_000 } cookie) { return []; }
        try { return protector.Unprotect(cookie).Split('|'); }
        // Of other keys, or made up.
        catch (CryptographicException) { return []; }
    }
}
