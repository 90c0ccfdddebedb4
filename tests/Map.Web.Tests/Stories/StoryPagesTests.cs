using System.Net;
using System.Text.RegularExpressions;
using Map.Web.Data;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Stories;

/// <summary>The story that ships, as a running server tells it, and what becomes of it when something under it goes.</summary>
public sealed partial class StoryPagesTests(StoryPagesTests.Site site) : IClassFixture<StoryPagesTests.Site>
{
    private const string Shipped = "/stories/hts-2017-2023";

    private readonly WebHost host = site.Host;

    [Fact]
    public async Task The_shipped_story_is_a_page_of_text_with_what_the_map_shows_for_each_chapter()
    {
        var html = await host.Http.GetStringAsync(Shipped);
        Assert.Equal(12, Regex.Count(html, "<section class=\"story-chapter\""));
        Assert.Contains("""<h1 lang="en" dir="auto">HTS from January 2017 to December 2023</h1>""", html, StringComparison.Ordinal);
        Assert.Contains("data-query=\"date=2017-01-31&amp;window=31d&amp;at=35.95,36.95,8\"", html, StringComparison.Ordinal);
        Assert.Contains("data-query=\"date=2018-01-21&amp;window=12d&amp;at=35.75,37.02,10\" data-ring=\"4002,4003\"", html, StringComparison.Ordinal);
        Assert.Contains("data-query=\"date=2023-12-19&amp;window=30d&amp;at=36.4,36.95,9.4\" data-ring=\"1001,1002,1003,1005\"", html, StringComparison.Ordinal);
        Assert.Contains("<h1 lang=\"en\" dir=\"auto\">HTS from", await host.Http.GetStringAsync("/stories/hts1723"), StringComparison.Ordinal);
        Assert.Contains(Shipped, await host.Http.GetStringAsync("/stories"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_paragraph_bears_the_numbers_of_its_sources_and_each_number_is_in_the_list()
    {
        var html = await host.Http.GetStringAsync(Shipped);
        var paragraphs = Words().Matches(html).SelectMany(words => Regex.Matches(words.Value, "<p>.*?</p>", RegexOptions.Singleline)).Select(it => it.Value).ToList();
        Assert.Equal(28, paragraphs.Count);
        Assert.All(paragraphs, text => Assert.Matches("<sup class=\"story-notes\"><a href=\"[^\"]*#s[0-9]+\">", text));
        var numbers = Numbers().Matches(html).Select(it => int.Parse(it.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order().ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.Equal(numbers.Count, Regex.Count(html, "<li id=\"s[0-9]+\">"));
        // Four accounts of one day, each with its source.
        Assert.Matches("captured the air base of Abu al-Duhur</a><sup class=\"story-notes\">(<a href=\"[^\"]*\">[0-9]+</a>){5}</sup>", html);
    }

    [Fact]
    public async Task In_Arabic_every_word_of_it_is_Arabic()
    {
        var html = await host.Http.GetStringAsync(Shipped + "?lang=ar");
        Assert.Equal(12, Regex.Count(html, "<div class=\"story-words\" lang=\"ar\" dir=\"rtl\">"));
        Assert.Contains("""<h1 lang="ar" dir="auto">هيئة تحرير الشام من كانون الثاني 2017 إلى كانون الأول 2023</h1>""", html, StringComparison.Ordinal);
        Assert.Contains("/?event=4002&amp;lang=ar", html, StringComparison.Ordinal);
        Assert.DoesNotContain("lang=\"en\" dir=\"auto\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_the_text_says_where_the_map_goes()
    {
        var html = await host.Http.GetStringAsync(Shipped);
        Assert.Contains("""<a class="story-event" href="/?event=1002" data-story-event="1002" data-date="2023-12-19">""", html, StringComparison.Ordinal);
        Assert.Contains("""<a class="date-link" href="/?date=2018-01-10" data-date="2018-01-10">10 January</a>""", html, StringComparison.Ordinal);
        Assert.Contains("""data-date="2017-10-31" data-window="93d">three months</a>""", html, StringComparison.Ordinal);
        Assert.Matches("<a class=\"story-source\" href=\"https://www.bellingcat.com/[^\"]*\" target=\"_blank\" rel=\"noopener noreferrer nofollow ugc\">The article</a>", html);
    }

    [Fact]
    public async Task In_a_frame_it_is_one_document_that_any_page_may_hold_and_on_paper_each_chapter_has_its_picture()
    {
        var answer = await host.Http.GetAsync(Shipped + "/embed?theme=dark&lang=ar");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\" data-theme=\"dark\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor", html, StringComparison.Ordinal);
        Assert.Equal(12, Regex.Count(html, "<section class=\"story-chapter\""));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.Contains("frame-src 'self';", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Frame-Options") || answer.Headers.Contains("Set-Cookie"));
        // Nothing but its embed may be framed, whatever a story is called.
        foreach (var path in new[] { Shipped, Shipped + "/document", "/stories", "/stories/embed" }) { Assert.EndsWith("frame-ancestors 'none'", (await host.Http.GetAsync(path)).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal); }
        // A link out of the frame leaves it.
        Assert.DoesNotMatch("<a (?![^>]*(target=\"_blank\"|href=\"[^\"]*#))[^>]*>", html);

        var document = await host.Http.GetStringAsync(Shipped + "/document");
        var pictures = Regex.Matches(document, "<img src=\"(/print.svg[^\"]*)\"").Select(it => WebUtility.HtmlDecode(it.Groups[1].Value)).ToList();
        Assert.Equal(12, pictures.Count);
        Assert.DoesNotContain("/js/story.js", document, StringComparison.Ordinal);
        var picture = await host.Http.GetAsync(pictures[5]);
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType));
        var svg = await picture.Content.ReadAsStringAsync();
        Assert.Contains("data-date=\"2018-01-21\" data-window=\"12d\"", svg, StringComparison.Ordinal);
        Assert.Contains("<title>6. One air base, four accounts of the day", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_readers_do_not_see_is_named_nowhere_on_it()
    {
        await host.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            db.Stories.AddRange(
                new StoryRow { Key = "pub7777", Title = "A <b>bold</b> one", Status = "published", Chapters = Chapters("Of <i>this</i> [day](event:1006) and [that](source:article-001), [one](event:123).") },
                new StoryRow { Key = "draft77", Title = "Secret draft", Status = "draft", Chapters = Chapters("x") },
                new StoryRow { Key = "gone777", Title = "Secret deleted", Status = "published", DeletedAt = DateTime.UtcNow, Chapters = Chapters("x") },
                new StoryRow { Key = "broken7", Title = "Erased", Status = "published", Chapters = "erased" });
            return await db.SaveChangesAsync();
        });
        Assert.Contains("""<a class="story-event" href="/?event=1006" """, await host.Http.GetStringAsync("/stories/pub7777"), StringComparison.Ordinal);
        await host.Gate.RunAsync(TestDatabase.Request(), async db => (await db.Events.AsTracking().SingleAsync(it => it.Id == 1006)).Status = "withdrawn");

        var html = await host.Http.GetStringAsync("/stories/pub7777");
        Assert.Contains("A &lt;b&gt;bold&lt;/b&gt; one", html, StringComparison.Ordinal);
        Assert.Contains("Of &lt;i&gt;this&lt;/i&gt; <span class=\"story-gone\" title=\"This event is not shown any longer.\">day</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("event=1006", html, StringComparison.Ordinal);
        Assert.Contains("data-ring=\"\"", html, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(html, "<li id=\"s[0-9]+\">"));

        var list = await host.Http.GetStringAsync("/stories");
        Assert.DoesNotContain("Secret", list, StringComparison.Ordinal);
        foreach (var name in new[] { "draft77", "gone777", "nothing" })
        {
            foreach (var form in new[] { "", "/embed", "/document" }) { Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"/stories/{name}{form}")).StatusCode); }
        }
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/stories/broken7")).StatusCode);
    }

    private static string? Chapters(string text) => StoryChapters.Stored([new() { Heading = "One", Text = text, When = "2023-08" }]);

    [GeneratedRegex("<div class=\"story-words\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex Words();

    [GeneratedRegex("#s([0-9]+)\"")]
    private static partial Regex Numbers();

    public sealed class Site : IAsyncLifetime
    {
        public WebHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await WebHost.StartFullAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
