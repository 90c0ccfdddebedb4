using System.Net;
using System.Text.RegularExpressions;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.History;

public class ComparePageTests
{
    private const string Password = "a long enough pass phrase 1", Address = "desk/history/Events/9200";

    [Fact]
    public async Task Two_versions_stand_side_by_side_under_an_address_of_their_own_and_one_is_brought_back_with_a_reason()
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Admin:Email"] = "admin@example.org", ["Admin:Password"] = Password });
        await host.Gate.RunAsync(TestDatabase.Request("first record"), async db =>
        {
            var row = TestDatabase.Event(9200, "Convoy stopped near <b>Azaz</b>");
            row.Claims.Add(new() { Field = "event", Says = "A convoy stopped", SourceId = (await db.Sources.FirstAsync()).Id, ClaimantText = "residents" });
            db.Events.Add(row);
            return 1;
        });
        await host.Gate.RunAsync(TestDatabase.Request("read again"), async db => { (await db.Events.SingleAsync(e => e.Id == 9200)).Title = "Convoy stopped at <b>Azaz</b>"; return 1; });
        await host.Gate.RunAsync(TestDatabase.Request("off the map"), async db => { (await db.Events.SingleAsync(e => e.Id == 9200)).Status = "draft"; return 1; });
        using (var stranger = await host.Http.GetAsync(Address)) { Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode); }
        using var admin = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        using (var answer = await admin.PostAsync("account/sign-in", Form(await admin.GetStringAsync("account/sign-in"), "sign-in", ("Typed.Email", "admin@example.org"), ("Typed.Password", Password)))) { Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode); }
        using (var nothing = await admin.GetAsync("desk/history/Events/1")) { Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode); }
        using (var nothing = await admin.GetAsync("desk/history/Users/1")) { Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode); }

        // By itself: the newest against the one before it.
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(Address));
        Assert.Contains("data-field=\"Status\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-field=\"Title\"", page, StringComparison.Ordinal);
        var versions = Regex.Matches(page, "data-version=\"([0-9]+)\"").Select(found => found.Groups[1].Value).ToList();
        var raw = await admin.GetStringAsync($"{Address}?from={versions[2]}&to={versions[1]}");
        Assert.Contains("Convoy stopped <del>near</del> &lt;b&gt;Azaz&lt;/b&gt;", raw, StringComparison.Ordinal);
        Assert.Contains("Convoy stopped <ins>at</ins> &lt;b&gt;Azaz&lt;/b&gt;", raw, StringComparison.Ordinal);
        Assert.Contains("“read again”", WebUtility.HtmlDecode(raw), StringComparison.Ordinal);
        Assert.Contains("منشور", WebUtility.HtmlDecode(await admin.GetStringAsync($"{Address}?lang=ar")), StringComparison.Ordinal);

        var shared = $"{Address}?from={versions[2]}&to={versions[0]}";
        page = await admin.GetStringAsync(shared);
        var newest = Regex.Match(page, "name=\"newest\" value=\"([0-9]+)\"").Groups[1].Value;
        Assert.Contains("Say in a few words why", await PostAsync(("version", versions[2]), ("newest", newest), ("reason", " ")), StringComparison.Ordinal);
        Assert.Contains("data-restored-version", await PostAsync(("version", versions[2]), ("newest", newest), ("reason", "the first was right")), StringComparison.Ordinal);
        await using var db = await host.Dbs.CreateDbContextAsync();
        // Its status is what it was: nothing becomes public by being brought back.
        Assert.Equal(("Convoy stopped near <b>Azaz</b>", "draft"), await db.Events.Where(e => e.Id == 9200).Select(e => new { e.Title, e.Status }).SingleAsync() is var it ? (it.Title, it.Status) : default);
        Assert.Equal("the first was right", (await db.Revisions.OrderByDescending(line => line.Id).FirstAsync()).Why);
        Assert.Contains("was changed since you looked", await PostAsync(("version", versions[1]), ("newest", newest), ("reason", "again")), StringComparison.Ordinal);

        async Task<string> PostAsync(params (string, string)[] fields)
        {
            using var answer = await admin.PostAsync(shared, Form(page, "restore", fields));
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    private static FormUrlEncodedContent Form(string page, string handler, params (string Name, string Value)[] fields) => new(
        [new("_handler", handler), new("__RequestVerificationToken", Regex.Matches(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")[^1].Groups[1].Value), .. fields.Select(it => KeyValuePair.Create(it.Name, it.Value))]);
}
