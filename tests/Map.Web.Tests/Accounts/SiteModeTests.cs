using System.Net;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Features.Accounts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Accounts;

public class SiteModeTests
{
    [Fact]
    public async Task Read_only_refuses_the_record_in_words_and_leaves_people_and_reading()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        await SetAsync(host, SiteMode.ReadOnly);

        var refused = await Assert.ThrowsAsync<NotAllowedException>(() => host.Services.GetRequiredService<SaveEvent>().RunAsync(new EventDraft(), Identities.EditorOf("admin"), Guid.NewGuid()));
        Assert.Matches(@"^The map is read-only since \d\d:\d\d UTC on \d+ \w+ \d{4}\. Nothing was saved; your words are kept as a draft\.$", refused.Message);
        Assert.Contains("للقراءة فقط", refused.Words(Language.Arabic), StringComparison.Ordinal);

        await using var scope = host.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<SaveAccount>().SetDisabledAsync(Identities.EditorOf("admin"), "viewer", true));
        using var editor = await Identities.OpenAsync(host, "editor");
        Assert.Contains("access-notice", await editor.GetStringAsync("desk/events"), StringComparison.Ordinal);
        Assert.DoesNotContain("access-notice", await editor.GetStringAsync(""), StringComparison.Ordinal);

        await SetAsync(host, SiteMode.Normal);
        await host.Services.GetRequiredService<SaveEvent>().RunAsync(new EventDraft(), Identities.EditorOf("editor"), Guid.NewGuid());
        Assert.DoesNotContain("access-notice", await editor.GetStringAsync("desk/events"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_answers_503_to_all_but_administrators_who_can_still_sign_in_and_open_it_after_a_restart()
    {
        var folder = WebHost.NewFolder();
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            await Identities.AddAsync(host);
            using var editor = await Identities.OpenAsync(host, "editor");
            await SetAsync(host, SiteMode.Closed);
            foreach (var path in new[] { "", "embed", "data/index.json", "control", "corrections.atom", "desk/events", "_blazor/initializers" })
            {
                foreach (var http in new[] { host.Http, editor })
                {
                    using var answer = await http.GetAsync(path);
                    Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(ClosedSite.RetrySeconds)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
                }
            }
            Assert.Contains("dir=\"rtl\"", await (await host.Http.GetAsync("?lang=ar")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        await using (var again = await WebHost.StartSmallAsync(folder: folder))
        {
            using var closed = await again.Http.GetAsync("");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, closed.StatusCode);
            using var admin = await Identities.OpenAsync(again, "admin");
            foreach (var path in new[] { "", "desk/people", "data/index.json" })
            {
                using var answer = await admin.GetAsync(path);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
            await SetAsync(again, SiteMode.Normal);
            using var open = await again.Http.GetAsync("");
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(null, "normal")]
    [InlineData("closed 2026-11-22T02:00:00.0000000Z", "closed")]
    [InlineData("opened by mistake", "read-only")]
    [InlineData("", "read-only")]
    public void A_mode_that_cannot_be_read_is_never_the_loosest(string? stored, string mode) => Assert.Equal(mode, SiteMode.Of(stored).Id);

    private static async Task SetAsync(WebHost host, string mode)
    {
        await using var scope = host.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<SetSiteMode>().RunAsync(mode, Identities.EditorOf("admin"), Guid.NewGuid()));
    }
}
