using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Map.Web.Data;
using Map.Web.Features.Accounts;
using Map.Web.Tests.Faults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Map.Web.Tests.Accounts;

/// <summary>What guessing passwords at a running server yields, and what can be read from how hard it works on the answer.</summary>
public class GuessingTests(ITestOutputHelper output)
{
    [Fact]
    public async Task An_unknown_account_a_disabled_one_and_one_without_a_password_cost_as_many_hashes_as_a_wrong_password()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
            Assert.True((await users.CreateAsync(new() { Id = "keys", UserName = "keys@example.org", Email = "keys@example.org" })).Succeeded);
            Assert.Null(await scope.ServiceProvider.GetRequiredService<SaveAccount>().SetDisabledAsync(Identities.EditorOf("admin"), "viewer", true));
        }
        var work = new List<string>();
        foreach (var email in new[] { Identities.EmailOf("editor"), "nobody@example.org", Identities.EmailOf("viewer"), "keys@example.org", "somebody.else@example.org" })
        {
            await using var scope = host.Services.CreateAsyncScope();
            var hasher = new CountingHasher(scope.ServiceProvider.GetRequiredService<IPasswordHasher<MapUser>>());
            var steps = ActivatorUtilities.CreateInstance<SignInSteps>(scope.ServiceProvider, hasher);
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.9");
            // The right one of a disabled account reads like any wrong one too.
            Assert.Equal(SignInEnd.Wrong, (await steps.PasswordAsync(context, email, email.StartsWith("viewer", StringComparison.Ordinal) ? Identities.Password : "a wrong pass phrase")).End);
            work.Add(string.Join(' ', hasher.Verified));
        }
        // One hash each, of the same kind, rounds and lengths.
        Assert.Equal(work[0], Assert.Single(work.Distinct()));
        Assert.Single(work[0].Split(' '));
    }

    [Fact]
    public async Task However_many_addresses_guess_a_password_is_looked_at_ten_times_in_a_quarter_of_an_hour_and_its_owner_gets_in()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var owner = await Identities.OpenAsync(host, "editor");
        using (await Identities.SignOutAsync(owner)) { }
        using var stranger = await Identities.OpenAsync(host, Identities.Nobody);
        // Of the page itself one gets no more than so many a minute either.
        var token = Regex.Match(await stranger.GetStringAsync("account/sign-in"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var (tries, looked, refused, limited) = (Rounds.Of(40, 1_000), 0, 0, 0);
        for (var i = 0; i < tries; i++)
        {
            var said = await SaidAsync(stranger, token, Identities.EmailOf("editor"), $"a guess {i}", $"203.0.113.{(i % 100).ToString(CultureInfo.InvariantCulture)}");
            if (said.Contains("not right", StringComparison.Ordinal)) { looked++; }
            else if (said.Contains("Too many tries", StringComparison.Ordinal)) { refused++; }
            else if (said.Contains("Too many requests", StringComparison.Ordinal)) { limited++; }
        }
        Assert.Equal((SignInLimits.ForAccount, tries), (looked, looked + refused + limited));
        // One address, one account after the other.
        var sprayed = 0;
        for (var i = 0; i < tries; i++)
        {
            if ((await SaidAsync(stranger, token, $"guess{i}@example.org", "a guess", "198.51.100.4")).Contains("not right", StringComparison.Ordinal)) { sprayed++; }
        }
        Assert.InRange(sprayed, 1, SignInLimits.ForNetwork);

        owner.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        using (var known = await Identities.PostAsync(owner, "account/sign-in", "sign-in", ("Typed.Email", Identities.EmailOf("editor")), ("Typed.Password", Identities.Password)))
            Assert.Equal(HttpStatusCode.Redirect, known.StatusCode);
        output.WriteLine($"» F4 {tries} guesses from 100 addresses: {looked} passwords looked at, {refused + limited} refused; {tries} accounts from one address: {sprayed} looked at; its owner got in on a known device");
        if (Rounds.AreFull) { output.WriteLine("» F4 " + await TimesAsync(host)); }
    }

    /// <summary>A figure for the table, not asserted: a machine has its own moods.</summary>
    private static async Task<string> TimesAsync(WebHost host)
    {
        var times = new Dictionary<bool, List<double>> { [true] = [], [false] = [] };
        for (var i = 0; i < 200; i++)
        {
            var isKnown = i % 2 == 0;
            await using var scope = host.Services.CreateAsyncScope();
            var steps = ActivatorUtilities.CreateInstance<SignInSteps>(scope.ServiceProvider, new SignInLimits(TimeProvider.System));
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            await steps.PasswordAsync(context, isKnown ? Identities.EmailOf("editor") : $"unknown{i}@example.org", "a wrong pass phrase");
            times[isKnown].Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var (known, unknown) = (times[true].Order().ElementAt(50), times[false].Order().ElementAt(50));
        return string.Create(CultureInfo.InvariantCulture, $"a wrong password of a known account takes {known:0.0} ms in the middle of 100 tries, one of an unknown account {unknown:0.0} ms, {(unknown / known) - 1:+0 %;-0 %}");
    }

    private static async Task<string> SaidAsync(HttpClient http, string token, string email, string password, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "account/sign-in")
        {
            Content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("Typed.Email", email), new("Typed.Password", password)]),
        };
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Notes of every hash it is asked to look at what makes it cost: its kind, rounds and salt's length stand in its first 13 bytes, and how long it is.</summary>
    private sealed class CountingHasher(IPasswordHasher<MapUser> hasher) : IPasswordHasher<MapUser>
    {
        public List<string> Verified { get; } = [];

        public string HashPassword(MapUser user, string password) => hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(MapUser user, string hashedPassword, string providedPassword)
        {
            var bytes = Convert.FromBase64String(hashedPassword);
            Verified.Add($"{Convert.ToHexString(bytes, 0, 13)}+{bytes.Length}");
            return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
