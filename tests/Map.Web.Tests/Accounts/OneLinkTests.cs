using System.Net;
using Map.Web.Data.FirstLoad;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Accounts;

public class OneLinkTests
{
    [Fact]
    public async Task There_is_no_account_until_the_link_of_the_console_makes_one_and_then_no_link_makes_another()
    {
        var folder = WebHost.NewFolder();
        string link, old;
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            old = Path(host);
            await using var db = await host.Dbs.CreateDbContextAsync();
            Assert.False(await db.Users.AnyAsync());
        }
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            link = Path(host);
            Assert.DoesNotContain("Typed.Password", await PageAsync(host, old), StringComparison.Ordinal);
            using var first = await Identities.OpenAsync(host, Identities.Nobody);
            using (var made = await SendAsync(first, link, "first@example.org")) { Assert.Equal(HttpStatusCode.Redirect, made.StatusCode); }
            Assert.DoesNotContain("Typed.Password", await PageAsync(host, link), StringComparison.Ordinal);
            Assert.Equal(["first@example.org admin"], await AccountsAsync(host));
        }
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            Assert.Null(host.Services.GetRequiredService<LoadState>().SetUpLink);
            foreach (var used in new[] { link, old }) { Assert.DoesNotContain("Typed.Password", await PageAsync(host, used), StringComparison.Ordinal); }
            // Nor past the page: the link is asked for inside the write that makes the account.
            await using var scope = host.Services.CreateAsyncScope();
            var save = scope.ServiceProvider.GetRequiredService<Features.Accounts.SaveAccount>();
            foreach (var token in new[] { link.Split("token=")[1], old.Split("token=")[1], "", null, new string('a', 43) })
            {
                Assert.NotNull(await save.CreateFromLinkAsync(token, "setup", new() { Email = "second@example.org", DisplayName = "Second", Password = Identities.Password, Again = Identities.Password }));
            }
            Assert.Equal(["first@example.org admin"], await AccountsAsync(host));
        }
        Directory.Delete(folder, recursive: true);
    }

    private static string Path(WebHost host) => new Uri(host.Services.GetRequiredService<LoadState>().SetUpLink!).PathAndQuery.TrimStart('/');

    private static Task<string> PageAsync(WebHost host, string path) => host.Http.GetStringAsync(path);

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string path, string email) => Identities.PostAsync(http, path, "set-up",
        ("Typed.Email", email), ("Typed.DisplayName", "First"), ("Typed.Password", Identities.Password), ("Typed.Again", Identities.Password));

    private static async Task<List<string>> AccountsAsync(WebHost host)
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        return await (from user in db.Users join held in db.UserRoles on user.Id equals held.UserId join role in db.Roles on held.RoleId equals role.Id select user.Email + " " + role.Name).ToListAsync();
    }
}
