using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Map.Web.Data.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Faults;

public class BackupPageTests
{
    private const string Password = "a long enough pass phrase 1";

    [Fact]
    public async Task A_backup_that_stops_is_seen_in_health_and_on_the_administrators_page_until_one_is_made()
    {
        var clock = new AheadClock();
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Admin:Email"] = "admin@example.org", ["Admin:Password"] = Password }, clock: clock);
        var (code, health) = await HealthAsync(host);
        Assert.Equal((HttpStatusCode.OK, "ok", JsonValueKind.Null), (code, health.GetProperty("status").GetString(), health.GetProperty("backup").GetProperty("at").ValueKind));
        using (var stranger = await host.Http.GetAsync("desk/backups")) Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);

        using var admin = await SignedInAsync(host);
        var page = await admin.GetStringAsync("desk/backups");
        Assert.Contains("There is none yet", page, StringComparison.Ordinal);
        Assert.Contains("data-made", await PostAsync(admin, page), StringComparison.Ordinal);
        (code, health) = await HealthAsync(host);
        Assert.Equal((HttpStatusCode.OK, 24), (code, health.GetProperty("backup").GetProperty("everyHours").GetDouble()));
        Assert.NotNull(health.GetProperty("backup").GetProperty("at").GetString());

        // Its rounds sleep, and a day and an hour go by.
        clock.Ahead = TimeSpan.FromHours(25.5);
        (code, health) = await HealthAsync(host);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stale-backup"), (code, health.GetProperty("status").GetString()));
        Assert.InRange(health.GetProperty("backup").GetProperty("ageHours").GetDouble(), 25.4, 27);

        using var again = await SignedInAsync(host);
        page = await again.GetStringAsync("desk/backups");
        Assert.Contains("data-stale", page, StringComparison.Ordinal);
        Assert.Contains("The newest sound backup is 25 hours old.", page, StringComparison.Ordinal);
        Assert.Contains("25 ساعة", await again.GetStringAsync("desk/backups?lang=ar"), StringComparison.Ordinal);
        page = await PostAsync(again, page);
        Assert.DoesNotContain("data-stale", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await HealthAsync(host)).Code);
        Assert.Equal(2, host.Services.GetRequiredService<KeptBackups>().All().Count);
    }

    private static async Task<(HttpStatusCode Code, JsonElement Said)> HealthAsync(WebHost host)
    {
        using var answer = await host.Http.GetAsync("health");
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<HttpClient> SignedInAsync(WebHost host)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        var page = await http.GetStringAsync("account/sign-in");
        using var answer = await http.PostAsync("account/sign-in", Form(page, "sign-in", ("Typed.Email", "admin@example.org"), ("Typed.Password", Password)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return http;
    }

    private static async Task<string> PostAsync(HttpClient http, string page)
    {
        using var answer = await http.PostAsync("desk/backups", Form(page, "back-up"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static FormUrlEncodedContent Form(string page, string handler, params (string Name, string Value)[] fields) => new(
        [new("_handler", handler), new("__RequestVerificationToken", Regex.Matches(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")[^1].Groups[1].Value), .. fields.Select(it => KeyValuePair.Create(it.Name, it.Value))]);
}
