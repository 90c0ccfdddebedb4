using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Map.Web.Data;
using Map.Web.Data.SignIns;
using Map.Web.Shared;

namespace Map.Web.Features.Accounts;

public enum SignInEnd { In, SecondStep, Wrong, Wait, Closed }

/// <param name="Wait">How long until it may be tried again.</param>
public sealed record SignInOutcome(SignInEnd End, TimeSpan Wait = default);

/// <summary>Signing in by password, and by code where the account has a second factor. Each step counts what is guessed.</summary>
internal sealed class SignInSteps(UserManager<MapUser> users, SignInManager<MapUser> signIn, SignInLimits limits, KnownDevice devices, ModeOfSite site, IPasswordHasher<MapUser> hasher, SignInLog told)
{
    private static readonly MapUser Nobody = new();
    private static string? hashOfNothing;

    public async Task<SignInOutcome> PasswordAsync(HttpContext context, string email, string password)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        var tried = new SignInTry(email, NetworkOf(context), user is null ? null : devices.Of(context, user.Id));
        if (limits.Begin(tried) is { } wait)
        {
            told.WasRefused(user, email, wait.By);
            return new(SignInEnd.Wait, wait.For);
        }
        // A disabled account and an unknown one read the same and take as long, so that nobody learns who has one.
        if (!IsRight(user, password))
        {
            told.WasRefused(user, email, user is null ? SignInWay.NoAccount : user.Disabled ? SignInWay.Disabled : SignInWay.WrongPassword);
            return new(SignInEnd.Wrong);
        }
        limits.Right(tried);
        if (site.Now.IsClosed && !await users.IsInRoleAsync(user!, Roles.Admin))
        {
            told.WasRefused(user, email, SignInWay.Closed);
            return new(SignInEnd.Closed);
        }
        if (user!.TwoFactorEnabled)
        {
            var half = new ClaimsIdentity([new(ClaimTypes.Name, user.Id)], IdentityConstants.TwoFactorUserIdScheme);
            await context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(half));
            told.CameIn(user, SignInWay.CodeAsked);
            return new(SignInEnd.SecondStep);
        }
        await LetInAsync(context, user, "pwd");
        told.CameIn(user, SignInWay.Password);
        return new(SignInEnd.In);
    }

    /// <summary>A code of the authenticator, or one of the ten that were given for the day it is lost.</summary>
    public async Task<SignInOutcome> CodeAsync(HttpContext context, MapUser user, string code)
    {
        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        var tried = new SignInTry("code of " + user.Id, NetworkOf(context), devices.Of(context, user.Id));
        if (limits.Begin(tried) is { } wait)
        {
            told.WasRefused(user, null, wait.By);
            return new(SignInEnd.Wait, wait.For);
        }
        var isRight = user.Disabled ? false
            : typed.Length == 6 ? await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, typed) && limits.UseOnce($"{user.Id}:{typed}")
            : (await users.RedeemTwoFactorRecoveryCodeAsync(user, typed)).Succeeded;
        if (!isRight)
        {
            told.WasRefused(user, null, user.Disabled ? SignInWay.Disabled : SignInWay.WrongCode);
            return new(SignInEnd.Wrong);
        }
        limits.Right(tried);
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await LetInAsync(context, user, PersonName.SecondFactor);
        told.CameIn(user, SignInWay.SecondFactor);
        return new(SignInEnd.In);
    }

    public async Task LetInAsync(HttpContext context, MapUser user, string means)
    {
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new(PersonName.Means, means)]);
        devices.Remember(context, user.Id);
    }

    public static string Words(TimeSpan wait, Language lang)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return seconds <= 90
            ? lang.Say($"Too many tries. Wait {seconds} seconds.", $"محاولات كثيرة. انتظر {seconds} ثانية.")
            : lang.Say($"Too many tries. Wait {(seconds + 59) / 60} minutes, or ask an administrator for a reset link.", $"محاولات كثيرة. انتظر {(seconds + 59) / 60} دقيقة، أو اطلب من مدير رابطاً لكلمة مرور جديدة.");
    }

    private bool IsRight(MapUser? user, string password)
    {
        var hash = user?.PasswordHash ?? (hashOfNothing ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));
        return hasher.VerifyHashedPassword(user ?? Nobody, hash, password) != PasswordVerificationResult.Failed && user is { Disabled: false, PasswordHash: not null };
    }

    private static string NetworkOf(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? RateLimits.NetworkOf(address) : IPAddress.None.ToString();
}
