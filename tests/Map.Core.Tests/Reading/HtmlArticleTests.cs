using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

public class HtmlArticleTests
{
    private const string Long = "Guards of the invented council left the mill above the town on Tuesday, residents said. Others came at noon and closed the road to the north, according to the council, which asked them to open it again.";

    [Fact]
    public void A_page_is_read_without_what_stands_around_its_article()
    {
        const string html = "<!DOCTYPE html><html><head><title>Mill – Site</title><style>p{color:red}</style><script>var a='<p>no</p>';</script></head><body class='has-sidebar'>"
            + "<nav><a href=/>Home</a></nav><header><h1>Guards &amp; mill</h1></header><div class=\"share-buttons\">Share</div><article><p>By Jane Writer</p><p>" + Long + "</p>"
            + "<figure><img src=x><figcaption>A picture</figcaption></figure><p>Second<br>line, with&nbsp;<b>bold</b> words.<ul><li>one<li>two</ul><aside>Read more</aside></article>"
            + "<div id=comments><p>First comment!</p></div><footer>© Site</footer></body></html>";
        Assert.Equal("Guards & mill\n\nBy Jane Writer\n\n" + Long + "\n\nSecond\nline, with bold words.\n\n• one\n\n• two", HtmlArticle.Of(html).Text);
    }

    [Fact]
    public void A_page_without_an_article_element_is_read_whole()
    {
        const string html = "<div class='content-sidebar-wrap'><h1>Mill</h1><div class='entry'><p>Guards left.<p>Others came.</div></div><div class='widget related-posts'><p>Ten mills</p></div>";
        Assert.Equal("Mill\n\nGuards left.\n\nOthers came.", HtmlArticle.Of(html).Text);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2018-08-22T10:00:00+03:00'><p>Mill</p>", "2018-08-22")]
    [InlineData("<script type='application/ld+json'>{\"datePublished\":\"2017-03-04T00:00:00Z\"}</script><p>Mill</p>", "2017-03-04")]
    [InlineData("<p>Mill</p><time datetime=\"2016-05-06\">6 May</time>", "2016-05-06")]
    [InlineData("<p>Mill</p>", null)]
    [InlineData("<meta name=date content='last week'><p>Mill</p>", null)]
    public void The_day_a_page_says_it_was_published_on_is_kept(string html, string? published) => Assert.Equal(published, HtmlArticle.Of(html).Published?.Edtf);

    [Theory]
    [InlineData("<p>Mill", "Mill")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("<p>one</div></span> two</p></p>", "one two")]
    [InlineData("<!-- <p>no</p> --><p>yes</p><!-- open", "yes")]
    [InlineData("<p>الطاحونة &ndash; &#1581;لب</p>", "الطاحونة – حلب")]
    [InlineData("<script>never closed", "")]
    [InlineData("", "")]
    public void What_is_broken_is_read_as_far_as_it_goes(string html, string text) => Assert.Equal(text, HtmlArticle.Of(html).Text);

    [Fact]
    public void Elements_nested_beyond_all_measure_are_read() =>
        Assert.Equal("mill", HtmlArticle.Of(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "mill").Text);

    [Theory]
    [InlineData("<!DOCTYPE html><html>", true)]
    [InlineData("  <html lang=en>", true)]
    [InlineData("<div class='x'><p>Mill</p></div>", true)]
    [InlineData("Guards left <the mill>.", false)]
    [InlineData("a < b", false)]
    public void A_page_is_told_from_plain_text(string text, bool isHtml) => Assert.Equal(isHtml, HtmlArticle.IsHtml(text));
}
