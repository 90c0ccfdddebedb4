using Map.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Accounts;

public class AccountLinesTests
{
    [Fact]
    public async Task What_the_framework_changes_of_an_account_leaves_a_line_with_it_and_no_secret_in_it()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
        var editor = (await users.FindByIdAsync("editor"))!;
        await using var db = await host.Dbs.CreateDbContextAsync();
        var before = await db.Audit.MaxAsync(line => line.Id);

        await users.ResetAuthenticatorKeyAsync(editor);
        await users.SetTwoFactorEnabledAsync(editor, true);
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(editor, 10))!.ToList();
        await users.AddOrUpdatePasskeyAsync(editor, Passkey(uses: 0));
        await users.AddOrUpdatePasskeyAsync(editor, Passkey(uses: 1));
        await users.RemovePasskeyAsync(editor, [1, 2, 3]);
        await users.UpdateSecurityStampAsync(editor);

        var lines = await db.Audit.Where(line => line.Id > before).OrderBy(line => line.Id).ToListAsync();
        Assert.All(lines, line => Assert.Equal(("editor", "account", "account editor"), (line.Who, line.Act, line.Target)));
        // A use of a passkey is no change of the account.
        Assert.Equal(["codes", "second factor", "codes", "passkey", "passkey"], lines.Select(line => line.Detail));
        var key = await users.GetAuthenticatorKeyAsync(editor);
        Assert.DoesNotContain(lines, line => line.Outcome is not null || codes.Append(key!).Any(secret => line.Detail!.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_its_line_no_change_of_an_account_is_kept()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using (var raw = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(host.Folder, "map.db")};Pooling=False"))
        {
            raw.Open();
            Tests.Data.Raw.Ask(raw, "CREATE TRIGGER Fault BEFORE INSERT ON Audit BEGIN SELECT RAISE(ABORT, 'no line'); END");
        }
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
        await Assert.ThrowsAsync<DbUpdateException>(async () => await users.SetTwoFactorEnabledAsync((await users.FindByIdAsync("editor"))!, true));
        await using var db = await host.Dbs.CreateDbContextAsync();
        Assert.False(await db.Users.Where(user => user.Id == "editor").Select(user => user.TwoFactorEnabled).SingleAsync());
    }

    private static UserPasskeyInfo Passkey(uint uses) => new([1, 2, 3], [4, 5, 6], DateTimeOffset.UnixEpoch, uses, ["internal"], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [7], [8]) { Name = "A phone" };
}
