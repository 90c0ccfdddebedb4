using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(Product))]
public partial class StoryTests(Product product)
{
    private const string Story = "stories/hts-2017-2023";

    [Fact]
    public async Task The_map_follows_the_chapter_that_is_read_on_its_own_page_and_in_a_frame_of_another()
    {
        await using var visit = await product.StrangerAsync(product.Site.Address);
        await visit.GoAsync(Story);
        var map = visit.Page.FrameLocator("[data-story-map]").Locator("[data-map]");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-ready", "true");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2017-01-31");

        for (var i = 0; i < 5; i++) { await visit.Page.Keyboard.PressAsync("ArrowRight"); }
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2018-01-21");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Sixth());
        await Assertions.Expect(visit.Page.Locator("[data-story-to='6']")).ToHaveAttributeAsync("aria-current", "step");

        // A date of the text moves the map; the date of the chapter brings it back.
        await visit.Page.Locator("#c6 a[data-date='2018-01-10']").ClickAsync();
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2018-01-10");
        await visit.Page.Locator("#c6 [data-story-show]").ClickAsync();
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2018-01-21");

        await visit.Page.EvaluateAsync("document.querySelector('#c12').scrollIntoView()");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2023-12-19");
        await visit.Page.Locator("#c12 a[data-story-event='1002']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-story-where] a")).ToHaveAttributeAsync("href", new Regex("/\\?event=1002$"));
        Assert.Empty(visit.Sockets);

        await using var host = await HostPage.ServeAsync($"<iframe id=\"story\" sandbox=\"allow-scripts allow-same-origin\" title=\"A story\" src=\"{product.Site.Address}{Story}/embed?lang=ar#c3\" width=\"600\" height=\"720\"></iframe>");
        await visit.Page.GotoAsync(host.Address.AbsoluteUri);
        var framed = visit.Page.FrameLocator("#story");
        map = framed.FrameLocator("[data-story-map]").Locator("[data-map]");
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2017-10-31");
        await framed.Locator("[data-story-step='-1']").ClickAsync();
        await Assertions.Expect(map).ToHaveAttributeAsync("data-date", "2017-07-31");
        Assert.Empty(visit.Outside(host.Address));
        Assert.Empty(visit.Violations);
    }

    [GeneratedRegex("#c6$")]
    private static partial Regex Sixth();
}
