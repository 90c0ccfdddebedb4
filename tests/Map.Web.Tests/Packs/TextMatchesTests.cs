using System.IO.Compression;
using System.Net;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Packs;

public class TextMatchesTests
{
    [Fact]
    public async Task The_map_is_told_which_public_events_hold_the_words_and_the_list_holds_the_same_ones()
    {
        await using var host = await WebHost.StartFullAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        var known = host.Services.GetRequiredService<KnownEvents>();
        foreach (var (text, from, to) in new[] { ("clash idlib", 10, 3000), ("عفرين", 10, 3000), ("a", 1000, 20_000), ("no-such-word", 0, 0) })
        {
            var ids = Ids(await host.Http.GetByteArrayAsync($"data/matching.ids?text={Uri.EscapeDataString(text)}"));
            Assert.InRange(ids.Count, from, to);
            Assert.Equal(ids.Order().Distinct(), ids);
            var asked = new EventQuestion(new ListOrder(int.MinValue, int.MaxValue - 1), new Box(-90, -180, 90, 180), null, new EventFilters(null, null, null, false, text));
            var answer = await EventAnswer.OfAsync(db, known, asked, 100_000, default);
            Assert.Equal(ids, answer.First.Concat(answer.Unplaced).Order());
        }
    }

    [Fact]
    public async Task An_answer_is_kept_only_while_it_is_right_and_is_small_on_the_way()
    {
        await using var host = await WebHost.StartSmallAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "data/matching.ids?text=e") { Headers = { { "Accept-Encoding", "gzip, br" } } };
        using var answer = await host.Http.SendAsync(request);
        Assert.Equal(("no-cache", "br"), (answer.Headers.CacheControl!.ToString(), answer.Content.Headers.ContentEncoding.Single()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var plain = new MemoryStream();
        await using (var brotli = new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress)) await brotli.CopyToAsync(plain);
        Assert.Equal(await host.Http.GetByteArrayAsync("data/matching.ids?text=e"), plain.ToArray());

        using var again = new HttpRequestMessage(HttpMethod.Get, "data/matching.ids?text=e") { Headers = { { "Accept-Encoding", "gzip, br" }, { "If-None-Match", answer.Headers.ETag!.ToString() } } };
        using var same = await host.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?text=")]
    [InlineData("?text=%20%21")]
    [InlineData("?text=LONG")]
    public async Task A_text_without_a_word_and_one_that_is_too_long_are_refused_in_words(string query)
    {
        await using var host = await WebHost.StartSmallAsync();
        using var answer = await host.Http.GetAsync("data/matching.ids" + query.Replace("LONG", new string('a', 201), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("problem", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static List<long> Ids(byte[] pack)
    {
        var from = new PackReading(pack, "MID1");
        var before = 0L;
        var ids = Enumerable.Range(0, (int)from.Varint()).Select(_ => before += from.Zigzag()).ToList();
        from.End();
        return ids;
    }
}
