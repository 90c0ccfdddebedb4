using System.Net;
using System.Text.RegularExpressions;
using Map.Web.Features.Print.Drawing;
using Map.Web.Features.Print.Fonts;
using Map.Web.Tests.Hostile;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Print;

public class PrintRequestTests(PrintRequestTests.Small small) : IClassFixture<PrintRequestTests.Small>
{
    private readonly WebHost host = small.Host;

    [Theory]
    [InlineData("date=2019-02-30", "date")]
    [InlineData("paper=a0", "paper")]
    [InlineData("paper=a4&width=800&height=600", "paper")]
    [InlineData("width=800", "height")]
    [InlineData("width=100000&height=600", "width")]
    [InlineData("width=-1&height=600", "width")]
    [InlineData("dpi=301", "dpi")]
    [InlineData("width=2400&height=2400&dpi=300", "dpi")]
    [InlineData("grey=yes", "grey")]
    [InlineData("fonts=all", "fonts")]
    [InlineData("theme=dark", "theme")]
    [InlineData("box=0,0,1e9,1e9", "box")]
    public async Task What_nobody_can_print_is_refused_in_words_that_name_the_parameter(string query, string parameter)
    {
        var answer = await host.Http.GetAsync("print.svg?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains(parameter, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var inArabic = await host.Http.GetAsync($"print.svg?{query}&lang=ar");
        Assert.Matches(@"\p{IsArabic}", await inArabic.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_title_and_a_caption_too_long_for_a_sheet_are_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.GetAsync("print.svg?title=" + new string('a', 121))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.GetAsync("print.svg?caption=" + new string('a', 601))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("print.svg?caption=" + new string('a', 600) + "&title=" + new string('W', 120))).StatusCode);
    }

    [Fact]
    public async Task A_print_may_be_shown_anywhere_runs_nothing_asks_for_nothing_and_is_not_sent_twice()
    {
        var answer = await host.Http.GetAsync("print.svg?date=2018-01-20");
        var svg = await answer.Content.ReadAsStringAsync();

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'; font-src data:", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.DoesNotMatch("<script|<foreignObject|<image|<a |href=|\\son[a-z]+=", svg);
        // Fonts are in the file; the one address that is no text is the name of the format.
        Assert.All(Regex.Matches(svg, "url\\(([^)]{0,12})").Select(match => match.Groups[1].Value), target => Assert.Matches("^(#|data:font/)", target));
        Assert.Single(Regex.Matches(svg, "http://www.w3.org"));
        Assert.Contains("font-family:'IBM Plex Sans Condensed'", svg, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, "print.svg?date=2018-01-20");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await host.Http.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("</text><script>alert(1)</script>")]
    [InlineData("\"/><image href=x onerror=alert(1)>")]
    [InlineData("]]><svg onload=alert(1)>&#x3C;script&#x3E;")]
    [InlineData("a\u0000b\u0008c\uFFFEd\uD800e")]
    [InlineData("‮حلب \u2067 &amp; <!--")]
    public async Task What_is_typed_is_text_and_the_file_stays_whole(string typed)
    {
        var page = new PrintedPage(await host.Http.GetStringAsync($"print.svg?fonts=named&date=2018-01-20&title={Escaped(typed)}&caption={Escaped("x " + typed)}"));

        Assert.DoesNotContain(page.Root.DescendantsAndSelf(), part => part.Name.LocalName is "script" or "image" or "foreignObject" or "a" || part.Attributes().Any(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName == "href"));
        Assert.Contains(Regex.Replace(Regex.Replace(typed, "[\u0000-\u001F]", " "), "[\uFFFE\uD800-\uDFFF\u2066-\u2069]", "")[..3], page.Words, StringComparison.Ordinal);

        static string Escaped(string text) => string.Concat(System.Text.Encoding.UTF8.GetBytes(text).Select(b => $"%{b:X2}"));
    }

    [Fact]
    public void No_hostile_text_becomes_markup_in_a_picture()
    {
        foreach (var payload in Payloads.All)
        {
            var picture = new Svg().Open("svg", ("xmlns", "http://www.w3.org/2000/svg")).Text("text", payload.Text, ("data-said", payload.Text)).Done();
            var text = Assert.Single(System.Xml.Linq.XDocument.Parse(picture, System.Xml.Linq.LoadOptions.PreserveWhitespace).Root!.Elements());

            Assert.Empty(text.Elements());
            Assert.Equal(Xml(payload.Text), text.Value);
            Assert.Equal(["data-said"], text.Attributes().Select(attribute => attribute.Name.LocalName));
        }
        Assert.True(Payloads.All.Count >= 300);

        // XML has no control characters, and one kind of line ends.
        static string Xml(string typed) => Regex.Replace(typed, "[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]", "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    [Fact]
    public void Paper_has_the_colours_of_the_light_theme()
    {
        var sheet = File.ReadAllText(Path.Combine(Root(), "wwwroot", "css", "tokens.css"));
        var light = sheet[sheet.IndexOf("color-scheme: light", StringComparison.Ordinal)..];
        Assert.All(Palette.Tokens, token => Assert.Equal(token.Value, Regex.Match(light, $"--{token.Key}: (#[0-9A-F]{{6}});").Groups[1].Value));
        Assert.True(Palette.Tokens.Count > 30);
    }

    [Fact]
    public void Letters_are_as_wide_as_their_fonts_say()
    {
        var lettering = host.Services.GetRequiredService<Lettering>();

        // Figures stand under each other, capitals are wider than stems, and the condensed cut is narrower.
        Assert.Equal(lettering.Width("1111", Face.Text, 10), lettering.Width("8800", Face.Text, 10), 6);
        Assert.Equal(24, lettering.Width("1234", Face.Text, 10), 1);
        Assert.True(lettering.Width("W", Face.Text, 10) > 2 * lettering.Width("i", Face.Text, 10));
        Assert.True(lettering.Width("Saraqib", Face.Name, 12) < lettering.Width("Saraqib", Face.Text, 12));
        Assert.True(lettering.Width("Saraqib", Face.StrongName, 12) > lettering.Width("Saraqib", Face.Name, 12));
        // Joined letters are narrower than the same ones apart; vowel signs take no room.
        Assert.True(lettering.Width("سس", Face.Text, 10) < 2 * lettering.Width("س", Face.Text, 10));
        Assert.Equal(lettering.Width("حلب", Face.Text, 10), lettering.Width("حَلَب", Face.Text, 10), 1);
    }

    [Fact]
    public void Names_never_stand_on_one_another_nor_leave_the_picture()
    {
        var (taken, picture, random) = (new Taken(), new Area(0, 0, 300, 200), new Random(7));
        var placed = new List<Area>();
        for (var i = 0; i < 200; i++)
            if (taken.Place(random.Next(300), random.Next(200), 3, 40, 14, picture) is { Box: var box })
            {
                Assert.True(picture.Holds(box));
                Assert.DoesNotContain(placed, other => other.Meets(box));
                taken.Take(box);
                placed.Add(box);
            }
        Assert.True(placed.Count > 20);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Map.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    public sealed class Small : IAsyncLifetime
    {
        public WebHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await WebHost.StartSmallAsync();

        public Task DisposeAsync() => Host.DisposeAsync().AsTask();
    }
}
