using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.FirstLoad;

/// <summary>While nobody administers this server: an administrator from the settings, or a one-time link for whoever reads the console.</summary>
internal sealed class FirstAdmin(IDbContextFactory<MapDb> dbs, WriteGate gate, LoadState state, IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock)
{
    public const string SetUp = "setup", Role = "admin";
    private static readonly TimeSpan LinkLasts = TimeSpan.FromHours(24);

    /// <param name="address">Where this server is reached, without a slash at the end.</param>
    public async Task EnsureAsync(string address)
    {
        if (await ExistsAsync()) return;
        if (configuration["Admin:Email"] is { Length: > 0 } email && configuration["Admin:Password"] is { Length: > 0 } password)
        {
            if (await MakeAsync(email, password)) return;
        }
        state.SetUpLink = $"{address}/account/setup?token={await InviteAsync()}";
        Console.WriteLine($"Nobody administers this server yet. Set it up within 24 hours: {state.SetUpLink}");
    }

    private async Task<bool> ExistsAsync()
    {
        await using var db = await dbs.CreateDbContextAsync();
        return await db.UserRoles.AnyAsync(held => held.RoleId == Role);
    }

    private async Task<bool> MakeAsync(string email, string password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
        var user = new MapUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = email.Split('@')[0] };
        var made = await users.CreateAsync(user, password);
        if (made.Succeeded) made = await users.AddToRoleAsync(user, Role);
        Console.WriteLine(made.Succeeded
            ? $"{email} administers this server, with the password from Admin__Password."
            : $"Admin__Email and Admin__Password were not taken: {string.Join(" ", made.Errors.Select(e => e.Description))}");
        return made.Succeeded;
    }

    /// <summary>A new link each start; the ones before it end.</summary>
    private async Task<string> InviteAsync()
    {
        var token = OneTimeToken.New();
        var now = clock.GetUtcNow().UtcDateTime;
        await gate.RunAsync(new WriteRequest(Acting.Server(), "There is no administrator", Guid.NewGuid()) { Act = "set-up link" }, async db =>
        {
            db.Invites.RemoveRange(await db.Invites.Where(i => i.Purpose == SetUp && i.UsedAt == null).ToListAsync());
            db.Invites.Add(new InviteRow { TokenHash = token.Hash, Purpose = SetUp, Role = Role, CreatedBy = "server", CreatedAt = now, ExpiresAt = now + LinkLasts });
            return true;
        });
        return token.Token;
    }
}
