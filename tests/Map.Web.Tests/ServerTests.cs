using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests;

public class ServerTests
{
    [Fact]
    public async Task Health_and_pages_say_503_during_the_first_load_and_200_after_it()
    {
        await using var host = await WebHost.StartAsync(null, untilLoaded: false);
        var loading = await host.Http.GetAsync("health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, loading.StatusCode);
        Assert.Equal("loading", (await loading.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        var page = await host.Http.GetAsync("/?lang=ar");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(2)), (page.StatusCode, page.Headers.RetryAfter?.Delta));
        Assert.Contains("dir=\"rtl\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("css/tokens.css")).StatusCode);

        var health = await host.LoadedAsync();
        Assert.Equal("ok", health.GetProperty("status").GetString());
        foreach (var part in new[] { "map", "dotnet", "sqlite" }) Assert.NotEmpty(health.GetProperty("versions").GetProperty(part).GetString()!);
        Assert.True(health.GetProperty("counts").GetProperty("events").GetInt32() > 16_566);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_second_start_is_ready_with_its_first_answer()
    {
        var folder = WebHost.NewFolder();
        await using (await WebHost.StartSmallAsync(folder: folder))
        {
        }
        Assert.False(File.Exists(Path.Combine(folder, "map.db-wal")), "After a clean stop the one file is the whole database.");
        await using (var again = await WebHost.StartAsync(WebHost.SmallGeodata, folder: folder, untilLoaded: false))
            Assert.Equal(HttpStatusCode.OK, (await again.Http.GetAsync("/")).StatusCode);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_404_with_a_page()
    {
        await using var host = await WebHost.StartSmallAsync();
        var answer = await host.Http.GetAsync("no/such/page");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("No page at this address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("لا صفحة في هذا العنوان", await (await host.Http.GetAsync("no/such/page?lang=ar")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_administrator_each_start_makes_a_new_link_and_ends_the_old_one()
    {
        var folder = WebHost.NewFolder();
        string first, second;
        await using (var host = await WebHost.StartSmallAsync(folder: folder)) first = host.Services.GetRequiredService<LoadState>().SetUpLink!;
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            second = host.Services.GetRequiredService<LoadState>().SetUpLink!;
            Assert.StartsWith($"{host.Address}account/setup?token=", second, StringComparison.Ordinal);
            await using var db = await host.Dbs.CreateDbContextAsync();
            var invite = await db.Invites.SingleAsync();
            Assert.Equal((OneTimeToken.HashOf(second.Split("token=")[1]), "setup"), (invite.TokenHash, invite.Purpose));
            Assert.InRange(invite.ExpiresAt, DateTime.UtcNow.AddHours(23), DateTime.UtcNow.AddHours(24));
        }
        Assert.NotEqual(first, second);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Settings_make_the_first_administrator_and_then_there_is_no_link()
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Admin:Email"] = "admin@example.org", ["Admin:Password"] = "a long pass phrase" });
        Assert.Null(host.Services.GetRequiredService<LoadState>().SetUpLink);
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
        var admin = (await users.FindByEmailAsync("admin@example.org"))!;
        Assert.True(await users.CheckPasswordAsync(admin, "a long pass phrase"));
        Assert.Equal(["admin"], await users.GetRolesAsync(admin));
        Assert.True(await users.GetLockoutEnabledAsync(admin));
    }

    [Fact]
    public async Task One_address_cannot_guess_passwords_all_day_while_others_go_on()
    {
        await using var host = await WebHost.StartSmallAsync();
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 30; guess++) answers.Add(await PostAsync("203.0.113.7"));
        Assert.Equal(20, answers.TakeWhile(answer => answer != HttpStatusCode.TooManyRequests).Count());
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await PostAsync("203.0.113.8"));
        // The first 64 bits of an IPv6 address are one subscriber.
        for (var guess = 0; guess < 20; guess++) await PostAsync($"2001:db8::{guess + 1:x}");
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync("2001:db8::ffff"));

        async Task<HttpStatusCode> PostAsync(string from)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "account/sign-in") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", from);
            return (await host.Http.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Accounts_saved_from_many_scopes_at_once_take_their_turns()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(async () =>
        {
            await using var scope = host.Services.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<MapUser>>();
            Assert.True((await users.CreateAsync(new MapUser { UserName = $"u{i}@example.org", Email = $"u{i}@example.org" })).Succeeded);
        })));
        await using var db = await host.Dbs.CreateDbContextAsync();
        Assert.Equal(30, await db.Users.CountAsync());
    }
}
