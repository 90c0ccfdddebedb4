using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Map.Web.Data;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Embed;

public sealed partial class OEmbedTests(OEmbedTests.Server server) : IClassFixture<OEmbedTests.Server>
{
    private readonly WebHost host = server.Host;

    private string Site => host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private Task<HttpResponseMessage> AskAsync(string url, string more = "") => host.Http.GetAsync($"/oembed?url={Uri.EscapeDataString(url)}{more}");

    [Fact]
    public async Task A_map_answers_in_json_with_a_frame_of_the_same_view()
    {
        using var answer = await AskAsync($"{Site}/?date=2019-11-01&window=7d&at=36.1,36.9,8&types=clash,strike");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("rich", said.GetProperty("type").GetString());
        Assert.Equal("1.0", said.GetProperty("version").GetString());
        Assert.Equal("Who held what in northern Syria, 1 November 2019", said.GetProperty("title").GetString());
        Assert.Equal(720, said.GetProperty("width").GetInt32());
        Assert.Equal(520, said.GetProperty("height").GetInt32());
        var source = WebUtility.HtmlDecode(Source().Match(said.GetProperty("html").GetString()!).Groups[1].Value);
        Assert.Equal($"{Site}/embed?date=2019-11-01&window=7d&at=36.1,36.9,8&types=clash,strike", source);
        using var framed = await host.Http.GetAsync(source);
        Assert.Equal(HttpStatusCode.OK, framed.StatusCode);
        Assert.Contains("2019-11-01", await framed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_is_answered_in_xml_whatever_the_title_holds()
    {
        using var answer = await AskAsync($"{Site}/embed?title={Uri.EscapeDataString("إدلب <b>&\"'\u0001]]> 🕊")}", "&format=xml");
        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        var said = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("oembed", said.Name);
        Assert.Equal("إدلب <b>&\"']]> 🕊", said.Element("title")!.Value);
        Assert.Equal("rich", said.Element("type")!.Value);
        var frame = XElement.Parse($"<p>{said.Element("html")!.Value.Replace("data-map-embed ", "data-map-embed=\"\" ", StringComparison.Ordinal).Replace("<script async ", "<script async=\"\" ", StringComparison.Ordinal)}</p>");
        Assert.Equal(["iframe", "script"], frame.Elements().Select(it => it.Name.LocalName));
        Assert.Equal("إدلب <b>&\"']]> 🕊", frame.Element("iframe")!.Attribute("title")!.Value);
    }

    [Theory]
    [InlineData("&maxwidth=400&maxheight=300", 400, 300)]
    [InlineData("&maxwidth=400.9", 400, 520)]
    [InlineData("&maxwidth=1e9&maxheight=99999999999999999999", 720, 520)]
    [InlineData("&maxwidth=1&maxheight=1", 1, 1)]
    [InlineData("&maxwidth=&maxheight=", 720, 520)]
    public async Task What_there_is_room_for_is_never_exceeded(string limits, int width, int height)
    {
        using var answer = await AskAsync($"{Site}/", limits);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((width, height), (said.GetProperty("width").GetInt32(), said.GetProperty("height").GetInt32()));
        Assert.Contains($"width=\"{width}\" height=\"{height}\"", said.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&maxwidth=0")]
    [InlineData("&maxwidth=-5")]
    [InlineData("&maxheight=wide")]
    [InlineData("&maxheight=NaN")]
    public async Task A_limit_that_is_no_number_of_pixels_is_refused(string limits)
    {
        using var answer = await AskAsync($"{Site}/", limits);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/embed")]
    [InlineData("http://127.0.0.1:1/embed")]
    [InlineData("SITE.example.org/embed")]
    [InlineData("http://somebody@AUTHORITY/embed")]
    [InlineData("//AUTHORITY/embed")]
    [InlineData("/embed")]
    [InlineData("javascript:alert(1)")]
    [InlineData("SITE/about")]
    [InlineData("SITE/desk/events")]
    [InlineData("SITE/account")]
    [InlineData("SITE/embed/../about")]
    [InlineData("SITE/data/index.json")]
    [InlineData("")]
    public async Task An_address_that_is_no_map_of_this_site_is_unknown(string url)
    {
        using var answer = await AskAsync(url.Replace("SITE", Site, StringComparison.Ordinal).Replace("AUTHORITY", new Uri(Site).Authority, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("yaml")]
    [InlineData("JSON")]
    [InlineData("json,xml")]
    public async Task Another_format_is_not_offered(string format)
    {
        using var answer = await AskAsync($"{Site}/", $"&format={format}");
        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_with_a_map_say_where_to_ask()
    {
        foreach (var page in new[] { "/?date=2019-11-01&lang=ar", "/embed?date=2019-11-01&lang=ar" })
        {
            var html = await host.Http.GetStringAsync(page);
            foreach (var (type, format) in new[] { ("application/json+oembed", "json"), ("text/xml+oembed", "xml") })
            {
                var link = Discovery().Matches(html).Single(it => WebUtility.HtmlDecode(it.Value).Contains(type, StringComparison.Ordinal));
                using var answer = await host.Http.GetAsync(WebUtility.HtmlDecode(link.Groups[1].Value));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.EndsWith(format, answer.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
                Assert.Contains("2019-11-01", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("/embed?date=2019-11-01&window=7d&at=36.1,36.9,8&title=Who%20%26%20what&theme=dark&nonsense=1")]
    [InlineData("/embed?view=saraqib-still&lang=ar")]
    public async Task Where_scripts_are_off_an_embed_is_a_picture_of_its_view(string path)
    {
        await host.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            if (!await db.Views.AnyAsync(it => it.Key == "still1")) { db.Views.Add(new ViewRow { Key = "still1", Slug = "saraqib-still", Title = "Saraqib", TitleAr = "سراقب", Caption = "What was said of it.", Date = "2019-01-10", At = "35.86,36.8,9", Status = "published", Version = Guid.NewGuid() }); }
            return true;
        });
        var html = await host.Http.GetStringAsync(path);
        var picture = WebUtility.HtmlDecode(Picture().Match(html).Groups[1].Value);
        using var answer = await host.Http.GetAsync(picture);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        var svg = await answer.Content.ReadAsStringAsync();
        Assert.Contains(path.Contains("view=", StringComparison.Ordinal) ? "سراقب" : "Who &amp; what", svg, StringComparison.Ordinal);
        Assert.Contains(path.Contains("view=", StringComparison.Ordinal) ? "2019-01-10" : "2019-11-01", picture, StringComparison.Ordinal);
    }

    [GeneratedRegex("<noscript>.*?<img src=\"([^\"]*)\"")]
    private static partial Regex Picture();

    [GeneratedRegex("<link rel=\"alternate\" type=\"[^\"]*oembed\" href=\"([^\"]*)\"")]
    private static partial Regex Discovery();

    [GeneratedRegex(" src=\"([^\"]*)\"")]
    private static partial Regex Source();

    public sealed class Server : IAsyncLifetime
    {
        public WebHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await WebHost.StartSmallAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
