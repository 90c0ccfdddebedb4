using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(Product))]
public class EmbedTests(Product product)
{
    [Theory]
    [InlineData("")]
    [InlineData("sandbox=\"allow-scripts\"")]
    public async Task An_embed_in_a_plain_page_of_another_origin_works_without_socket_cookie_or_outside_request(string sandbox)
    {
        await using var host = await HostPage.ServeAsync(
            $"<iframe title=\"Map\" src=\"{product.Site.Address}embed?date=2019-11-01&window=30d\" width=\"640\" height=\"420\" {sandbox}></iframe>");
        await using var visit = await product.StrangerAsync(host.Address);
        await visit.GoAsync("");
        var frame = visit.Page.FrameLocator("iframe");
        await frame.Locator("[data-map][data-ready='true']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(frame.Locator("[data-map]")).ToHaveAttributeAsync("data-date", "2019-11-01");
        Assert.NotEqual("0", await frame.Locator("[data-map]").GetAttributeAsync("data-certain"));

        var thumb = frame.Locator("[data-date-slider]");
        var box = (await thumb.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X - 120, box.Y + box.Height / 2, new() { Steps = 10 });
        await visit.Page.Mouse.UpAsync();
        await Assertions.Expect(frame.Locator("[data-map]")).Not.ToHaveAttributeAsync("data-date", "2019-11-01");

        Assert.Empty(visit.Sockets);
        Assert.Empty(await visit.Context.CookiesAsync());
        Assert.Empty(visit.Outside(product.Site.Address));
        Assert.Empty(visit.Violations);
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData(320, "en")]
    [InlineData(390, "ar")]
    public async Task The_map_of_an_embed_keeps_its_height_while_the_date_moves(int width, string language)
    {
        await using var visit = await product.VisitAsync($"/embed?date=2019-05-01&window=30d&lang={language}", options: new() { ViewportSize = new() { Width = width, Height = 700 } });
        await visit.ReadyAsync();
        // The row below the map shows who holds what: a name begins inside it, and none hangs below.
        var row = (await visit.Page.Locator(".map-legend").BoundingBoxAsync())!;
        var holder = (await visit.Page.Locator(".map-legend-row .map-legend-name").First.BoundingBoxAsync())!;
        Assert.InRange(holder.Y, row.Y, row.Y + row.Height - holder.Height);
        Assert.InRange(holder.X, row.X, row.X + row.Width - holder.Width);
        await visit.Thumb.FocusAsync();
        HashSet<float> heights = [], words = [];
        // From the shortest date in words to the longest and back.
        for (var month = 0; month < 24; month++)
        {
            var before = await visit.DateAsync();
            await visit.Page.Keyboard.PressAsync("PageDown");
            await Assertions.Expect(visit.Map).Not.ToHaveAttributeAsync("data-date", before);
            heights.Add((await visit.Map.BoundingBoxAsync())!.Height);
            words.Add((await visit.Page.Locator("[data-embed-date]").TextContentAsync())!.Length);
        }
        Assert.True(words.Count > 2, "the dates were all of one length");
        Assert.Single(heights);
    }

    [Theory]
    [InlineData("embed", false)]
    [InlineData("", false)]
    [InlineData("", true)]
    public async Task The_files_a_map_begins_with_are_asked_for_once_and_by_the_page_itself(string path, bool pageIsLate)
    {
        await using var visit = await product.StrangerAsync(product.Site.Address);
        // A page that comes before the files of a start are made names none.
        Assert.True((await visit.Context.APIRequest.GetAsync(new Uri(product.Site.Address, "/data/index.json").ToString())).Ok);
        List<string> asked = [];
        var begun = new TaskCompletionSource();
        visit.Page.Request += (_, request) =>
        {
            if (!request.Url.Contains("/data/", StringComparison.Ordinal)) { return; }
            asked.Add(new Uri(request.Url).AbsolutePath);
            begun.TrySetResult();
        };
        // A busy machine may run what the page asks by after the map's own script.
        if (pageIsLate)
        {
            await visit.Page.RouteAsync("**/js/early.js", async route =>
            {
                await begun.Task;
                await route.ContinueAsync();
            });
        }
        await visit.GoAsync(path);
        await visit.Page.Locator("[data-map][data-ready='true']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await visit.Page.WaitForFunctionAsync("() => window.mapFiles");
        var named = await visit.Page.Locator("script[data-files]").GetAttributeAsync("data-files");
        foreach (var name in named!.Split(' '))
            Assert.Single(asked, name);
        Assert.Equal("[]", await visit.Page.EvaluateAsync<string>("JSON.stringify([...window.mapFiles.keys()])"));
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/about")]
    [InlineData("/account/sign-in")]
    public async Task Every_page_but_the_embed_refuses_to_be_framed(string path)
    {
        await using var host = await HostPage.ServeAsync($"<iframe title=\"Map\" src=\"{product.Site.Address}{path.TrimStart('/')}\"></iframe>");
        await using var visit = await product.StrangerAsync(host.Address);
        await visit.GoAsync("");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(visit.Page.Frames, frame => frame.Url.StartsWith(product.Site.Address.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_from_the_share_dialog_shows_the_view_that_was_shared()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=7d");
        await visit.LiveAsync();
        await visit.Page.Locator("[data-share]").First.ClickAsync();
        var code = visit.Page.GetByLabel("Embed code");
        await Assertions.Expect(code).ToBeVisibleAsync();
        var text = await code.InputValueAsync();
        Assert.Contains("<iframe", text, StringComparison.Ordinal);
        await using var host = await HostPage.ServeAsync(text);
        await using var reader = await product.StrangerAsync(host.Address);
        await reader.GoAsync("");
        await Assertions.Expect(reader.Page.FrameLocator("iframe").Locator("[data-map][data-ready='true']"))
            .ToHaveAttributeAsync("data-date", "2019-11-01");
    }
}
