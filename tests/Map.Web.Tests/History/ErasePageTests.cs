using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.History;

public class ErasePageTests
{
    private const string Password = "a long enough pass phrase 1", Address = "desk/erase/Events/9100";

    [Fact]
    public async Task An_administrator_sees_what_will_go_confirms_it_and_it_is_in_no_answer_and_no_file()
    {
        var folder = WebHost.NewFolder();
        await using (var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Admin:Email"] = "admin@example.org", ["Admin:Password"] = Password }, folder))
        {
            await PlantAsync(host);
            using var admin = await SignedInAsync(host, "admin@example.org");
            var page = await admin.GetStringAsync(Address);
            foreach (var word in new[] { "canarytitle", "canarytitlebefore", "canaryquote", "canarysays" }) Assert.Contains(word, page, StringComparison.Ordinal);

            Assert.Contains("Choose a reason", await PostAsync(admin, page, ("whole", "yes"), ("sure", "yes")), StringComparison.Ordinal);
            Assert.Contains("Confirm that it cannot be undone", await PostAsync(admin, page, ("whole", "yes"), ("reason", "safety")), StringComparison.Ordinal);
            Assert.Contains("Mark what is to go", await PostAsync(admin, page, ("reason", "safety"), ("sure", "yes")), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("data/event/9100.json")).StatusCode);

            var made = await MadeAnewAsync(host);
            var answer = await PostAsync(admin, page, ("whole", "yes"), ("reason", "safety"), ("sure", "yes"));
            Assert.Contains("data-erased", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("form-problem", answer, StringComparison.Ordinal);
            await made.Task.WaitAsync(TimeSpan.FromMinutes(2));

            Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("data/event/9100.json")).StatusCode);
            foreach (var path in new[] { Address, "desk/events/9100", "about/data", "?event=9100" })
            {
                using var asked = await admin.GetAsync(path);
                Assert.DoesNotContain("canary", await asked.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            }
            Assert.Empty(EraserTests.Files(new DataFolder(folder), "canary"));
            foreach (var pack in Directory.EnumerateFiles(Path.Combine(folder, "packs"), "*.br")) Assert.DoesNotContain("canary", Unpacked(pack), StringComparison.OrdinalIgnoreCase);
        }
        Assert.Empty(EraserTests.Files(new DataFolder(folder), "canary"));
        Assert.Null(StoredChain.Walk(Path.Combine(folder, "map.db"), null).First);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nobody_else_may_and_one_who_is_none_any_more_is_refused_by_the_act_itself()
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Admin:Email"] = "admin@example.org", ["Admin:Password"] = Password });
        await PlantAsync(host);
        using (var stranger = await host.Http.GetAsync(Address)) Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        using var admin = await SignedInAsync(host, "admin@example.org");
        var page = await admin.GetStringAsync(Address);
        await host.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            var role = await db.UserRoles.SingleAsync();
            db.UserRoles.Remove(role);
            await db.SaveChangesAsync();
            db.UserRoles.Add(new() { UserId = role.UserId, RoleId = "editor" });
            return 1;
        });
        using var answer = await SendAsync(admin, page, ("whole", "yes"), ("reason", "safety"), ("sure", "yes"));
        Assert.DoesNotContain("data-erased", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("data/event/9100.json")).StatusCode);
    }

    /// <summary>Done when the map's files are made of a later state than now.</summary>
    private static async Task<TaskCompletionSource> MadeAnewAsync(WebHost host)
    {
        var before = (await host.Services.GetRequiredService<PackStore>().CurrentAsync(CancellationToken.None)).Index.Version;
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Services.GetRequiredService<PackIndex>().Changed += index => { if (index.Version > before) made.TrySetResult(); };
        return made;
    }

    private static async Task PlantAsync(WebHost host)
    {
        var made = await MadeAnewAsync(host);
        await host.Gate.RunAsync(TestDatabase.Request("canaryreason"), async db =>
        {
            var row = TestDatabase.Event(9100, "canarytitlebefore");
            (row.TitleAr, row.Description, row.PlaceText, row.DatePhrase, row.PrivateNote, row.GradeSet, row.GradeReason) = ("canarytitlear", "canarydescription", "canaryplace", "canaryphrase", "canarynote", "weak", "canarygrade");
            row.Actors.Add(new() { ActorId = (await db.Actors.FirstAsync()).Id });
            row.Figures.Add(new() { Low = 2 });
            row.Claims.Add(new() { Says = "canarysays", SaysAr = "canarysaysar", ClaimantText = "canaryclaimant", PlaceText = "canaryclaimplace", Quote = "canaryquote", SourceId = (await db.Sources.FirstAsync()).Id });
            db.Events.Add(row);
            db.Drafts.Add(new() { UserId = "somebody", Form = "event-9100", Json = "{\"Title\":\"canarydraft\"}" });
            return 1;
        });
        await made.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await host.Gate.RunAsync(TestDatabase.Request("canaryreason again"), async db => (await db.Events.SingleAsync(e => e.Id == 9100)).Title = "canarytitle");
    }

    private static async Task<HttpClient> SignedInAsync(WebHost host, string email)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        var page = await http.GetStringAsync("account/sign-in");
        using var answer = await http.PostAsync("account/sign-in", Form(page, "sign-in", ("Typed.Email", email), ("Typed.Password", Password)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return http;
    }

    private static async Task<string> PostAsync(HttpClient http, string page, params (string, string)[] fields)
    {
        using var answer = await SendAsync(http, page, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string page, params (string, string)[] fields) => http.PostAsync(Address, Form(page, "erase", fields));

    private static FormUrlEncodedContent Form(string page, string handler, params (string Name, string Value)[] fields) => new(
        [new("_handler", handler), new("__RequestVerificationToken", Regex.Matches(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")[^1].Groups[1].Value), .. fields.Select(it => KeyValuePair.Create(it.Name, it.Value))]);

    private static string Unpacked(string file)
    {
        using var brotli = new BrotliStream(File.OpenRead(file), CompressionMode.Decompress);
        using var all = new MemoryStream();
        brotli.CopyTo(all);
        return Encoding.UTF8.GetString(all.ToArray());
    }
}
