using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What holds on every page: the browser refuses nothing, nobody else is asked, assistive technology finds its way.</summary>
[Collection(nameof(FourthProduct))]
public class PageTests(Product product)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "/?date=2019-11-01", "light" },
        { "/?date=2019-11-01", "dark" },
        { "/?date=2018-01-20&lang=ar", "light" },
        { "/?event=3001", "light" },
        { "/embed?date=2019-11-01", "light" },
        { "/embed?date=2019-11-01&lang=ar&theme=dark", "light" },
        { "/about", "light" },
        { "/about/control", "dark" },
        { "/about/data", "light" },
        { "/account/sign-in", "light" },
        { "/no-such-page", "light" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_breaks_no_policy_asks_nobody_else_and_is_accessible(string path, string scheme)
    {
        await using var visit = await product.VisitAsync(path, options: new() { ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        if (path.StartsWith("/?", StringComparison.Ordinal) || path.StartsWith("/embed", StringComparison.Ordinal)) { await visit.ReadyAsync(); }
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(visit.Violations);
        Assert.Empty(visit.Outside());
        // axe writes inline styles of its own while it measures, so the policy is judged before it runs.
        var report = await visit.Page.RunAxe();
        var grave = report.Violations.Where(v => v.Impact is "critical" or "serious")
            .Select(v => $"{v.Impact} {v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}");
        Assert.Empty(grave);
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(768, 1024)]
    [InlineData(1366, 900)]
    public async Task Nothing_scrolls_sideways(int width, int height)
    {
        foreach (var path in new[] { "/", "/about", "/about/data", "/account/sign-in" })
        {
            await using var visit = await product.VisitAsync(path, width, height);
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var over = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
            Assert.True(over <= 0, $"{path} is {over} px too wide at {width} px");
        }
    }
}
