using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Three embeds in an article on another port, sized and driven by the script that authors add.</summary>
[Collection(nameof(Product))]
public class HostedEmbedTests(Product product)
{
    private const string Tall = "The north-west between two offensives: who held which town, by what was said at the time and by whom";

    [Fact]
    public async Task Three_embeds_in_an_article_size_themselves_and_each_is_moved_alone()
    {
        var site = product.Site.Address;
        string Frame(string id, string query) => $"<iframe data-map-embed id=\"{id}\" title=\"{id}\" src=\"{site}embed{query}\" width=\"100%\" height=\"300\" style=\"border:0\"></iframe>";
        await using var host = await HostPage.ServeAsync($"""
            <p><a id="first-link" href="{site}?date=2018-01-20" data-date="2018-01-20" data-map="second">January 2018</a></p>
            {Frame("first", "?date=2019-11-01&window=30d")}
            <p><button id="near-link" data-date="2017-01-28" data-window="7d">A week of January 2017</button></p>
            {Frame("second", $"?date=2019-05-01&window=30d&title={Uri.EscapeDataString(Tall)}")}
            {Frame("third", "?date=2020-03-01&window=30d&lang=ar")}
            <p style="height:1200px">A passage.</p>
            <p data-map-step data-date="2020-03-06" data-map="third">A passage that moves the map.</p>
            <p style="height:1200px">Another.</p>
            <script async src="{site}js/host-page.js"></script>
            """);
        await using var visit = await product.StrangerAsync(host.Address);
        await visit.Page.SetViewportSizeAsync(1200, 900);
        await visit.GoAsync("");
        ILocator Map(string id) => visit.Page.FrameLocator($"#{id}").Locator("[data-map]");
        foreach (var id in new[] { "first", "second", "third" }) { await Assertions.Expect(Map(id)).ToHaveAttributeAsync("data-ready", "true"); }

        foreach (var width in new[] { 1200, 600, 320 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            foreach (var id in new[] { "first", "second", "third" })
            {
                // Everything inside has room, and the map the height its width asks for.
                var frame = await (await visit.Page.QuerySelectorAsync($"#{id}"))!.ContentFrameAsync();
                await frame!.WaitForFunctionAsync("""
                    () => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth
                      && Math.abs(document.querySelector('[data-map]').clientHeight - Math.round(Math.max(280, Math.min(600, innerWidth * .6)))) <= 2
                    """);
            }
        }

        // A link moves the map it names, another the last one before it; the others stay.
        await visit.Page.Locator("#first-link").ClickAsync();
        await Assertions.Expect(Map("second")).ToHaveAttributeAsync("data-date", "2018-01-20");
        await Assertions.Expect(Map("first")).ToHaveAttributeAsync("data-date", "2019-11-01");
        await visit.Page.Locator("#near-link").ClickAsync();
        await Assertions.Expect(Map("first")).ToHaveAttributeAsync("data-date", "2017-01-28");
        await Assertions.Expect(Map("second")).ToHaveAttributeAsync("data-date", "2018-01-20");
        await Assertions.Expect(Map("third")).ToHaveAttributeAsync("data-date", "2020-03-01");

        // Keys are for the one under the hand.
        await visit.Page.FrameLocator("#second").Locator("[data-date-slider]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(Map("second")).Not.ToHaveAttributeAsync("data-date", "2018-01-20");
        await Assertions.Expect(Map("first")).ToHaveAttributeAsync("data-date", "2017-01-28");

        // The wheel over a map scrolls the article.
        await visit.Page.Locator("#first").ScrollIntoViewIfNeededAsync();
        var box = (await Map("first").BoundingBoxAsync())!;
        var (before, zoom) = (await visit.Page.EvaluateAsync<double>("scrollY"), await Map("first").GetAttributeAsync("data-zoom"));
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2, Math.Clamp(box.Y + box.Height / 2, 10, 890));
        await visit.Page.Mouse.WheelAsync(0, 300);
        await visit.Page.WaitForFunctionAsync("before => scrollY > before", before);
        Assert.Equal(zoom, await Map("first").GetAttributeAsync("data-zoom"));

        // A passage that is being read moves its map.
        await visit.Page.EvaluateAsync("document.querySelector('[data-map-step]').scrollIntoView({ block: 'center' })");
        await Assertions.Expect(Map("third")).ToHaveAttributeAsync("data-date", "2020-03-06");

        // A word that is none of these changes nothing, and one with a value that is not known is named.
        await visit.Page.EvaluateAsync("""
            () => {
                addEventListener('message', event => { if (event.data.type === 'map-embed-shown') (window.told ??= []).push(event.data); });
                const frame = document.querySelector('#third').contentWindow;
                frame.postMessage({ type: 'map-embed-run', date: '2016-01-01' }, '*');
                frame.postMessage({ type: 'map-embed-show', theme: 'dark' }, '*');
                frame.postMessage({ type: 'map-embed-show', date: '2020-02-30', window: '90d' }, '*');
            }
            """);
        await visit.Page.WaitForFunctionAsync("() => window.told?.length === 1");
        Assert.Equal("2020-03-06 90d 1", await visit.Page.EvaluateAsync<string>("`${told[0].date} ${told[0].window} ${told[0].problems.length}`"));

        Assert.Empty(visit.Sockets);
        Assert.Empty(await visit.Context.CookiesAsync());
        Assert.Empty(visit.Outside(site));
        Assert.Empty(visit.Errors);
    }
}
