using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.Accounts;

/// <summary>All that changes accounts. Each act is one pass through the write gate, with its line in the audit.</summary>
public sealed class SaveAccount(WriteGate gate, IPasswordHasher<MapUser> hasher, ILookupNormalizer normalizer, TimeProvider clock)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Uses up a set-up or invitation link and makes the account it promised.</summary>
    public Task<AccountProblem?> CreateFromLinkAsync(string? token, string purpose, NewAccount account)
    {
        var request = new WriteRequest(Acting.ByLink(account.DisplayName), purpose, Guid.NewGuid()) { Act = AccountActs.Join };
        return gate.RunAsync<AccountProblem?>(request, async db =>
        {
            var link = await OneTimeLink.FindAsync(db, token, purpose, Now);
            if (link is null) { return AccountProblem.Of("This link no longer works: it was used, or its time is over. Ask for a new one."); }
            if (purpose == OneTimeLink.SetUp && await AnyAdminAsync(db)) { return AccountProblem.Of("There is an administrator already. Sign in, or ask them for an invitation."); }
            var email = normalizer.NormalizeEmail(account.Email.Trim());
            if (await db.Users.AnyAsync(u => u.NormalizedEmail == email)) { return AccountProblem.Of("An account with this address exists already. Sign in with it."); }
            link.UsedAt = Now;
            var made = await AddAsync(db, account.Email, account.DisplayName, account.Password, purpose == OneTimeLink.SetUp ? Roles.Admin : link.Role ?? Roles.Viewer);
            request.Target = AccountActs.Target(made.Id);
            return null;
        });
    }

    /// <summary>Adds a user and their role to a context whose transaction the caller holds.</summary>
    public async Task<MapUser> AddAsync(MapDb db, string email, string displayName, string password, string role)
    {
        var address = email.Trim();
        var user = new MapUser
        {
            UserName = address,
            NormalizedUserName = normalizer.NormalizeName(address),
            Email = address,
            NormalizedEmail = normalizer.NormalizeEmail(address),
            EmailConfirmed = true,
            LockoutEnabled = true,
            DisplayName = displayName.Trim(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = hasher.HashPassword(user, password);
        db.Users.Add(user);
        db.UserRoles.Add(new() { UserId = user.Id, RoleId = await RoleIdAsync(db, role) });
        return user;
    }

    /// <summary>An invitation link for a role; the token is given once and kept nowhere.</summary>
    public Task<string> InviteAsync(Editor by, string role) => LinkAsync(OneTimeLink.Invite, by, role, null);

    /// <summary>A link with which one person chooses a new password.</summary>
    public Task<string> ResetLinkAsync(Editor by, string userId) => LinkAsync(OneTimeLink.Reset, by, null, userId);

    public Task<AccountProblem?> ResetPasswordAsync(string? token, NewPassword chosen)
    {
        var request = new WriteRequest(Acting.ByLink(AccountActs.ResetLink), "", Guid.NewGuid()) { Act = AccountActs.Password };
        return gate.RunAsync<AccountProblem?>(request, async db =>
        {
            var link = await OneTimeLink.FindAsync(db, token, OneTimeLink.Reset, Now);
            var user = link is null ? null : await db.Users.SingleOrDefaultAsync(u => u.Id == link.UserId && !u.Disabled);
            if (link is null || user is null) { return AccountProblem.Of("This link no longer works: it was used, or its time is over. Ask an administrator for a new one."); }
            link.UsedAt = Now;
            user.PasswordHash = hasher.HashPassword(user, chosen.Password);
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            ForgetSessions(user);
            request.Target = AccountActs.Target(user.Id);
            return null;
        });
    }

    public Task<AccountProblem?> ChangePasswordAsync(string userId, string name, string current, NewPassword chosen) =>
        gate.RunAsync<AccountProblem?>(new WriteRequest(Acting.Person(userId, name, Right.Own, isStrong: false), "", Guid.NewGuid()) { Act = AccountActs.Password, Target = AccountActs.Target(userId) }, async db =>
        {
            var user = await db.Users.SingleAsync(u => u.Id == userId);
            if (hasher.VerifyHashedPassword(user, user.PasswordHash!, current) == PasswordVerificationResult.Failed)
            {
                return AccountProblem.Of("The current password is not right.");
            }
            user.PasswordHash = hasher.HashPassword(user, chosen.Password);
            ForgetSessions(user);
            return null;
        });

    public Task<AccountProblem?> ChangeRoleAsync(Editor by, string userId, string role) =>
        gate.RunAsync<AccountProblem?>(Administers(by, role, AccountActs.Role, userId), async db =>
        {
            if (!Roles.All.Contains(role)) { return AccountProblem.Of("There is no such role."); }
            var user = await db.Users.SingleAsync(u => u.Id == userId);
            if (role != Roles.Admin && await IsLastAdminAsync(db, userId)) { return AccountProblem.Of("This is the only administrator. Make somebody else one first."); }
            db.UserRoles.RemoveRange(db.UserRoles.Where(r => r.UserId == userId));
            await db.SaveChangesAsync();
            db.UserRoles.Add(new() { UserId = userId, RoleId = await RoleIdAsync(db, role) });
            ForgetSessions(user);
            return null;
        });

    public Task<AccountProblem?> SetDisabledAsync(Editor by, string userId, bool disabled) =>
        gate.RunAsync<AccountProblem?>(Administers(by, "", disabled ? AccountActs.Disable : AccountActs.Enable, userId), async db =>
        {
            if (disabled && await IsLastAdminAsync(db, userId)) { return AccountProblem.Of("This is the only administrator. Make somebody else one first."); }
            var user = await db.Users.SingleAsync(u => u.Id == userId);
            user.Disabled = disabled;
            ForgetSessions(user);
            return null;
        });

    /// <summary>For somebody who lost their phone and the recovery codes: they sign in by password alone and set it up again.</summary>
    public Task<bool> RemoveSecondFactorAsync(Editor by, string userId) =>
        gate.RunAsync(Administers(by, "", AccountActs.FactorRemoved, userId), async db =>
        {
            if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId) is not { } user) { return false; }
            user.TwoFactorEnabled = false;
            db.UserTokens.RemoveRange(await db.UserTokens.Where(token => token.UserId == userId).ToListAsync());
            db.RemoveRange(await db.Set<IdentityUserPasskey<string>>().Where(key => key.UserId == userId).ToListAsync());
            ForgetSessions(user);
            return true;
        });

    /// <summary>Ends one sign-in, so that a copy of its cookie opens nothing. A busy database must not keep anybody signed in: the browser forgets the cookie anyway.</summary>
    public async Task EndSessionAsync(ClaimsPrincipal person)
    {
        if (person.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id || person.FindFirstValue(SessionNow.Claim) is not { } session) { return; }
        try
        {
            await gate.RunAsync(new WriteRequest(Acting.Person(id, person.DisplayName(), Right.Own, person.IsStrong()), "", Guid.NewGuid()) { Act = "sign out" }, async db =>
            {
                db.EndedSessions.RemoveRange(await db.EndedSessions.Where(ended => ended.ExpiresAt < Now).ToListAsync());
                db.EndedSessions.Add(new() { Id = session, ExpiresAt = Now + SignInSetup.SessionLasts });
                return true;
            });
        }
        catch (Exception refused) when (refused is DatabaseBusyException or NotAllowedException) { }
    }

    /// <summary>The token is made outside the gate: an outcome is kept for retries, and this one must be kept nowhere.</summary>
    private async Task<string> LinkAsync(string purpose, Editor by, string? role, string? userId)
    {
        var token = OneTimeToken.New();
        await gate.RunAsync(Administers(by, role ?? "", purpose, userId), db =>
        {
            db.Invites.Add(new()
            {
                TokenHash = token.Hash,
                Purpose = purpose,
                Role = role,
                UserId = userId,
                CreatedBy = by.Name,
                CreatedAt = Now,
                ExpiresAt = Now + LinkLife,
            });
            return Task.FromResult(true);
        });
        return token.Token;
    }

    /// <summary>A new stamp makes every cookie and open circuit of this person invalid at its next check.</summary>
    private static void ForgetSessions(MapUser user) => user.SecurityStamp = Guid.NewGuid().ToString("N");

    private async Task<string> RoleIdAsync(MapDb db, string role)
    {
        var normalized = normalizer.NormalizeName(role);
        if (await db.Roles.SingleOrDefaultAsync(r => r.NormalizedName == normalized) is { } known) { return known.Id; }
        var made = new IdentityRole(role) { NormalizedName = normalized };
        db.Roles.Add(made);
        return made.Id;
    }

    private static WriteRequest Administers(Editor by, string what, string act, string? account) =>
        by.Writes(what, Guid.NewGuid(), Right.Administer) with { Act = act, Target = account is null ? null : AccountActs.Target(account) };

    private static Task<bool> AnyAdminAsync(MapDb db) => Admins(db).AnyAsync();

    private static async Task<bool> IsLastAdminAsync(MapDb db, string userId) =>
        await Admins(db).AnyAsync(id => id == userId) && !await Admins(db).AnyAsync(id => id != userId);

    private static IQueryable<string> Admins(MapDb db) =>
        from link in db.UserRoles
        join role in db.Roles on link.RoleId equals role.Id
        join user in db.Users on link.UserId equals user.Id
        where role.Name == Roles.Admin && !user.Disabled
        select user.Id;
}
