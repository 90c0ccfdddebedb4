using System.Net.Http.Json;
using System.Text.Json;
using Bunit;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Features.CheckLinks;
using Map.Web.Shared;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Web.Tests.CheckLinks;

public class LinkRoundsTests
{
    [Fact]
    public async Task A_round_records_what_is_dead_and_what_answers_and_touches_nothing_else_of_a_source()
    {
        await using var site = await AskedSite.OpenAsync();
        using var database = await WithAsync(site.Address + "there", site.Address + "missing", AskedSite.Closed(), site.Address + "troubled", "javascript:alert(1)");
        var before = await RowsAsync(database);
        var revisions = await CountAsync(database);

        Assert.Equal(3, await RoundAsync(database));

        var now = await RowsAsync(database);
        Assert.Equal(["alive", "dead", "dead", null, null], now.Select(source => source.LinkState));
        Assert.Equal([true, true, true, false, false], now.Select(source => source.CheckedAt is not null));
        // Whoever has a source open may go on; its history tells of people's changes.
        Assert.Equal(before.Select(source => source.Version), now.Select(source => source.Version));
        Assert.Equal(revisions, await CountAsync(database));
    }

    [Fact]
    public async Task Where_nobody_answers_the_line_is_more_likely_cut_than_every_page_gone()
    {
        using var database = await WithAsync(AskedSite.Closed(), AskedSite.Closed());
        Assert.Equal(0, await RoundAsync(database));
        Assert.All(await RowsAsync(database), source => Assert.Null(source.LinkState));
    }

    [Fact]
    public async Task What_was_answered_is_not_asked_again_within_the_month()
    {
        await using var site = await AskedSite.OpenAsync();
        using var database = await WithAsync(site.Address + "there");
        await RoundAsync(database);
        await RoundAsync(database);
        Assert.Single(site.Asked);
        await database.Gate.RunAsync(TestDatabase.Request(), async db => await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(source => source.CheckedAt, DateTime.UtcNow.AddDays(-31))));
        await RoundAsync(database);
        Assert.Equal(2, site.Asked.Count);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("review")]
    [InlineData("withdrawn")]
    [InlineData(IRestedOn.Added)]
    public async Task The_site_of_a_source_that_nobody_has_let_out_hears_nothing_of_it_until_it_is_public(string status)
    {
        await using var site = await AskedSite.OpenAsync();
        using var database = await WithAsync(site.Address + "there", site.Address + "secret");
        await SetAsync(status);
        await RoundAsync(database);
        Assert.Equal(["HEAD /there"], site.Asked);
        await SetAsync("published");
        await RoundAsync(database);
        Assert.Equal(["HEAD /there", "HEAD /secret"], site.Asked);

        Task SetAsync(string to) => database.Gate.RunAsync(TestDatabase.Request(), db => db.Sources.Where(source => source.Id == 2).ExecuteUpdateAsync(set => set.SetProperty(source => source.Status, to)));
    }

    [Fact]
    public async Task Links_are_asked_only_where_the_server_is_told_to()
    {
        await using var host = await WebHost.StartSmallAsync();
        Assert.Null(host.Services.GetService<LinkAsk>());
        await using var asking = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Map:CheckLinks"] = "true", ["Map:GeodataFolder"] = WebHost.SmallGeodata, ["Map:CheckLinksOnLoopback"] = "true" });
        Assert.NotNull(asking.Services.GetService<LinkAsk>());
    }

    [Fact]
    public async Task Readers_are_told_that_a_link_is_dead_and_led_to_the_copy_and_never_by_a_script()
    {
        await using var page = new BunitContext();
        page.Services.AddSingleton(Language.English);
        var source = new SourceRow { Title = "A report", Url = "https://example.org/a", LinkState = "dead", CheckedAt = new DateTime(2026, 11, 20, 23, 0, 0, DateTimeKind.Utc), ArchiveUrl = "https://web.archive.org/a" };
        var mark = page.Render<SourceLink>(p => p.Add(link => link.Source, source)).Find("[data-link=dead]");
        Assert.Equal("(link dead as of 20 November 2026; archived copy)", string.Join(' ', mark.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("https://web.archive.org/a", mark.QuerySelector("a.source")!.GetAttribute("href"));
        source.ArchiveUrl = "javascript:alert(1)";
        Assert.Empty(page.Render<SourceLink>(p => p.Add(link => link.Source, source)).FindAll("[data-link=dead] a.source"));
        source.LinkState = "alive";
        Assert.Empty(page.Render<SourceLink>(p => p.Add(link => link.Source, source)).FindAll("[data-link=dead]"));
    }

    [Fact]
    public async Task A_pop_up_is_told_of_a_dead_link_too()
    {
        await using var host = await WebHost.StartSmallAsync();
        await host.Gate.RunAsync(TestDatabase.Request(), db => db.Sources.ExecuteUpdateAsync(set => set.SetProperty(source => source.LinkState, LinkStates.Dead)
            .SetProperty(source => source.CheckedAt, new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc)).SetProperty(source => source.ArchiveUrl, "https://web.archive.org/a")));
        await using var db = await host.Dbs.CreateDbContextAsync();
        var id = await db.PublicEvents.Where(it => it.Claims.Count > 0).Select(it => it.Id).FirstAsync();
        var card = await host.Http.GetFromJsonAsync<JsonElement>($"data/event/{id}.json");
        var told = card.GetProperty("claims")[0].GetProperty("dead");
        Assert.Equal(("20 November 2026", "2026-11-20", "https://web.archive.org/a"), (told.GetProperty("asOf").GetProperty("words").GetString(), told.GetProperty("asOf").GetProperty("latest").GetString(), told.GetProperty("copy").GetString()));
    }

    private static async Task<TestDatabase> WithAsync(params string[] links)
    {
        var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Sources.AddRange(links.Select((url, i) => new SourceRow { Id = i + 1, Key = $"s{i}", Title = $"Source {i}", Url = url }));
            return Task.FromResult(true);
        });
        return database;
    }

    private static async Task<int> RoundAsync(TestDatabase database)
    {
        using var ask = new LinkAsk(TimeSpan.FromSeconds(60), isLoopbackOpen: true);
        using var rounds = new LinkRounds(database.Dbs, database.Gate, ask, new LoadState(database.Dbs, new Geodata(WebHost.SmallGeodata)), TimeProvider.System, NullLogger<LinkRounds>.Instance);
        return await rounds.RunAsync();
    }

    private static async Task<List<SourceRow>> RowsAsync(TestDatabase database)
    {
        await using var db = database.Dbs.CreateDbContext();
        return await db.Sources.OrderBy(source => source.Id).ToListAsync();
    }

    private static async Task<int> CountAsync(TestDatabase database)
    {
        await using var db = database.Dbs.CreateDbContext();
        return await db.Revisions.CountAsync();
    }
}
