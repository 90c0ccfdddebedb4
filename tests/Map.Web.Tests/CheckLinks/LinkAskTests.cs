using System.Net;
using Map.Web.Features.CheckLinks;

namespace Map.Web.Tests.CheckLinks;

public class LinkAskTests
{
    [Theory]
    [InlineData("there", LinkAnswer.Alive, "HEAD /there")]
    [InlineData("missing", LinkAnswer.Gone, "HEAD /missing, GET /missing")]
    [InlineData("gone", LinkAnswer.Gone, "HEAD /gone, GET /gone")]
    [InlineData("no-head", LinkAnswer.Alive, "HEAD /no-head, GET /no-head")]
    [InlineData("shy", LinkAnswer.Alive, "HEAD /shy")]
    [InlineData("troubled", LinkAnswer.Unknown, "HEAD /troubled, GET /troubled")]
    [InlineData("moved", LinkAnswer.Alive, "HEAD /moved, HEAD /there")]
    [InlineData("moved-away", LinkAnswer.Gone, "HEAD /moved-away, HEAD /missing, GET /moved-away, GET /missing")]
    // Neither is anything asked in the network within, nor a file.
    [InlineData("inward", LinkAnswer.Unknown, "HEAD /inward, GET /inward")]
    [InlineData("file", LinkAnswer.Unknown, "HEAD /file, GET /file")]
    // A body without an end is left where it is.
    [InlineData("endless", LinkAnswer.Alive, "HEAD /endless")]
    public async Task A_page_is_asked_as_little_as_will_do_and_never_with_a_cookie(string page, LinkAnswer answer, string asked)
    {
        await using var site = await AskedSite.OpenAsync();
        using var ask = new LinkAsk(TimeSpan.FromSeconds(60), isLoopbackOpen: true);
        Assert.Equal(answer, await ask.RunAsync(site.At(page)));
        Assert.Equal(asked, string.Join(", ", site.Asked));
    }

    [Fact]
    public async Task A_circle_is_left_and_who_does_not_answer_in_time_is_silent()
    {
        await using var site = await AskedSite.OpenAsync();
        using var ask = new LinkAsk(TimeSpan.FromSeconds(60), isLoopbackOpen: true);
        Assert.Equal(LinkAnswer.Unknown, await ask.RunAsync(site.At("circle")));
        Assert.Equal(12, site.Asked.Count);
        Assert.Equal(LinkAnswer.Silent, await ask.RunAsync(new Uri(AskedSite.Closed())));
        using var hasty = new LinkAsk(TimeSpan.FromMilliseconds(300), isLoopbackOpen: true);
        Assert.Equal(LinkAnswer.Silent, await hasty.RunAsync(site.At("silent")));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/there")]
    [InlineData("http://localhost:{0}/there")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/there")]
    [InlineData("http://2130706433:{0}/there")]
    [InlineData("http://me:secret@127.0.0.1:{0}/there")]
    [InlineData("ftp://127.0.0.1:{0}/there")]
    public async Task This_machine_is_never_asked_under_any_of_its_names(string address)
    {
        await using var site = await AskedSite.OpenAsync();
        using var ask = new LinkAsk(TimeSpan.FromSeconds(60));
        Assert.Equal(LinkAnswer.Unknown, await ask.RunAsync(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, site.At("").Port))));
        Assert.Empty(site.Asked);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("127.1.2.3", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_addresses_of_the_public_network_are_open(string address, bool isOpen) => Assert.Equal(isOpen, PublicAddress.Is(IPAddress.Parse(address)));
}
