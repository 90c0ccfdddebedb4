using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Map.Web.Canvas;

namespace Map.Web.Tests;

public partial class EmbedTests
{
    [Fact]
    public async Task An_embed_is_one_static_page_without_circuit_cookie_or_outside_address()
    {
        await using var host = await WebHost.StartSmallAsync();
        var answer = await host.Http.GetAsync("/embed?date=2019-11-01&window=7d");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("blazor", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("RequestVerificationToken", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html.Replace(host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var path in Addresses().Matches(html).Select(found => found.Groups[1].Value))
            Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task The_same_embed_is_not_sent_twice_and_another_one_is()
    {
        await using var host = await WebHost.StartSmallAsync();
        var tag = (await host.Http.GetAsync("/embed?date=2019-11-01")).Headers.ETag!;

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync("/embed?date=2019-11-01"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("/embed?date=2019-11-02"));

        async Task<HttpStatusCode> AskAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(tag);
            return (await host.Http.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task An_embed_names_the_files_its_map_begins_with()
    {
        await using var host = await WebHost.StartSmallAsync();
        var index = await host.Http.GetStringAsync("/data/index.json");
        var named = Files().Match(await host.Http.GetStringAsync("/embed")).Groups[1].Value.Split(' ');

        Assert.Equal("/data/index.json", named[0]);
        Assert.Equal(4, named.Count(name => name.EndsWith(".pack", StringComparison.Ordinal)));
        Assert.All(named[1..], name => Assert.Contains(name["/data/".Length..], index, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_title_is_text_whatever_it_holds()
    {
        await using var host = await WebHost.StartSmallAsync();
        var html = await host.Http.GetStringAsync("/embed?title=" + Uri.EscapeDataString("</title><script>alert(1)</script>\" 'أعزاز'"));

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("أعزاز", html, StringComparison.Ordinal);

        var hostile = await host.Http.GetStringAsync("/embed?date=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&lang=%22x&theme=%22x");
        Assert.DoesNotContain("<img src=x", hostile, StringComparison.Ordinal);

        var endless = await host.Http.GetStringAsync("/embed?title=" + new string('a', 3000));
        Assert.Contains(new string('a', 119) + "…</h1>", endless, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lang=ar&theme=dark&date=2019-11-01", "ar", "rtl", "dark", "1 تشرين الثاني 2019")]
    [InlineData("date=2023-12-19", "en", "ltr", null, "19 December 2023")]
    [InlineData("lang=fr&theme=pink&date=2023-02-30&window=5w&at=here&layers=roads&event=x", "en", "ltr", null, "")]
    [InlineData("lang=en&lang=ar", "en", "ltr", null, "")]
    public async Task Known_values_are_used_and_unknown_ones_are_as_if_missing(string query, string lang, string direction, string? theme, string date)
    {
        await using var host = await WebHost.StartSmallAsync();
        var html = await host.Http.GetStringAsync("/embed?" + query);

        Assert.Contains($"<html lang=\"{lang}\" dir=\"{direction}\"{(theme is null ? "" : $" data-theme=\"{theme}\"")}>", html, StringComparison.Ordinal);
        Assert.Contains($">{date}</time>", html, StringComparison.Ordinal);
        var options = JsonSerializer.Deserialize<MapOptions>(WebUtility.HtmlDecode(Options().Match(html).Groups[1].Value), JsonSerializerOptions.Web)!;
        Assert.True(options.Embedded);
        Assert.Equal((lang, theme ?? "auto"), (options.Language, options.Theme));
        Assert.Null(options.TileUrl);
    }

    [GeneratedRegex("(?:href|src)=\"(/(?:css|js)/[^\"]+)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex("data-files=\"([^\"]*)\"")]
    private static partial Regex Files();

    [GeneratedRegex("data-options=\"([^\"]*)\"")]
    private static partial Regex Options();
}
