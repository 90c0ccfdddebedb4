using System.Net;
using System.Text.RegularExpressions;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Features.Accounts;
using Map.Web.Shared.Desk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Accounts;

public class SecondFactorTests
{
    private static readonly Dictionary<string, string> Required = new() { [SecondFactorRule.Setting] = SecondFactorRule.Required };

    [Theory]
    [InlineData("reviewer")]
    [InlineData("admin")]
    public async Task Whoever_decides_or_administers_is_led_to_set_it_up_and_comes_to_the_desk_by_it(string role)
    {
        await using var host = await WebHost.StartSmallAsync(Required);
        await Identities.AddAsync(host, withSecondFactor: false);
        using var http = await Identities.OpenAsync(host, role);
        using (var led = await http.GetAsync("desk/events?text=azaz"))
        {
            Assert.Equal((HttpStatusCode.Redirect, "/account/second-factor?returnUrl=%2Fdesk%2Fevents%3Ftext%3Dazaz"), (led.StatusCode, led.Headers.Location!.OriginalString));
        }
        // Nor by what a page of before still knows of them.
        await Assert.ThrowsAsync<NotAllowedException>(() => host.Services.GetRequiredService<SaveEvent>().RunAsync(new EventDraft(), new Editor(role, role), Guid.NewGuid()));

        var page = await http.GetStringAsync("account/second-factor?returnUrl=%2Fdesk%2Fevents");
        var key = Regex.Match(page, "data-key=\"([A-Z2-7]+)\"").Groups[1].Value;
        Assert.Equal(32, key.Length);
        Assert.Contains("<path d=\"M", page, StringComparison.Ordinal);
        using (var wrong = await Identities.PostAsync(http, "account/second-factor?returnUrl=%2Fdesk%2Fevents", "second-factor", ("Typed.Code", "000000")))
        {
            Assert.Contains("not right", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var on = await Identities.PostAsync(http, "account/second-factor?returnUrl=%2Fdesk%2Fevents", "second-factor", ("Typed.Code", OneTimeCode.Of(key)));
        var codes = Regex.Matches(await on.Content.ReadAsStringAsync(), "<li><code>([^<]+)</code></li>").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);
        using (var desk = await http.GetAsync("desk/events")) { Assert.Equal(HttpStatusCode.OK, desk.StatusCode); }

        // From another device: the password alone opens nothing, a code once, a recovery code once.
        foreach (var (code, opens) in new[] { ("123", false), (OneTimeCode.Of(key, 1), true), (OneTimeCode.Of(key, 1), false), (codes[0], true), (codes[0], false) })
        {
            using var other = await Identities.AtSecondStepAsync(host, role);
            using (var half = await other.GetAsync("desk/events")) { Assert.Equal("/account/sign-in", half.Headers.Location!.AbsolutePath); }
            using var answer = await Identities.PostAsync(other, "account/second-step", "second-step", ("Typed.Code", code));
            Assert.Equal(opens ? HttpStatusCode.Redirect : HttpStatusCode.OK, answer.StatusCode);
            using var then = await other.GetAsync("desk/events");
            Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Redirect, then.StatusCode);
        }
    }

    [Fact]
    public async Task An_editor_is_not_asked_for_it_and_where_it_is_only_offered_nobody_is()
    {
        await using var host = await WebHost.StartSmallAsync(Required);
        await Identities.AddAsync(host, withSecondFactor: false);
        await AtDeskAsync(host, "editor");
        await using var offered = await WebHost.StartSmallAsync(new Dictionary<string, string> { [SecondFactorRule.Setting] = SecondFactorRule.Offered });
        await Identities.AddAsync(offered, withSecondFactor: false);
        await AtDeskAsync(offered, "admin");

        static async Task AtDeskAsync(WebHost host, string role)
        {
            using var http = await Identities.OpenAsync(host, role);
            using var desk = await http.GetAsync("desk/events");
            Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        }
    }

    [Fact]
    public async Task An_administrator_removes_it_from_somebody_who_lost_their_phone()
    {
        await using var host = await WebHost.StartSmallAsync(Required);
        await Identities.AddAsync(host);
        using (await Identities.AtSecondStepAsync(host, "reviewer")) { }
        await using var scope = host.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<SaveAccount>().RemoveSecondFactorAsync(Identities.EditorOf("admin"), "reviewer"));
        using var http = await Identities.OpenAsync(host, "reviewer");
        using var led = await http.GetAsync("desk/events");
        Assert.StartsWith("/account/second-factor", led.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_who_guess_from_elsewhere_do_not_keep_the_owner_out_of_a_device_that_is_known()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        using var owner = await Identities.OpenAsync(host, "editor");
        using (await Identities.SignOutAsync(owner)) { }
        using var stranger = await Identities.OpenAsync(host, Identities.Nobody);
        for (var i = 0; i < SignInLimits.ForAccount + 2; i++)
        {
            using var guess = await TryAsync(stranger, "a guess " + i, $"203.0.113.{i}");
            Assert.Contains(i < SignInLimits.ForAccount ? "not right" : "Too many tries", await guess.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        // The right password from a strange device waits too; from the known one it opens.
        using (var strange = await TryAsync(stranger, Identities.Password, "203.0.113.99")) { Assert.Contains("Too many tries", await strange.Content.ReadAsStringAsync(), StringComparison.Ordinal); }
        using var known = await TryAsync(owner, Identities.Password, "198.51.100.7");
        Assert.Equal(HttpStatusCode.Redirect, known.StatusCode);

        static Task<HttpResponseMessage> TryAsync(HttpClient http, string password, string from)
        {
            http.DefaultRequestHeaders.Remove("X-Forwarded-For");
            http.DefaultRequestHeaders.Add("X-Forwarded-For", from);
            return Identities.PostAsync(http, "account/sign-in", "sign-in", ("Typed.Email", Identities.EmailOf("editor")), ("Typed.Password", password));
        }
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("required", true)]
    [InlineData("offered", false)]
    public void The_setting_is_required_unless_it_says_otherwise(string? value, bool needed) => Assert.Equal(needed, Configured(value).NeedsSecondFactor());

    [Fact]
    public void A_slip_in_the_setting_stops_the_start() => Assert.Contains("requierd", Assert.Throws<InvalidOperationException>(() => Configured("requierd").NeedsSecondFactor()).Message, StringComparison.Ordinal);

    private static IConfiguration Configured(string? value) => new ConfigurationBuilder().AddInMemoryCollection([new(SecondFactorRule.Setting, value)]).Build();
}
