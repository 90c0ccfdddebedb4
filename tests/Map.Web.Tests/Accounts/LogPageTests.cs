using System.Net;
using System.Text.RegularExpressions;
using Map.Web.Data;
using Map.Web.Data.SignIns;
using Map.Web.Features.Accounts;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Accounts;

/// <summary>The log of acts as an administrator reads it.</summary>
public partial class LogPageTests
{
    [Fact]
    public async Task What_was_refused_at_the_door_stands_in_the_log_in_words_without_the_typed_text()
    {
        await using var host = await WebHost.StartSmallAsync(clock: new SetClock(stands: true));
        await Identities.AddAsync(host);
        using var admin = await Identities.OpenAsync(host, "admin");
        using (var stranger = await Identities.OpenAsync(host, Identities.Nobody))
        {
            foreach (var email in Enumerable.Repeat(Identities.EmailOf("editor"), SignInLimits.Free + 1).Append("canary.nobody@example.org"))
                using (await Identities.PostAsync(stranger, "account/sign-in", "sign-in", ("Typed.Email", email), ("Typed.Password", "canary of a guess"))) { }
        }
        await host.Services.GetRequiredService<SignInLog>().WriteAsync();

        var english = await RowsAsync(admin, "desk/log?kind=refused");
        Assert.Equal(2, english.Count);
        Assert.Matches("not known sign-in refused a name nobody has, [0-9a-f]{8} no such account$", english[0]);
        Assert.EndsWith("not known sign-in refused account of editor not looked at: too many tries from one place; wrong password × 5", english[1], StringComparison.Ordinal);
        Assert.DoesNotContain(english, row => row.Contains("canary", StringComparison.Ordinal));
        var arabic = await RowsAsync(admin, "desk/log?kind=refused&lang=ar");
        Assert.EndsWith("غير معروف دخول مرفوض حساب editor لم يُنظر فيها: محاولات كثيرة من موضع واحد؛ كلمة مرور خاطئة × 5", arabic[1], StringComparison.Ordinal);
        // By person: what was tried with the account is theirs to know of too.
        Assert.Contains(await RowsAsync(admin, "desk/log?who=editor"), row => row.Contains("sign-in refused", StringComparison.Ordinal));
        Assert.Contains(await RowsAsync(admin, "desk/log?kind=sign-ins"), row => row.EndsWith("admin signed in account of admin the password was right, a code was asked for; with a second factor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_read_newest_first_in_pages_by_person_kind_and_day()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var admin = await Identities.OpenAsync(host, "admin");
        var id = 0L;
        await using (var db = await host.Dbs.CreateDbContextAsync()) { id = await db.Events.MinAsync(row => row.Id); }
        for (var i = 0; i < 60; i++)
        {
            var why = $"reason {i:00}";
            await host.Gate.RunAsync(new WriteRequest(Acting.Server("Rana"), why, Guid.NewGuid()) { Target = $"event {id}" }, async db => (await db.Events.SingleAsync(row => row.Id == id)).Title = why);
        }
        var first = await RowsAsync(admin, "desk/log?who=Rana&kind=records");
        Assert.Equal(50, first.Count);
        Assert.EndsWith("Rana saved reason 59 “reason 59”", first[0], StringComparison.Ordinal);
        var page = await admin.GetStringAsync("desk/log?who=Rana&kind=records");
        var older = WebUtility.HtmlDecode(OlderLink().Match(page).Groups[1].Value);
        var second = await RowsAsync(admin, older.TrimStart('/'));
        Assert.Equal(10, second.Count);
        Assert.EndsWith("“reason 00”", second[^1], StringComparison.Ordinal);
        Assert.DoesNotMatch(OlderLink(), await admin.GetStringAsync(older.TrimStart('/')));

        // What is called by its key or its place in the queue has its name, and what is gone its words.
        foreach (var target in new[] { "place azaz", "place long-gone", "new Events 999999", "20 control claims", "view long-gone" })
            await host.Gate.RunAsync(new WriteRequest(Acting.Server("Omar"), "", Guid.NewGuid()) { Target = target }, async db => (await db.Events.SingleAsync(row => row.Id == id)).Title = target);
        Assert.Equal(["العرض long-gone", "20 ادعاءً", "الحدث 999999", "المكان long-gone", "أعزاز"], (await RowsAsync(admin, "desk/log?who=Omar&lang=ar")).Select(row => row[(row.IndexOf("حفظ", StringComparison.Ordinal) + 4)..]));
        Assert.Contains("href=\"/desk/places/azaz\"", await admin.GetStringAsync("desk/log?who=Omar"), StringComparison.Ordinal);

        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.NotEmpty(await RowsAsync(admin, $"desk/log?day={today}"));
        Assert.Empty(await RowsAsync(admin, "desk/log?day=2001-01-01"));
        Assert.Empty(await RowsAsync(admin, "desk/log?who=Rana&kind=people"));
        // What is no day and no kind narrows nothing.
        Assert.Equal(50, (await RowsAsync(admin, "desk/log?day=soon&kind=all&who=Rana")).Count);
    }

    [Fact]
    public async Task Every_act_on_an_account_says_whose_and_what_in_both_languages()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var admin = await Identities.OpenAsync(host, "admin");
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var save = scope.ServiceProvider.GetRequiredService<SaveAccount>();
            var me = Identities.EditorOf("admin");
            await save.InviteAsync(me, "reviewer");
            Assert.Null(await save.ChangeRoleAsync(me, "viewer", "editor"));
            Assert.Null(await save.SetDisabledAsync(me, "viewer", true));
            await save.ResetLinkAsync(me, "editor");
            Assert.Null(await save.ChangePasswordAsync("editor", "editor", Identities.Password, new() { Password = "another long enough one", Again = "another long enough one" }));
        }
        var english = (await RowsAsync(admin, "desk/log?kind=people")).Select(row => row[(row.IndexOf("UTC", StringComparison.Ordinal) + 4)..]).ToList();
        Assert.Equal(["editor chose a new password account of editor", "admin made a link for a new password account of editor", "admin disabled an account account of viewer", "admin changed a role account of viewer editor", "admin made an invitation link reviewer"], english.Take(5));
        var arabic = await RowsAsync(admin, "desk/log?kind=people&lang=ar");
        Assert.EndsWith("admin تغيير دور حساب viewer محرر", arabic[3], StringComparison.Ordinal);
        Assert.DoesNotContain(arabic, row => row.Contains("changed", StringComparison.Ordinal) || row.Contains("account", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_says_nothing_of_what_was_erased()
    {
        using var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(new WriteRequest(Acting.Server("Rana"), "a reason", Guid.NewGuid()) { Target = "zones “canary of a title”" }, db => Task.FromResult(db.ZoneSeries.Add(new() { Key = "canary-key", Title = "canary of a title", Source = new() { Key = "a-source", Title = "A report" } }).Entity.Key));
        await database.Gate.RunAsync(new WriteRequest(Acting.Server("Rana"), "", Guid.NewGuid()) { Target = "place canary-place" }, db => Task.FromResult(db.Places.Add(new() { Key = "canary-place", Name = "canary of a name" }).Entity.Key));
        await database.Gate.RunAsync(new WriteRequest(Acting.Server("Rana"), "", Guid.NewGuid()) { Target = "place canary-place" }, async db => db.Places.Remove(await db.Places.SingleAsync()).Entity.Key);
        await History.EraserTests.EraseAsync(database, "ZoneSeries", 1, null);
        await History.EraserTests.EraseAsync(database, "Places", 1, null);
        Assert.Empty(History.EraserTests.Files(database.Folder, "canary"));
        await using var db = database.Dbs.CreateDbContext();
        Assert.Equal(["ZoneSeries 1", "Places 1", "Places 1"], await db.Audit.Where(line => line.Act == "save").OrderBy(line => line.Id).Select(line => line.Target).ToListAsync());
    }

    /// <summary>The rows as somebody reads them, words joined by one space.</summary>
    private static async Task<List<string>> RowsAsync(HttpClient http, string path)
    {
        var page = await http.GetStringAsync(path);
        return [.. Row().Matches(page).Select(row => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(row.Value, " ")), " ").Trim().Replace(" ,", ",", StringComparison.Ordinal))];
    }

    [GeneratedRegex("<tr data-act=.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("<a class=\"button\" href=\"([^\"]+)\" data-older")]
    private static partial Regex OlderLink();
}
